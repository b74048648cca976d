import { freshness, proofOf } from './confidence';
import { lasts } from './counts';
import type { Term } from './criteria';
import { MAX_APART, type Heard, type Share, type Tally } from './tally';

/**
 * The tally after one more sighting. What was taken back (strength 0) or did not last is as if never seen. Counting on comes to the same
 * numbers, bit for bit, as counting anew.
 */
export function counted(tally: Tally, heard: Heard): Tally {
  return heard.terms.reduce((so, term) => (heard.strength && lasts(term, heard.signal) ? countedFor(so, heard, term) : so), tally);
}

/** `atLeast` sightings within `withinMs` are a match; then counting begins anew. A match gives its points from then on, shared by its sightings. */
function countedFor(tally: Tally, heard: Heard, term: Term): Tally {
  if (term.atLeast === 1) return withShare(tally, heard, term, heard.told, 1);
  const own = tally.waiting.filter((each) => each.term === term && heard.told - each.heard.told <= term.withinMs);
  const match = [...own, { term, heard }];
  const others = tally.waiting.filter((each) => each.term !== term);
  if (match.length < term.atLeast) return { ...tally, waiting: [...others, ...match] };
  return match.reduce<Tally>((so, each) => withShare(so, each.heard, term, heard.told, match.length), { ...tally, waiting: others });
}

/** All that was there before is brought up to the time of the share. */
function withShare(tally: Tally, heard: Heard, term: Term, told: number, parts: number): Tally {
  const { kind, shares, waiting } = tally;
  const at = Math.max(tally.at, told);
  const age = shares.length ? at - tally.at : 0;
  const share = shareOf(tally, heard, term, at, parts);
  const older = shares.length < MAX_APART ? undefined : shares[0];
  const doubt = 1 - tally.proof * kind.fade(age);
  return {
    kind, at, waiting,
    points: kind.terms.map((each, index) => (tally.points[index] ?? 0) * each.fade(age) + (each === term ? share.points : 0)),
    leaning: tally.leaning * kind.fade(age) + share.leaning,
    shares: [...older ? shares.slice(1) : shares, share],
    proof: 1 - (older ? doubt * (1 - Math.max(0, older.proof) * freshness(older, at)) : doubt),
  };
}

function shareOf({ kind, shares }: Tally, heard: Heard, term: Term, at: number, parts: number): Share {
  const { signal, strength, told } = heard;
  const isAgain = kind.terms.length > 1 && shares.some((share) => share.signal === signal);
  const first = shares.find(({ proof }) => proof > 0);
  return {
    signal, told, term, at,
    points: (term.points * strength) / parts,
    proof: isAgain ? 0 : proofOf(heard, term.points, first),
    leaning: isAgain ? 0 : kind.weight * strength,
  };
}
