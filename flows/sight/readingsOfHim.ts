/** Readings of where he is, as a message tells it and not a word of anything else; behind an answer it is heard as well (text/afterAnswer.ts). */
import { saidOf, type WordLists } from '../lists.js';
import { isNotWhileThere } from '../booking/notWhileThere.js';
import type { Reading } from '../reading.js';
import { afterAnswer } from '../text/afterAnswer.js';
import { isWatchedOrAsked } from '../text/him/asksHer.js';
import { calledOffForHim, isConditionOfCall } from '../text/time/calledOff.js';
import { isBreakingIn, isIn } from '../text/him/gettingIn.js';
import { isBack } from '../text/him/returning.js';
import { presenceIn } from '../text/him/hisPresence.js';
import { leavesTelephone } from '../text/him/leavesTelephone.js';
import { isInView } from '../text/him/inView.js';
import { isMadeToShow } from '../text/him/madeToShow.js';
import { isFearOfComing, isNoHelp } from '../text/him/forComers.js';
import { comesInMood, nearingOf } from '../text/him/nearing.js';
import { asksWhoComes } from '../text/whoComes.js';

const GONE = ['he-left', 'left-alone', 'alone'];

/**
 * By name. He comes, or is beside her; of these, that he reads it, took her telephone, comes in what mood, and comes. "Está él", and
 * where a "no" without a pause may turn it round.
 */
export const OF_HIM: Readonly<Record<string, (read: Pick<Reading, 'text' | 'reads'>) => boolean>> = {
  'he-nears': ({ text }) => nearingOf(text) !== null && !asksWhoComes(text),
  'he-reads': ({ text }) => nearingOf(text) === 'reads',
  'he-took': ({ text }) => nearingOf(text) === 'took',
  /** He makes her show what is on her screen, is about to read it, or asks whom she writes to. */
  'made-to-show': ({ text }) => isMadeToShow(text) || isWatchedOrAsked(text),
  /** Our call is not to be, as he is there. On what condition it may be, which calls nothing off. */
  'called-off-for-him': ({ text }) => calledOffForHim(text),
  'condition-of-call': ({ text }) => isConditionOfCall(text),
  /** Asked when: the hours at which he is there. */
  'not-while-there': ({ text }) => isNotWhileThere(text),
  /** She puts her telephone down, or hides it. */
  'leaves-telephone': ({ text }) => leavesTelephone(text),
  /** The police came and went, or do not come in; that nobody is to come, as he would strike then. */
  'not-helped': ({ text }) => isNoHelp(text),
  'fears-coming': ({ text }) => isFearOfComing(text),
  'comes-in-mood': ({ text }) => comesInMood(text),
  /** He is back, in the last clause of what she tells. */
  'he-is-back': read => isBack(read.text),
  /** In an emergency: he got in, found her, is beside her and not named, or in sight. */
  'got-in': ({ text }) => isIn(text) || isInView(text),
  /** He breaks a door or a window, or tries to get in: in danger that was told, he comes. */
  'breaks-in': ({ text }) => isBreakingIn(text),
  /** He left, or she is alone. A bare "no está" may be of her, or the no of "no, está": it is no sure word of it. */
  'surely-gone': read => GONE.some(name => read.reads(name)) && !read.reads('bare-no'),
  'he-comes-now': ({ text }) => nearingOf(text) === 'comes' && !asksWhoComes(text),
  'asks-who-comes': ({ text }) => asksWhoComes(text),
  'he-is-there': ({ text }) => presenceIn(text) === 'there',
  'perhaps-there': ({ text }) => presenceIn(text) === 'perhaps',
};

/** What silence is kept for; told after her answer to something else it is worth as much as alone. */
const OF_SILENCE: ReadonlySet<string> = new Set([
  ...['hush', 'he-nears', 'he-comes-now', 'he-is-there', 'he-reads', 'he-took', 'made-to-show', 'leaves-telephone'],
  ...['comes', 'enters', 'stirs', 'hears-him', 'pulls-in', 'closes-in', 'came-nearer', 'got-in', 'breaks-in'],
  'takes-leave',
  ...['watched', 'eyed', 'reads-along', 'takes-telephone'],
]);

/**
 * "Sí gracias, llegó el viejo": behind an answer, or in a last clause after few words, stands what one of these readings hears.
 *
 * @param names a reading, and those that mean the same
 */
export function isToldAfterAnswer(text: string, lists: WordLists, names: readonly string[]): boolean {
  const [name] = names;
  if (!OF_SILENCE.has(name!)) return false;
  return afterAnswer(text).some(end => {
    const reads = (list: string): boolean => saidOf(end).reads(lists, list);
    return reads(name!) || names.some(also => OF_HIM[also]?.({ text: end, reads }) ?? false);
  });
}
