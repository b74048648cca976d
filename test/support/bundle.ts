import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { type Plugin, rollup } from 'rollup';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles a piece of TypeScript for a page, as one ESM text. It may import from `/src/…`; types are stripped, not checked. */
export async function bundle(source: string): Promise<string> {
  const built = await rollup({ input: 'entry.ts', plugins: [typescript(source), nodeResolve()], onwarn: (warning, tell) => void (warning.code === 'CIRCULAR_DEPENDENCY' || tell(warning)) });
  const { output } = await built.generate({ format: 'esm', inlineDynamicImports: true });
  await built.close();
  return output[0].code;
}

function typescript(entry: string): Plugin {
  return {
    name: 'typescript-without-checks',
    async resolveId(id, importer) {
      if (!importer) return id;
      if (!/^[./]/.test(id)) return null;
      const path = id.startsWith('/') ? join(ROOT, id) : join(dirname(importer), id);
      const files = [path, `${path}.ts`, `${path}.tsx`];
      const found = await Promise.all(files.map((file) => stat(file).then((entry) => entry.isFile(), () => false)));
      return files[found.indexOf(true)] ?? null;
    },
    load: (id) => (id === 'entry.ts' ? entry : null),
    transform(code, id) {
      if (!/\.tsx?$/.test(id)) return null;
      const { target, module, jsx } = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.ReactJSX };
      return ts.transpileModule(code, { fileName: id, compilerOptions: { target, module, jsx, jsxImportSource: 'preact', verbatimModuleSyntax: true } }).outputText;
    },
  };
}
