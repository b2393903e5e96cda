/** The record of an emergency that is still open, written from what is known at this moment: to be read or handed over before it ends. */
import { recorded } from '../../flows/effects.js';
import { contextOf } from '../../flows/turn.js';
import type { Service } from '../service.js';
import type { Head } from '../store/store.js';

/** An emergency has one record, from its first draft to its end. @param since when it began, in epoch milliseconds */
export const emergencyRecordId = (conversation: string, since: number | string): string =>
  `emergency:${conversation}:${since}`;

/** The conversation and the beginning of the emergency that a record is of; null for a record of another type. */
export function emergencyIn(id: string): { conversation: string; since: number } | null {
  const [, conversation, since] = /^emergency:(.*):(\d+)$/.exec(id) ?? [];
  return conversation === undefined ? null : { conversation, since: Number(since) };
}

/** Id of the record of the emergency that is open there; null where none is. */
export const openRecordOf = ({ conversation, emergency, desk }: Head): string | null =>
  emergency === 'idle' || typeof desk.emergencySince !== 'number'
    ? null
    : emergencyRecordId(conversation, desk.emergencySince);

/** Writes it when the emergency that it is of is open; else nothing is done. Throws StoreUnavailable, Erased. */
export async function draftEmergency(
  { conversations, threads, records, clock }: Pick<Service, 'conversations' | 'threads' | 'records' | 'clock'>,
  id: string,
): Promise<void> {
  const conversation = emergencyIn(id)?.conversation;
  const live = conversation === undefined ? null : await conversations.state(conversation);
  if (!live || openRecordOf(live.head) !== id) return;
  const thread = await threads.ofConversation(live.head.conversation);
  if (!thread) return;
  await records.write({
    id,
    type: 'emergency',
    thread,
    at: clock.now(),
    draft: true,
    data: recorded(contextOf(live.snapshot)),
  });
}
