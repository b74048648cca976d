/**
 * @typedef {{ path: string, how: string, signals: readonly string[] }} Try What to do, where, and what furrow then sees.
 */

/** What can be tried without anything being broken: trouble also shows in how people move, fill in and look around. */
export const tries = [
  {
    title: 'While filling in',
    list: [
      { path: '/checkout/address', how: 'Click into “Parcel locker code” and think for ten seconds.', signals: ['field-hesitation'] },
      { path: '/checkout/address', how: 'Write a locker code, empty it, write it again, three times over.', signals: ['field-churn'] },
      { path: '/checkout/address', how: 'Press “On to payment” with nothing filled in, three times.', signals: ['validation-storm', 'error-loop'] },
      { path: '/checkout/address', how: 'Begin with name and street, then go to “Help”. Half a minute later the order counts as left.', signals: ['form-abandon', 'workflow-abandon'] },
      { path: '/checkout/payment', how: 'Rest on “Pay” for six seconds and do not press it.', signals: ['cta-hesitation'] },
      { path: '/checkout/payment', how: 'Look at another tab for ten seconds and come back, twice.', signals: ['tab-away'] },
    ],
  },
  {
    title: 'While looking around',
    list: [
      { path: '/', how: 'Open a packet and go back at once.', signals: ['quick-back'] },
      { path: '/cart', how: 'Go to and fro between “Shop” and “Basket”, three times within 15 seconds.', signals: ['page-loop'] },
      { path: '/product/pea', how: 'Reload the page three times.', signals: ['refresh-loop'] },
      { path: '/', how: 'Scroll up and down, up and down.', signals: ['scroll-thrash'] },
      { path: '/cart', how: 'Open “Help”.', signals: ['help-seek'] },
    ],
  },
  {
    title: 'With restless hands',
    list: [
      { path: '/product/beetroot', how: 'Press “Reserve in store”, then shake the mouse to and fro for two seconds.', signals: ['thrashed-cursor'] },
      { path: '/product/pea', how: 'Hammer the letter keys where nothing can be written.', signals: ['key-mash'] },
      { path: '/cart', how: 'Apply the coupon, then mark and copy its error message.', signals: ['copy-struggle'] },
    ],
  },
];
