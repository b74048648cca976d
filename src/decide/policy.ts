import type { Channel, Level, PolicyRow, Template, Urgency } from '../types';

/** What the policy is asked about. */
export interface PolicyAsked {
  readonly risk: Level;
  readonly impact: Level;
  readonly confidence: Level;
  readonly urgency: Urgency;
}

/** So far over what the rule needs, it is no longer a near thing. */
const HIGH_RISK_POINTS = 20;

/** Confidence in words, as rules may write it (`CUT_OFFS` in `rules/defaults.ts`; a test holds them together). */
const MEDIUM = 0.6;
const HIGH = 0.75;

const SILENT: PolicyRow = { risk: 'any', impact: 'any', confidence: 'any', urgency: 'any', action: 'watch', channel: 'none', review: 'no' };

const KEYS = ['risk', 'impact', 'confidence', 'urgency'] as const;

/** How far help comes forward, from nothing on. */
const CHANNELS: readonly Channel[] = ['none', 'chip', 'inline', 'steps', 'tooltip', 'banner', 'chat-invite'];

/** The first row that matches; silence where none does. */
export function policyFor(policy: readonly PolicyRow[], asked: PolicyAsked): PolicyRow {
  return policy.find((row) => KEYS.every((key) => row[key] === 'any' || row[key] === asked[key])) ?? SILENT;
}

/** How far a score is over what the rule needs. */
export function riskOf(score: number, bar: number): Level {
  return levelOf(score, bar, bar + HIGH_RISK_POINTS);
}

export function confidenceWord(confidence: number): Level {
  return levelOf(confidence, MEDIUM, HIGH);
}

/** What is really shown of a nudge: never more than the policy's channel. What has no steps is lowered past them. */
export function lowered(template: Template, channel: Channel): Channel {
  if (CHANNELS.indexOf(template) <= CHANNELS.indexOf(channel)) return template;
  return channel === 'steps' ? 'inline' : channel;
}

function levelOf(value: number, medium: number, high: number): Level {
  if (value >= high) return 'high';
  return value >= medium ? 'medium' : 'low';
}
