import { expect, test } from 'vitest';
import { said } from './given';
import { rule } from './given';

const texts = (value: string) => said({ rules: [rule({ nudge: { template: 'tooltip', title: 'Stuck here?', body: value } })] }).map((each) => each.split(' ')[0]);
const named = (id: string) => said({ rules: [rule({ id })] }).map((each) => each.split(' ')[0]);
const asked = (attribute: string) => said({ rules: [rule({ who: { attribute, exists: true } })] }).map((each) => each.split(' ')[0]);
const paged = (page: string) => said({ rules: [rule({ where: { page } })] }).map((each) => each.split(' ')[0]);

test.each([
  'Is the card number refused?', 'Payment did not go through. Your invoice is kept.', 'Please be patient, we are loading the list.', 'We are tracking your parcel; it arrives on Monday.',
  'You can keep your points.', 'You always get free returns.', 'You spent 40 euros this month.', 'Your account activity is up to date.', 'Connect your mouse first.', 'See your activity this month.',
  'This can be confusing: there are two numbers.', 'We have noted your change.', 'We see that the card was refused.', 'Upload your prescription as a photo.', 'Enter the income as on the form.',
  'Sie haben das Feld gefunden.', 'Wir verfolgen Ihre Sendung.', 'Ihre Aktivitäten dieser Woche', 'Wir sehen uns das gleich an.', 'Die Schuld liegt bei uns: der Knopf war kaputt.',
  'Nous suivons votre colis.', 'Notre politique de confidentialité', 'Vous êtes à la dernière étape.', 'Enceintes Bluetooth en stock', 'Vous avez perdu le code ? En voici un autre.', 'Le chargement est lent.',
  'Política de privacidad', 'Está en el último paso.', 'Su pedido está en camino.', 'Estamos siguiendo su pedido.', 'Los ingresos se registran cada lunes.', 'Receta de la semana',
])('“%s” may be said', (text) => {
  expect(texts(text)).toEqual([]);
});

test.each([
  'You look confused.', 'Are you frustrated?', 'We are watching you.', 'We’ve been monitoring your session.', 'We saw you clicked Pay.', 'We know where you are stuck.', 'Your mouse movements look unsure.',
  'You’ve spent 4 minutes on this step', 'You failed again.', 'Sorry about your frustration', 'Your clicks suggest a problem.', 'Sie scheinen verwirrt.', 'Uns ist aufgefallen, dass Sie zögern.', 'Wir beobachten, wie Sie klicken.', 'Genervt?', 'Ihr Verhalten zeigt ein Problem.',
  'Tu sembles perdu.', 'Nous avons constaté que vous hésitez.', 'Nous vous observons.', 'Votre comportement indique un souci.', 'Énervé ?', '¿Estás frustrada?', 'Hemos notado que no puede continuar.', 'Te estamos observando.', 'Sabemos que está en el paso 3.', 'Su comportamiento es raro.',
])('“%s” is creepy', (text) => {
  expect(texts(text)).toEqual(['creepy']);
});

test.each([
  'card-number-trouble', 'race-condition-banner', 'healthcheck-failed', 'service-health', 'technical-debt-board', 'disabled-button-pressed', 'debit-card-refused', 'credit-card-refused', 'senior-engineer-jobs', 'poor-connection', 'minor-version-notes',
  'child-page-missing', 'page-age', 'rich-text-editor', 'kids-shoes-size', 'gender-neutral-sizes', 'single-sign-on', 'black-friday', 'white-label', 'union-select', 'visa-card', 'mass-upload', 'gebrochene-suche', 'sucht-produkt', 'alte-rechnung', 'rezept-der-woche',
  'enceintes-bluetooth', 'politique-cookies', 'ordonner-la-liste', 'receta', 'ingresos-en-cuenta', 'parental-control', 'weighted-average', 'sextant', 'gayfield-stadium', 'essex-store', 'aged-cheese', 'insolent', 'mortgage-calculator', 'loans-page', 'hearing-aids',
])('a rule may be called %s', (id) => {
  expect(named(id)).toEqual([]);
});

test.each([
  'pregnant-visitors', 'users-in-debt', 'bankrupt-customers', 'divorced-men', 'muslim-shoppers', 'gay-users', 'elderly-visitors', 'refugee-help', 'ex-offenders', 'low-income-help', 'mental-health-trouble', 'schwangere', 'schulden-ueberblick', 'arbeitslose', 'fluechtlinge', 'ueberschuldet', 'health-of-refugees',
  'surendettes', 'femmes-enceintes', 'sans-papiers', 'embarazadas', 'antecedentes-penales', 'migrationshintergrund', 'trade-union-members', 'hautfarbe', 'single-parents', 'credit-score-low',
])('no rule may be called %s', (id) => {
  expect(named(id)).toEqual(['sensitive']);
});

test.each(['signedIn', 'plan', 'daysSinceSignup', 'accountAgeDays', 'cartAge', 'country', 'language', 'role', 'isStaff', 'currencyMinorUnits', 'raceDistance', 'childPages', 'ageVerified', 'richTextEditor', 'ordersThisYear', 'cookiesDisabled', 'favouriteGenre', 'richMedia', 'ageOfAccountDays', 'poorConnection'])('%s may be asked of a visitor', (attribute) => {
  expect(asked(attribute)).toEqual([]);
});

test.each(['age', 'ageGroup', 'gender', 'hasChildren', 'isPregnant', 'healthCondition', 'income', 'salaryBand', 'creditScore', 'maritalStatus', 'religion', 'ethnicity', 'nationality', 'politicalParty', 'sexualOrientation', 'criminalRecord', 'einkommen', 'familienstand', 'geschlecht', 'edad', 'sexe', 'netWorth', 'disability', 'kinder', 'citizenship'])('%s may not be asked of a visitor', (attribute) => {
  expect(asked(attribute)).toEqual(['sensitive']);
});

test.each(['/accounts', '/payments/*', '/invoices/:id', '/loans', '/pricing', '/kids/*', '/race-calendar', '/visa', '/politique-de-confidentialite', '/credit-cards', '/api/health-check'])('%s is an ordinary page', (page) => {
  expect(paged(page)).toEqual([]);
});

test('a page is what it is, but somebody must have thought of it', () => {
  expect(paged('/prescriptions')).toEqual(['sensitive-topic']);
  expect(paged('/pregnancy-tests')).toEqual(['sensitive-topic']);
  const noted = { note: 'The page is called so; the rule is about the upload.', where: { page: '/prescriptions' } };
  expect(said({ rules: [rule(noted)] })).toEqual([]);
});

test('no note makes a segment of the ill', () => {
  expect(said({ note: 'We asked the lawyers.', segments: { patients: { attribute: 'x', is: 1 } }, rules: [rule({ who: { segment: 'patients' } })] })).toEqual(['sensitive segments.patients']);
});

test('one word means this here and that there', () => {
  const nudge = (title: object) => said({ rules: [rule({ nudge: { template: 'tooltip', title } })] });
  expect(nudge({ da: 'Prøv dette igen' })).toEqual([]);
  expect(nudge({ fr: 'Une dette ?' })).toEqual(['sensitive rules[0].nudge.title.fr']);
  expect(said({ locales: { default: 'nb' }, rules: [rule({ nudge: { template: 'tooltip', title: 'Prøv dette igjen' } })] })).toEqual([]);
});

test('what a file leaves out it spares', () => {
  expect(said({ places: { pages: { form: { path: '/demande/*', notPath: '/demande/sante' } } }, rules: [rule({ where: { page: 'form' } })] })).toEqual([]);
});

test('the events of a page are names too, wherever they stand', () => {
  expect(said({ rules: [rule({ resolved: [{ event: 'app:debt-plan-booked' }] })] })).toEqual(['sensitive rules[0].resolved[0].event']);
});
