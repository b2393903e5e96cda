/**
 * What he forbids her, told as how he is: "no me deja salir con mis amigas", "desde que nos casamos no me deja salir sola".
 * The same words tell of a locked door, and then they are danger now: what it is of beside them tells which.
 */
import { type Normalised } from '../text/normalise.js';
import type { Lexicon } from './lexicon.js';
import { type PhraseBook, phraseBook } from './phrases.js';

interface Habits {
  of: ReadonlySet<string>;
  company: PhraseBook;
  shutIn: PhraseBook;
}

const known = new WeakMap<Lexicon, Habits>();

function habitsOf(lexicon: Lexicon): Habits | null {
  const { habits, markers } = lexicon;
  if (!habits) return null;
  const made = known.get(lexicon) ?? {
    of: new Set(habits.phrases),
    company: phraseBook(habits.with),
    shutIn: phraseBook([...habits.without, ...markers.now]),
  };
  known.set(lexicon, made);
  return made;
}

/** Which phrases of alarm are only a habit in this message; null where something of now, or of a door, is beside it. */
export function habitIn(message: Normalised, lexicon: Lexicon): ((phrase: string) => boolean) | null {
  const habits = habitsOf(lexicon);
  if (!habits || habits.company.find(message).length === 0 || habits.shutIn.find(message).length > 0) return null;
  return phrase => habits.of.has(phrase);
}
