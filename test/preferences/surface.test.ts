// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createSurface } from '../../src/preferences/surface';

/** A visitor has opened the centre from a menu that is gone when they close it. */
async function openedAndClosed(page: string): Promise<HTMLElement> {
  document.body.innerHTML = page;
  const { dialog, closed } = createSurface(window, 'en', undefined);
  dialog.showModal();
  dialog.close();
  await closed;
  return document.querySelector<HTMLElement>('h1')!;
}

test('where the opener is gone the page’s first heading takes the focus, and is then as it was', async () => {
  const heading = await openedAndClosed('<h1>Pay</h1>');
  expect(document.activeElement).toBe(heading);
  heading.blur();
  expect(heading.outerHTML).toBe('<h1>Pay</h1>');
});

test('a heading that the page itself has made focusable stays so', async () => {
  const heading = await openedAndClosed('<h1 tabindex="0">Pay</h1>');
  expect(document.activeElement).toBe(heading);
  heading.blur();
  expect(heading.outerHTML).toBe('<h1 tabindex="0">Pay</h1>');
});
