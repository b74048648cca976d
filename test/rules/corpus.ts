/** A whole rules file and what is said of it, `path: message`, in order. */
export type Case = readonly [title: string, file: unknown, ...problems: readonly string[]];

const help = { id: 'help', nudge: { template: 'tooltip', title: 'Stuck?' } };

const rule = (more: object): object => ({ rules: [{ ...help, ...more }] });

const nudge = (more: object): object => rule({ nudge: { ...help.nudge, ...more } });

const call = (more: object): object => nudge({ ctas: [{ label: 'Go', do: 'close', ...more }] });

const places = (more: object, where: object = {}): object => ({ places: more, rules: [{ ...help, where }] });

const parsed = (text: string): unknown => JSON.parse(text);

export const good: readonly Case[] = [
  ['ten lines', {
    $schema: './node_modules/furrow/docs/rules.schema.json',
    rules: [{ id: 'checkout-help', where: { page: '/checkout/*' }, nudge: { template: 'tooltip', title: 'Stuck? We can help.' } }],
  }],
  ['everything', {
    $schema: 'x', format: 1, id: 'checkout', version: '2026-11-20.1', note: ['one', 'two'],
    places: {
      pages: { payment: { path: ['/checkout/pay', '/pay/:id'], notPath: '/pay/help' }, thanks: { path: '/thanks' } },
      elements: { card: { find: ['[data-furrow=card]', 'pay-form >>> input[name=card]'] }, pay: { find: '.pay' } },
      workflows: { checkout: { steps: [{ id: 'cart', page: '/cart' }, { id: 'payment', page: 'payment', typical: '90s' }], done: 'app:order-placed' }, returns: { steps: [{ id: 'form', page: '/returns' }], done: 'thanks' } },
    },
    limits: { perPage: 2, perSession: 4, perDay: 5, perWeek: 9, ever: 100, gap: '0s', afterDismiss: '1.5h', stopAfterDismissals: 5 },
    rules: [{
      id: 'card-trouble', name: 'Card', note: 'n', owner: 'payments@example.com', status: 'watch', priority: 'high',
      why: { en: 'It was refused.', 'pt-BR': 'Foi recusado.' },
      where: { page: ['payment', '/checkout/*'], workflow: 'checkout', step: ['cart', 'payment'], element: ['card', 'bare-name'] },
      signals: [
        { signal: 'error-loop', on: 'pay', atLeast: 2, within: '2m', points: 40.5, fades: '1w', max: 80, note: 'Second' },
        { signal: 'app:card-accepted', points: -100 },
      ],
      help: { score: 55.5, confidence: 'high' },
      limits: { perSession: 1, afterDismiss: '7d' },
      nudge: {
        template: 'chat-invite', at: 'pay', side: 'start', title: { en: 'Trouble?', fr: 'Un souci ?' }, body: 'Is 1 < 2 & 3 > 2?',
        ctas: [{ label: 'Pay later', do: 'app-event', target: 'app:pay-later', style: 'primary' }, { label: 'Help', do: 'open-url', target: '/help#card' }, { label: 'Go there', do: 'focus-element', target: 'card' }],
      },
      resolved: [{ event: 'app:card-accepted' }],
    }],
  }],
  ['only a name', { rules: [{ id: 'everywhere' }] }],
  ['nothing in places', places({ pages: {}, elements: {}, workflows: {} })],
  ['a person', call({ do: 'talk-to-human' })],
  ['a snooze', call({ do: 'snooze' })],
  ['the element in trouble', call({ do: 'focus-element' })],
  ['a phone number', call({ do: 'open-url', target: 'tel:+15550142' })],
  ['letters of many bytes', nudge({ title: '😀'.repeat(280) })],
  ['no nudge at all', rule({ limits: { perPage: 0 } })],
];

/** What a schema can see too: the form of things. */
export const bad: readonly Case[] = [
  ['no object', 7, ': 7 is not an object, { … }'],
  ['a list', [], ': a list of 0 is not an object, { … }'],
  ['no rules', {}, 'rules: is missing; it is a list of 1 to 200'],
  ['an empty list of rules', { rules: [] }, 'rules: a list of 0 is not a list of 1 to 200'],
  ['too many rules', { rules: Array.from({ length: 201 }, (_, index) => ({ id: `r${index}` })) }, 'rules: a list of 201 is not a list of 1 to 200'],
  ['a slip of the pen in the file', { ...rule({}), limit: {} }, 'limit: "limit" is not one of the keys: $schema, id, version, format, note, places, limits, rules; did you mean "limits"?'],
  ['a format of the future', { ...rule({}), format: 2 }, 'format: 2 is not 1'],
  ['a rule that is none', { rules: ['help'] }, 'rules[0]: "help" is not an object, { … }'],
  ['no id', { rules: [{}] }, 'rules[0].id: is missing; it is a name; write it as in "checkout-help"'],
  ['a wrong id', rule({ id: 'Checkout Help' }), 'rules[0].id: "Checkout Help" is not a name; write it as in "checkout-help"'],
  ['a slip of the pen in a rule', rule({ wehre: {} }), 'rules[0].wehre: "wehre" is not one of the keys: name, note, owner, nudge, priority, id, status, why, where, signals, help, limits, resolved; did you mean "where"?'],
  ['a key of another version', rule({ unless: [] }), 'rules[0].unless: "unless" is not one of the keys: name, note, owner, nudge, priority, id, status, why, where, signals, help, limits, resolved'],
  ['a prototype', parsed('{ "rules": [{ "id": "help", "__proto__": { "status": "live" } }] }'), 'rules[0].__proto__: "__proto__" is not one of the keys: name, note, owner, nudge, priority, id, status, why, where, signals, help, limits, resolved'],
  ['a wrong status', rule({ status: 'lve' }), 'rules[0].status: "lve" is not one of: draft, watch, live, paused; did you mean "live"?'],
  ['a wrong priority', rule({ priority: 1 }), 'rules[0].priority: 1 is not one of: low, normal, high'],
  ['a name that is no text', rule({ name: 7 }), 'rules[0].name: 7 is not text'],
  ['an unknown signal', rule({ signals: [{ signal: 'rage-clik' }] }), 'rules[0].signals[0].signal: "rage-clik" is not one of the signals in docs/signals.md; did you mean "rage-click"?'],
  ['a wrong event', rule({ signals: [{ signal: 'app:Card Refused' }] }), 'rules[0].signals[0].signal: "app:Card Refused" is not an event of yours; write it as in "app:card-refused"'],
  ['a signal without its name', rule({ signals: [{ points: 3 }] }), 'rules[0].signals[0].signal: is missing; it is one of the signals in docs/signals.md'],
  ['too many signals', rule({ signals: Array(13).fill({ signal: 'rage-click' }) }), 'rules[0].signals: a list of 13 is not a list of 1 to 12'],
  ['a bare number for a time', rule({ signals: [{ signal: 'rage-click', within: 90 }] }), 'rules[0].signals[0].within: 90 is not a duration; write "90s"'],
  ['a time in words', rule({ signals: [{ signal: 'rage-click', fades: '2 minutes' }] }), 'rules[0].signals[0].fades: "2 minutes" is not a duration; write "90s"'],
  ['no time at all', rule({ signals: [{ signal: 'rage-click', fades: '0s' }] }), 'rules[0].signals[0].fades: "0s" is not long enough for anything; write "90s"'],
  ['too many points', rule({ signals: [{ signal: 'rage-click', points: 101 }] }), 'rules[0].signals[0].points: 101 is not a number from -100 to 100'],
  ['half a time', rule({ signals: [{ signal: 'rage-click', atLeast: 1.5 }] }), 'rules[0].signals[0].atLeast: 1.5 is not a whole number from 1 to 20'],
  ['a bar of nothing', rule({ help: { score: 0 } }), 'rules[0].help.score: 0 is not a number from 1 to 100'],
  ['confidence as a number', rule({ help: { confidence: 0.7 } }), 'rules[0].help.confidence: 0.7 is not one of: low, medium, high'],
  ['a limit in quotes', rule({ limits: { perDay: '2' } }), 'rules[0].limits.perDay: "2" is not a whole number from 0 to 100'],
  ['more patience than anyone has', rule({ limits: { stopAfterDismissals: 6 } }), 'rules[0].limits.stopAfterDismissals: 6 is not a whole number from 1 to 5'],
  ['no title', rule({ nudge: { template: 'tooltip' } }), 'rules[0].nudge.title: is missing; it is text of 1 to 280 characters, without HTML'],
  ['an unknown template', nudge({ template: 'popup' }), 'rules[0].nudge.template: "popup" is not one of: tooltip, chat-invite'],
  ['HTML', nudge({ title: 'A <b>bold</b> claim' }), 'rules[0].nudge.title: "A <b>bold</b> claim" is not text of 1 to 280 characters, without HTML'],
  ['HTML in a translation', nudge({ body: { en: 'Fine', fr: '<img src=x>' } }), 'rules[0].nudge.body.fr: "<img src=x>" is not text of 1 to 280 characters, without HTML'],
  ['too much to read', nudge({ title: 'x'.repeat(281) }), `rules[0].nudge.title: "${'x'.repeat(39)}… is not text of 1 to 280 characters, without HTML`],
  ['nothing to read', nudge({ title: ' ' }), 'rules[0].nudge.title: " " is not text of 1 to 280 characters, without HTML'],
  ['no language', nudge({ title: { english: 'Stuck?' } }), 'rules[0].nudge.title.english: "english" is not a language; write it as in "en" or "pt-BR"', 'rules[0].nudge.title: {"english":"Stuck?"} is not text in any language'],
  ['no translation', nudge({ title: {} }), 'rules[0].nudge.title: {} is not text in any language'],
  ['four buttons', nudge({ ctas: Array(4).fill({ label: 'Go', do: 'close' }) }), 'rules[0].nudge.ctas: a list of 4 is not a list of 1 to 3'],
  ['an address that runs', call({ do: 'open-url', target: 'javascript:alert(1)' }), 'rules[0].nudge.ctas[0].target: "javascript:alert(1)" is not an address; begin with "/", "https://", "mailto:" or "tel:"'],
  ['no address', call({ do: 'open-url' }), 'rules[0].nudge.ctas[0].target: is missing; it is an address; begin with "/", "https://", "mailto:" or "tel:"'],
  ['an event without its name', call({ do: 'app-event', target: 'pay-later' }), 'rules[0].nudge.ctas[0].target: "pay-later" is not an event of yours; write it as in "app:card-refused"'],
  ['a button that goes nowhere with a target', call({ do: 'close', target: '/help' }), 'rules[0].nudge.ctas[0].target: "target" is not one of the keys: do, label, style'],
  ['a word for a button that is too long', call({ label: 'x'.repeat(41) }), `rules[0].nudge.ctas[0].label: "${'x'.repeat(39)}… is not text of 1 to 40 characters, without HTML`],
  ['a path with a query', rule({ where: { page: '/search?q=shoes' } }), 'rules[0].where.page: "/search?q=shoes" is not a path; write it as in "/checkout/*", without query'],
  ['a step of no workflow', rule({ where: { step: 'payment' } }), 'rules[0].where.step: "payment" is not a step of the workflow beside it: none'],
  ['nothing to resolve it', rule({ resolved: [] }), 'rules[0].resolved: a list of 0 is not a list of 1 to 10'],
  ['a signal as resolution', rule({ resolved: [{ event: 'rage-click' }] }), 'rules[0].resolved[0].event: "rage-click" is not an event of yours; write it as in "app:card-refused"'],
  ['a page without a path', places({ pages: { cart: {} } }), 'places.pages.cart.path: is missing; it is a path; write it as in "/checkout/*", without query'],
  ['a wrong name for a page', places({ pages: { 'My Cart': { path: '/cart' } } }), 'places.pages.My Cart: "My Cart" is not a name; write it as in "checkout-help"'],
  ['a prototype as element', parsed('{ "places": { "elements": { "__proto__": { "find": "a" } } }, "rules": [{ "id": "help" }] }'), 'places.elements.__proto__: "__proto__" is not a name; write it as in "checkout-help"'],
  ['a selector that is a rule of style', places({ elements: { pay: { find: 'a { color: red }' } } }), 'places.elements.pay.find: "a { color: red }" is not a CSS selector'],
  ['a workflow without steps', places({ workflows: { checkout: { steps: [] } } }), 'places.workflows.checkout.steps: a list of 0 is not a list of 1 to 50'],
  ['a kind of place nobody knows', places({ segments: {} }), 'places.segments: "segments" is not one of the keys: pages, elements, workflows'],
];

/** What only reading the whole file tells. */
export const dangling: readonly Case[] = [
  ['a page that has no name', places({ pages: { cart: { path: '/cart' } } }, { page: 'cartt' }), 'rules[0].where.page: "cartt" is not a path, or one of places.pages: cart; did you mean "cart"?'],
  ['a workflow that has no name', rule({ where: { workflow: 'checkout' } }), 'rules[0].where.workflow: "checkout" is not one of places.workflows: none'],
  ['a step that its workflow lacks', places({ workflows: { checkout: { steps: [{ id: 'payment', page: '/pay' }] } } }, { workflow: 'checkout', step: 'payement' }), 'rules[0].where.step: "payement" is not a step of the workflow beside it: payment; did you mean "payment"?'],
  ['a workflow of unknown pages', places({ workflows: { checkout: { steps: [{ id: 'payment', page: 'pay' }], done: 'paid' } } }),
    'places.workflows.checkout.steps[0].page: "pay" is not a path, or one of places.pages: none', 'places.workflows.checkout.done: "paid" is not a path, or one of places.pages: none'],
  ['two rules of one name', { rules: [{ id: 'help' }, { id: 'help' }] }, 'rules[1].id: "help" is not an id of its own; another rule has it'],
];
