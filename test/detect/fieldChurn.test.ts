// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { fieldChurn } from '../../src/detect/fieldChurn';
import { formScene } from './formScene';

const FORM = '<form><input id="a"><input id="find" type="search"><input id="combo" role="combobox"><textarea id="notes"></textarea><input id="news" type="checkbox"><button></button></form><input id="free" type="checkbox">';

function setup() {
  const scene = formScene(fieldChurn(), FORM);
  const { type, find, edit, page } = scene;
  return {
    ...scene,
    /** Takes away letter by letter. */
    remove(selector: string, count = 100) {
      for (let left = count; left && find(selector).value; left--) edit(selector, find(selector).value.slice(0, -1), 'deleteContentBackward');
    },
    write: type,
    /** Goes to another field, and comes back. */
    comeBack(selector: string) {
      scene.enter('#notes');
      scene.enter(selector);
    },
    paste(selector: string, taken: string | undefined, types = ['text/plain']) {
      find(selector).focus();
      scene.send(selector, Object.assign(new Event('paste', { bubbles: true }), { clipboardData: { types } }));
      if (taken !== undefined) edit(selector, taken, 'insertFromPaste');
      page.paint();
    },
  };
}

test('emptied and written again, and again, and again', () => {
  const { write, remove, told, find } = setup();
  write('#a', 'one');
  remove('#a');
  write('#a', 'two');
  remove('#a');
  expect(told.filter(({ strength }) => strength >= 0.5)).toEqual([]);
  write('#a', 'six');
  remove('#a');
  write('#a', 'x');
  expect(told).toMatchObject([{ name: 'field-churn', at: 0, strength: 0.5, target: find('#a'), evidence: { count: 3, field: 'text' } }]);
});

test('coming back a fourth time to what was filled already', () => {
  const { write, comeBack, page, told } = setup();
  write('#a', 'x');
  for (let i = 0; i < 4; i++) {
    page.advance(10_000);
    comeBack('#a');
  }
  expect(told).toMatchObject([{ strength: 0.5, evidence: { count: 4, spanMs: 40_000 } }]);
});

test('what the page marks as wrong weighs more', () => {
  const { write, comeBack, find, told } = setup();
  write('#a', 'x');
  find('#a').setAttribute('aria-invalid', 'true');
  for (let i = 0; i < 3; i++) comeBack('#a');
  expect(told).toMatchObject([{ strength: 0.6000000000000001 }]);
});

test('taking away half of what is written, and coming back to it', () => {
  const { find, remove, comeBack, told } = setup();
  find('#a').value = 'a street that was filled in';
  remove('#a', 12);
  expect(told).toMatchObject([{ strength: 0.4 }]);
  for (let i = 0; i < 3; i++) comeBack('#a');
  expect(told).toMatchObject([{ strength: 0.5, evidence: { n: 12 } }]);
});

test('one box ticked and unticked, four times in twenty seconds', () => {
  const { choose, page, told } = setup();
  for (let i = 0; i < 4; i++) {
    choose('#news');
    page.advance(2000);
  }
  expect(told).toMatchObject([{ strength: 0.5, evidence: { field: 'choice', count: 4 } }]);
});

test.each<[string, (scene: ReturnType<typeof setup>) => void]>([
  ['a slip of the finger', ({ write, remove }) => { write('#a', 'Smith'); remove('#a', 2); write('#a', 'yth'); }],
  ['looking over what was written', ({ write, comeBack }) => { write('#a', 'x'); for (let i = 0; i < 3; i++) comeBack('#a'); }],
  ['coming back to an empty field', ({ comeBack }) => { for (let i = 0; i < 9; i++) comeBack('#a'); }],
  ['coming back now and then', ({ write, comeBack, page }) => { write('#a', 'x'); for (let i = 0; i < 9; i++) { page.advance(60_000); comeBack('#a'); } }],
  ['searching for one thing and another', ({ write, remove }) => { for (let i = 0; i < 4; i++) { write('#combo', 'abc'); remove('#combo'); } }],
  ['writing a long text over', ({ write, remove }) => { write('#notes', 'a long text of many words'); remove('#notes', 20); write('#notes', ' more'); }],
  ['composing a word', ({ send, find }) => { for (let i = 0; i < 40; i++) { find('#a').value = i % 2 ? '' : 'abc'; send('#a', new InputEvent('input', { bubbles: true, inputType: 'insertCompositionText', isComposing: true })); } }],
  ['what the page formats', ({ find, send }) => { for (let i = 0; i < 40; i++) { find('#a').value = i % 2 ? '' : 'abc'; send('#a', new Event('input', { bubbles: true })); } }],
  ['trying out a choice that works at once', ({ choose }) => { for (let i = 0; i < 9; i++) choose('#free'); }],
  ['choosing slowly', ({ choose, page }) => { for (let i = 0; i < 9; i++) { choose('#news'); page.advance(10_000); } }],
  ['coming back from another window, or from a button that writes into the text', ({ write, enter }) => { enter('#a'); write('#a', 'x'); for (let i = 0; i < 9; i++) enter('#a'); }],
  ['pictures pasted into a message', ({ paste }) => { for (let i = 0; i < 3; i++) paste('#notes', undefined, ['Files']); }],
  ['a paste that is taken', ({ paste }) => { paste('#a', 'x'); paste('#a', 'x'); paste('#a', 'x'); }],
  ['where the host forgives', ({ find, ignored, choose }) => { ignored.add(find('#news')); for (let i = 0; i < 9; i++) choose('#news'); }],
])('%s is no fight', (_what, does) => {
  const scene = setup();
  does(scene);
  expect(scene.told.filter(({ strength }) => strength >= 0.5)).toEqual([]);
  expect(scene.page.errors).toEqual([]);
});

test('a paste that is refused twice', () => {
  const { paste, told } = setup();
  paste('#a', undefined);
  paste('#a', undefined);
  expect(told).toMatchObject([{ strength: 0.5, evidence: { count: 2 } }]);
});

test('the page itself puts in what was pasted', () => {
  const { find, send, page, told } = setup();
  for (let i = 0; i < 3; i++) {
    find('#a').focus();
    send('#a', Object.assign(new Event('paste', { bubbles: true }), { clipboardData: { types: ['text/plain'] } }));
    find('#a').value += '1234';
    page.paint();
  }
  expect(told).toEqual([]);
});
