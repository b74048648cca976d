import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import dts from 'rollup-plugin-dts';
import ts from 'typescript';
import { describeBuild } from './test/describeBuild.mjs';

const { version, dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url)));
const { options: compilerOptions } = ts.convertCompilerOptionsFromJson(JSON.parse(readFileSync(new URL('tsconfig.json', import.meta.url))).compilerOptions, import.meta.dirname);
const isDependency = (id) => Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

/** Some seventy files are built of the same sources: each is transpiled once, and `tsc` checks the types of all. */
const transpiled = new Map();
const typescript = {
  name: 'typescript',
  transform(code, id) {
    if (!/\.tsx?$/.test(id)) return null;
    if (!transpiled.has(id)) {
      const { outputText, sourceMapText } = ts.transpileModule(code, { fileName: id, compilerOptions: { ...compilerOptions, sourceMap: true } });
      transpiled.set(id, { code: outputText.replace(/\/\/# sourceMappingURL=.*\n?$/, ''), map: sourceMapText });
    }
    return transpiled.get(id);
  },
};

/** terser may look into module-level names only where there is a module; for the classic script it finds that out itself. */
const plugins = () => [resolve({ extensions: ['.mjs', '.js', '.json', '.ts', '.tsx'] }), typescript, terser({ ecma: 2022, compress: { passes: 3, unsafe_arrows: true, global_defs: { VERSION: version } } })];

/** A part of the tag, fetched by `import()` from beside furrow.js. */
const part = (name, input) => ({
  input,
  plugins: plugins(),
  output: { file: `dist/furrow.${name}.js`, format: 'es', sourcemap: true },
});

/** A part that draws: Preact is a file of its own, so that a page has it once. */
const drawn = (name, input) => ({
  ...part(name, input),
  external: /^preact(\/|$)/,
  output: { ...part(name, input).output, paths: () => `./furrow.preact.js?${version}` },
});

const filesIn = (folder) => readdirSync(new URL(folder, import.meta.url), { withFileTypes: true });

/** A file for each consent manager and each chat that a tag may name: those that are named after one, the others are shared by them. */
const adapters = ['cmp', 'chat'].flatMap((kind) => [...readFileSync(new URL(`src/${kind}.ts`, import.meta.url), 'utf8').matchAll(/^export \{ (\w+) \}/gm)]
  .map(([, name]) => part(`${kind}.${name}`, `src/${kind}/${name}.ts`)));

/** A file for each language and surface. */
const words = filesIn('src/words').filter((entry) => entry.isDirectory())
  .flatMap(({ name: language }) => ['prompt', 'nudge', 'why', 'preferences'].map((surface) => part(`${surface}.${language}`, `src/words/${language}/${surface}.ts`)));

export default [
  { // the tag: the gate alone, a classic script
    input: 'src/script.ts',
    plugins: plugins(),
    output: { file: 'dist/furrow.js', format: 'iife', sourcemap: true },
  },
  part('core', 'src/run.ts'),
  part('detect', 'src/notice.ts'),
  part('rules', 'src/rules/load.ts'),
  part('speak', 'src/speak.ts'),
  part('report', 'src/report.ts'),
  part('prompt', 'src/consent/question.ts'),
  drawn('nudge', 'src/nudge/show.tsx'),
  drawn('besides', 'src/nudge/besides.tsx'),
  drawn('preferences', 'src/preferences/preferences.ts'),
  drawn('inspect', 'src/inspect/inspect.tsx'),
  part('preact', 'src/drawing.ts'),
  part('desk', 'src/desk.ts'),
  ...words,
  ...adapters,
  { // npm: the same lazy parts as chunks, the dependencies left to the consumer's bundler
    input: { index: 'src/index.ts', detect: 'src/detect.ts', consent: 'src/cmp.ts', chat: 'src/chat.ts' },
    external: isDependency,
    plugins: plugins(),
    output: {
      dir: 'dist', format: 'es', sourcemap: true, chunkFileNames: 'chunks/[name].js',
      // a chunk for each detector and for what they share, so that who takes one does not get the registry's others along
      manualChunks: (id, { getModuleInfo }) => {
        const importers = getModuleInfo(id)?.importers ?? [];
        return /\/(detect|watch)\//.test(id) && (importers.length > 1 || importers[0]?.endsWith('registry.ts')) ? basename(id, '.ts') : undefined;
      },
    },
  },
  { // the command line: one file with all that it needs, so that installing furrow installs nothing more
    input: 'cli/main.ts',
    external: /^node:/,
    plugins: [commonjs(), json(), ...plugins()],
    output: { file: 'dist/cli.js', format: 'es', banner: '#!/usr/bin/env node', inlineDynamicImports: true },
  },
  {
    input: { index: 'src/index.ts', detect: 'src/detect.ts', consent: 'src/cmp.ts', chat: 'src/chat.ts' },
    plugins: [dts(), describeBuild()],
    output: { dir: 'dist', format: 'es' },
  },
];
