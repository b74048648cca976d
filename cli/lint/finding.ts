import type { Code, Severity } from './codes';

/** Something worth saying of a rules file. */
export interface Finding {
  readonly code: Code;
  /** A JSON path such as `rules[0].help.score`; empty is the whole file. */
  readonly path: string;
  /** What is wrong. */
  readonly message: string;
  /** What would be right. */
  readonly instead?: string;
}

/** A finding with its weight, and where it stands in the text. */
export interface Located extends Finding {
  readonly file: string;
  readonly severity: Severity;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
  /** How much of the line it is about. */
  readonly length: number;
}
