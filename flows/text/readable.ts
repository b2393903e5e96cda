/**
 * How plain a text is, from 0 to 100.
 *
 * Spanish: the perspicuity of Szigriszt-Pazos (1993), 206.835 − 62.3·S/P − P/F, with the bands of the INFLESZ scale
 * (Barrio-Cantalejo and others, 2008).
 * English: the reading ease of Flesch (1948), 206.835 − 84.6·S/P − 1.015·P/F.
 * S syllables, P words, F sentences. The figures are of a text of 100 words or more; a short message is scored with others.
 */
import { numberInWords } from './number.js';
import { syllablesEn, syllablesEs } from './syllables.js';

export interface Readability {
  /** 0 … 100, higher is plainer. A text without words scores 100. */
  score: number;
  formula: 'szigriszt-pazos' | 'flesch';
  band: 'very-hard' | 'hard' | 'normal' | 'easy' | 'very-easy';
  words: number;
  sentences: number;
  syllables: number;
  /** Words in the longest sentence. */
  longest: number;
}

/** Scores a text; locales that begin with "en" by Flesch, all others as Spanish. Variables ("{dia}") count as one word. */
export function readability(text: string, locale = 'es'): Readability {
  const english = locale.startsWith('en');
  const counted = count(text, english);
  const { words, sentences, syllables } = counted;
  const perWord = syllables / Math.max(1, words);
  const perSentence = words / Math.max(1, sentences);
  const score = english ? 206.835 - 84.6 * perWord - 1.015 * perSentence : 206.835 - 62.3 * perWord - perSentence;
  const kept = words === 0 ? 100 : clamp(score);
  return {
    ...counted,
    score: kept,
    formula: english ? 'flesch' : 'szigriszt-pazos',
    band: bandOf(kept, english ? FLESCH : INFLESZ),
  };
}

/** Sentences of a text: they end at . ! ? … and at line ends; "Sr." and "1.250" end nothing. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(SHORT_FORMS, '$1')
    .split(/[.!?…]+(?=\s|["»”)\]]|$)|\n+/u)
    .map(sentence => sentence.trim())
    .filter(sentence => /[\p{L}\p{N}]/u.test(sentence));

function count(text: string, english: boolean): Pick<Readability, 'words' | 'sentences' | 'syllables' | 'longest'> {
  const sentences = sentencesOf(asSpoken(text, english)).map(sentence => sentence.match(WORD) ?? []);
  const words = sentences.flat();
  const of = english ? syllablesEn : syllablesEs;
  return {
    words: words.length,
    sentences: sentences.length,
    syllables: words.reduce((sum, word) => sum + (isSpelled(word) ? spelledSyllables(word, english) : of(word)), 0),
    longest: Math.max(0, ...sentences.map(sentence => sentence.length)),
  };
}

/** A text as it is read aloud: numbers in words, signs by their names, links and variables as one word. */
function asSpoken(text: string, english: boolean): string {
  const plainText = text
    .replace(/\{[^{}]*\}/g, ' dato ')
    .replace(/https?:\/\/\S+|www\.\S+|\S+@\S+/g, ' enlace ')
    .replace(/(?<=\d)[.](?=\d{3}(?!\d))/g, '');
  if (english) return plainText.replace(/\d+(?:[.,:]\d+)*/g, ' number ');
  return plainText
    .replace(/\$ ?(\d+)/g, '$1 pesos')
    .replace(/(\d) ?%/g, '$1 por ciento')
    .replace(/\d{1,9}(?!\d)/g, digits => ` ${numberInWords(Number(digits))} `)
    .replace(/ *[:,/-] *(?= \p{L})/gu, mark => (mark.includes(',') ? ', ' : ' '));
}

/** "RSH", "PDI": capitals that are said letter by letter. "SAMU" and "FONASA" are words. */
const isSpelled = (word: string): boolean => /^\p{Lu}{2,5}$/u.test(word) && !SAYABLE.test(word);
/** One consonant at most before each vowel, and an end that Spanish words have. */
const SAYABLE = /^(?:[^AEIOUÁÉÍÓÚ]?[AEIOUÁÉÍÓÚ][NSLRZ]?)+$/;

const spelledSyllables = (word: string, english: boolean): number =>
  [...word].reduce((sum, letter) => sum + (english ? (letter === 'W' ? 3 : 1) : (LETTER_SYLLABLES[letter] ?? 1)), 0);

const bandOf = (
  score: number,
  [hard, normal, easy, veryEasy]: readonly [number, number, number, number],
): Readability['band'] =>
  score < hard
    ? 'very-hard'
    : score < normal
      ? 'hard'
      : score < easy
        ? 'normal'
        : score <= veryEasy
          ? 'easy'
          : 'very-easy';

const clamp = (score: number): number => Math.round(Math.min(100, Math.max(0, score)) * 10) / 10;

/** INFLESZ: below 40 very hard, to 55 somewhat hard, to 65 normal, to 80 quite easy, above very easy. */
const INFLESZ = [40, 55, 65, 80] as const;
const FLESCH = [30, 60, 70, 90] as const;
const LETTER_SYLLABLES: Readonly<Record<string, number>> = {
  F: 2,
  H: 2,
  J: 2,
  L: 2,
  M: 2,
  N: 2,
  Ñ: 2,
  R: 2,
  S: 2,
  W: 4,
  X: 2,
  Z: 2,
};
const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const SHORT_FORMS = /\b(Sra?|Dra?|Av|av|art|Art|pág|Pdte|Ud|Uds|etc|p|ej)\.(?= )/gu;
