/** Where the question of danger beside an answer stands, after what she writes next. */
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import type { Reading } from '../reading.js';
import { UNCLEAR } from './unclear.js';

/**
 * The question beside an answer is answered by the next message, or never; where danger was likely and people have her, it stands
 * for as long as she waits: "tengo 9 años", and then where she is.
 */
export function guessAfter(
  { marks: { guess, emergency }, owner, need }: Context,
  event: FlowEvent,
  read: Reading,
): Context['marks']['guess'] {
  if (event.type === 'SOS' && !emergency)
    return event.why === 'sensed' && !read.reads('grave') ? 'opened' : guess === 'none' ? 'none' : 'over';
  if (event.type !== 'MSG') return guess;
  // Words of which nothing was understood answer nothing: she is asked for others, and the question stands.
  if (guess === 'asked') return read.reads(UNCLEAR) ? 'asked' : 'open';
  if (guess !== 'open') return guess;
  return owner.kind === 'queue' && need?.reads?.includes('likely-grave') === true ? 'left' : 'over';
}
