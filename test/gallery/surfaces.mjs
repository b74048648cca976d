/**
 * Every surface and every state of it. A scene is a page's address and the ways to its states, one after the other: `[name, what to look at,
 * how to get there]`. What furrow draws is found by its structure, since its words are in four languages.
 */
const ui = (page, inside = '') => page.locator(`furrow-ui ${inside}`);
const centre = (page, inside = '') => page.locator(`furrow-preferences-centre ${inside}`);

/** After the last press the page has so long to answer; whatever changes in it until then may take the trouble, and its help, back. */
const VERDICT_MS = 3000;

const hasBegun = (page) => page.waitForFunction(async () => (await window.furrow.explain?.())?.status.running);
const helpStands = (page) => ui(page, '[part=nudge],[part=chip]').first().waitFor();

/** The page says that somebody is stuck. */
const getHelp = async (page) => {
  await hasBegun(page);
  await page.evaluate(() => window.furrow.signal('app:stuck', { target: document.querySelector('#pay') }));
  await helpStands(page);
};
/** Somebody presses the dead button again and again: then there is something to say of why. */
const getHelpByPressing = async (page) => {
  await hasBegun(page);
  for (let times = 0; times < 4; times++) await page.locator('#pay').click();
  await helpStands(page);
  await page.waitForTimeout(VERDICT_MS);
};
const answerQuestion = async (page) => {
  await page.locator('furrow-prompt .answer').last().click();
  await page.goto(page.url().replace('&stays', ''));
  await page.locator('furrow-prompt h2').waitFor();
};
const openCentre = async (page) => {
  await page.waitForFunction(() => window.furrow.preferences);
  await page.evaluate(() => window.furrow.preferences(document.querySelector('header a')));
  await centre(page, 'h2').waitFor();
};
const seeSection = (page, index) => centre(page, 'fieldset').nth(index).evaluate((section) => section.closest('.scroll').scrollTo(0, section.offsetTop - section.closest('.scroll').offsetTop));
const press = (find) => (page) => find(page).click();

export const surfaces = [
  {
    name: 'prompt', title: 'The question', languages: ['plain', 'details'], once: 'details',
    scenes: [
      { at: 'ask=now', states: [
        ['plain', 'Both answers weigh the same, no comes first, the page stays usable.', (page) => page.locator('furrow-prompt h2').waitFor()],
        ['details', 'What a yes would mean, line by line, each purpose for itself.', press((page) => page.locator('furrow-prompt summary'))],
      ] },
      { at: 'ask=now&stays', states: [
        ['changed', 'Who said yes before reads first what is new since then.', async (page) => {
          await page.locator('furrow-prompt h2').waitFor();
          await answerQuestion(page);
        }],
      ] },
    ],
  },
  {
    name: 'tooltip', title: 'A tooltip', languages: ['shown', 'why', 'handover'], once: 'why',
    scenes: [
      { at: 'yes&template=tooltip', states: [
        ['shown', 'It stands beside the button it is about and covers nothing of it.', getHelpByPressing],
        ['why', 'What really happened, the counterfactual, the way to the settings.', press((page) => ui(page, '[aria-controls=why]'))],
        ['not-now', 'Six ways of postponing or silencing, two presses from any help.', press((page) => ui(page, '[aria-controls=snooze]'))],
        ['handover', 'All that a person would read, before anything is opened.', press((page) => ui(page, '.quiet > button').first())],
        ['struck', 'A part that was struck out can be put back.', press((page) => ui(page, '.parts button').nth(1))],
        ['opening', 'The chat is on its way.', press((page) => ui(page, '.main .primary'))],
        ['unreachable', 'It did not open: another way stands there, and nothing is lost.', async (page) => {
          await page.evaluate(() => window.chatAnswers('no-provider'));
          await ui(page, '.main a').waitFor();
        }],
      ] },
    ],
  },
  {
    name: 'inline', title: 'A line in the page', languages: [], once: 'shown',
    scenes: [{ at: 'yes&template=inline', states: [['shown', 'It stands in the flow of the page, below its row.', getHelp]] }],
  },
  {
    name: 'banner', title: 'A banner', languages: [], once: 'shown',
    scenes: [{ at: 'yes&template=banner', states: [['shown', 'It keeps to the edge where the visitor is not.', getHelp]] }],
  },
  {
    name: 'steps', title: 'Steps', languages: ['first'], once: 'middle',
    scenes: [{ at: 'yes&template=steps', states: [
      ['first', 'Which of how many, and only the way on.', getHelp],
      ['middle', 'The way on stays under the finger, the way back beside it.', press((page) => ui(page, '.main .primary'))],
      ['last', '“Done”, where “Next” was.', press((page) => ui(page, '.main .primary'))],
    ] }],
  },
  {
    name: 'chat-invite', title: 'An invitation', languages: [], once: 'shown',
    scenes: [{ at: 'yes&template=chat-invite', states: [['shown', 'A card in the corner, for help that belongs to the page as a whole.', getHelp]] }],
  },
  {
    name: 'chip', title: 'A chip', languages: [], once: 'waiting',
    scenes: [
      { at: 'yes&template=tooltip&chip', states: [['waiting', 'Modest help: it says only that it is there.', getHelp]] },
      { at: 'yes&template=tooltip', states: [['away', 'The place is out of sight: the arrow says where it is, a press leads back.', async (page) => {
        await getHelp(page);
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        await ui(page, '[part=chip]').waitFor();
      }]] },
    ],
  },
  {
    name: 'aside', title: 'Said besides', languages: [], once: 'known',
    scenes: [
      { at: 'yes&template=tooltip', states: [
        ['known', 'The problem is known; whoever wants is told when it works.', async (page) => {
          await page.evaluate(() => window.furrow.incident({ id: 'pay-is-down', places: ['pay'] }));
          await getHelp(page);
        }],
        ['told', 'The wish was heard.', press((page) => ui(page, '.main button'))],
        ['works', 'It works again.', async (page) => {
          await ui(page, '.close').click();
          await page.evaluate(() => window.furrow.incident({ id: 'pay-is-down', places: ['pay'], over: true }));
          await ui(page, '[part=nudge]').waitFor();
        }],
      ] },
      { at: 'yes&template=tooltip', isDrawn: true, states: [
        ['helpful', 'Asked after at most one help in ten.', async (page) => {
          await getHelp(page);
          await ui(page, '.main button').first().click();
          await ui(page, '.main .primary').waitFor({ state: 'detached' });
          await ui(page, '[part=nudge]').waitFor();
        }],
        ['thanks', 'That was all.', press((page) => ui(page, '.main button').first())],
      ] },
    ],
  },
  {
    name: 'centre', title: 'The preference centre', languages: ['allowed', 'help', 'data'], once: 'allowed',
    scenes: [
      { at: 'yes&template=tooltip', states: [
        ['allowed', 'The notice, and what is allowed; nothing is there that does nothing.', openCentre],
        ['help', 'How much help, when, and what it may rest on.', async (page) => {
          await centre(page, '[role=switch]').nth(11).scrollIntoViewIfNeeded();
          await seeSection(page, 1);
        }],
        ['data', 'To see, to take along, to delete, to end.', (page) => seeSection(page, 4)],
      ] },
      { at: 'template=tooltip', states: [['unanswered', 'Before an answer: nothing is switched on.', openCentre]] },
      { at: 'template=tooltip', states: [['refused', 'After a no: as easy to change as it was to give.', async (page) => {
        await page.waitForFunction(() => window.furrow.refuse);
        await page.evaluate(() => window.furrow.refuse());
        await openCentre(page);
      }]] },
      { at: 'yes&template=tooltip', states: [
        ['held', 'Everything that is held, to be read.', async (page) => {
          await getHelpByPressing(page);
          await ui(page, '.close').click();
          await openCentre(page);
          await seeSection(page, 4);
          await centre(page, '#data').evaluate((title) => title.closest('fieldset').querySelector('summary').click());
          await centre(page, '.held > details > summary').first().click();
          await seeSection(page, 4);
        }],
        ['deleted', 'What was deleted is named.', async (page) => {
          await centre(page, '.stack > details > summary').first().click();
          await centre(page, '.stack > details > summary').last().click();
          await centre(page, '.stack > details[open] button').click();
          await page.waitForFunction(() => document.querySelector('furrow-preferences-centre').shadowRoot.querySelector('[role=status]').textContent);
        }],
        ['stopped', 'All has ended, and how to come back is said.', async (page) => {
          await centre(page, '.stack > button').last().click();
          await page.waitForFunction(() => !window.furrow.receipt()?.purposes.length);
        }],
      ] },
    ],
  },
  {
    name: 'inspect', title: 'The inspect overlay', languages: [], once: '', looks: ['light'],
    scenes: [{ at: 'yes&template=tooltip&furrow=inspect', states: [['open', 'For developers, never for visitors: why furrow spoke.', async (page) => {
      // nobody sees into its closed root: it is waited for as long as a verdict takes
      await page.locator('furrow-inspect').waitFor({ state: 'attached' });
      await getHelpByPressing(page);
    }]] }],
  },
];
