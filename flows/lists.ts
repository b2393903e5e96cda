/**
 * Readings that the protocol writes as lists of words (`readings` in protocol.yaml), and whether a message says one:
 * in whole words, by their spelling or their sound.
 */
import { bare, soundsOf } from './text/bare.js';
import { formsIn } from './text/forms.js';
import { lately } from './text/lately.js';
import { spaced } from './text/plain.js';

/** By name. */
export type WordLists = Readonly<Record<string, ReadingList>>;

export interface ReadingList {
  words: readonly string[];
  /** Only when the whole message says little more than this: at most so many words. */
  within?: number;
  /** Phrases that count only when they are all she says, by their sound; greetings and oaths around them apart. */
  whole?: readonly string[];
  /** What may stand before and after a phrase of `whole`, itself no sign of anything: "perdón", "mi hermano", "el botón". */
  asides?: readonly string[];
  /** The words count only beside one of these, and beside none of those. */
  with?: readonly string[];
  /** And beside one of these. Here and in the other lists `##` is a number of ten or more that counts things. */
  and?: readonly string[];
  without?: readonly string[];
  /** Other lists, each by its own rules, that mean the same. */
  also?: readonly string[];
}

/** A list with all forms of its phrases written out. */
export function spelledOut(list: ReadingList): ReadingList {
  const all = (phrases: readonly string[]): string[] => phrases.flatMap(formsIn);
  return Object.fromEntries(
    Object.entries(list).map(([part, phrases]) => [
      part,
      Array.isArray(phrases) && part !== 'also' ? all(phrases) : phrases,
    ]),
  ) as unknown as ReadingList;
}

/** The list of a name and those that mean the same; none where the protocol has no such list. */
export function listsOf(lists: WordLists, name: string): readonly ReadingList[] {
  const list = lists[name];
  return list ? [list, ...(list.also ?? []).flatMap(other => lists[other] ?? [])] : [];
}

/** What one message says, ready to be asked by many lists. */
export class Said {
  readonly #text: Forms;
  /** Without a "no" that is an answer of its own. */
  readonly #answered: Forms;
  #bare: string | null = null;
  readonly #whole: string;

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
    const { words } = this.#text;
    if (words.length === 0 || (list.within !== undefined && words.length > list.within)) return false;
    if (!this.#holds(list.words)) return false;
    if (list.without && this.#holds(list.without)) return false;
    return (!list.with || this.#holds(list.with)) && (!list.and || this.#holds(list.and));
  }

  #holds(phrases: readonly string[]): boolean {
    const { words, sounds } = this.#text;
    const { spelt, sounded, many } = phrasesOf(phrases);
    return (
      (many && MANY_THINGS.test(this.#text.spelt)) ||
      words.some(word => spelt.get(word)?.some(phrase => this.#stands(phrase, 'spelt'))) ||
      sounds.some(sound => sounded.get(sound)?.some(phrase => this.#stands(phrase, 'sounded')))
    );
  }

  /** One of the list's `whole` phrases is all of it, or several are, with its asides in any order. */
  isOnly(list: ReadingList): boolean {
    if (list.whole === undefined) return false;
    const text = (this.#bare ??= bare(this.#whole));
    const { wholes, asides } = wholesOf(list);
    return wholes.has(text) || (asides.size > 0 && isMadeOf(text.split(' '), wholes, asides));
  }

  #stands({ phrase, negates }: Phrase, form: 'spelt' | 'sounded'): boolean {
    return (negates ? this.#answered : this.#text)[form].includes(phrase);
  }
}

/** "No, estoy sola": a "no" set off by a comma is an answer of its own, and negates nothing of what follows. */
/** What a message says: it is asked before it is weighed, and again as the reading that it becomes. */
export const saidOf = lately(text => new Said(text));

const LEADING_NO = /^\s*no+\s*[,.;:]+(?=\s*[\p{L}\p{N}])/iu;
const NEGATES = /^ no \S/;

const MANY = '##';
/** "Me tragué 20 ravotril"; an hour, a dose or an age counts no things. */
const MANY_THINGS =
  /(?<! (?:las|los|hace|tengo|at)) [1-9]\d (?!(?:minutos?|min|horas?|hrs?|dias?|mg|ml|miligramos|gotas|anos|meses|minutes|hours|days|years|months) )/;

interface Forms {
  /** As it is spelt and as it sounds, a space at both ends of each. */
  spelt: string;
  sounded: string;
  words: readonly string[];
  sounds: readonly string[];
}

function formsOf(text: string): Forms {
  const [spelt, sounds] = [spaced(text), soundsOf(text)];
  return { spelt, sounded: ` ${sounds.join(' ')} `, words: spelt.trim() === '' ? [] : spelt.trim().split(' '), sounds };
}

interface Phrase {
  phrase: string;
  negates: boolean;
}

/** Phrases by their first word: of most lists, none of the words that she wrote begins any. */
type ByFirst = ReadonlyMap<string, readonly Phrase[]>;

/** What is shorter is not told by its sound: "hoy" sounds like "oi". */
const SOUNDED_FROM = 7;

/** Of each list, its phrases as they are looked for: they are the same for every message. */
const known = new WeakMap<readonly string[], Phrases>();

interface Phrases {
  spelt: ByFirst;
  sounded: ByFirst;
  many: boolean;
}

function phrasesOf(list: readonly string[]): Phrases {
  const made = known.get(list);
  if (made) return made;
  const [spelt, sounded] = [new Map<string, Phrase[]>(), new Map<string, Phrase[]>()];
  const add = (to: Map<string, Phrase[]>, phrase: Phrase, first: string): void => {
    const begun = to.get(first);
    if (begun) begun.push(phrase);
    else to.set(first, [phrase]);
  };
  for (const forms of list.map(formsOf).filter(({ words }) => words.length > 0)) {
    const negates = NEGATES.test(forms.spelt);
    add(spelt, { phrase: forms.spelt, negates }, forms.words[0]!);
    if (forms.sounded.trim().length >= SOUNDED_FROM) add(sounded, { phrase: forms.sounded, negates }, forms.sounds[0]!);
  }
  const phrases = { spelt, sounded, many: list.includes(MANY) };
  known.set(list, phrases);
  return phrases;
}

interface Wholes {
  wholes: ReadonlySet<string>;
  asides: ReadonlySet<string>;
}

const wholes = new WeakMap<ReadingList, Wholes>();

function wholesOf(list: ReadingList): Wholes {
  const bared = (phrases: readonly string[] = []) => new Set(phrases.map(bare).filter(phrase => phrase !== ''));
  const made = wholes.get(list) ?? { wholes: bared(list.whole), asides: bared(list.asides) };
  wholes.set(list, made);
  return made;
}

/** Longer than this, she says more than that. */
const MADE_OF_MOST = 14;

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
