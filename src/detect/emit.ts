import type { Surroundings } from '../parts';
import type { Emit, Page, Sighting, Signal, SignalName } from '../types';

/** Weaker than this is not told (SIGNALS: the cut at which most labelled cases are right). */
const TOLD_FROM = 0.5;
/** One signal of a kind about one target in this time; what follows is the same trouble. */
const SAME_TROUBLE_MS = 10_000;
/** A page that gives more signals than this in a minute is broken, and telling more of it helps nobody. */
const PER_MINUTE = 30;
/** Of one: as exact as a fact, so that who scores facts later scores what the page did. */
const STRENGTH_PARTS = 100;
/** Places remembered at once; a page that lives for days must not grow. */
const MOST_PLACES = 500;

/** Turns what detectors see into Signals: says where it was, keeps the number within bounds, and calls what is taken back a hiccup. */
export function createEmit(page: Page, where: Pick<Surroundings, 'place' | 'names' | 'route' | 'pages' | 'steps'>, tell: (signal: Signal) => void): Emit {
  const lastTold = new Map<string, number>();
  let minute: number[] = [];
  let count = 0;

  function mayTell({ name, strength }: Sighting, key: string): boolean {
    const now = page.now();
    minute = minute.filter((at) => now - at < 60_000);
    if (strength < TOLD_FROM || minute.length >= PER_MINUTE) return false;
    if (now - (lastTold.get(key) ?? -Infinity) < SAME_TROUBLE_MS && !name.startsWith('app:')) return false;
    if (lastTold.size > MOST_PLACES) lastTold.clear();
    minute.push(now);
    lastTold.set(key, now);
    return true;
  }

  return (sighting) => {
    const { name, at, evidence = {} } = sighting;
    const target = isWhole(sighting.target) ? undefined : sighting.target;
    const place = target ? where.place(target) : 'page';
    let told: Signal | undefined;

    function say(sure: number, more: Signal['evidence']): void {
      const strength = Math.round(sure * STRENGTH_PARTS) / STRENGTH_PARTS;
      if (!told && !mayTell({ ...sighting, strength }, keyOf(name, place))) return;
      const isNews = !told || isOther(told, strength, more);
      told = told
        ? { ...told, strength, evidence: { ...lasting(told.evidence), ...more, ...(!strength && { hiccup: true }) }, amends: true }
        : {
            id: `s${++count}`, name, at, strength, ...(target && { target }), place, names: target ? where.names(target) : [],
            route: where.route(), pages: where.pages(), steps: where.steps(), evidence: more, amends: false,
          };
      if (isNews) tell(told);
    }

    say(sighting.strength, evidence);
    return (change) => say(change.strength ?? told?.strength ?? sighting.strength, change.evidence ?? {});
  };
}

/** The page as a whole is no place in it. */
function isWhole(target: Element | undefined): boolean {
  return /^(html|body)$/.test(target?.localName ?? '');
}

/** One more key or turn is no news: strength or a fact is. */
function isOther(told: Signal, strength: number, more: Signal['evidence']): boolean {
  return told.strength !== strength || Object.entries(more).some(([key, value]) => typeof value !== 'number' && value !== told.evidence[key]);
}

/** What is told again after it was taken back is no hiccup any more. */
function lasting(evidence: Signal['evidence']): Signal['evidence'] {
  return Object.fromEntries(Object.entries(evidence).filter(([key]) => key !== 'hiccup'));
}

function keyOf(name: SignalName, place: string): string {
  return `${name} ${place}`;
}
