/**
 * The word that she agreed on with a person, compared where it matters whether it is her: after she says, with an emergency
 * open, that all is well, and where somebody else may hold the telephone. Whoever does not know it is answered in neutral words from
 * then on, and the people are told why; nothing is closed, and danger that is told is heard before it.
 */
import type { Action } from './actions.js';
import type { Condition } from './guards.js';
import { alert } from './region.js';
import { CHECK_WORD } from './safeContact.js';
import type { Move } from './steps/kind.js';
import { all, say, set } from './steps/parts.js';
import { neutral } from './talkMoves.js';

/** Set while the question stands on her screen. */
const ASKED = 'word_asked';
const isSet: Condition = { kept: CHECK_WORD };
const isSaid: Condition = { says: 'check-word' };
export const wordAsked: Condition = { kept: ASKED };
/** The question is no longer on her screen. */
export const answered: Action = { change: { forget: ASKED } };

/** She said that there is no danger: the move is what follows then, without a word that is known. Under cover the question has words of its own. */
export function askingWord(move: Move, ...kept: Action[]): Move[] {
  const when = move.when ? all(isSet, move.when) : isSet;
  const canAsk: Condition = all({ marks: { quiet: false, doubt: false } }, { not: wordAsked });
  return [
    { ...move, when: all(when, isSaid), do: [...(move.do ?? []), alert('word-right')] },
    {
      ...move,
      when: all(when, canAsk),
      do: [...kept, { change: { keep: ASKED, as: 'text' } }, say('sos.word'), alert('word-due')],
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
