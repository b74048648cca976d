import { heldBy } from './inVisit';
import type { Follow } from './replayVisit';
import { timeOf } from './told';

/** Tells one visit as it goes by: what was noticed, what it added up to, and what was decided of it, each once while it stays the same. */
export function createTimeline(out: (line: string) => void): Follow {
  const decided = new Map<string, string>();
  let from: number | undefined;

  function line(at: number, words: string): void {
    from ??= at;
    out(`${clockOf(at - from).padStart(9)}  ${words}`);
  }

  return {
    told(_, told) {
      const at = timeOf(told);
      if (told.kind === 'signal') line(at, `${told.id === told.signal ? '' : told.strength ? 'more about ' : 'taken back: '}${told.name} ${told.strength} at ${told.place}, load ${told.load}`);
      if (told.kind === 'nudge') line(at, `really shown: ${told.rule}`);
      if (told.kind === 'outcome') line(at, `really answered: ${told.rule}: ${told.answer}`);
      if (told.kind === 'feedback') line(at, `really ${told.helpful ? 'helpful' : 'not helpful'}: ${told.rule}`);
    },
    score: (at, { rule, value, confidence }) => line(at, `  ${rule}: score ${value.toFixed(1)}, confidence ${confidence.toFixed(2)}`),
    decision(decision) {
      const { at, rule, wouldShow, because } = decision;
      const held = heldBy(decision);
      const words = wouldShow ? `would be shown, but ${because}` : held ? `held back by ${held.gate}: ${held.because}` : 'is due';
      const key = `${wouldShow} ${held?.code}`;
      if (decided.get(rule) !== key) line(at, `  ${rule} ${words}`);
      decided.set(rule, key);
    },
    shown: (at, rule) => line(at, `  ${rule} is shown`),
  };
}

/** `1:02:03` into the visit. */
function clockOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${h ? `${h}:${String(m).padStart(2, '0')}` : m}:${String(s).padStart(2, '0')}`;
}
