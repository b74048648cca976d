/** What is kept of one nudge that was shown. Times are Unix times in ms. */
export interface KeptView {
  readonly rule: string;
  readonly at: number;
  readonly visit: string;
  readonly page: string;
}

/** What is kept of one rule. */
export interface KeptRule {
  readonly rule: string;
  readonly ever: number;
  /** When its nudge was closed. */
  readonly closed: readonly number[];
  /** When the visitor said “not now”; at most one. */
  readonly snoozed: readonly number[];
  readonly never: boolean;
}

/** The ledger as it lies in storage. */
export interface Kept {
  readonly views: readonly KeptView[];
  readonly ever: number;
  /** The one touched last comes last. */
  readonly rules: readonly KeptRule[];
}

/** Reads what storage holds, whatever that is: what is no ledger counts as empty, and the future (the clock was set back) as now. */
export function readKept(value: unknown, wallMs: number): Kept {
  const times = (list: unknown) => items(list).filter(isCount).map((at) => Math.min(at, wallMs));
  const { views, ever, rules } = fields(value);
  return {
    views: items(views).map(fields).flatMap(({ rule, at, visit, page }) =>
      times([at]).map((time) => ({ rule: text(rule), at: time, visit: text(visit), page: text(page) }))),
    ever: isCount(ever) ? ever : 0,
    rules: items(rules).map(fields).map((own) => ({
      rule: text(own.rule),
      ever: isCount(own.ever) ? own.ever : 0,
      closed: times(own.closed),
      snoozed: times(own.snoozed),
      never: own.never === true,
    })),
  };
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return { ...(typeof value === 'object' && value) };
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Infinity;
}
