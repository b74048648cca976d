import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseRules } from '../../../src/rules/read';
import { furrow } from '../given';
import { asLines, AT, live, type Happens } from './given';

const folder = mkdtempSync(join(tmpdir(), 'furrow-sample-'));
const HOUR_MS = 3_600_000;

const rule = (score: number) => ({ rules: [{ id: 'card-help', where: { element: 'pay' }, help: { score }, nudge: { template: 'tooltip', title: 'Trouble with the card?', body: 'You can pay by invoice.' } }] });

/** What three kinds of visitors meet: a press in vain, a burst of them, a press that was answered after all. */
const KINDS: readonly (readonly Happens[])[] = [
  [{ afterS: 40, name: 'dead-click', strength: 0.75 }],
  [{ afterS: 65, name: 'rage-click', strength: 0.8 }, { afterS: 20, name: 'dead-click', strength: 0.75 }],
  [{ afterS: 12, id: 'late', name: 'dead-click', strength: 0.6 }, { afterS: 3, id: 'late', strength: 0 }],
  [{ afterS: 90, name: 'rage-click', strength: 0.7 }],
];

test('what docs/cli.md shows of a replay is what is seen', async () => {
  const text = JSON.stringify(rule(60));
  const files: Readonly<Record<string, string>> = { 'furrow.json': text, 'new.json': JSON.stringify(rule(50)), 'facts.ndjson': '' };
  const lines: string[] = [];
  for (let visit = 0; visit < 60; visit++) {
    const { facts } = await live(parseRules(text, 'furrow.json').rules, KINDS[visit % KINDS.length] ?? [], { visit: `v${visit}`, at: AT + (visit % 9) * HOUR_MS });
    lines.push(asLines(facts, `v${visit}`));
  }
  for (const [name, content] of Object.entries({ ...files, 'facts.ndjson': lines.join('') })) writeFileSync(join(folder, name), content);
  const seen = await furrow(['replay', join(folder, 'new.json'), join(folder, 'facts.ndjson'), '--against', join(folder, 'furrow.json'), '--zone', 'UTC']);
  expect(seen.err).toBe('');
  const [shown = ''] = /\$ furrow replay new\.json[^\n]*\n([^]*?)\n```/.exec(readFileSync('docs/cli.md', 'utf8'))?.slice(1) ?? [];
  expect(shown).not.toBe('');
  expect(seen.out.replaceAll(`${folder}/`, '').split('\n\nAssumed open')[0]).toBe(shown);
});
