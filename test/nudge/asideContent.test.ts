// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, test } from 'vitest';
import type { Aside } from '../../src/parts';
import { createAsideContent } from '../../src/nudge/asideContent';
import { Card } from '../../src/nudge/Card';
import { words } from '../../src/words/en/nudge';
import { words as why } from '../../src/words/en/why';
import { givenHelp } from '../support/givenHelp';

function setup(kind: Aside['kind'], text?: Aside['text']) {
  document.body.innerHTML = '<div id="at"></div>';
  const at = document.querySelector('#at')!;
  const told: unknown[] = [];
  const draw = (): void => render(h(Card, { title: content.title, close: 'Close', onClose: close, children: content.draw() }), at);
  const close = (): void => void told.push('closes');
  const { besides } = givenHelp();
  const content = createAsideContent({ kind, text, words, besides, locale: 'de', anchor: () => undefined, settings: () => told.push('settings') }, why, {
    attempt: (task) => task(), close,
    onChange(to) {
      draw();
      told.push(at.querySelector(to ?? '')?.textContent);
    },
    tell: (answer) => told.push(answer),
  });
  draw();
  const shown = () => [...at.querySelectorAll('h2,p,button')].map((element) => element.getAttribute('aria-label') ?? element.textContent).filter(Boolean);
  const press = (name: string): void => [...at.querySelectorAll('button')].find((button) => button.textContent === name || button.getAttribute('aria-label') === name)!.click();
  return { at, told, shown, press };
}

test('a known problem is named, and the visitor may be told when it works', () => {
  const { shown, told, press } = setup('known');
  expect(shown()).toEqual(['We know about this problem', 'Something is not working here. It is being repaired.', 'Tell me when it works', 'Settings', 'Close']);
  press('Tell me when it works');
  expect(told).toEqual(['tell-me', 'Close']);
  expect(shown()).toEqual(['We know about this problem', 'You will be told here.', 'Close', 'Settings', 'Close']);
  press('Close');
  expect(told).toEqual(['tell-me', 'Close', 'closes']);
});

test('a host’s own words for the problem come in the visitor’s language', () => {
  expect(setup('known', { en: 'Cards are down.', de: 'Karten gehen gerade nicht.' }).shown()[1]).toBe('Karten gehen gerade nicht.');
});

test('that it works again needs no answer', () => {
  const { shown, press, told } = setup('works');
  expect(shown()).toEqual(['It works again', 'What did not work before should work now.', 'Settings', 'Close']);
  press('Close');
  expect(told).toEqual(['closes']);
});

test.each(['Yes', 'No'])('whether help was any good is asked with two equal buttons: %s', (said) => {
  const { at, told, shown, press } = setup('helpful');
  const looks = [...at.querySelectorAll('.main button')].map((button) => [button.className, button.getAttribute('part')]);
  expect(looks).toEqual([['', 'button'], ['', 'button']]);
  expect(at.querySelector('[role=status]')?.textContent).toBe('');
  press(said);
  expect(told[0]).toBe(said.toLowerCase());
  expect(at.querySelector('[role=status]')?.textContent).toBe('Thank you.');
  expect(shown()).toEqual(['Was this helpful?', 'Thank you.', 'Close', 'Settings', 'Close']);
});

test('an aside leads to the settings too', () => {
  const { told, press } = setup('known');
  press('Settings');
  expect(told).toEqual(['settings']);
});
