/**
 * Some time after something was said to her in an emergency: has it come to her screen? Where it has not, people are told,
 * once until it has: her telephone may be off, taken, or in other hands, and she waits for what she never got.
 */
import { arrivedUpTo, isToldUnarrived, removedUpTo } from '../heads.js';
import type { Handler } from '../outbox.js';
import type { Doers } from './effects.js';

export const watchArrival =
  ({ conversations, effectState }: Doers): Handler =>
  async ({ row, thread, live, params }) => {
    const { head } = live;
    const { seq, message, since } = params as { seq: number; message: string; since?: number };
    const isThere = arrivedUpTo(head) >= seq || removedUpTo(head) >= seq;
    if (isThere || head.emergency === 'idle' || isToldUnarrived(head)) return { result: 'done' };
    const state = await effectState(row.conversation, message);
    // What failed or was held back was told as that.
    if (state !== 'failed' && state !== 'withheld')
      await conversations.note(thread, `ack:${row.id}`, { type: 'NOTE', unarrived: seq, since });
    return { result: 'done' };
  };
