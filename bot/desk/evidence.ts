/**
 * What sense found, as a person reads it: her words between quotes, the rest in the reader's language. Sense writes its
 * evidence for whoever works on it ("weapon: con un cuchillo (S)"); flows/sense/evidence.ts is where it is made.
 */
import { phraseBook } from '../../flows/sense/phrases.js';
import { normalise } from '../../flows/text/normalise.js';
import type { Locale } from '../console/contract.js';
import type { RecordedSense } from '../record.js';
import { wordsOfText } from './quoting.js';
import { sayIn } from './words.js';

type Evidence = RecordedSense['evidence'][number];

/** Her words that weighed for the risk: the lexicon's hits, or where there are none the words that the model weighed. */
export function reasonsOf({ evidence }: Pick<RecordedSense, 'evidence'>): { what: string; kind: 'signal' | 'word' }[] {
  const signals = evidence.filter(one => one.kind === 'signal').map(one => wordsOf(one.what));
  // The same words are often hit twice, by a phrase and by a part of it.
  const whole = signals.filter(
    (phrase, i) => !signals.some((other, j) => j !== i && other !== phrase && other.includes(phrase)),
  );
  if (whole.length > 0) return [...new Set(whole)].map(phrase => ({ what: quoted(phrase), kind: 'signal' }));
  return evidence
    .filter(one => one.kind === 'word' && one.what.startsWith('risk: '))
    .map(one => ({ what: quoted(wordsOf(one.what)), kind: 'word' }));
}

/** The gravest of the lexicon's hits, in her words, the longest of equals; null when nothing alarmed. */
export function graveOf(evidence: readonly Evidence[], text: string): string | null {
  const hits = inHerWords(evidence, text).flatMap(({ kind, what }) => {
    const grade = GRADES.indexOf(/ \(([A-Z])\)$/.exec(what)?.[1] ?? '');
    return kind === 'signal' && grade >= 0 ? [{ words: wordsOf(what), grade }] : [];
  });
  hits.sort((a, b) => a.grade - b.grade || b.words.length - a.words.length);
  return hits[0]?.words ?? null;
}

/** How grave a hit is: an SOS, high, medium, low. */
const GRADES = ['S', 'H', 'M', 'L'];

/**
 * The lexicon's hits with the words of her message in place of the lexicon's, each once: "s.o.s", "sosss" and "zos" are
 * one "SOS" of hers. A hit whose place is not found again keeps the lexicon's words.
 */
export function inHerWords(evidence: readonly Evidence[], text: string): Evidence[] {
  const phrases = evidence.flatMap(one => (one.kind === 'signal' ? [wordsOf(one.what)] : []));
  if (phrases.length === 0) return [...evidence];
  const words = wordsOfText(text);
  const hers = new Map<string, string>();
  for (const { phrase, at } of phraseBook(phrases).find(normalise(text))) {
    const found = phrases[phrase]!;
    if (!hers.has(found)) hers.set(found, words.slice(at[0], at.at(-1)! + 1).join(' '));
  }
  const seen = new Set<string>();
  return evidence.flatMap(one => {
    if (one.kind !== 'signal') return [one];
    const phrase = wordsOf(one.what);
    const what = one.what.replace(`: ${phrase}`, () => `: ${hers.get(phrase) ?? phrase}`);
    if (seen.has(what)) return [];
    seen.add(what);
    return [{ ...one, what }];
  });
}

export function readable({ kind, what, weight }: Evidence, locale: Locale): Evidence {
  return { kind, what: inWords(kind, what, locale), ...(weight === undefined ? {} : { weight }) };
}

function inWords(kind: string, what: string, locale: Locale): string {
  if (kind === 'signal')
    return what.endsWith('negated)')
      ? `${quoted(wordsOf(what))} ${sayIn(locale, 'evidence.negated')}`
      : quoted(wordsOf(what));
  if (kind === 'word') return quoted(wordsOf(what));
  if (kind === 'context') return sayIn(locale, 'evidence.emergency');
  if (kind === 'model')
    return what.startsWith('intent ') ? sayIn(locale, 'evidence.intent') : sayIn(locale, 'evidence.risk');
  return kind === 'sheet' && what.includes(' (') ? `${what.split(' (')[0]} ${sayIn(locale, 'evidence.unsure')}` : what;
}

/** "weapon: con un cuchillo (S, negated)" → "con un cuchillo". */
const wordsOf = (what: string): string => what.replace(/^[\w-]+: /, '').replace(/ \([A-Z](?:, negated)?\)$/, '');
const quoted = (words: string): string => `«${words}»`;
