/** A whole rules file and what is said of it, `path: message`, in order. */
export type Case = readonly [title: string, file: unknown, ...problems: readonly string[]];

const help = { id: 'help', nudge: { template: 'tooltip', title: 'Stuck?' } };

const rule = (more: object): object => ({ rules: [{ ...help, ...more }] });

const nudge = (more: object): object => rule({ nudge: { ...help.nudge, ...more } });

const call = (more: object): object => nudge({ ctas: [{ label: 'Go', do: 'close', ...more }] });

const places = (more: object, where: object = {}, also: object = {}): object => ({ places: more, rules: [{ ...help, where, ...also }] });

/** A test within so many others. */
const nested = (depth: number): object => (depth > 1 ? { not: nested(depth - 1) } : { not: { attribute: 'a', is: 1 } });

const parsed = (text: string): unknown => JSON.parse(text);

export const good: readonly Case[] = [
  ['ten lines', {
    $schema: './node_modules/furrow/docs/rules.schema.json',
    rules: [{ id: 'checkout-help', where: { page: '/checkout/*' }, nudge: { template: 'tooltip', title: 'Stuck? We can help.' } }],
  }],
  ['everything', {
    $schema: 'x', format: 1, id: 'checkout', version: '2026-11-20.1', note: ['one', 'two'], locales: { default: 'en', also: ['fr', 'pt-BR'] },
    places: {
      pages: { payment: { path: ['/checkout/pay', '/pay/:id'], notPath: '/pay/help', host: ['shop.example.com', '*.example.org'] }, thanks: { path: '/thanks', host: 'localhost' } },
      elements: { card: { find: ['[data-furrow=card]', 'pay-form >>> input[name=card]'], near: '.card-box', private: true }, pay: { find: '.pay' } },
      workflows: { checkout: { steps: [{ id: 'cart', page: '/cart' }, { id: 'payment', page: 'payment', typical: '90s' }], done: 'app:order-placed' }, returns: { steps: [{ id: 'form', page: '/returns' }], done: 'thanks' } },
    },
    segments: {
      guests: { attribute: 'signedIn', is: false },
      'new-teams': { all: [{ segment: 'teams' }, { attribute: 'days.since-signup', atMost: 14.5 }, { not: { any: [{ attribute: 'staff', exists: true }, { attribute: 'role', noneOf: ['admin', 7, true] }] } }] },
      teams: { attribute: 'seats', atLeast: 2 },
      elsewhere: { any: [{ attribute: 'country', isNot: 'CH' }, { attribute: 'language', oneOf: ['de', ''] }] },
    },
    limits: { perPage: 2, perSession: 4, perDay: 5, perWeek: 9, ever: 100, gap: '0s', afterDismiss: '1.5h', stopAfterDismissals: 5, afterHelped: '1w' },
    quiet: { hours: [{ from: '22:30', to: '07:00' }, { from: '00:00', to: '24:00', days: ['sat', 'sun'] }], timeZone: 'Europe/Zurich', holidays: ['2026-12-25', '2028-02-29'], except: ['tooltip'], firstSeconds: 8 },
    holdout: { percent: 2.5, salt: '2026q4' },
    policy: [{ risk: 'high', impact: 'high', confidence: 'high', urgency: 'critical', action: 'person', channel: 'chat-invite', review: 'yes' }, { confidence: 'low', action: 'watch', channel: 'none' }, { action: 'hint' }],
    model: { base: -2.5, weights: { 'rage-click': 40, 'app:card-refused': 12.5 }, within: 15, calibration: [[0, 0.1], [60, 0.55], [100, 0.9]], id: 'm-2026-11' },
    rules: [{
      id: 'card-trouble', name: 'Card', note: 'n', owner: 'payments@example.com', status: 'watch', priority: 'high',
      from: '2026-12-01', until: '2027-06-30', intent: 'card-help', impact: 'high', urgency: 'critical',
      why: { en: 'It was refused.', 'pt-BR': 'Foi recusado.' },
      where: { page: ['payment', '/checkout/*'], workflow: 'checkout', step: ['cart', 'payment'], element: ['card', 'bare-name'], device: 'touch' },
      who: { any: [{ segment: 'guests' }, { attribute: 'plan', is: 'team' }] },
      signals: [
        { signal: 'error-loop', on: 'pay', atLeast: 2, within: '2m', points: 40.5, fades: '1w', longerThan: '8s', max: 80, note: 'Second' },
        { signal: 'app:card-accepted', points: -100 },
      ],
      help: { score: 55.5, confidence: 'high', for: '1s', waitForPause: '1500ms', waitAtMost: '1m' },
      unless: [{ while: 'typing' }, { signal: 'slow-page', note: 'Our fault' }, { signal: 'app:busy', within: '15s' }, { page: 'thanks' }, { page: '/help' }, { who: { segment: 'new-teams' } }],
      limits: { perSession: 1, afterDismiss: '7d' },
      quiet: { firstSeconds: 20 },
      experiment: { id: 'wording', control: 10, variants: [{ id: 'short', share: 33.3 }, { id: 'long', share: 33.3, nudge: { template: 'tooltip', title: 'Just the 16 digits' } }, { id: 'third', share: 33.4 }] },
      nudge: {
        template: 'chat-invite', at: 'pay', side: 'start', title: { en: 'Trouble?', fr: 'Un souci ?' }, body: 'Is 1 < 2 & 3 > 2?',
        ctas: [{ label: 'Pay later', do: 'app-event', target: 'app:pay-later', style: 'primary' }, { label: 'Help', do: 'open-url', target: '/help#card' }, { label: 'Go there', do: 'focus-element', target: 'card' }],
      },
      resolved: [{ event: 'app:card-accepted' }, { signal: 'quick-back' }, { step: 'payment' }, { step: 'returns/form' }, { valid: 'card' }],
      then: [
        { after: '60s', nudge: { template: 'tooltip', title: 'Sixteen digits', ctas: [{ label: 'Later', do: 'snooze', for: '1h' }] } },
        { after: '2m', if: 'not-dismissed', only: { segment: 'guests' }, nudge: { template: 'chat-invite', title: 'Shall we look at it together?', ctas: [{ label: 'Yes', do: 'talk-to-human' }] } },
      ],
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

const RULE_KEYS = 'name, note, owner, id, where, priority, status, from, until, intent, impact, urgency, why, who, signals, help, unless, limits, quiet, experiment, nudge, resolved, then';

const WHO_KEYS = 'is, isNot, oneOf, noneOf, atLeast, atMost, exists, all, any, not, segment';

const model = { base: 0, weights: {}, within: 10, id: 'm' };

const experiment = { id: 'e', variants: [{ id: 'a', share: 50 }, { id: 'b', share: 50 }] };

/** What a schema can see too: the form of things. */
export const bad: readonly Case[] = [
  ['no object', 7, ': 7 is not an object, { … }'],
  ['a list', [], ': a list of 0 is not an object, { … }'],
  ['no rules', {}, 'rules: is missing; it is a list of 1 to 200'],
  ['an empty list of rules', { rules: [] }, 'rules: a list of 0 is not a list of 1 to 200'],
  ['too many rules', { rules: Array.from({ length: 201 }, (_, index) => ({ id: `r${index}` })) }, 'rules: a list of 201 is not a list of 1 to 200'],
  ['a slip of the pen in the file', { ...rule({}), limit: {} }, 'limit: "limit" is not one of the keys; did you mean "limits"?'],
  ['a format of the future', { ...rule({}), format: 2 }, 'format: 2 is not 1'],
  ['a rule that is none', { rules: ['help'] }, 'rules[0]: "help" is not an object, { … }'],
  ['no id', { rules: [{}] }, 'rules[0].id: is missing; it is a name; write it as in "checkout-help"'],
  ['a wrong id', rule({ id: 'Checkout Help' }), 'rules[0].id: "Checkout Help" is not a name; write it as in "checkout-help"'],
  ['a slip of the pen in a rule', rule({ wehre: {} }), `rules[0].wehre: "wehre" is not one of the keys; did you mean "where"?`],
  ['a key of another version', rule({ sequence: [] }), `rules[0].sequence: "sequence" is not one of the keys: ${RULE_KEYS}`],
  ['a prototype', parsed('{ "rules": [{ "id": "help", "__proto__": { "status": "live" } }] }'), `rules[0].__proto__: "__proto__" is not one of the keys: ${RULE_KEYS}`],
  ['a wrong status', rule({ status: 'lve' }), 'rules[0].status: "lve" is not one of the words; did you mean "live"?'],
  ['a wrong priority', rule({ priority: 1 }), 'rules[0].priority: 1 is not one of the words: low, normal, high'],
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
  ['confidence as a number', rule({ help: { confidence: 0.7 } }), 'rules[0].help.confidence: 0.7 is not one of the words: low, medium, high'],
  ['a limit in quotes', rule({ limits: { perDay: '2' } }), 'rules[0].limits.perDay: "2" is not a whole number from 0 to 100'],
  ['more patience than anyone has', rule({ limits: { stopAfterDismissals: 6 } }), 'rules[0].limits.stopAfterDismissals: 6 is not a whole number from 1 to 5'],
  ['no title', rule({ nudge: { template: 'tooltip' } }), 'rules[0].nudge.title: is missing; it is text of 1 to 280 characters, without HTML'],
  ['an unknown template', nudge({ template: 'popup' }), 'rules[0].nudge.template: "popup" is not one of the words: tooltip, chat-invite'],
  ['HTML', nudge({ title: 'A <b>bold</b> claim' }), 'rules[0].nudge.title: "A <b>bold</b> claim" is not text of 1 to 280 characters, without HTML'],
  ['HTML in a translation', nudge({ body: { en: 'Fine', fr: '<img src=x>' } }), 'rules[0].nudge.body.fr: "<img src=x>" is not text of 1 to 280 characters, without HTML'],
  ['too much to read', nudge({ title: 'x'.repeat(281) }), `rules[0].nudge.title: "${'x'.repeat(39)}… is not text of 1 to 280 characters, without HTML`],
  ['nothing to read', nudge({ title: ' ' }), 'rules[0].nudge.title: " " is not text of 1 to 280 characters, without HTML'],
  ['no language', nudge({ title: { english: 'Stuck?' } }), 'rules[0].nudge.title.english: "english" is not a language; write it as in "en" or "pt-BR"', 'rules[0].nudge.title: { english } is not text in any language'],
  ['no translation', nudge({ title: {} }), 'rules[0].nudge.title: {} is not text in any language'],
  ['four buttons', nudge({ ctas: Array(4).fill({ label: 'Go', do: 'close' }) }), 'rules[0].nudge.ctas: a list of 4 is not a list of 1 to 3'],
  ['an address that runs', call({ do: 'open-url', target: 'javascript:alert(1)' }), 'rules[0].nudge.ctas[0].target: "javascript:alert(1)" is not an address; begin with "/", "https://", "mailto:" or "tel:"'],
  ['no address', call({ do: 'open-url' }), 'rules[0].nudge.ctas[0].target: is missing; it is an address; begin with "/", "https://", "mailto:" or "tel:"'],
  ['an event without its name', call({ do: 'app-event', target: 'pay-later' }), 'rules[0].nudge.ctas[0].target: "pay-later" is not an event of yours; write it as in "app:card-refused"'],
  ['a button that goes nowhere with a target', call({ do: 'close', target: '/help' }), 'rules[0].nudge.ctas[0].target: "target" is not one of the keys: do, label, style'],
  ['a word for a button that is too long', call({ label: 'x'.repeat(41) }), `rules[0].nudge.ctas[0].label: "${'x'.repeat(39)}… is not text of 1 to 40 characters, without HTML`],
  ['a path with a query', rule({ where: { page: '/search?q=shoes' } }), 'rules[0].where.page: "/search?q=shoes" is not a path; write it as in "/checkout/*", without query'],
  ['a step of no workflow', rule({ where: { step: 'payment' } }), 'rules[0].where.step: "payment" is not usable without its `workflow` beside it'],
  ['nothing to resolve it', rule({ resolved: [] }), 'rules[0].resolved: a list of 0 is not a list of 1 to 10'],
  ['a signal as event', rule({ resolved: [{ event: 'rage-click' }] }), 'rules[0].resolved[0].event: "rage-click" is not an event of yours; write it as in "app:card-refused"'],
  ['a page without a path', places({ pages: { cart: {} } }), 'places.pages.cart.path: is missing; it is a path; write it as in "/checkout/*", without query'],
  ['a wrong name for a page', places({ pages: { 'My Cart': { path: '/cart' } } }), 'places.pages.My Cart: "My Cart" is not a name; write it as in "checkout-help"'],
  ['a prototype as element', parsed('{ "places": { "elements": { "__proto__": { "find": "a" } } }, "rules": [{ "id": "help" }] }'), 'places.elements.__proto__: "__proto__" is not a name; write it as in "checkout-help"'],
  ['a selector that is a rule of style', places({ elements: { pay: { find: 'a { color: red }' } } }), 'places.elements.pay.find: "a { color: red }" is not a CSS selector'],
  ['a workflow without steps', places({ workflows: { checkout: { steps: [] } } }), 'places.workflows.checkout.steps: a list of 0 is not a list of 1 to 50'],
  ['a host with its port', places({ pages: { cart: { path: '/cart', host: 'example.com:80' } } }), 'places.pages.cart.host: "example.com:80" is not a host; write it as in "shop.example.com" or "*.example.com"'],
  ['a flag in quotes', places({ elements: { card: { find: '#card', private: 'yes' } } }), 'places.elements.card.private: "yes" is not true or false'],
  ['two places to stand', places({ elements: { card: { find: '#card', near: ['a', 'b'] } } }), 'places.elements.card.near: a list of 2 is not a CSS selector'],
  ['no first language', { ...rule({}), locales: { also: ['fr'] } }, 'locales.default: is missing; it is a language; write it as in "en" or "pt-BR"'],
  ['a language that is none', { ...rule({}), locales: { default: 'English' } }, 'locales.default: "English" is not a language; write it as in "en" or "pt-BR"'],
  ['a segment of nothing', { ...rule({}), segments: { all: {} } }, `segments.all: {} is not an object with exactly one of these: ${WHO_KEYS}`],
  ['a segment with a slip of the pen', { ...rule({}), segments: { a: { attribute: 'plan', iss: 1 } } }, `segments.a: { attribute, iss } is not an object with exactly one of these; did you mean "is"?`],
  ['two tests in one', { ...rule({}), segments: { a: { attribute: 'plan', is: 1, isNot: 2 } } }, `segments.a: { attribute, is, isNot } is not an object with exactly one of these: ${WHO_KEYS}`],
  ['a test of nothing', rule({ who: { is: 7 } }), 'rules[0].who.attribute: is missing; it is an attribute; write it as in "signedIn"'],
  ['an attribute of nobody', rule({ who: { attribute: '__proto__', is: 7 } }), 'rules[0].who.attribute: "__proto__" is not an attribute; write it as in "signedIn"'],
  ['an attribute beside a segment', rule({ who: { segment: 'a', attribute: 'b' } }), 'rules[0].who.segment: "a" is not one of segments: none', 'rules[0].who.attribute: "attribute" is not one of the keys: segment'],
  ['a value of no kind', rule({ who: { attribute: 'plan', is: null } }), 'rules[0].who.is: null is not a number, true, false, or text of at most 200 characters'],
  ['a value that is too long', rule({ who: { attribute: 'plan', is: 'x'.repeat(201) } }), `rules[0].who.is: "${'x'.repeat(39)}… is not a number, true, false, or text of at most 200 characters`],
  ['a number too large to mean anything', rule({ who: { attribute: 'age', atLeast: 1e308 } }), 'rules[0].who.atLeast: 1e+308 is not a number from -1000000000000000 to 1000000000000000'],
  ['a word to be more than', rule({ who: { attribute: 'seats', atLeast: 'two' } }), 'rules[0].who.atLeast: "two" is not a number from -1000000000000000 to 1000000000000000'],
  ['one of nothing', rule({ who: { attribute: 'plan', oneOf: [] } }), 'rules[0].who.oneOf: a list of 0 is not a list of 1 to 50'],
  ['maybe there', rule({ who: { attribute: 'plan', exists: 'yes' } }), 'rules[0].who.exists: "yes" is not true or false'],
  ['something else to do', rule({ unless: [{ while: 'reading' }] }), 'rules[0].unless[0].while: "reading" is not one of the words: typing, pointer-down, scrolling, dialog-open, video-playing, page-hidden, offline, element-hidden, fullscreen'],
  ['two reasons in one', rule({ unless: [{ while: 'typing', page: '/a' }] }), 'rules[0].unless[0]: { while, page } is not an object with exactly one of these: while, signal, page, who'],
  ['a time for something that takes none', rule({ unless: [{ while: 'typing', within: '1s' }] }), 'rules[0].unless[0].within: "within" is not one of the keys: note, while'],
  ['a clock of twelve hours', { ...rule({}), quiet: { hours: [{ from: '8pm', to: '08:00' }] } }, 'quiet.hours[0].from: "8pm" is not a time of the day; write it as in "08:00"'],
  ['hours without an end', { ...rule({}), quiet: { hours: [{ from: '20:00' }] } }, 'quiet.hours[0].to: is missing; it is a time of the day; write it as in "08:00"'],
  ['a day by its whole name', { ...rule({}), quiet: { hours: [{ from: '20:00', to: '08:00', days: ['saturday'] }] } }, 'quiet.hours[0].days[0]: "saturday" is not one of the words: sun, mon, tue, wed, thu, fri, sat'],
  ['a zone with a blank', { ...rule({}), quiet: { timeZone: 'Central European Time' } }, 'quiet.timeZone: "Central European Time" is not a time zone; write it as in "Europe/Zurich"'],
  ['a date as people say it', { ...rule({}), quiet: { holidays: ['25.12.2026'] } }, 'quiet.holidays[0]: "25.12.2026" is not a date; write it as in "2026-12-25"'],
  ['no template', { ...rule({}), quiet: { except: ['inline'] } }, 'quiet.except[0]: "inline" is not one of the words: tooltip, chat-invite'],
  ['half a second', rule({ quiet: { firstSeconds: 0.5 } }), 'rules[0].quiet.firstSeconds: 0.5 is not a whole number from 0 to 600'],
  ['most held out', { ...rule({}), holdout: { percent: 51 } }, 'holdout.percent: 51 is not a number from 0 to 50'],
  ['a holdout of an unknown size', { ...rule({}), holdout: { salt: 'a' } }, 'holdout.percent: is missing; it is a number from 0 to 50'],
  ['salt with blanks', { ...rule({}), holdout: { percent: 5, salt: 'a b' } }, 'holdout.salt: "a b" is not a word; write it as in "2026q4"'],
  ['a row without an answer', { ...rule({}), policy: [{ risk: 'high' }] }, 'policy[0].action: is missing; it is one of the words: watch, passive, hint, offer, person'],
  ['a level of another scale', { ...rule({}), policy: [{ impact: 'critical', action: 'offer' }] }, 'policy[0].impact: "critical" is not one of the words: any, low, medium, high'],
  ['watching in a tooltip', { ...rule({}), policy: [{ action: 'watch', channel: 'tooltip' }] }, 'policy[0].channel: "tooltip" is not one of the words: none'],
  ['an offer of nothing', { ...rule({}), policy: [{ action: 'offer', channel: 'none' }] }, 'policy[0].channel: "none" is not one of the words: chip, tooltip, chat-invite'],
  ['a model of half a thought', { ...rule({}), model: { base: 0, weights: {} } }, 'model.within: is missing; it is a number from 0 to 50', 'model.id: is missing; it is a name; write it as in "checkout-help"'],
  ['a model of endless weight', { ...rule({}), model: { ...model, weights: { 'rage-click': 101 } } }, 'model.weights.rage-click: 101 is not a number from -100 to 100'],
  ['a weight for nothing', { ...rule({}), model: { ...model, weights: { rage: 1 } } }, 'model.weights.rage: "rage" is not one of the signals in docs/signals.md'],
  ['a model that takes over', { ...rule({}), model: { ...model, within: 51 } }, 'model.within: 51 is not a number from 0 to 50'],
  ['three where there should be two', { ...rule({}), model: { ...model, calibration: [[1, 0.5, 2]] } }, 'model.calibration[0]: a list of 3 is not a pair, [score, confidence]'],
  ['more than sure', { ...rule({}), model: { ...model, calibration: [[1, 1.5]] } }, 'model.calibration[0][1]: 1.5 is not a number from 0 to 1'],
  ['a day without its month', rule({ from: '2026-12' }), 'rules[0].from: "2026-12" is not a date; write it as in "2026-12-25"'],
  ['no urgency', rule({ urgency: 'now' }), 'rules[0].urgency: "now" is not one of the words: standard, high, critical, immediate'],
  ['no impact', rule({ impact: 'none' }), 'rules[0].impact: "none" is not one of the words: low, medium, high'],
  ['what is meant in a sentence', rule({ intent: 'Help with cards' }), 'rules[0].intent: "Help with cards" is not a name; write it as in "checkout-help"'],
  ['a device of another kind', rule({ where: { device: 'mobile' } }), 'rules[0].where.device: "mobile" is not one of the words: any, touch, pointer'],
  ['all in control', rule({ experiment: { ...experiment, control: 91 } }), 'rules[0].experiment.control: 91 is not a number from 0 to 90'],
  ['nothing to compare', rule({ experiment: { id: 'e', variants: [{ id: 'a', share: 100 }] } }), 'rules[0].experiment.variants: a list of 1 is not a list of 2 to 4'],
  ['a variant with the name of another thing', rule({ experiment: { id: 'e', variants: [{ id: 'control', share: 50 }, { id: 'b', share: 50 }] } }), 'rules[0].experiment.variants[0].id: "control" is not free; it has a meaning of its own'],
  ['two ways to get through in one', rule({ resolved: [{ event: 'app:a', step: 'b' }] }), 'rules[0].resolved[0]: { event, step } is not an object with exactly one of these: event, signal, step, valid'],
  ['three more tries', rule({ then: Array(3).fill({ after: '1m', nudge: help.nudge }) }), 'rules[0].then: a list of 3 is not a list of 1 to 2'],
  ['a further try without help', rule({ then: [{ after: '1m' }] }), 'rules[0].then[0].nudge: is missing; it is an object, { … }'],
  ['a further try at no time', rule({ then: [{ nudge: help.nudge }] }), 'rules[0].then[0].after: is missing; it is a duration; write "90s"'],
  ['a time for a button that waits for none', call({ for: '1h' }), 'rules[0].nudge.ctas[0].for: "for" is not one of the keys: do, label, style'],
  ['a kind of place nobody knows', places({ segments: {} }), 'places.segments: "segments" is not one of the keys: pages, elements, workflows'],
];

/** What only reading the whole file tells. */
export const dangling: readonly Case[] = [
  ['a page that has no name', places({ pages: { cart: { path: '/cart' } } }, { page: 'cartt' }), 'rules[0].where.page: "cartt" is not a path, or one of places.pages; did you mean "cart"?'],
  ['a workflow that has no name', rule({ where: { workflow: 'checkout' } }), 'rules[0].where.workflow: "checkout" is not one of places.workflows: none'],
  ['a step that its workflow lacks', places({ workflows: { checkout: { steps: [{ id: 'payment', page: '/pay' }] } } }, { workflow: 'checkout', step: 'payement' }), 'rules[0].where.step: "payement" is not a step of the workflow beside it; did you mean "payment"?'],
  ['a workflow of unknown pages', places({ workflows: { checkout: { steps: [{ id: 'payment', page: 'pay' }], done: 'paid' } } }),
    'places.workflows.checkout.steps[0].page: "pay" is not a path, or one of places.pages: none', 'places.workflows.checkout.done: "paid" is not a path, or one of places.pages: none'],
  ['two rules of one name', { rules: [{ id: 'help' }, { id: 'help' }] }, 'rules[1].id: "help" is not an id of its own; another rule has it'],
  ['a segment that nobody made', rule({ who: { segment: 'guests' } }), 'rules[0].who.segment: "guests" is not one of segments: none'],
  ['a segment that names itself', { ...rule({}), segments: { a: { segment: 'a' } } }, 'segments.a.segment: "a" is not usable; mend segments.a first, which must not lead back to itself'],
  ['segments in a ring', { ...rule({}), segments: { a: { any: [{ segment: 'b' }] }, b: { not: { segment: 'a' } } } },
    'segments.b.not.segment: "a" is not usable; mend segments.a first, which must not lead back to itself', 'segments.a.any[0].segment: "b" is not usable; mend segments.b first, which must not lead back to itself'],
  ['tests in tests in tests', rule({ who: nested(9) }), `rules[0].who${'.not'.repeat(8)}: { not } is not nested at most 8 deep`],
  ['a hundred and one tests', rule({ who: { all: Array(10).fill({ any: Array(9).fill({ attribute: 'a', is: 1 }) }) } }), 'rules[0].who: { all } is not short enough; at most 100 tests, those of its segments included'],
  ['hours that are no time', { ...rule({}), quiet: { hours: [{ from: '08:00', to: '08:00' }] } }, 'quiet.hours[0]: { from, to } is not hours; they end at another time than they begin'],
  ['a zone on no map', { ...rule({}), quiet: { timeZone: 'Europe/Zurck' } }, 'quiet.timeZone: "Europe/Zurck" is not a time zone that is known here; write it as in "Europe/Zurich"'],
  ['a day that no year has', rule({ from: '2026-02-30' }), 'rules[0].from: "2026-02-30" is not a day of the calendar'],
  ['a month that no year has', { ...rule({}), quiet: { holidays: ['2026-13-01'] } }, 'quiet.holidays[0]: "2026-13-01" is not a day of the calendar'],
  ['an end before the beginning', rule({ from: '2026-12-02', until: '2026-12-01' }), 'rules[0].until: "2026-12-01" is not 2026-12-02 or a day after it'],
  ['a curve that falls', { ...rule({}), model: { ...model, calibration: [[0, 0.5], [50, 0.4]] } }, 'model.calibration: a list of 2 is not in ascending order'],
  ['a curve that goes back', { ...rule({}), model: { ...model, calibration: [[50, 0.4], [50, 0.5]] } }, 'model.calibration: a list of 2 is not in ascending order'],
  ['shares of more than there is', rule({ experiment: { id: 'e', variants: [{ id: 'a', share: 50 }, { id: 'b', share: 60 }] } }), 'rules[0].experiment.variants: 110 is not 100, which the shares must come to together'],
  ['two variants of one name', rule({ experiment: { id: 'e', variants: [{ id: 'a', share: 50 }, { id: 'a', share: 50 }] } }), 'rules[0].experiment.variants: a list of 2 is not a list of variants with an id each'],
  ['a step that nobody takes', places({ workflows: { checkout: { steps: [{ id: 'payment', page: '/pay' }] } } }, undefined, { resolved: [{ step: 'payment' }] }), 'rules[0].resolved[0].step: "payment" is not one of the steps: checkout/payment'],
  ['a page to be silent on that has no name', rule({ unless: [{ page: 'pay' }] }), 'rules[0].unless[0].page: "pay" is not a path, or one of places.pages: none'],
];
