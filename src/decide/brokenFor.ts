import type { Asked } from './here';
import { incidentAt, type KnownIncident } from './incidents';

/** What is known to be broken where a rule would help. */
export function brokenFor({ rule, score, here }: Pick<Asked, 'rule' | 'score' | 'here'>): KnownIncident | undefined {
  const { incidents } = here.host;
  // the places of a score take long to work out, and mostly all is well
  return incidents.length ? incidentAt(incidents, rule, here, score.contributions.map(({ place }) => place)) : undefined;
}
