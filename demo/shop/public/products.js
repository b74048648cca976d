/**
 * @typedef {object} Product
 * @property {string} id
 * @property {'seeds' | 'tools'} kind
 * @property {string} name
 * @property {string} variety
 * @property {number} priceCents
 * @property {string} text
 * @property {readonly number[]} sow Months, January is 1.
 * @property {readonly number[]} harvest
 * @property {string} [soldOut] What an honest shop says instead of a button.
 */

/** Everything the shop pretends to sell; the server and the pages read the same list. @type {readonly Product[]} */
export const products = [
  { id: 'beetroot', kind: 'seeds', name: 'Beetroot', variety: 'Ruby Ring', priceCents: 320, sow: [4, 5, 6, 7], harvest: [7, 8, 9, 10], text: 'Sweet, even roots with rings like a tree. Pull them at the size of a golf ball, or leave them for the cellar.' },
  { id: 'carrot', kind: 'seeds', name: 'Carrot', variety: 'Long Light', priceCents: 290, sow: [3, 4, 5, 6], harvest: [7, 8, 9, 10, 11], text: 'For deep, sandy beds. Thin early, thin again, and eat what you thin.' },
  { id: 'pea', kind: 'seeds', name: 'Pea', variety: 'Climbing Sue', priceCents: 340, sow: [3, 4, 5], harvest: [6, 7, 8], text: 'Two metres tall and generous. Give it twine to climb and pick every other day.' },
  { id: 'sunflower', kind: 'seeds', name: 'Sunflower', variety: 'Tall Order', priceCents: 260, sow: [4, 5], harvest: [8, 9], text: 'Three metres by August. Plant it where nobody needs the light.' },
  { id: 'radish', kind: 'seeds', name: 'Radish', variety: 'Quick Pink', priceCents: 240, sow: [3, 4, 5, 6, 7, 8], harvest: [4, 5, 6, 7, 8, 9], text: 'Seed to plate in four weeks. The one to begin with, and the one to give to children.' },
  { id: 'cornflower', kind: 'seeds', name: 'Cornflower', variety: 'Blue Hour', priceCents: 260, sow: [3, 4, 9], harvest: [6, 7, 8, 9], text: 'Sow a handful along the fence. Bees will find it before you do.' },
  { id: 'hand-fork', kind: 'tools', name: 'Hand fork', variety: 'Ash and steel', priceCents: 1850, sow: [], harvest: [], text: 'Three forged tines and a handle of ash. It will outlast the bench you leave it on.' },
  { id: 'watering-can', kind: 'tools', name: 'Watering can', variety: 'Five litres', priceCents: 2900, sow: [], harvest: [], text: 'Balanced when full, and the rose comes off for seedlings in a hurry.', soldOut: 'Sold out until April. The tinsmith makes twelve a month.' },
  { id: 'twine', kind: 'tools', name: 'Garden twine', variety: 'Jute, 120 m', priceCents: 480, sow: [], harvest: [], text: 'Ties up peas, parcels and the gate. Rots away by itself when you are done.' },
];

/** @param {string} id */
export const productOf = (id) => products.find((product) => product.id === id);

/** @param {number} cents */
export const price = (cents) => `€${(cents / 100).toFixed(2)}`;
