import type { Rule, Text } from '../types';

/** Something known to be broken. Without an end `until` is Infinity. */
export interface KnownIncident {
  readonly id: string;
  readonly places: readonly string[];
  readonly until: number;
  /** What a visitor who meets it reads, in the host's words. */
  readonly text?: Text | undefined;
}

/** The first incident that concerns a rule, its trouble's places, or where the visitor is; one without places is everywhere. */
export function incidentAt(
  incidents: readonly KnownIncident[], { where }: Pick<Rule, 'where'>, { pages, steps }: { readonly pages: readonly string[]; readonly steps: readonly string[] }, places: readonly string[] = [],
): KnownIncident | undefined {
  const concerned = [...where.page, ...where.element, where.workflow, ...pages, ...steps.flatMap((step) => step.split('/', 1)), ...places];
  return incidents.find((incident) => !incident.places.length || incident.places.some((place) => concerned.includes(place)));
}
