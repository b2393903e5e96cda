/**
 * What only somebody else writes with her telephone in his hand: he greets the woman he thinks to write to, asks whose number it
 * is, or denies in her name. Before anything was told such words are a slip, or a warm greeting, and calm; after she asked for
 * silence, in doubt, or with an emergency open they are another's, and every step meets them as it does who says so.
 */
import type { Context } from '../context.js';
import { saidOf, type WordLists } from '../lists.js';
import { toldOfDanger } from './herReturn.js';
import { isOfAnother, isSurelyOfAnother } from '../place/leftPlace.js';
import { type HisWords, hisPlainly } from '../text/him/hisPlain.js';
import { otherSilent } from '../text/him/otherSilent.js';
import { namesAnotherWoman, namesWife, type OfHer, tellsOfHer } from '../text/him/tellsOfHer.js';

/** What he says of himself is met so everywhere (hear.ts). */
const IS_ANOTHER = 'is-another';
const GREETS_HER = 'greets-her';
/** In an emergency she may ask it too, and is answered there (emergencyFirst.ts). */
const ASKS_WHOSE = 'asks-whose';
const DENIES_FOR_HER = 'denies-for-her';
/** "Ella está bien": of her child, too, where she was asked of children or wounds. */
const WELL_FOR_HER = 'well-for-her';
/** In her own emergency, nothing told of him: "¿aló?" is hers. */
export const HAILS_US = 'hails-us';
const SAYS_HELLO = 'says-hello';
/** In an emergency of another: who writes cannot reach her. */
export const OTHER_SILENT = 'other-silent';
/** "¡Contesten!", said to several: no man asks so who writes to her. */
const CALLS_ON_US = 'calls-on-us';

/** Names of the readings that it has besides, for where the talk stands. */
export function saidByAnother(lists: WordLists, context: Context | null, text: string): string[] {
  // "Era broma lo que escribió", of his own: also as the first words of all.
  const ofHer = tellsOfHer(text);
  if (ofHer === 'deed' && !(context && isOfAnother(context))) return [IS_ANOTHER];
  const his = hisPlainly(text);
  if (his !== null && isHisPlainly(his, context)) return [IS_ANOTHER];
  if (!context) return [];
  const { marks, asking } = context;
  const reads = (name: string): boolean => saidOf(text).reads(lists, name);
  if (marks.emergency && !isHisNear(context) && reads(SAYS_HELLO)) return [HAILS_US];
  if (isNewsOfOther(context, text)) return [OTHER_SILENT];
  if (marks.emergency && !mayHeHold(context) && reads(CALLS_ON_US)) return [HAILS_US];
  if (!marks.emergency && !marks.quiet && !marks.doubt) return [];
  // Who calls for a neighbour tells of "her", and is answered.
  const denies =
    !isOfAnother(context) && (reads(DENIES_FOR_HER) || (!OF_OTHERS.has(asking ?? '') && reads(WELL_FOR_HER)));
  if (ofHer !== null && marks.emergency && !mayBeAnotherWoman(context, ofHer)) return [IS_ANOTHER];
  const asks = reads(GREETS_HER) || (!marks.emergency && reads(ASKS_WHOSE));
  return denies || asks ? [IS_ANOTHER] : [];
}

/**
 * What he writes plainly is his once something was told, or asked and answered: it goes on to nobody's sheet. As the first words
 * of all a man may greet so, and who writes for another tells of her.
 */
function isHisPlainly(his: HisWords, context: Context | null): boolean {
  if (!context) return his === 'deed';
  if (isOfAnother(context)) return false;
  const { marks, owner, step, answered } = context;
  const mayBe = marks.emergency ? isHisNear(context) : marks.quiet || marks.doubt;
  if (his === 'deed') return !mayBeAnotherWoman(context, 'wife');
  if (his === 'curses') return mayBe;
  // Asked whether it is safe to write, or about her number, she may say that it is hers.
  if (his === 'phone') return mayBe || (answered !== undefined && step?.startsWith('information.') === true);
  const isTold = answered !== undefined || toldOfDanger(context) || context.hurtTold === true || !!context.need?.sheet;
  if (!mayBe && (marks.emergency || owner.kind === 'executive' || !isTold)) return false;
  return his !== 'her' || !(mayBeAnotherWoman(context, 'hers') || namesAnotherWoman(answered ?? ''));
}

/** "No contesta" is no impatience of his, nor a wound, where who writes does so for another, and nothing tells of him near. */
const isNewsOfOther = (context: Context, text: string): boolean => {
  const { emergency, quiet, doubt, mute } = context.marks;
  const mayBeHis = quiet || doubt || mute || context.near === true;
  return emergency && !mayBeHis && isSurelyOfAnother(context) && otherSilent(text);
};

/**
 * A woman was told of before, or may be in answer to what was asked: "ella" is her. "Mi polola", of whom she said that she hurts
 * her, is no other's.
 */
function mayBeAnotherWoman(context: Context, ofHer: OfHer): boolean {
  const { asking, known, toldBefore = [], need, pieces = '', threat } = context;
  if (isOfAnother(context) || threat === 'wife' || threat === 'girlfriend') return true;
  const before = [...known, ...toldBefore].map(({ text }) => text);
  const isNamed = [...before, need?.text ?? '', pieces].some(ofHer === 'wife' ? namesWife : namesAnotherWoman);
  return isNamed || (ofHer === 'she' && OF_OTHERS.has(asking ?? ''));
}

/** Topics of an emergency that are of more than herself. */
const OF_OTHERS: ReadonlySet<string> = new Set(['children', 'injured']);

/** He was told of as near, or she asked for silence. */
const mayHeHold = ({ marks: { quiet, doubt, mute }, near }: Context): boolean =>
  quiet || doubt || mute || near === true;
/** He was told of, comes, or may hold her telephone: all but a bare word of alarm, or the button, tells of him. */
const isHisNear = (context: Context): boolean => {
  const { quiet, doubt, mute } = context.marks;
  const isBare = context.opened !== undefined && BY_WORD.has(context.opened);
  return quiet || doubt || mute || !isBare || context.threat !== undefined || toldOfDanger(context);
};
const BY_WORD: ReadonlySet<string> = new Set(['word', 'button', 'agreed']);
