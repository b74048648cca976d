import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from '../../src/rules/jsonFault';

test.each([
  ['', 'line 1, column 1: the file ends where a value should be'],
  ['{', 'line 1, column 2: the file ends where a key in double quotes or } should be'],
  ['[1', 'line 1, column 3: the file ends where a comma or ] should be'],
  ['[', 'line 1, column 2: the file ends where a value or ] should be'],
  ['{\n  "rules": [1, 2,],\n}', 'line 2, column 18: ] stands where a value should be'],
  ['{\n  "id": "a",\n}', 'line 3, column 1: } stands where a key in double quotes should be'],
  ['{ id: "a" }', 'line 1, column 3: i stands where a key in double quotes or } should be'],
  ["{ 'id': 1 }", "line 1, column 3: ' stands where a key in double quotes or } should be"],
  ['{ "id" "a" }', 'line 1, column 8: " stands where a colon should be'],
  ['{ "id": "a"\n  "note": 1 }', 'line 2, column 3: " stands where a comma or } should be'],
  ['// my rules\n{}', 'line 1, column 1: / stands where a value should be'],
  ['{} {}', 'line 1, column 4: { stands where nothing more should be'],
  ['{ "a": tru }', 'line 1, column 8: t stands where a value should be'],
  ['{ "a": 01 }', 'line 1, column 9: 1 stands where a comma or } should be'],
  ['{ "a": "no end }', 'line 1, column 8: text without its end, or with a wrong \\, stands where a value should be'],
  ['{ "a": "two\nlines" }', 'line 1, column 8: text without its end, or with a wrong \\, stands where a value should be'],
  ['{ "a":\u00a01 }', 'line 1, column 7: \u00a0 stands where a value should be'],
])('%j', (text, fault) => {
  expect(jsonFault(text)).toBe(fault);
});

test('in whatever text, the fault is never behind a right beginning that JSON could go on from', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', 'true', ' ', '\n', "'") }), (text) => {
    fc.pre(!isJson(text));
    const [, line, column] = /^line (\d+), column (\d+)/.exec(jsonFault(text))!;
    const lines = text.split('\n');
    const before = [...lines.slice(0, Number(line) - 1), lines[Number(line) - 1]!.slice(0, Number(column) - 1)].join('\n');
    expect(canGoOn(before)).toBe(true);
    expect(before === text || !canGoOn(`${before}${text.slice(before.length)}`)).toBe(true);
  }));
});

test('a long text without its end is told of, and quickly', () => {
  const before = performance.now();
  expect(jsonFault(`{ "a": "${'x'.repeat(990_000)}`)).toMatch(/^line 1, column 8: text without its end/);
  expect(jsonFault('['.repeat(990_000))).toMatch(/^line 1, column 990001: the file ends/);
  expect(performance.now() - before).toBeLessThan(2000);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether some end makes it JSON: the end that its open objects and lists need, after nothing, a value, a key or both. */
function canGoOn(text: string): boolean {
  const open = [...text.replace(/"[^"]*"/g, '').matchAll(/[{}[\]]/g)].reduce<string[]>((all, [mark]) => (/[{[]/.test(mark) ? [...all, mark] : all.slice(0, -1)), []);
  const ends = open.reverse().map((mark) => (mark === '{' ? '}' : ']')).join('');
  return ['', '1', ':1', '"k":1', ',"k":1'].some((more) => isJson(text + more + ends));
}
