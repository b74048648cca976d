import type { Located } from '../lint/finding';
import { and, plural } from '../words';
import { html, type Html } from './html';
import type { Shown } from './shown';

/** What stands around everything that is shown of a file. */
export function page(title: string, { file, findings }: Shown, main: Html): string {
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · furrow preview</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview.css">
<script type="module" src="/reload.js"></script>
<header><a href="/">${file}</a><span>furrow preview</span></header>
<main>
<h1>${title}</h1>
${findings.length ? problems(findings) : html``}
${main}
</main>
</html>
`.html;
}

function problems(findings: readonly Located[]): Html {
  const [errors, warnings] = [findings.filter(({ severity }) => severity === 'error'), findings.filter(({ severity }) => severity !== 'error')];
  const counts = [...(errors.length ? [plural(errors.length, 'error')] : []), ...(warnings.length ? [plural(warnings.length, 'warning')] : [])];
  return html`<details class="problems" ${errors.length ? html`open` : html``}>
<summary>lint tells of ${and(counts)}</summary>
<ul>${[...errors, ...warnings].map(({ line, column, severity, code, path, message, instead }) => html`
<li><b class="${severity}">${severity}</b> <code>${line}:${column}</code> ${[path, message].filter(Boolean).join(': ')}${instead ? html`<br><span class="instead">${instead}</span>` : html``} <small>${code}</small></li>`)}
</ul>
</details>`;
}
