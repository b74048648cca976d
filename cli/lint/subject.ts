import type { Limits, Problem, Rule, Rules } from '../../src/types';
import type { Finding } from './finding';

/** What a host allows its rules files, given with `--host`. */
export interface HostPolicy {
  readonly limits: Partial<Limits>;
  /** Whether visitors can reach a person; undefined where the policy does not say. */
  readonly chat: boolean | undefined;
  /** What visitors are asked to agree to; undefined where the policy does not say. */
  readonly purposes: readonly string[] | undefined;
}

/** A rule with where and how it was written. */
export interface WrittenRule {
  readonly rule: Rule;
  /** `rules[2]` */
  readonly path: string;
  readonly written: unknown;
}

/** A rules file as the checks see it. */
export interface Subject {
  /** As JSON gave it, whatever it is. */
  readonly written: unknown;
  /** As the page reads it; undefined where it refuses the whole file. */
  readonly rules: Rules | undefined;
  /** The rules that the page takes, in the order in which they stand in the file. */
  readonly taken: readonly WrittenRule[];
  /** What the page refuses. */
  readonly problems: readonly Problem[];
  readonly host: HostPolicy | undefined;
  /** `2026-11-20` */
  readonly today: string;
}

/** One kind of thing that can be wrong. Pure. */
export type Check = (subject: Subject) => readonly Finding[];
