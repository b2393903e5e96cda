/** What is looked for of a list of words of alarm; each is made when it is first asked for, as most lists are asked for one. */
import { normalise, soundOf } from '../text/normalise.js';
import { type PhraseBook, phraseBook } from './phrases.js';
import { type Scrawls, scrawlsOf } from './scrawl.js';

export class AlarmBook {
  readonly #words: readonly string[];
  readonly #asides: ReadonlySet<string>;
  #book: PhraseBook | null = null;
  #scrawls: Scrawls | null = null;
  #sounds: readonly string[] | null = null;

  /** @param asides sounds of what may be run into a word: "por favor" */
  constructor(words: readonly string[], asides: ReadonlySet<string>) {
    this.#words = words;
    this.#asides = asides;
  }

  /** As phrases, wherever they stand. */
  get book(): PhraseBook {
    return (this.#book ??= phraseBook(this.#words));
  }

  /** As single words, however they are written. */
  get scrawls(): Scrawls {
    return (this.#scrawls ??= scrawlsOf(this.#words, this.#asides));
  }

  /** By their sound. */
  get sounds(): readonly string[] {
    return (this.#sounds ??= this.#words.map(word => soundOf(normalise(word).plain)));
  }
}
