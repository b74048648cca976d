import type { Contribution, Rule, Score, SignalTerm } from '../types';
import { confidence, type Evidenced } from './confidence';
import { matchesOf, type Heard } from './matches';

/** A score goes from 0 to this. */
const MAX_POINTS = 100;

/** A sighting and what it gives now. */
interface Share extends Evidenced {
  readonly given: number;
}

/**
 * The score of a rule at a moment, from what each of its terms heard. A match gives `points × strength`, halved with each `fades` and shared
 * by its sightings; a term gives at most its `max`. Pure, so that the page and the command line agree to the last bit.
 */
export function scoreOf(rule: Rule, heard: readonly (readonly Heard[])[], now: number): Score {
  const shares = rule.signals.flatMap((term, index) => sharesOf(term, heard[index] ?? [], now));
  const groups = new Map<string, Share[]>();
  for (const share of shares) {
    const key = `${share.signal.name} ${share.signal.place}`;
    const group = groups.get(key);
    if (group) group.push(share);
    else groups.set(key, [share]);
  }
  const contributions = [...groups.values()].map(contributionOf);
  const sum = contributions.reduce((total, { points }) => total + points, 0);
  return {
    rule: rule.id,
    at: now,
    value: Math.min(MAX_POINTS, Math.max(0, sum)),
    confidence: confidence(shares, now),
    contributions,
  };
}

function sharesOf(term: SignalTerm, heard: readonly Heard[], now: number): readonly Share[] {
  const { points, fadesMs, max } = term;
  const shares = matchesOf(term, heard).flatMap((match) => match.heard.map(({ signal, told }): Share => ({
    signal, told, points, fadesMs,
    given: (points * signal.strength * 2 ** (-Math.max(0, now - match.at) / fadesMs)) / match.heard.length,
  })));
  const sum = shares.reduce((total, { given }) => total + given, 0);
  return sum > max ? shares.map((share) => ({ ...share, given: (share.given * max) / sum })) : shares;
}

/** Of one signal at one place: all points, the evidence that weighs most, the element seen last. */
function contributionOf(shares: readonly Share[]): Contribution {
  const heaviest = shares.reduce((best, share) => (Math.abs(share.given) > Math.abs(best.given) ? share : best));
  const target = shares.findLast(({ signal }) => signal.target)?.signal.target;
  return {
    signal: heaviest.signal.name,
    place: heaviest.signal.place,
    points: shares.reduce((total, { given }) => total + given, 0),
    count: new Set(shares.map(({ signal }) => signal.id)).size,
    evidence: heaviest.signal.evidence,
    ...(target && { target }),
  };
}
