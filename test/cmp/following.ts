import type { ConsentManager, Receipt } from '../../src/types';

type Surface = Receipt['surface'];

/** What a manager's adapter tells furrow, as `yes` and `no`, of a visitor whose last answer to furrow itself may be kept. */
export function following(adapter: ConsentManager, last?: Pick<Receipt, 'decision' | 'surface'> & Partial<Receipt>) {
  const heard: string[] = [];
  const surfaces = new Set<Surface | undefined>();
  const failures: unknown[] = [];
  const receipt = last && ({ v: 1, id: 'r', purposes: [], at: '', expires: '', fingerprint: '', sdk: '', ...last } satisfies Receipt);
  void Promise.resolve(adapter.follow(window, {
    receipt: () => receipt,
    grant(purposes, detail) {
      heard.push(['yes', purposes?.join(), detail?.families?.join()].filter(Boolean).join(' to '));
      surfaces.add(detail?.surface);
    },
    refuse(detail) {
      heard.push('no');
      surfaces.add(detail?.surface);
    },
  })).catch((cause: unknown) => failures.push(cause));
  return { heard, surfaces, failures };
}

/** The host's page has these globals from now on. */
export function put(globals: Readonly<Record<string, unknown>>): void {
  Object.assign(window, globals);
}

export function tell(type: string, target: EventTarget = window, detail?: unknown): void {
  target.dispatchEvent(new CustomEvent(type, { detail }));
}
