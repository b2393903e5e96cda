/** What an event becomes on the state it meets, whatever happens on the way: a person reads what nothing can be made of. */
import { carried } from '../flows/carried.js';
import type { FlowEvent, World } from '../flows/events.js';
import type { Shape } from '../flows/talk/say.js';
import type { Frozen } from '../flows/snapshot.js';
import { advance, contextOf, nothingYet, type Snapshot, type Turned } from '../flows/turn.js';
import type { Decision, Live } from './conversations.js';
import type { Made } from './entry.js';
import { placeOf, reasonOf } from './log.js';

interface ErrorLog {
  error(event: string, fields: Record<string, unknown>): void;
}

/** A message that cannot be processed goes to a person, never to a log line. */
export function madeOf(decision: Decision, { running, snapshot, head }: Live, shape: Shape, log: ErrorLog): Made {
  const { compiled } = running;
  let reason = decision.parked;
  // What is kept with the turn is sealed, and may say more than a log.
  let why: ReturnType<typeof placeOf> = { reason: reason ?? '' };
  if (reason === undefined) {
    try {
      return { ...decision, turned: advance(compiled, snapshot, decision.event, shape) };
    } catch (error) {
      reason = shortReason(error);
      why = placeOf(error);
    }
  }
  const { conversation, turn } = head;
  log.error('message parked', { conversation, turn: turn + 1, ...why });
  const { world } = decision.event;
  const event: FlowEvent = { type: 'PARKED', reason, text: decision.inbound?.text ?? '', world };
  const parked = { ...decision, event, parked: reason };
  try {
    return { ...parked, turned: advance(compiled, snapshot, event, shape) };
  } catch (error) {
    log.error('parking failed', { conversation, turn: turn + 1, ...placeOf(error) });
    return { ...parked, turned: unmoved(snapshot) };
  }
}

/** Her own definition is gone: the one that is there takes her over, and a person reads what was written. */
export function takenOver(
  { running, head, arms }: Live,
  frozen: Frozen,
  { world, shape, log }: { world: World; shape: Shape; log: ErrorLog },
): Made {
  const made = (state: Frozen | undefined): Made => ({
    event: { type: 'PARKED', reason: 'snapshot', text: '', world },
    parked: 'snapshot',
    turned: carried(running.compiled, state, { world, shape, armed: arms.keys() }),
  });
  try {
    return made(frozen);
  } catch (error) {
    log.error('state cannot be read', { conversation: head.conversation, ...placeOf(error) });
    return made(undefined);
  }
}

/** It is kept with the turn, where the desk shows it. */
export const shortReason = (error: unknown): string => reasonOf(error).slice(0, 200);

/** The last resort: the message is kept, nothing moves, and people are called. */
function unmoved(snapshot: Snapshot): Turned {
  const effects: Turned['effects'] = [
    { type: 'alert', params: { why: 'parked', risk: contextOf(snapshot).risk, count: 1 } },
  ];
  return { ...nothingYet(snapshot), milestones: ['executive_alerted'], effects };
}
