import { readFile } from 'node:fs/promises';
import type { Terminal } from './terminal';

/** The text of a file and the name under which it is spoken of. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Reads files in their order, `-` from the standard input. One that cannot be read is told, and the others are still read. */
export async function readSources(files: readonly string[], terminal: Terminal, unreadable: () => void): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const file of files) {
    try {
      const text = file === '-' ? await terminal.stdin() : await readFile(file, 'utf8');
      // a byte order mark is no part of JSON, and editors hide it; browsers strip it too
      sources.push({ name: file === '-' ? 'stdin' : file, text: text.replace(/^\uFEFF/, '') });
    } catch (error) {
      terminal.err(`furrow: ${file}: ${whyNot(error)}`);
      unreadable();
    }
  }
  return sources;
}

const REASONS: Readonly<Record<string, string>> = { ENOENT: 'there is no such file', EISDIR: 'is a folder, not a file; write folder/*.json', EACCES: 'may not be read' };

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ('code' in error && typeof error.code === 'string' && REASONS[error.code]) || error.message;
}
