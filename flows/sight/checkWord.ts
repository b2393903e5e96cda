/**
 * The word that she agreed on with a person, compared where it matters whether it is her: after she says, with an emergency
 * open, that all is well, and where somebody else may hold the telephone. Whoever does not know it is answered in neutral words from
 * then on, and the people are told why; nothing is closed, and danger that is told is heard before it.
 */
import type { Action } from '../actions.js';
import { isEveryday } from './agreedWords.js';
import type { Context } from '../context.js';
import type { Condition } from '../guards.js';
import { isCalming } from '../danger/herWords.js';
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';
import { alert } from '../region.js';
import { CHECK_WORD, DUE, saysWord } from './safeContact.js';
import type { Move } from '../steps/kind.js';
import { all, say, set } from '../steps/parts.js';
import { neutral } from '../talk/talkMoves.js';
import { words } from '../text/plain.js';

/** Set while the question stands on her screen. */
const ASKED = 'word_asked';
/** She agreed on one with a person. */
export const isSet: Condition = { kept: CHECK_WORD };
const isSaid: Condition = { says: 'check-word' };
export const wordAsked: Condition = { kept: ASKED };
/** The question is no longer on her screen. */
export const answered: Action = { change: { forget: ASKED } };

/** The question is put on her screen. */
export const keepsWordAsked: Action = { change: { keep: ASKED, as: 'text' } };

/** She said that there is no danger: the move is what follows then, without a word that is known. Under cover the question has words of its own. */
export function askingWord(move: Move, ...kept: Action[]): Move[] {
  const when = move.when ? all(isSet, move.when) : isSet;
  const canAsk: Condition = all({ marks: { quiet: false, doubt: false } }, { not: wordAsked });
  return [
    { ...move, when: all(when, isSaid), do: [...(move.do ?? []), alert('word-right')] },
    {
      ...move,
      when: all(when, canAsk),
      do: [...kept, keepsWordAsked, say('sos.word'), alert('word-due')],
    },
    move,
  ];
}

/** The word itself, whatever else she writes beside it. */
export const wordRight = (right: readonly Action[]): Move => ({
  when: all(wordAsked, isSaid),
  do: [answered, ...right, alert('word-right')],
});

/** Anything else. @param unless what is heard as before */
export const wordWrong = (unless: Condition, kept: Action): Move => ({
  when: all(wordAsked, { not: unless }),
  do: [answered, kept, set({ doubt: true }), alert('word-wrong'), neutral],
});

/** Somebody else may hold the telephone, and the word is said. */
export const isHer: Condition = all({ marks: { doubt: true } }, isSet, isSaid);

/** It is her again, in an emergency: neutral words, because who took the telephone may have had the word of her. */
export const backByWord = (kept: readonly Action[]): Move => ({
  when: isHer,
  do: [answered, ...kept, set({ doubt: false, quiet: false }), neutral, alert('word-right')],
});

// ---- a person has her --------------------------------------------------------------------------------------------------------

/**
 * While a person has her the robot asks nothing, and that person is told how what she writes compares: the word, another one
 * in its place, or that it is missing. Null where it says nothing of it.
 */
export function wordHeard(
  { owner, marks, kept }: Context,
  read: Reading,
  protocol: Protocol,
): { why: string; kept: Context['kept'] } | null {
  const word = kept[CHECK_WORD];
  if (owner.kind !== 'executive' || typeof word !== 'string' || word === '') return null;
  if (!marks.emergency && !marks.doubt) return null;
  if (saysWord(read.text, word)) {
    const { [DUE]: _, ...rest } = kept;
    return { why: 'word-right', kept: rest };
  }
  if (!kept[DUE]) return isCalming(read) ? { why: 'word-due', kept: { ...kept, [DUE]: true } } : null;
  return isTry(read, word, protocol) ? { why: 'word-wrong', kept } : null;
}

/** "Es la palabra margarita", "girasoles": one word that she does not use otherwise, or one that is nearly hers. */
function isTry(read: Reading, word: string, protocol: Protocol): boolean {
  const said = words(read.text).filter(one => !AROUND.has(one));
  const stem = words(word).join(' ').slice(0, STEM);
  if (said.some(one => one.startsWith(stem))) return true;
  return said.length === 1 && read.place === null && !isEveryday(said[0]!, protocol);
}

const AROUND: ReadonlySet<string> = new Set(
  'es era la el mi una palabra clave creo que the is it was word my a palavra senha mo'.split(' '),
);
/** So many letters alike are no chance. */
const STEM = 5;
