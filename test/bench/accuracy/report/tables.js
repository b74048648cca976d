import { SIGNALS, contest, isHonest, scored } from '../scenarios.js';
import { alarmsOnHonest, bootstrapF1, count, f1, precision, recall, wilson } from '../score.js';
import { contestRunsOf, runsOf } from './data.js';

/** @import { Entry } from './data.js' */
/** @import { Interval } from '../score.js' */
/** @typedef {ReturnType<typeof runsOf>} Runs */

const NONE = '–';
const all = Object.keys(SIGNALS);

/** What furrow is to reach on its own set. */
const GOAL = { precision: 0.97, recall: 0.95, each: 0.9, alarms: 0.01 };

/**
 * The part of docs/benchmarks.md that the contest writes.
 * @param {readonly Entry[]} entries
 */
export function report(entries) {
  return [
    `${contest.length} scenarios that everybody plays, ${contest.filter(isHonest).length} of them honest behaviour that merely looks like friction; furrow plays ${scored.length - contest.length} more of the same kinds, ${scored.length} in all, ${scored.filter(isHonest).length} of them honest. Which are played by everybody is picked by nothing but their ids. Numbers in brackets are 95 % intervals: Wilson's for shares, a bootstrap over the scenarios for F1.`,
    '### All signals together',
    overall(entries),
    goal(entries),
    '### F1 by signal',
    'A dash: not offered.',
    matrix(entries),
    ...all.filter((signal) => offering(entries, signal).length > 1).flatMap((signal) => [`### ${signal}`, `Meant: ${SIGNALS[signal]}.`, detail(offering(entries, signal), [signal])]),
    '### Signals that nobody else offers',
    `On all ${scored.length} scenarios.`,
    alone(entries),
    '### Who took part',
    table(['contestant', 'version', 'kB minified', 'scenarios', 'played', 'how its signals are read'], entries.map((entry) => [entry.label, entry.version, String(Math.round(entry.bytes / 1000)), String(runsOf(entry).length), `${entry.date}, Chromium ${entry.chromium}`, entry.read])),
  ].join('\n\n');
}

/** @param {readonly Entry[]} entries */
function overall(entries) {
  const own = entries.filter(({ name }) => name === 'furrow');
  const rows = [...entries.map((entry) => row(entry, entry.label, contestRunsOf(entry))), ...own.map((entry) => row(entry, `${entry.label}, all ${scored.length}`, runsOf(entry)))];
  return table(['contestant', 'offers', 'true', 'false', 'missed', 'precision', 'recall', 'F1 over what it offers', `F1 over all ${all.length}`, 'false alarms on honest visits'], rows);
}

/** @param {Entry} entry @param {string} label @param {Runs} runs */
function row({ offers }, label, runs) {
  const { alarmed, honest } = alarmsOnHonest(runs, offers);
  const share = honest === 0 ? NONE : `${alarmed} of ${honest}, ${percent(alarmed / honest)} ${interval(wilson(alarmed, honest), percent)}`;
  return [label, `${offers.length} signals`, ...measures(runs, offers), number(f1(count(runs, all))), share];
}

/** @param {readonly Entry[]} entries */
function goal(entries) {
  const own = entries.find(({ name }) => name === 'furrow');
  if (!own) return '';
  const runs = runsOf(own);
  const counts = count(runs, own.offers);
  const weak = own.offers.filter((signal) => [precision, recall].some((measure) => (measure(count(runs, [signal])) ?? 1) < GOAL.each));
  const { alarmed, honest } = alarmsOnHonest(runs, own.offers);
  const lines = [
    [`precision of at least ${GOAL.precision}`, (precision(counts) ?? 0) >= GOAL.precision],
    [`recall of at least ${GOAL.recall}`, (recall(counts) ?? 0) >= GOAL.recall],
    [`no signal under ${GOAL.each.toFixed(2)} on either${weak.length ? ` (${weak.join(', ')})` : ''}`, weak.length === 0],
    [`false alarms on at most ${percent(GOAL.alarms)} of the honest visits`, alarmed <= honest * GOAL.alarms],
  ];
  return `furrow's goals, on all that it plays: ${lines.map(([text, met]) => `${text}: **${met ? 'met' : 'missed'}**`).join('; ')}.`;
}

/** @param {readonly Entry[]} entries */
function matrix(entries) {
  return table(['signal', 'true in', ...entries.map(({ label }) => label)], all.map((signal) => [
    `\`${signal}\``,
    String(contest.filter(({ truth }) => truth.includes(signal)).length),
    ...entries.map((entry) => (entry.offers.includes(signal) ? number(f1(count(contestRunsOf(entry), [signal]))) : NONE)),
  ]));
}

/** @param {readonly Entry[]} entries @param {readonly string[]} signals */
function detail(entries, signals) {
  return table(['contestant', 'true', 'false', 'missed', 'precision', 'recall', 'F1'], entries.map((entry) => [entry.label, ...measures(contestRunsOf(entry), signals)]));
}

/** @param {readonly Entry[]} entries */
function alone(entries) {
  const rows = all.flatMap((signal) => {
    const [entry, ...others] = offering(entries, signal);
    return entry && others.length === 0 ? [[`\`${signal}\``, SIGNALS[signal] ?? '', ...measures(runsOf(entry), [signal])]] : [];
  });
  return table(['signal', 'meant', 'true', 'false', 'missed', 'precision', 'recall', 'F1'], rows);
}

/** @param {readonly Entry[]} entries @param {string} signal */
const offering = (entries, signal) => entries.filter(({ offers }) => offers.includes(signal));

/** @param {Runs} runs @param {readonly string[]} signals */
function measures(runs, signals) {
  const counts = count(runs, signals);
  const { hits, falseAlarms, misses } = counts;
  return [
    String(hits), String(falseAlarms), String(misses),
    `${number(precision(counts))} ${hits + falseAlarms === 0 ? '' : interval(wilson(hits, hits + falseAlarms), number)}`.trim(),
    `${number(recall(counts))} ${hits + misses === 0 ? '' : interval(wilson(hits, hits + misses), number)}`.trim(),
    `${number(f1(counts))} ${hits + misses + falseAlarms === 0 ? '' : interval(bootstrapF1(runs, signals), number)}`.trim(),
  ];
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const isNumber = (/** @type {number} */ column) => rows.length > 0 && rows.every((row) => /^(\d|–)/.test(row[column] ?? ''));
  return [line(head), line(head.map((_, column) => (column > 0 && isNumber(column) ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** @param {number | undefined} value */
const number = (value) => (value === undefined ? NONE : value.toFixed(2));

/** @param {number} share */
const percent = (share) => `${(share * 100).toFixed(1)} %`;

/** @param {Interval} interval @param {(value: number) => string} say */
const interval = ([from, to], say) => `(${say(from)}–${say(to)})`;
