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
  /** Whether others come after the next one, which gives it its cause: looked up, or learnt from a turn that found it otherwise. */
  let more: boolean | null = null;
  for (let done = 0, tries = 0; tries < MOST; tries++) {
    const state: Live | null = more === null ? await conversations.state(thread.conversation) : null;
    const isMore: boolean = more ?? (state !== null && hasMore(means(state, done)));
    more = null;
    const found: { became: Became<R> } = { became: { kind: 'nothing', live: null } };
    const next = isMore ? `${cause}:${done + 1}` : cause;
    const applied = await conversations.apply(thread, next, (live): Decision | null => {
      const meant = means(live, done);
      found.became = 'refused' in meant ? { kind: 'refused', why: meant.refused } : { kind: 'nothing', live };
      if ('refused' in meant) return null;
      const [event] = meant.events;
      if (!event) return null;
      if (hasMore(meant) === isMore) return { event, fields: fields(event, live) };
      more = !isMore;
      return null;
    });
    if (applied.kind === 'nothing') {
      if (more === null) return found.became;
    } else if (isMore) done++;
    else return { kind: 'committed', last: applied };
  }
  throw new Error(`act ${cause} has no end`);
}

const hasMore = (meant: Means<unknown>): boolean => 'events' in meant && meant.events.length > 1;
