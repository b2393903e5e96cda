/**
 * Takes away from her screen what is there of this conversation, because she asked for it. The log keeps it for the people
 * who attend her; that it is removed is written once the channel has done it, and a second try writes nothing more.
 *
 * Our own page takes all away. Another system takes messages of ours, says which, and she is told what became of it: also
 * where it could not, for she must know what is still there.
 */
import type { Handler, Outcome, Work } from '../outbox.js';
import { removedIn } from '../record.js';
import type { Doers } from './effects.js';
import { answer } from './slots.js';

/** With the waits between them about a minute: she is waiting to hear of it, and may have to leave. */
const TRIES_MOST = 6;

export const remove =
  (doers: Doers): Handler =>
  async work => {
    const { channel, addressOf, conversations } = doers;
    const { row, thread, params } = work;
    const out = channel(thread.channel);
    // No alarm: she was told how she erases it herself.
    if (!out?.remove) return { result: 'withheld', reason: `channel ${thread.channel} removes nothing` };
    const address = await addressOf(thread.contact, thread.channel);
    if (address === null) return { result: 'withheld', reason: 'erased' };
    const about = { id: row.id, conversation: thread.conversation, address, upTo: Number(params.upTo) };
    if (out.capabilities.removesOurs)
      return takenAway(doers, work, about.upTo, ours => out.remove!({ ...about, ours }));
    await out.remove({ ...about, ours: [] });
    await conversations.note(thread, `ack:${about.upTo}:removed`, { type: 'ACK', upTo: about.upTo, state: 'removed' });
    return { result: 'done' };
  };

interface Ours {
  seq: number;
  id: string;
}

async function takenAway(
  doers: Doers,
  work: Work,
  upTo: number,
  ask: (ours: readonly Ours[]) => Promise<'all' | readonly string[]>,
): Promise<Outcome> {
  const { row, thread } = work;
  const { bodies, effects } = await doers.said(thread.conversation);
  // Written before this process died, or the store did not answer: she is told of that.
  const before = bodies.find(({ event }) => event.state === 'removed' && event.effect === row.id)?.event;
  if (before) return told(doers, work, (before.seqs as number[]).length, Number(before.left));
  const states = new Map(effects.map(({ id, state }) => [id, state]));
  const gone = removedIn(bodies);
  const ours = bodies
    .flatMap(({ messages }) => messages)
    .filter(({ direction, seq, id }) => direction === 'out' && seq <= upTo && !gone.has(seq) && isThere(states.get(id)))
    .map(({ seq, id }) => ({ seq, id }));
  // She asked twice; the first time it was told.
  if (ours.length === 0) return { result: 'done' };
  let taken: ReadonlySet<string>;
  try {
    // What is still on its way would come after its removal.
    if (ours.some(({ id }) => states.get(id) === 'waiting')) throw new Error('a reply before it has not left');
    const removed = await ask(ours);
    taken = new Set(removed === 'all' ? ours.map(({ id }) => id) : removed);
  } catch (error) {
    if (row.attempts + 1 < TRIES_MOST) throw error;
    taken = new Set();
  }
  const seqs = ours.filter(({ id }) => taken.has(id)).map(({ seq }) => seq);
  const left = ours.length - seqs.length;
  if (seqs.length > 0) {
    const event = { type: 'ACK', seqs, left, state: 'removed', effect: row.id } as const;
    await doers.conversations.note(thread, `ack:${row.id}:removed`, event);
  }
  return told(doers, work, seqs.length, left);
}

/** It left, or is about to. */
const isThere = (state: string | undefined): boolean => state !== 'withheld' && state !== 'failed';

const told = (doers: Doers, work: Work, removed: number, left: number): Promise<Outcome> =>
  answer(
    doers,
    work,
    removed > 0 ? { type: 'REMOVED', removed, left } : { type: 'NOT_REMOVED', reason: 'the channel took nothing away' },
  );
