import { LOOK_AGAIN_MS, type Here, type Reason } from './here';

/** After a key or a drag the hand is still at work. */
const HAND_MS = 1000;

/** What the visitor's hands are at; they have rested when it is so long since the last input. */
export function handsHeld({ now, wallMs, moment }: Pick<Here, 'now' | 'wallMs' | 'moment'>, pauseMs: number): readonly Reason[] {
  const { lastKeyAt = -Infinity, lastDragAt = -Infinity, lastInputAt = -Infinity, pointerDown } = moment;
  const until = { key: lastKeyAt + HAND_MS, drag: lastDragAt + HAND_MS, pause: lastInputAt + pauseMs };
  const held = (code: keyof typeof until, because: string): readonly Reason[] => (until[code] > now ? [{ code, because, until: wallMs + until[code] - now }] : []);
  return [
    ...held('key', 'the visitor is typing'),
    ...held('drag', 'the visitor is dragging'),
    ...(pointerDown ? [{ code: 'pointer', because: 'a pointer is down', until: wallMs + LOOK_AGAIN_MS } as const] : []),
    // said only where nothing else says it
    ...(!pointerDown && until.pause > Math.max(until.key, until.drag) ? held('pause', `the visitor has not rested for ${pauseMs / 1000} s`) : []),
  ];
}
