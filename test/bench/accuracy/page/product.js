import { on, say } from './shell.js';

on('p-buy', () => say('p-out', 'Added'));
