// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { fieldsOf, formOf, purposeOf, wrongIn } from '../../src/watch/form';

function setup(html: string) {
  document.body.innerHTML = html;
  const find = (selector: string) => document.querySelector(selector)!;
  return { find, form: find('form') };
}

test('a field belongs to the form around it, and to the one that it names', () => {
  const { find } = setup('<form id="a"><p><input id="x"></p></form><input id="y" form="a"><input id="z">');
  expect(formOf(find('#x'))).toBe(find('#a'));
  expect(formOf(find('#y'))).toBe(find('#a'));
  expect(formOf(find('#z'))).toBeUndefined();
});

test('fields and a button in a box are a form, though nobody called them one', () => {
  const { find } = setup('<main><section><div><label><input id="name"></label></div><input id="mail"><div><button>Go</button></div></section></main>');
  expect(formOf(find('#name'))).toBe(find('section'));
  expect(formOf(find('button'))).toBe(find('section'));
});

test('a field alone with its button, or fields without one, are no form; nor is the page', () => {
  const { find } = setup('<main><div><input id="voucher"><button>Use</button></div><section><input id="a"><input id="b"></section></main>');
  expect(formOf(find('#voucher'))).toBeUndefined();
  expect(formOf(find('#a'))).toBeUndefined();
});

test('a field inside a component belongs to the form around the component', () => {
  const { find, form } = setup('<form><x-field></x-field></form>');
  const root = find('x-field').attachShadow({ mode: 'open' });
  root.innerHTML = '<input>';
  expect(formOf(root.querySelector('input')!)).toBe(form);
});

test.each([
  ['login', '<form><input><input type="password"></form>'],
  ['submit', '<form><input><input type="password"><input type="password"></form>'],
  ['submit', '<form><input><input type="password" autocomplete="new-password"></form>'],
  ['submit', '<form><input><input><input><input><input type="password"></form>'],
  ['payment', '<form><input autocomplete="cc-number"><input type="password"></form>'],
  ['search', '<form><input type="search"></form>'],
  ['search', '<form role="search"><input></form>'],
  ['search', '<form><input name="q"><select></select></form>'],
  ['submit', '<form><input type="search"><input><input></form>'],
  ['submit', '<form><textarea></textarea></form>'],
])('a form is for %s by its fields: %s', (kind, html) => {
  expect(purposeOf(setup(html).form)).toBe(kind);
});

test('buttons, boxes and hidden fields ask for nothing to be written', () => {
  const { form } = setup('<form><input type="hidden"><input type="checkbox"><input type="submit"><input><select></select><textarea></textarea><button></button></form>');
  expect(fieldsOf(form)).toHaveLength(3);
});

test('wrong is what the page marks, and what the browser refuses where it is asked', () => {
  const fields = '<input aria-invalid="true"><input required><select aria-invalid="false"></select>';
  expect(wrongIn(setup(`<form>${fields}</form>`).form)).toHaveLength(2);
  expect(wrongIn(setup(`<form novalidate>${fields}</form>`).form)).toHaveLength(1);
});

test('what a wizard still hides is not refused', () => {
  const { form, find } = setup('<form><input required><input id="later" required></form>');
  Object.assign(find('#later'), { checkVisibility: () => false });
  expect(wrongIn(form)).toHaveLength(1);
});
