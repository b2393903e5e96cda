/**
 * The form in which sense reads a text: what she meant to type, however she typed it.
 *
 * `plain.ts` folds case, accents and signs; here runs of letters are shortened, the text is cut into words, signs and
 * emoji, and each word also gets its sound: chat abbreviations are opened and spellings that sound alike in Chile
 * become one ("kiere", "quiere"; "yega", "llega"; "boy", "voy"). Models and lexicon read the sound, people read the text.
 */
import { latin } from './latin.js';
import { lately } from './lately.js';
import { plain } from './plain.js';

export interface Normalised {
  /** Lower case, no accents, no letter more than twice in a row, single spaces. Normalising it again changes nothing. */
  readonly plain: string;
  /** Words, emoji and runs of punctuation, in order. */
  readonly tokens: readonly string[];
  /** The sound of each token; a sign or an emoji sounds as itself. Same length as `tokens`. */
  readonly sounds: readonly string[];
  /** All that could be a capital is one. */
  readonly shouted: boolean;
}

/** A message longer than this is read up to here: sense looks at what she says first. */
const READ_MAX = 10_000;

/** A message is read for words of alarm first, then for everything else, whole and in parts. */
export const normalise = lately(normalisedOf);

function normalisedOf(text: string): Normalised {
  const read = latin(text.slice(0, READ_MAX));
  const said = read.includes('.') ? read.replace(EMAIL, ' ').replace(WEB, ' ') : read;
  // Twice: of "aaa.a" an acronym is left, and of "a.a.a" a run.
  const folded = plain(said)
    .replace(RUN, '$1')
    .replace(ACRONYM, letters => letters.replaceAll('.', ''))
    .replace(RUN, '$1');
  const tokens = folded.match(TOKEN) ?? [];
  return {
    plain: folded,
    tokens,
    sounds: tokens.map(soundOf),
    shouted: read !== read.toLowerCase() && read === read.toUpperCase(),
  };
}

const RUN = /(\p{L})\1{2,}/gu;

/** Whether a token is a word or number; the others are punctuation or emoji. */
export const isWord = (token: string): boolean => ASCII_FIRST.test(token) || /^[\p{L}\p{N}]/u.test(token);

/** How a word sounds, written in one way. Takes a word in plain form. */
export function soundOf(word: string): string {
  const whole = CHAT.get(word) ?? word;
  return ASCII.test(whole) ? soundOfLetters(whole) : soundByRules(whole);
}

/** The rules, one after the other; exported so that a test can hold the quick way to them. */
export const soundByRules = (word: string): string =>
  word
    .replace(/qu(?=[ei])|q/g, 'k')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/(?<!c)h/g, '')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/n(?=[bp])/g, 'm')
    .replace(/(?<=[aeou])y$/, 'i')
    .replace(/(.)\1+/gu, '$1')
    .replace(/(?<=..)ado(?=s?$)/, 'ao');

const ASCII = /^[a-z0-9]*$/;
/** Nearly all words begin so, and this is told sooner than any letter. */
const ASCII_FIRST = /^[a-z0-9]/;

/** The same for letters of ASCII, which nearly all words are: every word of every message goes through here. */
function soundOfLetters(word: string): string {
  let letters = '';
  for (let i = 0; i < word.length; i++) {
    const letter = word[i]!;
    const next = word[i + 1];
    const soft = next === 'e' || next === 'i';
    if (letter === 'q') {
      letters += 'k';
      if (next === 'u' && (word[i + 2] === 'e' || word[i + 2] === 'i')) i++;
    } else if (letter === 'c') letters += soft ? 's' : next === 'h' ? 'c' : 'k';
    else if (letter === 'z') letters += 's';
    else if (letter === 'v') letters += 'b';
    else if (letter === 'l' && next === 'l') {
      letters += 'y';
      i++;
    } else if (letter !== 'h' || word[i - 1] === 'c') letters += letter;
  }
  let sound = '';
  for (let i = 0; i < letters.length; i++) {
    let letter = letters[i]!;
    const next = letters[i + 1];
    if (letter === 'g' && (next === 'e' || next === 'i')) letter = 'j';
    else if (letter === 'n' && (next === 'b' || next === 'p')) letter = 'm';
    else if (letter === 'y' && next === undefined && 'aeou'.includes(letters[i - 1] ?? '-')) letter = 'i';
    if (sound.at(-1) !== letter) sound += letter;
  }
  if (sound.length >= 5 && sound.endsWith('ado')) return `${sound.slice(0, -2)}o`;
  return sound.length >= 6 && sound.endsWith('ados') ? `${sound.slice(0, -3)}os` : sound;
}

/** An e-mail address says nothing of what she means, and its letters could be taken for words. */
const EMAIL = /[^\s@,;:<>()"]{1,64}@[^\s@,;:<>()"]{1,64}\.[^\s@,;:<>()"]{1,64}/g;
/** So does an address of a page, and one of a mailbox that lost its sign. */
const WEB =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.(?:com|cl|net|org|edu|gov|gob)(?:\.\p{L}{2})?(?:\/\S*)?(?![\p{L}\p{N}])/giu;
/** "S.O.S." */
const ACRONYM = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])/gu;
const TOKEN = /[\p{L}\p{N}]+|\p{Extended_Pictographic}|[?!.,;:"]+/gu;

/** Chat spelling of Chile, opened to one word each. */
const CHAT = new Map(
  Object.entries({
    q: 'que',
    k: 'que',
    ke: 'que',
    qe: 'que',
    xq: 'porque',
    pq: 'porque',
    xk: 'porque',
    pk: 'porque',
    porq: 'porque',
    x: 'por',
    xfa: 'porfa',
    xfavor: 'porfa',
    porfavor: 'porfa',
    porfis: 'porfa',
    plis: 'porfa',
    d: 'de',
    t: 'te',
    m: 'me',
    s: 'se',
    l: 'el',
    tb: 'tambien',
    tmb: 'tambien',
    tbn: 'tambien',
    tbien: 'tambien',
    bn: 'bien',
    dnd: 'donde',
    cn: 'con',
    sta: 'esta',
    ta: 'esta',
    toy: 'estoy',
    stoy: 'estoy',
    tamos: 'estamos',
    tan: 'estan',
    pa: 'para',
    pal: 'para',
    na: 'nada',
    aora: 'ahora',
    ahr: 'ahora',
    dsp: 'despues',
    dps: 'despues',
    nse: 'nose',
    msj: 'mensaje',
    msje: 'mensaje',
    grax: 'gracias',
    qiero: 'quiero',
    qiere: 'quiere',
    ases: 'haces',
  }),
);
