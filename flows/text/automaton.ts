/**
 * Which of thousands of phrases stand in a row of words, found in one pass over it.
 *
 * A phrase is a row of places, each with the forms that may stand there; it is walked as it is written, and never multiplied
 * into all that it stands for. What is known of all phrases after the same words is worked out when somebody writes these
 * words, and kept: the next who does costs a look-up a word.
 */

/** The forms of one place of a phrase, in words; one without a word says that the place may be empty. */
export type Place = readonly (readonly string[])[];

export interface Phrase {
  places: readonly Place[];
  /** Number of what it is found for: several phrases may have the same. */
  of: number;
}

/** Told of each find: words `from` to `to`, `to` not included. */
export type Finder = (of: number, from: number, to: number) => void;

export class Automaton {
  readonly #start: readonly Spot[];
  #root: State;
  #states = 0;

  constructor(phrases: readonly Phrase[]) {
    this.#start = phrases.flatMap(phrase => reached(phrase, 0));
    this.#root = new State(this.#start);
  }

  /** Tells of every place where a phrase stands, in order of their first words. */
  find(words: readonly string[], found: Finder): void {
    if (this.#states > STATES_MOST) {
      this.#root = new State(this.#start);
      this.#states = 0;
    }
    for (let from = 0; from < words.length; from++) {
      let state: State | undefined = this.#root;
      for (let at = from; at < words.length; at++) {
        state = this.#after(state, words[at]!);
        if (!state) break;
        for (const of of state.ends) found(of, from, at + 1);
      }
    }
  }

  #after(state: State, word: string): State | undefined {
    const next = state.after.get(word);
    if (next === undefined || next instanceof State) return next;
    this.#states++;
    const made = new State(next);
    state.after.set(word, made);
    return made;
  }
}

/** Beginnings of phrases that are kept. A message has some ten; more are of somebody who writes through the lists. */
const STATES_MOST = 50_000;

/** Where one may be in a phrase: before a place, or within a form of several words. */
interface Spot {
  phrase: Phrase;
  place: number;
  form?: readonly string[];
  at?: number;
}

/** The places that may come next, from this one on; the end of the phrase is one behind its last. */
function reached(phrase: Phrase, place: number): Spot[] {
  const spots: Spot[] = [];
  for (let at = place; at <= phrase.places.length; at++) {
    spots.push({ phrase, place: at });
    if (!phrase.places[at]?.some(form => form.length === 0)) break;
  }
  return spots;
}

/** What may follow after some words. */
class State {
  /** What is found here. */
  readonly ends: readonly number[];
  readonly #spots: readonly Spot[];
  #after: Map<string, Spot[] | State> | null = null;

  constructor(spots: readonly Spot[]) {
    this.#spots = spots.filter(({ phrase, place }) => place < phrase.places.length);
    const ended = spots.filter(({ phrase, place }) => place === phrase.places.length);
    this.ends = [...new Set(ended.map(({ phrase }) => phrase.of))];
  }

  /** By the next word. Worked out when something follows these words at all. */
  get after(): Map<string, Spot[] | State> {
    return (this.#after ??= this.#followed());
  }

  #followed(): Map<string, Spot[] | State> {
    const after = new Map<string, Spot[]>();
    const add = (word: string, spots: Spot[]): void => {
      const known = after.get(word);
      if (known) known.push(...spots);
      else after.set(word, spots);
    };
    for (const { phrase, place, form, at = 0 } of this.#spots)
      for (const words of form ? [form] : phrase.places[place]!) {
        const word = words[at];
        if (word === undefined) continue;
        const isLast = at + 1 === words.length;
        add(word, isLast ? reached(phrase, place + 1) : [{ phrase, place, form: words, at: at + 1 }]);
      }
    return after;
  }
}
