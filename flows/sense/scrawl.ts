/**
 * A word of alarm as it comes out in haste or in hiding: digits for letters ("S0S"), written over and over ("sosos"),
 * run into a courtesy ("sosporfavor"), in pieces ("s o s", "ay uda", a letter a message), or one key off ("sod", "halp").
 * Whatever can be told from a message opens as the word would; one that is only near it is asked about.
 */
import { edits } from '../text/nearness.js';
import { isWord, type Normalised, normalise, soundOf } from '../text/normalise.js';

/** The single words of a list of alarm, by their sound and as they are spelt. */
export interface Scrawls {
  /** It is the word, however it is written. */
  isWord(token: string): boolean;
  /** Her whole message is the word in pieces. */
  inPieces(message: Normalised): boolean;
  /** The only word of her message is a slip away from it. */
  isNear(token: string): boolean;
  /**
   * What the pieces of the last messages spell so far, this one included: the beginning of a word, the whole word, or ''
   * when this one is no piece.
   */
  spelt(before: string, text: string): string;
}

/** @param asides sounds of what may be run into the word: "por favor" */
export function scrawlsOf(words: readonly string[], asides: ReadonlySet<string>): Scrawls {
  const single = [...new Set(words.map(lettersOf).filter(word => word.length >= WORD_LEAST))];
  const spelt = new Set(words.map(word => normalise(word).plain));
  const alone = single.filter(word => spelt.has(word));
  const sounds = [...new Set(single.map(soundOf))];
  const known = new Set(sounds);
  const again = new RegExp(`^(?:${single.filter(isPalindrome).map(overlapping).join('|') || '(?!)'})$`);
  const some = [...new Set([...sounds, ...single])].join('|') || '(?!)';
  const beside = [...asides].filter(aside => aside.length >= ASIDE_LEAST).join('|');
  const joined = new RegExp(`^(?:(?:${beside})*(?:${some}))+(?:${beside})*$`);
  const is = (letters: string): boolean => {
    const sound = soundOf(letters);
    const long = letters.length >= JOINED_LEAST;
    const heard = letters.length >= BY_EAR_LEAST ? byEar(letters) : letters;
    if (heard !== letters && known.has(soundOf(heard))) return true;
    return known.has(sound) || again.test(sound) || (long && (joined.test(sound) || joined.test(letters)));
  };
  const isMasked = (token: string): boolean => {
    if (!MASKED.test(token)) return false;
    const letters = unmasked(token);
    return letters !== token && LETTERS_TWO.test(token) && is(letters);
  };

  return {
    isWord: token => is(token) || isMasked(token),

    inPieces({ tokens }) {
      const pieces = tokens.filter(isWord);
      const together = pieces.join('');
      if (pieces.length < 2 || pieces.some(piece => piece.length > PIECE_MOST)) return false;
      return LETTERS_TWO.test(together) && is(unmasked(together));
    },

    isNear(token) {
      if (ORDINARY.has(token)) return false;
      const letters = unmasked(token);
      return (
        (letters !== token && is(letters)) ||
        alone.some(word => (word.length < SLIP_FROM ? isKeyBeside(letters, word) : edits(letters, word, 1) <= 1))
      );
    },

    spelt(before, text) {
      if (text.length > PIECE_TEXT_MOST) return '';
      const { tokens } = normalise(text);
      const [piece = '', more] = tokens.filter(isWord);
      if (piece === '' || more !== undefined) return '';
      for (const so of [unmasked(before + piece), unmasked(piece)])
        if (single.some(word => so.length <= word.length && word.startsWith(so))) return so;
      return '';
    },
  };
}

/** "Me ajuda" is looked for as it is by the phrases; in pieces or run together it is one word. */
const lettersOf = (word: string): string => normalise(word).tokens.filter(isWord).join('');

/** "Aiuda", "aucsilio", "hellp": as it is heard, by whoever seldom writes. */
const byEar = (letters: string): string =>
  letters
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/[ckg][sz]/g, 'x')
    .replace(/(?<=[aeou])i(?=[aeou])/g, 'y');
const BY_EAR_LEAST = 5;
const WORD_LEAST = 3;
/** Of what is run into it, shorter things would be found inside ordinary words. */
const ASIDE_LEAST = 2;
const JOINED_LEAST = 6;
const PIECE_MOST = 3;
/** A piece and its signs. */
const PIECE_TEXT_MOST = 12;
/** In shorter words only the key beside is a slip. */
const SLIP_FROM = 4;

/** "505" is a number, "S05" hardly. */
const LETTERS_TWO = /\p{L}.*\p{L}/u;
const MASKS: Readonly<Record<string, string>> = { '0': 'o', '5': 's', '4': 'a', '3': 'e', '1': 'i' };
const MASKED = /[01345]/;
const unmasked = (token: string): string =>
  /\p{L}/u.test(token) ? token.replace(/[01345]/g, sign => MASKS[sign]!) : token;

const isPalindrome = (word: string): boolean => word === [...word].reverse().join('');
/** "sosos", "sossos": the word again and again, sharing a letter or not (by sound a letter doubled is one). */
const overlapping = (word: string): string => `${word[0]}(?:${word.slice(1)})+`;

/** Words that people write alone, a key away from one of alarm: "dos" is a choice. */
const ORDINARY: ReadonlySet<string> = new Set(['dos', 'sis', 'ayudo', 'hell', 'hello', 'held', 'heal', 'yelp']);

/** Keys beside each other, as on the telephones of the four languages. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

function isKeyBeside(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return false;
  const off = [...typed].flatMap((letter, at) => (letter === meant[at] ? [] : [[letter, meant[at]!] as const]));
  return off.length === 1 && off.every(([one, other]) => areBeside(one, other));
}

function areBeside(one: string, other: string): boolean {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a !== null && b !== null && Math.abs(a.row - b.row) <= 1 && Math.abs(a.at - b.at) <= 1;
}

function placeOf(letter: string): { row: number; at: number } | null {
  const row = ROWS.findIndex(keys => keys.includes(letter));
  return row < 0 ? null : { row, at: ROWS[row]!.indexOf(letter) };
}
