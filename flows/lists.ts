/**
 * Readings that the protocol writes as lists of words (`readings` in protocol.yaml), and whether a message says one:
 * in whole words, by their spelling or their sound.
 */
import { formsOf, type Forms, MADE_OF_MOST, numberOf, type Part, type ReadingList, Shelf, standsIn } from './shelf.js';
import { bare, wordsSounded } from './text/bare.js';
import { formsIn } from './text/forms.js';
import { lately } from './text/lately.js';
import { spaced } from './text/plain.js';

/** By name. */
export type WordLists = Readonly<Record<string, ReadingList>>;

/** The list of a name and those that mean the same; none where the protocol has no such list. */
export const listsOf = (lists: WordLists, name: string): readonly ReadingList[] => namedIn(lists).get(name) ?? [];

const named = new WeakMap<WordLists, ReadonlyMap<string, readonly ReadingList[]>>();

/** By name, each with those that mean the same. */
function namedIn(lists: WordLists): ReadonlyMap<string, readonly ReadingList[]> {
  const known = named.get(lists);
  if (known) return known;
  const all = Object.values(lists);
  const shelf = new Shelf(all);
  for (const [at, list] of all.entries()) places.set(list, { shelf, at });
  const made = new Map(
    Object.entries(lists).map(([name, list]) => [
      name,
      [list, ...(list.also ?? []).flatMap(also => lists[also] ?? [])],
    ]),
  );
  named.set(lists, made);
  return made;
}

/** Where a list stands among those that are looked for together with it; one that was never met stands alone. */
const places = new WeakMap<ReadingList, { shelf: Shelf; at: number }>();

function placeOf(list: ReadingList): { shelf: Shelf; at: number } {
  const known = places.get(list) ?? { shelf: new Shelf([list]), at: 0 };
  places.set(list, known);
  return known;
}

/** These words as a list of their own. */
export function listOf(words: readonly string[]): ReadingList {
  const known = ownLists.get(words) ?? { words };
  ownLists.set(words, known);
  return known;
}
const ownLists = new WeakMap<readonly string[], ReadingList>();

/** All phrases of a list and of those that mean the same, with all their forms, as `spaced` writes them. */
export function writtenOut(lists: WordLists, name: string): ReadonlySet<string> {
  const of = written.get(lists) ?? new Map<string, ReadonlySet<string>>();
  written.set(lists, of);
  const phrases = (): string[] => listsOf(lists, name).flatMap(({ words, whole = [] }) => [...words, ...whole]);
  const known = of.get(name) ?? new Set(phrases().flatMap(formsIn).map(spaced));
  of.set(name, known);
  return known;
}
const written = new WeakMap<WordLists, Map<string, ReadonlySet<string>>>();

/** What one message says, ready to be asked by many lists. */
export class Said {
  readonly #text: Forms;
  /** Without a "no" that is an answer of its own. */
  readonly #answered: Forms;
  #bare: string | null = null;
  readonly #whole: string;
  readonly #held = new Map<Shelf, Uint8Array>();
  readonly #only = new Map<Shelf, ReadonlySet<number>>();
  readonly #rests = new Map<readonly string[], Said>();

  constructor(text: string) {
    this.#whole = text;
    this.#text = formsOf(text);
    const answered = text.replace(LEADING_NO, ' ');
    this.#answered = answered === text ? this.#text : formsOf(answered);
  }

  /** The list of this name is said, or one that means the same. */
  reads(lists: WordLists, name: string): boolean {
    return listsOf(lists, name).some(list => this.says(list) || this.isOnly(list));
  }

  /** One of the list's phrases is in it. */
  says(list: ReadingList): boolean {
    return this.#besides(list).#says(list);
  }

  #says(list: ReadingList): boolean {
    const { words } = this.#text;
    if (words.length === 0 || (list.within !== undefined && words.length > list.within)) return false;
    const holds = this.#holdsOf(list);
    if (!holds('words') || holds('without')) return false;
    return (!list.with || holds('with')) && (!list.and || holds('and'));
  }

  /** What it says besides the list's `apart`; where it has none of these, the message itself. */
  #besides({ apart }: ReadingList): Said {
    if (apart === undefined) return this;
    const known = this.#rests.get(apart) ?? this.#taken(apart);
    this.#rests.set(apart, known);
    return known;
  }

  #taken(apart: readonly string[]): Said {
    const clauses = this.#whole.split(CLAUSES).map(clause => {
      const { tokens, sounds } = wordsSounded(clause);
      const stretches = standsIn(sounds, listOf(apart));
      const left = tokens.filter((_, at) => !stretches.some(([from, to]) => from <= at && at < to));
      return { left: left.join(' '), took: stretches.length > 0 };
    });
    return clauses.some(({ took }) => took) ? saidOf(clauses.map(({ left }) => left).join(', ')) : this;
  }

  /** One of its words is in it, or one of those that they count beside. */
  holdsPiece(list: ReadingList): boolean {
    const holds = this.#holdsOf(list);
    return this.#text.words.length > 0 && (holds('words') || holds('with'));
  }

  #holdsOf(list: ReadingList): (part: Part) => boolean {
    const { shelf, at } = placeOf(list);
    const held = this.#held.get(shelf) ?? shelf.heldIn(this.#text, this.#answered);
    this.#held.set(shelf, held);
    return part => held[numberOf(at, part)] === 1;
  }

  /** One of the list's `whole` phrases is all of it, or several are, with its asides in any order. */
  isOnly(list: ReadingList): boolean {
    return list.whole !== undefined && this.#besides(list).#isOnly(list);
  }

  #isOnly(list: ReadingList): boolean {
    const { shelf, at } = placeOf(list);
    const text = (this.#bare ??= bare(this.#whole));
    const words = text.split(' ');
    const only = this.#only.get(shelf) ?? shelf.wholesIn(text, words);
    this.#only.set(shelf, only);
    if (!only.has(at)) return false;
    const { wholes, asides } = shelf.wholesOf(at);
    return wholes.has(text) || (asides.size > 0 && isMadeOf(words, wholes, asides));
  }
}

/** What a message says: it is asked before it is weighed, and again as the reading that it becomes. */
export const saidOf = lately(text => new Said(text));

/** "Ahora no, está aquí" and "ahora no está aquí" differ by what stands between; a "no, " that begins all of it is an answer of its own. */
const CLAUSES = /(?<!^\s*no+\s*)[,.;:!?\n]+/iu;

/** "No, estoy sola": a "no" set off by a comma is an answer of its own, and negates nothing of what follows. */
const LEADING_NO = /^\s*no+\s*[,.;:]+(?=\s*[\p{L}\p{N}])/iu;

/** The words are phrases of both kinds, one after the other, and at least one of them is whole. */
function isMadeOf(words: readonly string[], whole: ReadonlySet<string>, asides: ReadonlySet<string>): boolean {
  if (words.length > MADE_OF_MOST) return false;
  // For each place between two words, whether what stands before it can be so read: with a whole phrase, or without.
  const reached: ('no' | 'asides' | 'whole')[] = ['asides'];
  for (let end = 1; end <= words.length; end++) {
    reached[end] = 'no';
    for (let from = 0; from < end && reached[end] !== 'whole'; from++) {
      if (reached[from] === 'no') continue;
      const phrase = words.slice(from, end).join(' ');
      if (whole.has(phrase) || (asides.has(phrase) && reached[from] === 'whole')) reached[end] = 'whole';
      else if (asides.has(phrase)) reached[end] = 'asides';
    }
  }
  return reached[words.length] === 'whole';
}
