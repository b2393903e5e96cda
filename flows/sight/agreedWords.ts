/**
 * The words that a person agrees on with her: one that proves that it is her, and some by which she calls for help unseen.
 * A word that she writes on any other day would open an emergency, and one that he could guess proves nothing: what is short,
 * or stands in what a protocol reads, says or answers, is refused, with the reason.
 */
import { placesIn } from '../text/forms.js';
import { spaced, words } from '../text/plain.js';
import { readYesNo } from '../text/yesno.js';
import type { Protocol } from '../protocol.js';

/** Letters of the shortest word. */
export const WORD_LEAST = 4;

/** `same`: the word for help is in the check word, or the other way round: to prove that it is her would call for help. */
export type WordWrong = { word: string; why: 'short' | 'everyday' | 'same' };

type Vocabulary = Pick<Protocol, 'readings' | 'sos' | 'lexicon' | 'texts' | 'sheets'>;

interface Agreed {
  checkWord?: string | undefined;
  coverWords?: readonly string[] | undefined;
}

/**
 * The first of the words that may not be agreed on; null where all may. What is empty takes a word back.
 * @param before what stands already, and is not looked at again but beside the new ones
 */
export function wrongAmong({ checkWord, coverWords }: Agreed, before: Agreed, protocol: Vocabulary): WordWrong | null {
  for (const word of [...(checkWord ? [checkWord] : []), ...(coverWords ?? [])]) {
    const why = whyNot(word, protocol);
    if (why) return { word, why };
  }
  const check = checkWord ?? before.checkWord ?? '';
  const cover = coverWords ?? before.coverWords ?? [];
  const clash = check === '' ? undefined : cover.find(word => holds(word, check) || holds(check, word));
  return clash === undefined ? null : { word: clash, why: 'same' };
}

const holds = (whole: string, part: string): boolean => spaced(whole).includes(spaced(part));

function whyNot(word: string, protocol: Vocabulary): 'short' | 'everyday' | null {
  const said = words(word);
  if (said.join('').replace(/[^\p{L}]/gu, '').length < WORD_LEAST) return 'short';
  return readYesNo(word) !== null || said.every(one => isEveryday(one, protocol)) ? 'everyday' : null;
}

/** A word that stands in what the protocol reads, alarms at, says or answers, or is too short to be another. */
export const isEveryday = (word: string, protocol: Vocabulary): boolean =>
  word.length < WORD_LEAST || vocabularyOf(protocol).has(word);

const known = new WeakMap<Vocabulary['readings'], ReadonlySet<string>>();
function vocabularyOf(protocol: Vocabulary): ReadonlySet<string> {
  const before = known.get(protocol.readings);
  if (before) return before;
  const { readings, sos, lexicon, texts, sheets } = protocol;
  const phrases = [
    ...Object.values(readings).flatMap(({ words: said, whole = [], with: beside = [], and = [], asides = [] }) => [
      ...said,
      ...whole,
      ...beside,
      ...and,
      ...asides,
    ]),
    ...sos.words,
    ...(sos.cries ?? []),
    ...(sos.sentences ?? []),
    ...(sos.everyday ?? []),
    ...lexicon.groups.flatMap(group => group.phrases),
    ...lexicon.negations.map(({ text }) => text),
    ...Object.values(lexicon.markers).flat(),
    ...Object.values(texts).flatMap(one => Object.values(one)),
    ...sheets.flatMap(sheet => [sheet.title, JSON.stringify(sheet)]),
  ];
  const made = new Set(phrases.flatMap(phrase => placesIn(phrase).flat()).flatMap(words));
  known.set(protocol.readings, made);
  return made;
}
