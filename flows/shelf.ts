/**
 * The word lists of a protocol as they are looked for in a message: all together, in one pass over its words as they are spelt
 * and one over their sounds (text/automaton.ts). Made when a message first asks.
 */
import { Automaton } from './text/automaton.js';
import { baredSounds, soundsOf, soundsToBare } from './text/bare.js';
import { placesIn } from './text/forms.js';
import { spaced } from './text/plain.js';

/** Each phrase as it is written, with all its forms (text/forms.ts). */
export interface ReadingList {
  words: readonly string[];
  /** Only when the whole message says little more than this: at most so many words. */
  within?: number;
  /** Phrases that count only when they are all she says, by their sound; greetings and oaths around them apart. */
  whole?: readonly string[];
  /** What may stand before and after a phrase of `whole`, itself no sign of anything: "perdón", "mi hermano", "el botón". */
  asides?: readonly string[];
  /** What is taken out of a message before `words` and `whole` are looked for, and not across a comma: "él no está aquí". */
  apart?: readonly string[];
  /** The words count only beside one of these, and beside none of those. */
  with?: readonly string[];
  /** And beside one of these. Here and in the other lists `##` is a number of ten or more that counts things. */
  and?: readonly string[];
  without?: readonly string[];
  /** Other lists, each by its own rules, that mean the same. */
  also?: readonly string[];
  /** `words` and `with` may come in different messages, in any order. */
  adds_up?: boolean;
}

/** As messages are compared with them. */
interface Wholes {
  wholes: ReadonlySet<string>;
  asides: ReadonlySet<string>;
}

const MANY = '##';
/** "Me tragué 20 ravotril"; an hour, a dose or an age counts no things. */
const MANY_THINGS =
  /(?<! (?:las|los|hace|tengo|at)) [1-9]\d (?!(?:minutos?|min|horas?|hrs?|dias?|mg|ml|miligramos|gotas|anos|meses|minutes|hours|days|years|months) )/;

/** What a message says. */
export interface Forms {
  /** As it is spelt, a space at both ends. */
  spelt: string;
  words: readonly string[];
  sounds: readonly string[];
}

export function formsOf(text: string): Forms {
  const spelt = spaced(text);
  return { spelt, words: wordsOf(spelt), sounds: soundsOf(text) };
}

const wordsOf = (spelt: string): string[] => (spelt.trim() === '' ? [] : spelt.trim().split(' '));

/** Parts of a list whose phrases are looked for anywhere in a message. */
const PARTS = ['words', 'with', 'and', 'without'] as const;
type Part = (typeof PARTS)[number];
const PLACE: Readonly<Record<Part, number>> = { words: 0, with: 1, and: 2, without: 3 };
/** Of a part of a list, given the list's number. */
export const numberOf = (list: number, part: Part): number => list * PARTS.length + PLACE[part];

/** What is shorter is not told by its sound: "hoy" sounds like "oi". */
const SOUNDED_FROM = 7;

/** Lists that are looked for together, in one pass over a message: all of a protocol. */
export class Shelf {
  readonly #lists: readonly ReadingList[];
  #heard: { spelt: Automaton; sounded: Automaton; many: readonly number[] } | null = null;
  #wholes: { byText: ReadonlyMap<string, readonly number[]>; within: Automaton } | null = null;
  readonly #of = new Map<number, Wholes>();
  readonly #soundsOnce = once(soundsToBare);

  constructor(lists: readonly ReadingList[]) {
    this.#lists = lists;
  }

  /**
   * Which parts of which lists have a phrase in a message: 1 at the number of each.
   * @param answered the message as phrases that begin with "no" are looked for in it
   */
  heldIn(text: Forms, answered: Forms): Uint8Array {
    const { spelt, sounded, many } = (this.#heard ??= this.#made());
    const held = new Uint8Array(this.#lists.length * PARTS.length);
    if (many.length > 0 && MANY_THINGS.test(text.spelt)) for (const number of many) held[number] = 1;
    for (const said of answered === text ? [text] : [text, answered]) {
      const counts = (words: readonly string[], from: number, to: number): boolean =>
        answered === text || (words[from] === 'no' && to - from > 1) === (said === answered);
      spelt.find(said.words, (of, from, to) => {
        if (held[of] === 0 && counts(said.words, from, to)) held[of] = 1;
      });
      sounded.find(said.sounds, (of, from, to) => {
        if (held[of] === 1 || !counts(said.sounds, from, to)) return;
        if (said.sounds.slice(from, to).join(' ').length >= SOUNDED_FROM) held[of] = 1;
      });
    }
    return held;
  }

  /** Numbers of the lists that have all of a message, or a part of it that may stand among asides, as one of their `whole`. */
  wholesIn(text: string, words: readonly string[]): ReadonlySet<number> {
    const { byText, within } = (this.#wholes ??= this.#wholesMade());
    const found = new Set(byText.get(text));
    if (words.length <= MADE_OF_MOST) within.find(words, list => found.add(list));
    return found;
  }

  wholesOf(at: number): Wholes {
    const list = this.#lists[at]!;
    const bared = (phrases: readonly string[] = []) =>
      new Set(phrases.flatMap(phrase => this.#bared(phrase)).filter(phrase => phrase !== ''));
    const made = this.#of.get(at) ?? { wholes: bared(list.whole), asides: bared(list.asides) };
    this.#of.set(at, made);
    return made;
  }

  /** A phrase in each of its forms, as messages are compared with it. */
  #bared(phrase: string): string[] {
    const sounds = placesIn(phrase).map(forms => forms.map(this.#soundsOnce));
    return sounds
      .reduce((made, forms) => made.flatMap(before => forms.map(form => [...before, ...form])), [[]] as string[][])
      .map(baredSounds);
  }

  #wholesMade(): { byText: Map<string, number[]>; within: Automaton } {
    const byText = new Map<string, number[]>();
    for (const at of this.#lists.keys())
      for (const phrase of this.wholesOf(at).wholes) byText.set(phrase, [...(byText.get(phrase) ?? []), at]);
    const phrases = [...byText].flatMap(([phrase, lists]) => lists.map(of => ({ of, places: [[phrase.split(' ')]] })));
    return { byText, within: new Automaton(phrases) };
  }

  #made(): { spelt: Automaton; sounded: Automaton; many: readonly number[] } {
    const parts = this.#lists.flatMap((list, at) =>
      PARTS.flatMap(part => (list[part] ? [{ number: numberOf(at, part), phrases: list[part].map(placesIn) }] : [])),
    );
    const phrases = parts.flatMap(({ number, phrases: all }) => all.map(written => ({ of: number, written })));
    return {
      spelt: automatonOf(phrases, form => wordsOf(spaced(form))),
      sounded: automatonOf(phrases, soundsOf),
      many: parts.filter(({ phrases: all }) => all.some(isMany)).map(({ number }) => number),
    };
  }
}

/** `##`, or a phrase of which it is one form. */
const isMany = (places: readonly (readonly string[])[]): boolean =>
  places.some((place, at) => place.includes(MANY) && places.every((other, i) => i === at || other.includes('')));

/** A form that many phrases have is read once. */
function once<T>(read: (form: string) => T): (form: string) => T {
  const known = new Map<string, T>();
  return form => {
    const made = known.get(form) ?? read(form);
    known.set(form, made);
    return made;
  };
}

/** @param wordsIn the words of a form, as they are looked for */
function automatonOf(
  phrases: readonly { of: number; written: readonly (readonly string[])[] }[],
  wordsIn: (form: string) => readonly string[],
): Automaton {
  const wordsOnce = once(wordsIn);
  return new Automaton(phrases.map(({ of, written }) => ({ of, places: written.map(place => place.map(wordsOnce)) })));
}

/** Where phrases of a list stand in a message by their sound, as its words are numbered: `[from, to]`, `to` not included. */
export function standsIn(sounds: readonly string[], list: ReadingList): [number, number][] {
  const known = soundBooks.get(list) ?? automatonOf(allOf(list), soundsOf);
  soundBooks.set(list, known);
  const found: [number, number][] = [];
  known.find(sounds, (_, from, to) => found.push([from, to]));
  return found;
}

const soundBooks = new WeakMap<ReadingList, Automaton>();
const allOf = ({ words, whole = [], with: beside = [], and = [] }: ReadingList) =>
  [...words, ...whole, ...beside, ...and].map(phrase => ({ of: 0, written: placesIn(phrase) }));

/** Longer than this, she says more than that. */
export const MADE_OF_MOST = 14;
