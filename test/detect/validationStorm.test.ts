// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { validationStorm } from '../../src/detect/validationStorm';
import { formScene } from './formScene';

function setup() {
  const scene = formScene(validationStorm(), '<form><input id="a"><input id="b"><input id="c"><input id="d"></form>');
  const form = scene.find<Element>('form');
  return {
    ...scene, form,
    refuse(...ids: string[]) {
      scene.page.advance(5000);
      scene.attempt(form, 'begun');
      scene.attempt(form, 'failed', { wrong: ids.map((id) => scene.find(`#${id}`)) });
    },
  };
}

test('three fields refused at once', () => {
  const { form, refuse, told } = setup();
  refuse('a', 'b', 'c');
  expect(told).toMatchObject([{ name: 'validation-storm', at: 5000, strength: 0.6, target: form, evidence: { n: 3, count: 0 } }]);
});

test('one or two fields that were overlooked', () => {
  const { refuse, told } = setup();
  refuse('a', 'b');
  refuse('a', 'b');
  expect(told).toEqual([]);
});

test('a field that is refused again after two corrections', () => {
  const { find, refuse, edit, told } = setup();
  refuse('a');
  edit('#a', '1', 'insertText');
  refuse('a');
  expect(told).toEqual([]);
  edit('#a', '12', 'insertText');
  edit('#a', '123', 'insertText');
  refuse('a');
  expect(told).toMatchObject([{ strength: 0.75, target: find('#a'), evidence: { n: 1, count: 2 } }]);
});

test('sending again without a correction corrects nothing', () => {
  const { refuse, edit, told } = setup();
  edit('#a', '1', 'insertText');
  for (let i = 0; i < 4; i++) refuse('a');
  expect(told).toEqual([]);
});

test('it grows surer, and is taken back when the form gets through', () => {
  const { form, refuse, edit, attempt, told } = setup();
  refuse('a', 'b', 'c');
  for (let i = 0; i < 2; i++) {
    edit('#a', 'x', 'insertText');
    refuse('a', 'b', 'c');
  }
  expect(told).toMatchObject([{ strength: 0.75, evidence: { count: 2 } }]);
  attempt(form, 'done');
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
});

test('the next order in the same form begins anew', () => {
  const { form, refuse, edit, attempt, told } = setup();
  for (let i = 0; i < 4; i++) {
    refuse('a');
    edit('#a', 'x', 'insertText');
    attempt(form, 'begun');
    attempt(form, 'done');
  }
  expect(told).toEqual([]);
  for (let i = 0; i < 2; i++) {
    refuse('a', 'b', 'c');
    attempt(form, 'begun');
    attempt(form, 'done');
  }
  expect(told).toHaveLength(2);
});

test('a slow server that refuses after all', () => {
  const { form, refuse, attempt, find, told } = setup();
  refuse('a', 'b', 'c');
  attempt(form, 'begun');
  attempt(form, 'done');
  attempt(form, 'failed', { wrong: ['#a', '#b', '#c'].map((id) => find(id)) });
  expect(told).toMatchObject([{ strength: 0.6, evidence: expect.not.objectContaining({ hiccup: true }) as unknown }]);
});

test('the field that is stuck is told, not the first', () => {
  const { find, refuse, edit, told } = setup();
  for (const text of ['1', '12']) {
    refuse('b');
    edit('#b', text, 'insertText');
  }
  refuse('a', 'b');
  expect(told).toMatchObject([{ target: find('#b') }]);
});

test.each([
  ['a code of six digits', '<input maxlength="1">'.repeat(6)],
  ['a date of three parts', `<div role="group">${'<span role="spinbutton" tabindex="0"></span>'.repeat(3)}</div>`],
  ['a choice of four', `<div role="radiogroup">${'<input type="radio">'.repeat(4)}</div>`],
])('%s is one field', (_what, html) => {
  const scene = formScene(validationStorm(), `<form>${html}</form>`);
  const form = scene.find<Element>('form');
  scene.attempt(form, 'failed', { wrong: [...form.querySelectorAll('input,span')] });
  expect(scene.told).toEqual([]);
});

test('where the host forgives', () => {
  const { form, refuse, ignored, told } = setup();
  ignored.add(form);
  refuse('a', 'b', 'c');
  expect(told).toEqual([]);
});
