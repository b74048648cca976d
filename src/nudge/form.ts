import type { Channel, Template } from '../types';
import type { Form } from './surface';

/** From the most modest on. */
const SHAPES = ['none', 'chip', 'inline', 'steps', 'tooltip', 'banner', 'chat-invite'] as const satisfies readonly Channel[];

/** Fingers and small windows get a sheet: there is no room beside anything. */
const SMALL = '(pointer:coarse),(max-width:480px)';

/** How something is shown: as it was meant, or as the less that it may be. */
export function lesser(template: Template, channel: Channel): Channel {
  return SHAPES.indexOf(template) < SHAPES.indexOf(channel) ? template : channel;
}

/** What belongs to the page as a whole stays when its place goes. */
export function isOfPage(shape: Channel): boolean {
  return shape === 'banner' || shape === 'chat-invite';
}

/** The form of a card, open over the page. */
export function cardForm(shape: Channel, anchored: boolean, window: Window): Form {
  if (window.matchMedia(SMALL).matches) return 'sheet';
  if (shape === 'banner') return 'banner';
  return anchored ? 'tooltip' : 'corner';
}
