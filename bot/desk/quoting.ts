/**
 * Her words as they are quoted for why a message weighed: with the words around them, for "está" alone says nothing; and never
 * the words agreed with her, which are on no screen by themselves.
 */
import type { Context } from '../../flows/context.js';
import { CHECK_WORD, saysWord } from '../../flows/sight/safeContact.js';
import { phraseBook } from '../../flows/sense/phrases.js';
import { isWord, normalise } from '../../flows/text/normalise.js';
import type { RecordedSense } from '../record.js';

type Evidence = RecordedSense['evidence'][number];

/** Her check word and her words for help, as a talk keeps them. */
export const agreedIn = ({ kept, coverWords = [] }: Pick<Context, 'kept' | 'coverWords'>): string[] =>
  [kept[CHECK_WORD], ...coverWords].filter(word => typeof word === 'string' && word.trim() !== '') as string[];

/** Whether a text holds one of the words agreed with her, however she spells it. */
export const saysAgreed = (text: string, agreed: readonly string[]): boolean =>
  agreed.some(word => saysWord(text, word)) ||
  (agreed.length > 0 && phraseBook(agreed).find(normalise(text)).length > 0);

/** A text with "…" for the words agreed with her; empty where they are there and their place is not found. */
export function withoutAgreed(text: string, agreed: readonly string[]): string {
  if (!saysAgreed(text, agreed)) return text;
  const told = new Place(text, agreed).told();
  return saysAgreed(told, agreed) ? '' : told;
}

/** Words quoted on each side of one that weighed. */
const AROUND = 2;

/** Evidence whose words are still those of her message, each as a phrase of it; what stands in an agreed word is left out. */
export function inPhrases(evidence: readonly Evidence[], text: string, agreed: readonly string[]): Evidence[] {
  const place = new Place(text, agreed);
  const taken: { group: string; from: number; to: number; item: Evidence }[] = [];
  const shown: Evidence[] = [];
  for (const one of evidence) {
    const said = /^([\w-]+): (.*?)( \([A-Z](?:, negated)?\))?$/.exec(one.what);
    if (!said || (one.kind !== 'signal' && one.kind !== 'word')) {
      shown.push(one);
      continue;
    }
    const [, group = '', words = '', level = ''] = said;
    if (saysAgreed(words, agreed)) continue;
    const found = place.around(words);
    if (found === 'hidden') continue;
    if (found === null) {
      shown.push(one);
      continue;
    }
    // Words that stand together weighed together: one phrase, with the most that any of them weighed.
    const beside = taken.find(
      other => other.item.kind === 'word' && one.kind === 'word' && other.group === group && meets(other, found),
    );
    if (beside) {
      beside.from = Math.min(beside.from, found.from);
      beside.to = Math.max(beside.to, found.to);
      if ((one.weight ?? 0) > (beside.item.weight ?? 0)) beside.item.weight = one.weight!;
      beside.item.what = `${group}: ${place.quote(beside)}`;
      continue;
    }
    const item = { ...one, what: `${group}: ${place.quote(found)}${level}` };
    taken.push({ group, ...found, item });
    shown.push(item);
  }
  return shown;
}

interface Stretch {
  from: number;
  /** After the last word. */
  to: number;
}

const meets = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to;

/** A message of hers, word by word. */
class Place {
  readonly #tokens: readonly string[];
  readonly #words: readonly string[];
  readonly #hidden: ReadonlySet<number>;

  constructor(text: string, agreed: readonly string[]) {
    const message = normalise(text);
    this.#tokens = message.tokens;
    this.#words = wordsOfText(text);
    this.#hidden = new Set(
      agreed.length === 0
        ? []
        : phraseBook(agreed)
            .find(message)
            .flatMap(({ at }) => range(at[0]!, at.at(-1)!)),
    );
  }

  /**
   * One word with those around it as far as its sentence goes; several words are a phrase already. Null where they are not
   * found, `hidden` where they stand in an agreed word alone.
   */
  around(words: string): Stretch | 'hidden' | null {
    const wanted = normalise(words).tokens;
    if (wanted.length === 0) return null;
    const places = this.#tokens.flatMap((_, i) => (wanted.every((word, j) => this.#tokens[i + j] === word) ? [i] : []));
    const at = places.find(place => wanted.every((_, j) => !this.#hidden.has(place + j)));
    if (at === undefined) return places.length === 0 ? null : 'hidden';
    let [from, to] = [at, at + wanted.length];
    if (wanted.length > 1) return { from, to };
    for (let more = 0; more < AROUND && this.#isTold(from - 1); more += 1) from -= 1;
    for (let more = 0; more < AROUND && this.#isTold(to); more += 1) to += 1;
    return { from, to };
  }

  quote({ from, to }: Stretch): string {
    return this.#words.slice(from, to).join(' ');
  }

  /** All of it but what is hidden. */
  told(): string {
    const words = this.#words.map((word, at) => (this.#hidden.has(at) ? '…' : word));
    return words.filter((word, at) => word !== '…' || words[at - 1] !== '…').join(' ');
  }

  #isTold(at: number): boolean {
    const token = this.#tokens[at];
    return token !== undefined && isWord(token) && !this.#hidden.has(at);
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Her words at the places where sense counts them; as sense reads them where she wrote in another division. */
export function wordsOfText(text: string): readonly string[] {
  const { tokens } = normalise(text);
  const written = text.match(WRITTEN) ?? [];
  return written.length === tokens.length ? written : tokens;
}

const WRITTEN = /[\p{L}\p{N}]+|\p{Extended_Pictographic}|[?!.,;:"]+/gu;
