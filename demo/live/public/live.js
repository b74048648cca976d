/** Without the live feed: how often to ask instead. A person who waits for a fact looks about this often. */
const ASK_AGAIN_MS = 2000;
/** More lines than anybody reads at once; the rest is in the NDJSON. */
const MOST_LINES = 200;

/** @typedef {Readonly<Record<string, unknown>> & { id: string, at: number, kind: string, route: string }} Fact */

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const state = byId('state');
const pause = byId('pause');
/** The facts that stand on the page. @type {Set<string>} */
let known = new Set();
let paused = false;
let asking = false;
let missed = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let again;

pause.addEventListener('click', () => {
  paused = !paused;
  pause.ariaPressed = String(paused);
  pause.textContent = paused ? 'Go on' : 'Pause';
  say(paused ? 'paused' : 'live', paused ? 'Paused' : 'Live');
  if (!paused) void refresh();
});

listen();
void refresh();

/** The feed only rings; what arrived is then asked for, so that a missed ring loses nothing. */
function listen() {
  const feed = new EventSource('/live');
  feed.addEventListener('batch', () => void refresh());
  feed.addEventListener('open', () => void refresh());
  feed.addEventListener('error', () => void refresh());
}

async function refresh() {
  if (paused) return;
  missed = asking;
  if (asking) return;
  asking = true;
  clearTimeout(again);
  try {
    const [facts, summary] = await Promise.all([ask(`/facts?limit=${MOST_LINES}`), ask('/summary')]);
    show(facts.facts, summary);
    if (!paused) say('live', 'Live');
  } catch {
    say('lost', 'The collector does not answer. Is the demo still running?');
    again = setTimeout(refresh, ASK_AGAIN_MS);
  }
  asking = false;
  if (missed) void refresh();
}

/** @param {string} path */
async function ask(path) {
  const answer = await fetch(path, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** @param {readonly Fact[]} facts @param {Readonly<Record<string, unknown>>} summary */
function show(facts, summary) {
  for (const count of document.querySelectorAll('[data-count]')) {
    if (count instanceof HTMLElement) count.textContent = Number(summary[count.dataset.count ?? ''] ?? 0).toLocaleString('en');
  }
  byId('empty').hidden = facts.length > 0;
  byId('scroll').hidden = facts.length === 0;
  byId('facts').replaceChildren(...facts.map((fact) => line(fact, known.size > 0 && !known.has(fact.id))));
  known = new Set(facts.map(({ id }) => id));
}

/** @param {Fact} fact @param {boolean} isNew */
function line(fact, isNew) {
  const { kind, at, route } = fact;
  const row = document.createElement('tr');
  row.className = isNew ? 'new' : '';
  const cells = [new Date(at).toLocaleTimeString(), kind, String(fact.name ?? fact.rule ?? ''), route, String(fact.place ?? ''), howMuch(fact), evidence(fact)];
  row.append(...cells.map(cell));
  return row;
}

/** A path of tags may break after each of its steps. @param {string} words */
function cell(words) {
  const made = document.createElement('td');
  if (words) made.append(...words.split(/(?<=>)/).flatMap((step) => [step, document.createElement('wbr')]));
  return made;
}

/** @param {Fact} fact */
function howMuch({ kind, strength, score, confidence, afterMs }) {
  if (kind === 'signal') return strength === 0 ? 'taken back' : `strength ${Number(strength).toFixed(2)}`;
  if (kind === 'decision') return `score ${score}, sure ${confidence}`;
  return kind === 'outcome' ? `after ${(Number(afterMs) / 1000).toFixed(1)} s` : '';
}

/** @param {Fact} fact */
function evidence({ kind, evidence: seen, gate, code, wouldShow, arm, template, answer, whyOpened, helpful }) {
  if (kind === 'signal') return Object.entries(seen ?? {}).map(([name, value]) => (value === true ? name : `${name} ${value}`)).join(' · ');
  if (kind === 'decision') return gate === 'show' ? 'spoke' : `${wouldShow ? 'would have spoken' : 'silent'}: ${code}${arm ? `, ${arm}` : ''}`;
  if (kind === 'feedback') return helpful ? 'it was helpful' : 'it was not helpful';
  return kind === 'outcome' ? `${answer}${whyOpened ? ', having read why' : ''}` : String(template);
}

/** @param {string} kind @param {string} words */
function say(kind, words) {
  state.dataset.state = kind;
  if (state.textContent !== words) state.textContent = words;
}
