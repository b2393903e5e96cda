/**
 * A message that only begins: "me", "es sobre la", "lo q pasa es q", "so basically i". The next one says the rest, so that
 * nothing is answered to it and no model is believed about it. Only by its last word: what may end a sentence is none.
 */
import { words } from './plain.js';

/** More words than this are a sentence, however it ends. */
const WORDS_MOST = 6;

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Something must follow them. */
const JOINS = list(
  'de del con sin pa para por sobre y o pero porque xq en al a que q k the an my and or of with but because if',
);
/** Something follows them where they stand behind one of those, or alone. */
const ARTICLES = list('la los las un una unos unas su sus i me');
/** "¿Por qué?", "¿y qué?", "no sé qué". */
const BEFORE_A_QUESTION = list('por para y a con de o se sabe cual tal');
const THAT = list('que q k');

/** "ana@gmail.con" ends in no word. */
const ENDS_IN_A_WORD = /(?:^|[\s,])\p{L}+[\s.,…]*$/u;

export function isUnfinished(text: string): boolean {
  if (/[?¿!]/.test(text) || !ENDS_IN_A_WORD.test(text)) return false;
  const said = words(text);
  const last = said.at(-1);
  if (last === undefined || said.length > WORDS_MOST) return false;
  const before = said.at(-2);
  if (THAT.has(last)) return before !== undefined && !BEFORE_A_QUESTION.has(before);
  if (last === 'como') return before === 'saber' || before === 'preguntar';
  if (last === 'el') return before === 'sobre';
  if (ARTICLES.has(last)) return before === undefined || (JOINS.has(before) && !(last === 'me' && before === 'with'));
  return JOINS.has(last);
}
