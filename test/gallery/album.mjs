import { looks } from './looks.mjs';
import { surfaces } from './surfaces.mjs';

/** The name of a picture; all that it shows stands in it. */
export const fileOf = (surface, state, look) => `${surface}-${state}.${look}.webp`;

/** Whether a state is looked at in a look. */
export function isWanted(surface, state, look) {
  if (surface.looks && !surface.looks.includes(look)) return false;
  const { of } = looks[look];
  return of === 'all' || (of === 'once' ? surface.once === state : surface.languages.includes(state));
}

const statesOf = (surface) => surface.scenes.flatMap(({ states }) => states);

/** Every picture there should be. @type {readonly string[]} */
export const pictures = surfaces.flatMap((surface) => statesOf(surface).flatMap(([state]) => Object.keys(looks).filter((look) => isWanted(surface, state, look)).map((look) => fileOf(surface.name, state, look))));

/** The pictures as a page. */
export function album() {
  return `# The gallery

Every surface that visitors meet, in every state, as the built files draw it on a page of our own with no theme. \`npm run gallery\` takes the pictures anew
(\`-- --only tooltip\` takes those of one surface) with the Chromium and the fonts that are installed; day and time are always the same. A picture whose state is gone goes with it.

What was tested for whom, and what was not, is in [accessibility.md](accessibility.md).

${surfaces.map(sectionOf).join('\n')}`;
}

function sectionOf(surface) {
  return `## ${surface.title}\n\n${statesOf(surface).map(([state, about]) => stateOf(surface, state, about)).join('\n')}`;
}

function stateOf(surface, state, about) {
  const rows = ['all', 'languages', 'once'].map((kind) => Object.keys(looks).filter((look) => looks[look].of === kind && isWanted(surface, state, look))).filter((row) => row.length);
  return `### ${surface.title}: ${state.replaceAll('-', ' ')}\n\n${about}\n\n${rows.map((row) => tableOf(surface, state, row)).join('\n')}`;
}

function tableOf(surface, state, row) {
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  const image = (look) => `![${surface.title}, ${state.replaceAll('-', ' ')}, ${looks[look].title}](gallery/${fileOf(surface.name, state, look)})`;
  return line(row.map((look) => looks[look].title)) + line(row.map(() => '---')) + line(row.map(image));
}
