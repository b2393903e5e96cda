/** The words of a text with their places in it, for readers that must say where something stood (a street, a commune). */
import { lately } from './lately.js';
import { plainWord } from './plain.js';

export interface Token {
  /** In plain form, without punctuation: "O'Higgins" is "ohiggins". */
  word: string;
  /** Place in the original text, `end` not included. */
  start: number;
  end: number;
  /** Whether a comma, a full stop or a line end stands before it. "av." and "nº" are no full stops. */
  opens: boolean;
}

/** Words and numbers of a text, in order. A number keeps its decimals or its minutes: "17:30", "4,5". */
export const tokens: (text: string) => readonly Token[] = lately(tokensOf);

function tokensOf(text: string): Token[] {
  let last = 0;
  return [...text.matchAll(TOKEN)].flatMap(match => {
    const word = plainWord(match[0]);
    if (word === '') return [];
    const gap = text.slice(last, match.index);
    const opens = last === 0 || (gap !== ' ' && opensAfter(gap, text.slice(0, last)));
    last = match.index + match[0].length;
    return [
      {
        word: /\d[:.,]\d/.test(match[0]) ? match[0] : word === 'sn' && match[0].includes('/') ? 's/n' : word,
        start: match.index,
        end: last,
        opens,
      },
    ];
  });
}

/** Whether what stands between two words opens a clause; the dot of a word that is written short does not. */
function opensAfter(gap: string, before: string): boolean {
  const signs = gap.startsWith('.') && shortened(before) ? gap.slice(1) : gap;
  return /[,;:!?()…\n]|\.\.|\.(?:\s|$)/.test(signs);
}

/** Whether a text ends in a word that is written short with a dot. */
const shortened = (before: string): boolean =>
  /(?:^|[^\p{L}])(?:av|avda|avd|pje|psje|pob|pobl|dpto|dto|depto|nro|no|n[º°]?|sta|sto|sn|pte|gral|pdte|cdte|dr|dra|sr|sra|esq|km|pto|int)$/iu.test(
    before,
  );

/** A list of plain words, as it is written: with a space between. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const TOKEN = /\b[sS]\/[nN]\b|\d+(?:[:.,]\d+)+|[\p{L}\p{M}\p{N}]+(?:['’´`][\p{L}\p{M}\p{N}]+)*[º°]?/gu;
