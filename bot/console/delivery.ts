/**
 * How far a message of ours got. The server folds what channels tell by it, and the console what the server tells: both by
 * this one order, so this file goes into the web too and imports types alone.
 */
import type { MessageState } from './shown.js';

/** States only go forward; a failure or a withholding is the last word. */
const PROGRESS: Record<MessageState, number> = {
  waiting: 0,
  sent: 1,
  delivered: 2,
  read: 3,
  removed: 4,
  failed: 5,
  withheld: 5,
};

/** Whether a word on a message says more than what is known of it. */
export const isFurther = (state: MessageState, than: MessageState): boolean => PROGRESS[state] > PROGRESS[than];
