/**
 * Readings that the protocol writes as lists of words (`readings/`), and whether a message says one:
 * in whole words, by their spelling or their sound.
 */
import { formsOf, type Forms, MADE_OF_MOST, numberOf, type ReadingList, Shelf, standsIn } from './shelf.js';
import { bare, type Sounded, wordsSounded } from './text/bare.js';
import { formsIn } from './text/forms.js';
import { lately } from './text/lately.js';
import { spaced } from './text/plain.js';
import { armed } from './text/him/armed.js';
import { spelled } from './text/spelled.js';

/** By name. */
export type WordLists = Readonly<Record<string, ReadingList>>;

/** The list of a name and those that mean the same; none where the protocol has no such list. */
export const listsOf = (lists: WordLists, name: string): readonly ReadingList[] =>
  (namedIn(lists).get(name) ?? NONE).map(({ list }) => list);

/** A list, and where it stands among those that are looked for together with it. */
interface Placed {
  list: ReadingList;
  shelf: Shelf;
  at: number;
}
const NONE: readonly Placed[] = [];

const named = new WeakMap<WordLists, ReadonlyMap<string, readonly Placed[]>>();

/** By name, each with those that mean the same. */
function namedIn(lists: WordLists): ReadonlyMap<string, readonly Placed[]> {
  const known = named.get(lists);
  if (known) return known;
  const all = Object.values(lists);
  const shelf = new Shelf(all);
  for (const [at, list] of all.entries()) places.set(list, { list, shelf, at });
  const made = new Map(
    Object.entries(lists).map(([name, list]) => [
      name,
      [list, ...(list.also ?? []).flatMap(also => lists[also] ?? [])].map(placeOf),
    ]),
  );
  named.set(lists, made);
  return made;
}

const places = new WeakMap<ReadingList, Placed>();

/** One that was never met stands alone. */
function placeOf(list: ReadingList): Placed {
  const known = places.get(list);
  if (known) return known;
  const made = { list, shelf: new Shelf([list]), at: 0 };
  places.set(list, made);
  return made;
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
  #bare: Bared | null = null;
  readonly #whole: string;
  readonly #held = new Map<Shelf, Uint8Array>();
  readonly #only = new Map<Shelf, ReadonlySet<number>>();
  readonly #rests = new Map<readonly string[], Said>();
  #cut: readonly Sounded[] | null = null;

  constructor(text: string) {
    this.#whole = text;
    this.#text = formsOf(text);
    const answered = text.replace(LEADING_NO, ' ');
    this.#answered = answered === text ? this.#text : formsOf(answered);
  }

  /** The list of this name is said, or one that means the same. */
  reads(lists: WordLists, name: string): boolean {
    for (const placed of namedIn(lists).get(name) ?? NONE)
      if (this.#saysPlaced(placed) || this.#isOnlyPlaced(placed)) return true;
    return false;
  }

  /** One of the list's phrases is in it. */
  says(list: ReadingList): boolean {
    return this.#saysPlaced(placeOf(list));
  }

  #saysPlaced(placed: Placed): boolean {
    return this.#besides(placed.list).#says(placed);
  }

  #says({ list, shelf, at }: Placed): boolean {
    const { words } = this.#text;
    if (words.length === 0 || (list.within !== undefined && words.length > list.within)) return false;
    const held = this.#heldOf(shelf);
    if (held[numberOf(at, 'words')] === 0 || held[numberOf(at, 'without')] === 1) return false;
    return (!list.with || held[numberOf(at, 'with')] === 1) && (!list.and || held[numberOf(at, 'and')] === 1);
  }

  /** What it says besides the list's `apart`; where it has none of these, the message itself. */
  #besides({ apart }: ReadingList): Said {
    if (apart === undefined) return this;
    const known = this.#rests.get(apart);
    if (known) return known;
    const made = this.#taken(apart);
    this.#rests.set(apart, made);
    return made;
  }

  #taken(apart: readonly string[]): Said {
    const list = listOf(apart);
    const found = this.#clauses.map(({ sounds }) => standsIn(sounds, list));
    if (found.every(stretches => stretches.length === 0)) return this;
    const left = this.#clauses.map(({ tokens }, i) =>
      tokens.filter((_, at) => !found[i]!.some(([from, to]) => from <= at && at < to)).join(' '),
    );
    return saidOf(left.join(', '));
  }

  /** Cut for the first list that takes something out; each of the others looks in the same clauses. */
  get #clauses(): readonly Sounded[] {
    return (this.#cut ??= this.#whole.split(CLAUSES).map(wordsSounded));
  }

  /** One of its words is in it, or one of those that they count beside. */
  holdsPiece(list: ReadingList): boolean {
    const { shelf, at } = placeOf(list);
    const held = this.#heldOf(shelf);
    return this.#text.words.length > 0 && (held[numberOf(at, 'words')] === 1 || held[numberOf(at, 'with')] === 1);
  }

  #heldOf(shelf: Shelf): Uint8Array {
    const known = this.#held.get(shelf);
    if (known) return known;
    const made = shelf.heldIn(this.#text, this.#answered);
    this.#held.set(shelf, made);
    return made;
  }

  /** One of the list's `whole` phrases is all of it, or several are, with its asides in any order. */
  isOnly(list: ReadingList): boolean {
    return this.#isOnlyPlaced(placeOf(list));
  }

  #isOnlyPlaced(placed: Placed): boolean {
    return placed.list.whole !== undefined && this.#besides(placed.list).#isOnly(placed);
  }

  #isOnly({ shelf, at }: Placed): boolean {
    const { text, words } = (this.#bare ??= baredOf(this.#whole));
    let only = this.#only.get(shelf);
    if (!only) this.#only.set(shelf, (only = shelf.wholesIn(text, words)));
    if (!only.has(at)) return false;
    const { wholes, asides } = shelf.wholesOf(at);
    return wholes.has(text) || (asides.size > 0 && isMadeOf(words, wholes, asides));
  }
}

/** A message as whole phrases are compared with it. */
interface Bared {
  text: string;
  words: readonly string[];
}

function baredOf(whole: string): Bared {
  const text = bare(whole);
  return { text, words: text.split(' ') };
}

/** What a message says: it is asked before it is weighed, and again as the reading that it becomes. */
export const saidOf = lately(text => new Said(armed(spelled(text))));

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
