/**
 * Commits what an act means, one turn for each of its events and in their order. Each is decided again on the state that
 * it meets, so an act that a crash cut in the middle goes on where it stopped. The last event has the cause of the act itself.
 */
import type { FlowEvent } from '../../flows/events.js';
import type { Applied, Conversations, Decision, Live, Thread } from '../conversations.js';

/** What an act means on a state: the events that are still to come, or why not. */
export type Means<R> = { events: readonly FlowEvent[] } | { refused: R };

export interface InTurns<R> {
  thread: Thread;
  cause: string;
  /** @param done - How many of its events were committed in this call. */
  means(live: Live, done: number): Means<R>;
  /** Plain fields for the record. */
  fields(event: FlowEvent, live: Live): Record<string, unknown>;
}

/** What became of it: its last turn, that nothing was to be done on the state `live`, or why it was refused. */
export type Became<R> =
  | { kind: 'committed'; last: Extract<Applied, { kind: 'stored' | 'duplicate' }> }
  | { kind: 'nothing'; live: Live | null }
  | { kind: 'refused'; why: R };

/** More than any act has: a state that would go on asking for more is a mistake of ours. */
const MOST = 8;

export async function inTurns<R>(
  conversations: Pick<Conversations, 'state' | 'apply'>,
  { thread, cause, means, fields }: InTurns<R>,
): Promise<Became<R>> {
  for (let done = 0, tries = 0; tries < MOST; tries++) {
    const state = await conversations.state(thread.conversation);
    const now = state && means(state, done);
    const more = now !== null && 'events' in now && now.events.length > 1;
    let found: Became<R> | 'changed' = { kind: 'nothing', live: null };
    const applied = await conversations.apply(
      thread,
      more ? `${cause}:${done + 1}` : cause,
      (live): Decision | null => {
        const meant = means(live, done);
        if ('refused' in meant) {
          found = { kind: 'refused', why: meant.refused };
          return null;
        }
        const [event] = meant.events;
        found = { kind: 'nothing', live };
        if (!event) return null;
        // Between the look and this turn something changed how many are to come: the cause would be another one.
        if (meant.events.length > 1 !== more) {
          found = 'changed';
          return null;
        }
        return { event, fields: fields(event, live) };
      },
    );
    if (applied.kind === 'nothing') {
      const outcome = found as Became<R> | 'changed';
      if (outcome !== 'changed') return outcome;
    } else if (more) done++;
    else return { kind: 'committed', last: applied };
  }
  throw new Error(`act ${cause} has no end`);
}
