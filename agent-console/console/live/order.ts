/** What a person at the console sees of the queue: whose a conversation is, what each view shows and what a search finds. The order itself is `bot/console/queue.ts`. */
import { isSos, isUntakenSos, type QueueRow } from '../../../bot/console/contract.js';

export const views = ['all', 'mine', 'untaken', 'sos'] as const;
export type QueueView = (typeof views)[number];

/** No person has her. */
export const isUntaken = (row: QueueRow): boolean => row.owner.kind !== 'executive';

/** She waits for a person, or must not wait for one: whom the robot serves does neither. */
export const isWaiting = (row: QueueRow): boolean => row.owner.kind === 'queue' || isUntakenSos(row);

export const isMine = (row: QueueRow, me: string): boolean => row.owner.kind === 'executive' && row.owner.id === me;

/** Whether a row belongs in a view and answers to what was typed in the search (without accents or capitals). */
export function isShown(row: QueueRow, view: QueueView, me: string, search = ''): boolean {
  const inView = { all: true, mine: isMine(row, me), untaken: isWaiting(row), sos: isSos(row) }[view];
  const words = plain(search).split(/\s+/).filter(Boolean);
  const text = plain([row.name, row.reason, row.to, row.owner.name, row.channel, row.protocol].join(' '));
  return inView && words.every(word => text.includes(word));
}

export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
