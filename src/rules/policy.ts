import type { Channel, PolicyRow } from '../types';
import { TEMPLATES } from './nudgeText';
import { list, oneOf, record, type Read } from './shape';

const readLevel = oneOf('any', ['any', 'low', 'medium', 'high']);

const readUrgency = oneOf('any', ['any', 'standard', 'high', 'critical', 'immediate']);

/** The most that may be shown for each action, when the row does not say. Who only watches shows nothing. */
const CHANNELS: Readonly<Record<PolicyRow['action'], Channel>> = { watch: 'none', passive: 'chip', hint: 'tooltip', offer: 'chat-invite', person: 'chat-invite' };

const readAction = oneOf('watch', ['watch', 'passive', 'hint', 'offer', 'person']);

const readReview = oneOf('no', ['no', 'optional', 'yes']);

const readRows = list(record((field): PolicyRow => {
  const action = field('action', readAction);
  return {
    risk: field('risk', readLevel, 'any'),
    impact: field('impact', readLevel, 'any'),
    confidence: field('confidence', readLevel, 'any'),
    urgency: field('urgency', readUrgency, 'any'),
    action,
    channel: field('channel', oneOf<Channel>('none', action === 'watch' ? ['none'] : ['chip', ...TEMPLATES]), CHANNELS[action]),
    review: field('review', readReview, 'no'),
  };
}), 50);

const WATCH: PolicyRow = { risk: 'any', impact: 'any', confidence: 'any', urgency: 'any', action: 'watch', channel: 'none', review: 'no' };

/** A table in which every case has an answer: what no row answers is only watched. */
export const readPolicy: Read<readonly PolicyRow[]> = (...given) => {
  const rows = readRows(...given);
  const last = rows.at(-1);
  return last && [last.risk, last.impact, last.confidence, last.urgency].every((word) => word === 'any') ? rows : [...rows, WATCH];
};
