import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup, type OutputChunk } from 'rollup';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brotliBytes, oneOfMany, TAG_FILES } from './describeBuild.mjs';

const root = resolve(import.meta.dirname, '..');
const OTHERS = ['dead-click', 'error-loop', 'field-hesitation', 'workflow-abandon'];

/** Brotli bytes that each file may have; why the core has more than was hoped stands in docs/architecture.md. */
const BUDGETS: Readonly<Record<string, number>> = {
  'furrow.js': 2700, 'furrow.prompt.js': 3000, 'furrow.core.js': 8000, 'furrow.detect.js': 24_000, 'furrow.rules.js': 7700, 'furrow.speak.js': 14_700,
  'furrow.report.js': 5000, 'furrow.nudge.js': 9300, 'furrow.preact.js': 4300, 'furrow.besides.js': 2400, 'furrow.desk.js': 700, 'furrow.preferences.js': 6500, 'furrow.inspect.js': 11_400,
};

/** And of which a page loads one: words by surface, adapters by kind. */
const OF_MANY: Readonly<Record<string, number>> = { prompt: 770, nudge: 430, why: 1780, preferences: 1900, chat: 300, cmp: 480 };

let consumer = '';

beforeAll(() => {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('dist/ is missing; run npm run build first (npm test does)');
  consumer = mkdtempSync(join(tmpdir(), 'furrow-consumer-'));
  mkdirSync(join(consumer, 'node_modules'));
  symlinkSync(root, join(consumer, 'node_modules/furrow'));
});

afterAll(() => rmSync(consumer, { recursive: true, force: true }));

async function bundle(source: string): Promise<readonly OutputChunk[]> {
  const input = join(consumer, 'main.js');
  writeFileSync(input, source);
  const build = await rollup({ input, plugins: [nodeResolve()], onwarn: () => undefined });
  const { output } = await build.generate({ format: 'es' });
  return output.filter((file) => file.type === 'chunk');
}

/** The code that a page loads at once or with `run`: everything but the chunk that holds the registry. */
function loadedFrom(chunks: readonly OutputChunk[], start: OutputChunk | undefined, skip: (chunk: OutputChunk) => boolean): string {
  const seen = new Set<OutputChunk>();
  const visit = (chunk: OutputChunk | undefined): void => {
    if (!chunk || seen.has(chunk) || skip(chunk)) return;
    seen.add(chunk);
    for (const name of [...chunk.imports, ...chunk.dynamicImports]) visit(chunks.find(({ fileName }) => fileName === name));
  };
  visit(start);
  return [...seen].map(({ code }) => code).join('\n');
}

test('who imports one detector bundles no other', async () => {
  const chunks = await bundle(`import { rageClick } from 'furrow/detect'; console.log(rageClick());`);
  const code = chunks.map((chunk) => chunk.code).join('\n');
  expect(code).toContain('rage-click');
  for (const name of OTHERS) expect(code).not.toContain(name);
});

test('who runs furrow with one detector never loads the others', async () => {
  const chunks = await bundle(`import { createFurrow } from 'furrow'; import { rageClick } from 'furrow/detect'; createFurrow({ detectors: [rageClick()] });`);
  const entry = chunks.find((chunk) => chunk.isEntry);
  const code = loadedFrom(chunks, entry, (chunk) => chunk.facadeModuleId?.endsWith('chunks/notice.js') ?? false);
  // the built-in rules name every signal; what must be missing is the detectors' code
  const started = [...code.matchAll(/name:\s*["']([a-z-]+)["'],\s*family:\s*["']\w+["'],\s*start\b/g)].map((match) => match[1]);
  expect(started).toEqual(['rage-click']);
});

test('the entry of the package alone holds the gate and nothing else', async () => {
  const [entry] = await bundle(`import { createFurrow } from 'furrow'; createFurrow();`);
  expect(entry?.code).not.toMatch(/MutationObserver|indexedDB\.open|preact|showPopover/);
});

test('importing furrow does nothing by itself', async () => {
  const chunks = await bundle(`import 'furrow'; import 'furrow/detect';`);
  expect(chunks.map((chunk) => chunk.code.trim()).join('')).toBe('');
});

test.each(TAG_FILES)('%s weighs what was promised', (file) => {
  expect(brotliBytes(file)).toBeLessThanOrEqual(BUDGETS[file] ?? 0);
});

test('the words of a surface in any language, and the adapter of any chat or consent manager, weigh what was promised', () => {
  const files = oneOfMany();
  expect(files.length).toBe(4 * 7 + 12 + 8);
  for (const file of files) expect(brotliBytes(file), file).toBeLessThanOrEqual(OF_MANY[file.split('.')[1] ?? ''] ?? 0);
});

test('each file of the tag stands alone, but for what draws: it has Preact from beside it', () => {
  for (const file of TAG_FILES) expect(readFileSync(join(root, 'dist', file), 'utf8')).not.toMatch(/^import |\bfrom"\.(?!\/furrow\.preact\.js\?\d)/m);
});
