/** What furrow's drawn parts take of Preact: a file of its own beside the tag, so that a page that shows two of them has it once. */
export { Fragment, render } from 'preact';
export { jsx, jsxs } from 'preact/jsx-runtime';
