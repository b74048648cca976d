// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { prompt } from '../../src/consent/prompt';
import { promptStyle } from '../../src/consent/promptStyle';
import { fingerprintOf, purposesOf } from '../../src/consent/receipt';
import { partsOf } from '../support/partsOf';
import { LANGUAGES } from '../words/given';

const root = resolve(import.meta.dirname, '../..');
const doc = readFileSync(`${root}/docs/consent.md`, 'utf8');
const types = readFileSync(`${root}/src/types.ts`, 'utf8');

/** The members of an interface or a union, as they are written. */
const written = (pattern: RegExp, each: RegExp): readonly string[] => [...(pattern.exec(types)?.[1] ?? '').matchAll(each)].map(([, name = '']) => name);

test('the page names every field of a receipt, every purpose, family, answer and surface', () => {
  const names = [
    ...written(/interface Receipt \{([^}]*)\}/, /readonly (\w+)\??:/g),
    ...['Purpose', 'SignalFamily', 'Answer', 'ConsentSurface'].flatMap((name) => written(new RegExp(`type ${name} = ([^;]*);`), /['\`]([\w-]+:?)/g)),
  ];
  expect(names.length).toBeGreaterThan(25);
  for (const name of names) expect(doc, name).toContain(`\`${name}\``);
});

test('the page has the hash of the words in each language', async () => {
  for (const language of LANGUAGES) {
    const words = await partsOf({})(`prompt.${language}`);
    const { textHash } = await prompt(document, { words, purposes: purposesOf({}), collects: false, fingerprint: fingerprintOf({}), last: undefined }, AbortSignal.abort());
    expect(doc).toContain(`| ${language} | \`${textHash}\` |`);
  }
});

test('the page names every property by which the question can be themed', () => {
  const properties = [...promptStyle.matchAll(/var\((--furrow-[\w-]+)/g)].map(([, name]) => name);
  expect(new Set(properties).size).toBeGreaterThan(8);
  for (const property of properties) expect(doc).toContain(`\`${property}\``);
});

test('the fingerprint that the page shows is one', () => {
  expect(doc).toContain(`\n${fingerprintOf({ collect: '/collect', retention: 90 })}\n`);
});
