/**
 * What the linear models see of a message, each as a 32-bit number: pieces of two to five letters, words and pairs of
 * words, and word beginnings with what follows them at a distance ("tiene … cuchi"), all with the message's edges.
 *
 * The kinds of features and their order are part of the weights' format: a change here asks for `SPEC` to be raised
 * and for a new training.
 */
import type { Normalised } from '../text/normalise.js';

/** Raised when the same text would give other features; weights of another spec are refused. */
export const SPEC = 1;

/** Kinds of features. Each kind is brought to length one and then weighed, so that long words do not drown the rest. */
export const BLOCKS = ['letters', 'letters across words', 'words', 'beginnings', 'shape'] as const;
export const LETTERS = 0;
export const ACROSS = 1;
export const WORDS = 2;
export const BEGINNINGS = 3;
export const SHAPE = 4;

const SPACE = 32;
const FNV = 16777619;
const SEED_LETTERS = 0x811c9dc5 | 0;
const PIECE_MIN = 2;
const PIECE_MAX = 5;
const BEGINNING = 5;
/** How many beginnings ahead a beginning is paired with. */
const REACH = 4;
const EDGE_BEFORE = hashOf('^', 7);
const EDGE_AFTER = hashOf('$', 7);

/** A message has at most READ_MAX letters: it never has more features. */
export const FEATURES_MAX = 60_000;

/** The features of one message, in the order in which they are met. Made once and filled anew by each message. */
export class FeatureList {
  length = 0;
  /** Kind of each. */
  readonly block = new Uint8Array(FEATURES_MAX);
  /** Number of each. */
  readonly feature = new Int32Array(FEATURES_MAX);
  /** Token that each comes from (the first, if from several; -1 for shape). */
  readonly token = new Int16Array(FEATURES_MAX);

  read(message: Normalised): this {
    this.length = 0;
    const { tokens, sounds } = message;
    letters(message, this);
    chain(
      tokens.map(token => hashOf(token, 11)),
      { block: WORDS, run: 2, reach: 1 },
      this,
    );
    chain(
      sounds.map(sound => hashOf(sound.slice(0, BEGINNING), 13)),
      { block: BEGINNINGS, run: 3, reach: REACH },
      this,
    );
    this.add(SHAPE, hashOf('length', Math.min(8, Math.floor(Math.log2(1 + message.plain.length)))), -1);
    if (message.shouted) this.add(SHAPE, hashOf('shouted', 17), -1);
    return this;
  }

  add(block: number, feature: number, token: number): void {
    if (this.length === FEATURES_MAX) return;
    this.block[this.length] = block;
    this.feature[this.length] = feature;
    this.token[this.length] = token;
    this.length++;
  }
}

/** All pieces of the message with one space at each edge; a piece with a space inside goes across words. */
function letters({ plain, tokens }: Normalised, list: FeatureList): void {
  const text = ` ${plain} `;
  let token = -1;
  let inWord = false;
  for (let start = 0; start < text.length - 1; start++) {
    const space = text.charCodeAt(start) === SPACE;
    if (!space && !inWord) token = Math.min(token + 1, tokens.length - 1);
    inWord = !space;
    let hash = SEED_LETTERS;
    let across = false;
    for (let length = 1; length <= PIECE_MAX && start + length <= text.length; length++) {
      const code = text.charCodeAt(start + length - 1);
      if (length > 2 && text.charCodeAt(start + length - 2) === SPACE) across = true;
      hash = Math.imul(hash ^ code, FNV);
      if (length >= PIECE_MIN) list.add(across ? ACROSS : LETTERS, finish(hash), Math.max(0, token));
    }
  }
}

/** Each item, runs of up to `run` items with the edges, and pairs up to `reach` items apart. */
function chain(
  items: readonly number[],
  { block, run, reach }: { block: number; run: number; reach: number },
  list: FeatureList,
): void {
  const n = items.length;
  const at = (i: number): number => (i < 0 ? EDGE_BEFORE : i >= n ? EDGE_AFTER : items[i]!);
  for (let i = -1; i <= n; i++) {
    const here = at(i);
    const token = Math.min(Math.max(i, 0), n - 1);
    if (i >= 0 && i < n) list.add(block, finish(here ^ block), token);
    for (let far = 1; far <= reach && i + far <= n; far++)
      list.add(block, finish(Math.imul(here, FNV) ^ (at(i + far) + far)), token);
    if (run > 2 && i + 2 <= n)
      list.add(block, finish(Math.imul(Math.imul(here, FNV) ^ at(i + 1), FNV) ^ (at(i + 2) + 101)), token);
  }
}

/** FNV-1a over UTF-16 units. */
export function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV);
  return hash;
}

/** Spreads the bits, so that the low ones serve as a place in a table. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}
