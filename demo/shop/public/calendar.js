import { element } from './element.js';
import { all, one } from './find.js';

// made once: thirty of them with each press are felt on a slow machine
const monthName = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' });
const dayName = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });

/**
 * A calendar of our own, because many fast clicks on its arrows are honest and must not look like trouble.
 * @param {HTMLElement} calendar
 */
export function bindCalendar(calendar) {
  const today = new Date(new Date().toDateString());
  let month = new Date(today.getFullYear(), today.getMonth(), 1);
  let chosen = 0;

  function show() {
    one('.month p', HTMLElement, calendar).textContent = monthName.format(month);
    one('tbody', HTMLElement, calendar).replaceChildren(...weeks(month).map((week) => element('tr', {}, ...week.map(day))));
  }

  /** @param {Date} date */
  function day(date) {
    if (date.getMonth() !== month.getMonth()) return element('td');
    const button = element('button', {
      type: 'button',
      disabled: date <= today,
      'aria-pressed': String(date.getTime() === chosen),
      'aria-label': dayName.format(date),
      onclick: () => choose(date, button),
    }, String(date.getDate()));
    return element('td', {}, button);
  }

  /** @param {Date} date @param {HTMLButtonElement} button */
  function choose(date, button) {
    chosen = date.getTime();
    for (const each of all('tbody button', HTMLButtonElement, calendar)) each.ariaPressed = String(each === button);
    one('output', HTMLOutputElement, calendar).value = dayName.format(date);
  }

  for (const button of all('.month button', HTMLButtonElement, calendar)) {
    button.addEventListener('click', () => {
      month = new Date(month.getFullYear(), month.getMonth() + Number(button.dataset.by), 1);
      show();
    });
  }
  show();
}

/** The weeks that touch a month, Monday first. @param {Date} month */
function weeks(month) {
  const days = new Date(month.getFullYear(), month.getMonth() + 1, 0).getDate();
  const before = (month.getDay() + 6) % 7;
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => new Date(month.getFullYear(), month.getMonth(), 1 - before + week * 7 + weekday)));
}
