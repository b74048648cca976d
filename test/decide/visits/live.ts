import { readRules } from '../../../src/rules/read';
import type { AttributeValue, Decision, Evidence, OutcomeAnswer, QuietHours } from '../../../src/types';
import { MINUTE_MS, MORNING_MS } from '../given';
import { anyFile, PATHS, SIGNALS } from './anyFile';
import { createChance, type Chance } from './chance';
import type { PageLoad, Said, Standing } from './pageLoad';
import { end, nothingHappened, wrongToSay, wrongWith, type HereTruth, type Truth, type View, type WrittenFile } from './truth';
import { createVisitor, ELEMENTS, type Visitor } from './visitor';

/** What became of one visit. */
export interface Life {
  readonly decisions: readonly Decision[];
  /** Nudges as they were put on the page, with all that was wrong about it. */
  readonly shown: readonly string[];
  /** What was said besides, by its kind. */
  readonly said: readonly string[];
  readonly wrong: readonly string[];
  /** Somebody set the clock back. */
  readonly wasSetBack: boolean;
  /** What happened, to be read when something was wrong. */
  readonly diary: readonly string[];
}

interface World {
  readonly chance: Chance;
  readonly visitor: Visitor;
  readonly truth: Truth;
  readonly heres: WeakMap<PageLoad, HereTruth>;
  readonly note: (what: string) => void;
}

type Act = (world: World) => void | Promise<void>;

const HOUR_MS = 60 * MINUTE_MS;

/** Summer and winter time begin and end on two of these days, somewhere. */
const STARTS_MS = [MORNING_MS, MORNING_MS + 9 * HOUR_MS, Date.UTC(2026, 2, 29, 0, 58), Date.UTC(2026, 9, 4, 14, 50), Date.UTC(2026, 11, 25, 22, 59)];

/** Lives the visit of that number, the same each time. `onDecided` may look at a page where something was decided just now. */
export async function live(number: number, onDecided?: (page: PageLoad, decided: readonly Decision[]) => Promise<readonly string[]>): Promise<Life> {
  const chance = createChance(number);
  const written = anyFile(chance) as WrittenFile;
  const read = readRules(written, 'visit.json');
  const wrong: string[] = read.problems.map(({ path, message }) => `${path}: ${message}`);
  const [shown, besides, diary]: string[][] = [[], [], []];
  const truth: Truth = { rules: read.rules, written, views: [], contacts: [], level: 'all', levelBefore: 'all', told: new Set(), wanted: new Set(), ends: new Map(), asked: [], ownHours: [], wasSetBack: false };
  const ruleOf = new Map(read.rules.rules.map((rule) => [rule.id, rule]));
  const heres = new WeakMap<PageLoad, HereTruth>();
  const coming = new Map<Standing, { readonly view: View; readonly page: PageLoad }>();
  /** Nobody, until the first page is there. */
  const present: { visitor?: Visitor } = {};
  const decided = new Map<number, Decision[]>();

  const note = (what: string): void => { diary?.push(`${present.visitor?.browser.now() ?? 0} ${what}`); };

  function onStands(standing: Standing, tab: number): void {
    const page = present.visitor?.tabs()[tab];
    const rule = ruleOf.get(standing.decision.rule);
    if (!present.visitor || !page || !rule) return;
    const { browser } = present.visitor;
    // what went before it was painted never stood there
    for (const [each, { view, page: other }] of coming) if (view.what === 'coming' && other.standing() !== each) view.what = 'did not come';
    const about = { page, here: hereOf(heres, page), standing, rule, visit: page.visit(), now: browser.now(), wall: browser.wall() };
    const what = `${rule.id} ${standing.decision.stage}`;
    note(`tab ${tab}: SHOWN ${what}`);
    if (standing.over) wrong.push(`${browser.now()} ${what} was shown over ${standing.over}`);
    shown?.push(what);
    wrong.push(...wrongWith(about, truth).map((each) => `${browser.now()} ${what} was shown ${each}`));
    const view: View = { rule, stage: standing.decision.stage, page: page.id, visit: about.visit, what: 'coming', now: browser.now(), at: browser.wall() };
    truth.views.push(view);
    coming.set(standing, { view, page });
  }

  function onSaid(said: Said, tab: number): void {
    const page = present.visitor?.tabs()[tab];
    if (!present.visitor || !page) return;
    const wall = present.visitor.browser.wall();
    const about = { page, here: hereOf(heres, page), said, visit: page.visit(), wall };
    end(truth, wall);
    note(`tab ${tab}: SAID ${said.kind}`);
    besides?.push(said.kind);
    wrong.push(...wrongToSay(about, truth).map((each) => `${present.visitor?.browser.now()} ${said.kind} was said ${each}`));
    if (said.kind === 'helpful') truth.asked.push(about.visit);
    if (said.kind === 'known') {
      truth.told.add(incidentOf(said));
      truth.ends.set(incidentOf(said), about.here.incidents.find(({ id }) => id === incidentOf(said))?.until ?? Infinity);
    }
    // of what has ended by itself the host says nothing: those are told in the order in which they were met
    if (said.kind === 'works') truth.wanted.delete(incidentOf(said) || [...truth.wanted].find((id) => truth.ends.get(id) === -Infinity) || '');
  }

  const visitor = present.visitor = await createVisitor({
    read, startMs: chance.pick(STARTS_MS), hasLocks: chance.happens(0.8), touch: chance.happens(0.2), purposes: chance.happens(0.97) ? ['notice', 'help'] : ['notice'],
    nudgeLoadMs: () => chance.pick([0, 0, 0, 40, 700, 3000, 9000, NaN]),
    stands: onStands, says: onSaid,
    tell(type, event, tab) {
      const at = present.visitor?.browser.now() ?? 0;
      const wall = present.visitor?.browser.wall() ?? 0;
      if (type === 'decision' && 'held' in event) {
        decided.set(tab, [...decided.get(tab) ?? [], event]);
        note(`tab ${tab}: ${event.rule} ${event.stage} ${event.wouldShow ? 'would show: ' : ''}${event.held.map(({ code }) => code).join(' ') || 'show'}`);
        const page = present.visitor?.tabs()[tab];
        const rule = ruleOf.get(event.rule);
        if (event.wouldShow && page && rule) truth.views.push({ rule, stage: event.stage, page: page.id, visit: page.visit(), what: event.gate === 'status' ? 'watched' : 'withheld', now: at, at: wall });
      }
      const view = 'rule' in event && truth.views.findLast(({ what, rule, page }) => (what === 'coming' || what === 'shown') && rule.id === event.rule && page === present.visitor?.tabs()[tab]?.id);
      if (!view) return;
      if (type === 'nudge') Object.assign(view, { what: 'shown', now: at, at: wall });
      if (type === 'outcome' && 'answer' in event) Object.assign(view, { answer: event.answer, answeredNow: at, answeredAt: wall, forMs: event.forMs, path: event.here ? present.visitor?.tabs()[tab]?.state.path : undefined });
      if (type === 'outcome' && 'answer' in event && event.answer === 'mute') want(truth, 'none');
    },
  });

  const world: World = { chance, visitor, truth, heres, note };
  await visitor.browser.advance(10);
  for (let act = chance.pick([12, 20, 32]); act > 0; act--) {
    decided.clear();
    await chance.pick(ACTS)(world);
    for (const [tab, decisions] of [...decided]) wrong.push(...await onDecided?.(visitor.tabs()[tab]!, decisions) ?? []);
    await visitor.browser.advance(chance.pick(PAUSES_MS));
  }
  await visitor.browser.advance(20_000);
  for (const { failures } of visitor.tabs()) wrong.push(...failures.map(String).filter((each) => !each.includes('does not come')));
  for (const page of visitor.tabs()) page.end();
  return { decisions: visitor.decisions, shown: shown ?? [], said: besides ?? [], wrong, diary: diary ?? [], wasSetBack: truth.wasSetBack };
}

function hereOf(heres: World['heres'], page: PageLoad): HereTruth {
  const here = heres.get(page) ?? nothingHappened();
  heres.set(page, here);
  return here;
}

/** Which it is about: here an incident has its own name for its text. */
function incidentOf({ text }: Said): string {
  return typeof text === 'string' ? text : '';
}

/** Mostly a moment; now and then long enough for a visit, a day or a week to end. */
const PAUSES_MS = [0, 0, 30, 100, 150, 300, 700, 1000, 1000, 1500, 2000, 3000, 5000, 10_000, 10_000, 20_000, 60_000, 6 * MINUTE_MS, 41 * MINUTE_MS, 3 * HOUR_MS, 25 * HOUR_MS] as const;

/** Written down before the page hears it, because help may come of it at once. */
function hear(here: HereTruth, page: PageLoad, signal: HereTruth['signals'][number]): void {
  here.signals.push(signal);
  page.signal(signal);
}

function told({ visitor, chance, heres, note }: World, name: typeof SIGNALS[number], strength: number): void {
  const page = chance.happens(0.9) ? visitor.front() : chance.pick(visitor.tabs());
  const here = hereOf(heres, page);
  const on = chance.pick([...ELEMENTS, undefined]);
  note(`${name} ${strength} on ${on}`);
  const evidence: Evidence = chance.happens(0.5) ? { dead: true } : {};
  hear(here, page, { id: `s${here.signals.length}`, name, at: page.now(), strength, evidence, on });
}

/** In clear trouble, as often as not. */
const trouble: Act = (world) => told(world, world.chance.pick(SIGNALS), world.chance.pick([0.6, 0.8, 0.9, 1]));

const amend: Act = ({ visitor, chance, heres, note }) => {
  const page = visitor.front();
  const here = hereOf(heres, page);
  const known = here.signals.at(-1);
  if (!known) return;
  const strength = chance.pick([0, 0, 0.3, 0.9]);
  note(`amends ${known.name}: ${strength}`);
  hear(here, page, { ...known, at: page.now(), strength, amends: true });
};

const key: Act = ({ visitor, chance, heres, note }) => {
  const page = visitor.front();
  const field = chance.happens(0.5) ? page.state.elements.get('card') : undefined;
  const here = hereOf(heres, page);
  note(`key${field ? ' in a field' : ''}`);
  here.key = page.now();
  if (field) here.fieldKey = page.now();
  visitor.key(field);
};

const press: Act = ({ visitor, heres, note }) => {
  note('pointer down');
  hereOf(heres, visitor.front()).down = true;
  visitor.press();
};

const release: Act = ({ visitor, chance, heres, note }) => {
  const here = hereOf(heres, visitor.front());
  const px = chance.pick([0, 50]);
  if (here.down && px) here.drag = visitor.front().now();
  here.down = false;
  note(`pointer up ${px}`);
  visitor.release(px);
};

const drag: Act = ({ visitor, heres, note }) => {
  note('drag');
  hereOf(heres, visitor.front()).down = false;
  hereOf(heres, visitor.front()).drag = visitor.front().now();
  visitor.press();
  visitor.release(50);
};

const scroll: Act = ({ visitor, heres, note }) => {
  note('scroll');
  hereOf(heres, visitor.front()).scroll = visitor.front().now();
  visitor.front().fire('scroll');
};

const change: Act = ({ visitor: { front }, chance, note }) => {
  const what = chance.pick(['dialog', 'video', 'fullscreen', 'offline'] as const);
  front().state[what] = !front().state[what] && chance.happens(0.5);
  note(`${what}: ${front().state[what]}`);
};

const element: Act = ({ visitor: { front }, chance, note }) => {
  const name = chance.pick(ELEMENTS);
  const found = front().state.elements.get(name)!;
  found.seen = chance.happens(0.7);
  found.isConnected = chance.happens(0.8);
  note(`${name}: ${found.seen ? 'seen' : 'hidden'}, ${found.isConnected ? 'there' : 'gone'}`);
};

const go: Act = ({ visitor, chance, note }) => {
  const path = chance.pick(PATHS);
  note(`goes to ${path}`);
  visitor.goTo(path);
};

const submit: Act = ({ visitor: { front } }) => front().fire('submit');

const tab: Act = async ({ visitor, chance, heres, note }) => {
  hereOf(heres, visitor.front()).down = false;
  if (visitor.tabs().length < 3 && chance.happens(0.5)) {
    note('opens a tab');
    return visitor.open(chance.pick(PATHS));
  }
  const to = chance.pick([...visitor.tabs().keys()]);
  note(`turns to tab ${to}`);
  if (to !== visitor.frontIndex()) visitor.turnTo(to);
};

const reload: Act = async ({ visitor, truth, note }) => {
  const { id } = visitor.front();
  for (const view of truth.views) if (view.page === id && view.what === 'coming') view.what = 'did not come';
  note('reloads');
  await visitor.reload(visitor.frontIndex());
};

const answer: Act = ({ visitor, chance, note }) => {
  const standing = visitor.front().standing();
  const said = chance.pick<OutcomeAnswer>(['closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'not-now', 'not-now', 'never', 'mute', 'human', 'action', 'action', 'action', 'gone', 'gone', 'gone']);
  if (!standing) return;
  const besides = said === 'not-now' ? chance.pick([{}, { forMs: HOUR_MS }, { here: true }]) : {};
  note(`answers ${said} ${JSON.stringify(besides)}`);
  visitor.answer(said, besides);
};

const answerAside: Act = async (world) => {
  const { visitor, chance, truth, note } = world;
  const said = visitor.front().said();
  if (!said) return;
  const answer = chance.pick(({ known: ['tell-me', 'tell-me', 'closed'], works: ['closed'], helpful: ['yes', 'no', 'closed'] } as const)[said.kind]);
  note(`answers ${said.kind}: ${answer}`);
  if (answer === 'tell-me') truth.wanted.add(incidentOf(said));
  said.answer(answer);
  if (answer !== 'tell-me' || chance.happens(0.3)) return;
  await visitor.browser.advance(3000);
  over(world, incidentOf(said));
};

function over({ visitor, heres, truth, note }: World, id: string): void {
  const { incidents } = hereOf(heres, visitor.front());
  const known = incidents.find((incident) => incident.id === id);
  note(`${id} is over`);
  if (known) known.until = 0;
  else incidents.push({ id, places: [], until: 0 });
  truth.told.delete(id);
  visitor.front().running().host?.incident({ id, over: true, text: id });
}

/** In the preference centre: a rule that was silenced is wanted again. */
const revive: Act = ({ visitor, chance, truth, note }) => {
  const { past } = visitor.front().running();
  const silenced = past?.silenced() ?? [];
  if (!silenced.length) return;
  const { rule: id } = chance.pick(silenced);
  const intent = truth.rules.rules.find((rule) => rule.id === id)?.intent;
  note(`wants ${id} again`);
  past?.revive(id);
  const own = truth.views.filter(({ rule }) => rule.id === id);
  if (truth.level === 'none' && own.some((view) => view.answer === 'mute' && !view.revived)) truth.level = truth.levelBefore;
  for (const view of truth.views) if (own.includes(view) || (view.answer === 'never' && view.rule.intent === intent)) view.revived = true;
};

function want(truth: Truth, level: string): void {
  if (level === 'none' && truth.level !== 'none') truth.levelBefore = truth.level;
  truth.level = level;
}

const attributes: Act = ({ visitor, chance, heres, note }) => {
  const [name, value] = chance.pick<readonly [string, AttributeValue]>([['signedIn', true], ['signedIn', false], ['plan', 'free'], ['plan', 'team'], ['seats', 3], ['seats', 30]]);
  note(`${name} is ${value}`);
  hereOf(heres, visitor.front()).attributes.set(name, value);
  visitor.front().running().host?.setAttributes({ [name]: value });
};

const host: Act = (world) => {
  const { visitor, chance, truth, heres, note } = world;
  const page = visitor.front();
  const words = page.running().host;
  const here = hereOf(heres, page);
  const wall = visitor.browser.wall();
  const until = wall + chance.pick([5000, HOUR_MS]);
  const what = chance.pick(['incident', 'over', 'over', 'contacted', 'hold', 'holidays', 'level', 'level', 'hours']);
  note(`host: ${what}`);
  switch (what) {
    case 'incident': {
      const places = chance.pick([[], ['pay'], ['/checkout/*', 'card']]);
      const id = `i${here.incidents.length}`;
      here.incidents.push({ id, places, until });
      endsBy(truth, id, until);
      return words?.incident({ id, places, until, text: id });
    }
    case 'over': {
      // of this page, or of one that was told of on another
      const id = chance.pick([...truth.wanted, ...truth.wanted, ...here.incidents.map((incident) => incident.id), 'none']);
      return over(world, id);
    }
    case 'contacted':
      (truth.contacts as { intent: string; at: number }[]).push({ intent: 'pay', at: wall });
      return words?.contacted({ intent: 'pay' });
    case 'hold': {
      const because = chance.pick(['away', 'special-circumstances'] as const);
      here.holds.set(because, until);
      return words?.hold({ because, until });
    }
    case 'holidays':
      here.holidays.add(new Date(wall).toISOString().slice(0, 10));
      return words?.holidays([new Date(wall).toISOString().slice(0, 10)]);
    case 'level':
      want(truth, chance.pick(['all', 'all', 'important', 'critical', 'none']));
      return words?.prefer({ level: truth.level as 'all' });
    default: {
      const hours: readonly QuietHours[] = chance.pick([[], [{ from: 0, to: 1440, days: [] }], [{ from: 1200, to: 480, days: [] }]]);
      truth.ownHours = hours;
      return words?.prefer({ quiet: hours.map(({ from, to }) => ({ from: clock(from), to: clock(to) })) });
    }
  }
};

/** What the visitor does not get done is known to be broken. */
const breaks: Act = (world) => {
  const { visitor, truth, heres, note } = world;
  const id = `i${hereOf(heres, visitor.front()).incidents.length}`;
  const until = visitor.browser.wall() + HOUR_MS;
  note(`${id} breaks`);
  hereOf(heres, visitor.front()).incidents.push({ id, places: [], until });
  endsBy(truth, id, until);
  visitor.front().running().host?.incident({ id, until, text: id });
  told(world, world.chance.pick(SIGNALS), 1);
};

/** On another page another time may be said for what was told of. */
function endsBy({ ends }: Truth, id: string, until: number): void {
  ends.set(id, Math.min(ends.get(id) ?? until, until));
}

function clock(minutes: number): string {
  return [minutes / 60, minutes % 60].map((each) => String(Math.floor(each)).padStart(2, '0')).join(':');
}

const setClock: Act = ({ visitor, chance, truth, note }) => {
  const byMs = chance.pick([-MINUTE_MS, -25 * HOUR_MS, MINUTE_MS, 25 * HOUR_MS]);
  truth.wasSetBack ||= byMs < 0;
  note(`the clock is set by ${byMs}`);
  end(truth, visitor.browser.wall());
  visitor.browser.setClock(byMs);
};

/** What happens more often stands here more often. */
const ACTS: readonly Act[] = [
  ...Array<Act>(14).fill(trouble), ...Array<Act>(8).fill(answer), answerAside, answerAside, revive, amend, key, key, drag, drag, press, release, release, release, scroll, change, change, element, go, submit, tab, tab, reload, attributes, attributes, host, host, breaks, setClock,
];
