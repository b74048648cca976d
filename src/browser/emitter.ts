import type { Events, Off } from '../types';

export interface Emitter {
  on<K extends keyof Events>(type: K, listener: (event: Events[K]) => void): Off;
  emit<K extends keyof Events>(type: K, event: Events[K]): void;
  /** Tells of a failure: to the listeners for `error`, or to the console where nobody listens, each message once. */
  fail(during: string, cause: unknown): void;
}

type Listener = (event: never) => void;

/** Listeners by type. A listener that throws stops neither the others nor furrow. */
export function createEmitter(onError?: (error: Events['error']) => void): Emitter {
  const listeners = new Map<keyof Events, Set<Listener>>();
  if (onError) on('error', onError);
  const written = new Set<string>();

  function on<K extends keyof Events>(type: K, listener: (event: Events[K]) => void): Off {
    const set = listeners.get(type) ?? new Set<Listener>();
    listeners.set(type, set.add(listener));
    return () => void set.delete(listener);
  }

  function emit<K extends keyof Events>(type: K, event: Events[K]): void {
    for (const listener of [...(listeners.get(type) ?? [])] as ((event: Events[K]) => void)[]) {
      try {
        listener(event);
      } catch (cause) {
        if (type === 'error') write(String(cause));
        else fail(`a listener for “${type}”`, cause);
      }
    }
  }

  function fail(during: string, cause: unknown): void {
    const message = cause instanceof Error ? cause.message : String(cause);
    const error = { message, during, cause };
    if (listeners.get('error')?.size) emit('error', error);
    else write(`${during}: ${message}`);
  }

  function write(line: string): void {
    if (written.has(line) || written.size > 50) return;
    written.add(line);
    console.warn(`furrow: ${line}`);
  }

  return { on, emit, fail };
}
