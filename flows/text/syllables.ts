/**
 * Syllables of a word, in Spanish by the rules of the Ortografía (diphthong, hiatus, silent h and u), in English by the
 * usual count of vowel groups.
 */

/**
 * Syllables of a Spanish word of letters, at least 1. Two open vowels (a, e, o) or a stressed í/ú beside one are
 * two syllables ("pa-ís", "pro-hí-be"); other neighbours are one ("ciu-dad", "rui-do"). H does not part them
 * ("prohi-bir"), but "hua", "hue" begin a syllable ("a-hue-car").
 */
export function syllablesEs(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}]/gu, '')
    .replace(/qu(?=[eiéí])/g, 'k')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replace(/hu(?=[aeoáéó])/g, 'w')
    .replace(/(?<!c)h/g, '')
    .replace(/y$/, 'i')
    .replace(/y(?![aeiouáéíóúü])/g, 'i');
  const runs = letters.match(/[aeiouáéíóúü]+/g) ?? [];
  return Math.max(
    1,
    runs.reduce(
      (sum, run) => sum + 1 + [...run].filter((vowel, i) => i > 0 && parts(run[i - 1] ?? '', vowel)).length,
      0,
    ),
  );
}

/** Syllables of an English word, at least 1: vowel groups, without the silent final e. An estimate. */
export function syllablesEn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const sounded = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, (sounded.match(/[aeiouy]{1,2}/g) ?? []).length);
}

/** Whether two neighbouring vowels belong to two syllables. */
function parts(first: string, second: string): boolean {
  if (OPEN.has(first) && OPEN.has(second)) return true;
  if ((STRESSED.has(first) && OPEN.has(second)) || (OPEN.has(first) && STRESSED.has(second))) return true;
  return first === second;
}

const OPEN = new Set('aeoáéó');
const STRESSED = new Set('íú');
