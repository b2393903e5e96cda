/**
 * A message as sparse vectors over the features that training kept: how often each is there, weighed by how rare it
 * is, every kind of feature brought to its own length.
 *
 * Each feature is looked up once for all vocabularies, and all that is asked of it stands together in memory: what a
 * message costs here is how often the processor waits for memory.
 */
import { BLOCKS, FEATURES_MAX, type FeatureList } from './features.js';

/** The features that training kept, in the order of their weights. */
export interface Vocabulary {
  /** Numbers of the features, without doubles. */
  readonly keys: Int32Array;
  /** Kind of each. */
  readonly blocks: Uint8Array;
  /** Rarity of each in steps of `RARITY_STEP` over 1: small enough to store, and the same when training. */
  readonly rarity: Uint8Array;
}

export const RARITY_STEP = 0.04;
/** Weight of each kind, in the order of BLOCKS; chosen by cross-validation inside train. */
export const BLOCK_WEIGHTS: readonly number[] = [1, 0.7, 0.8, 1.3, 0.4];

export interface Vector {
  /** How many of `at`, `value` and `token` are filled. They are the reader's own: use them before the next read. */
  filled: number;
  readonly at: Int32Array;
  readonly value: Float32Array;
  /** Token that each filled feature was first seen in. */
  readonly token: Int16Array;
}

/** Reads messages as one vector for each vocabulary, in the order of `vocabularies`. */
export function vectors(vocabularies: readonly Vocabulary[]): (features: FeatureList) => readonly Vector[] {
  const { cells, find } = tableOf(vocabularies);
  const met = new Int32Array(FEATURES_MAX);
  const from = new Int16Array(FEATURES_MAX);
  const kind = new Uint8Array(FEATURES_MAX);
  const lengths = new Float64Array(BLOCKS.length);
  const made = vocabularies.map(() => ({
    filled: 0,
    at: new Int32Array(FEATURES_MAX),
    value: new Float32Array(FEATURES_MAX),
    token: new Int16Array(FEATURES_MAX),
  }));

  return ({ length, feature, token }) => {
    let count = 0;
    for (let i = 0; i < length; i++) {
      const cell = find(feature[i]!);
      if (cell < 0 || cells[cell + COUNT]!++ > 0) continue;
      met[count] = cell;
      from[count] = token[i]!;
      count++;
    }
    for (let v = 0; v < made.length; v++) fill(made[v]!, ENTRIES + v, count);
    for (let i = 0; i < count; i++) cells[met[i]! + COUNT] = 0;
    return made;
  };

  function fill(vector: Vector, offset: number, count: number): void {
    const { at, value, token } = vector;
    let filled = 0;
    lengths.fill(0);
    for (let i = 0; i < count; i++) {
      const cell = met[i]!;
      const entry = cells[cell + offset]!;
      if (entry < 0) continue;
      const block = (entry >> RARITY_BITS) & BLOCK_MASK;
      const weight = oftenWeight(cells[cell + COUNT]!) * RARE_WEIGHT[entry & RARITY_MASK]!;
      at[filled] = entry >> (RARITY_BITS + BLOCK_BITS);
      token[filled] = from[i]!;
      value[filled] = weight;
      kind[filled] = block;
      lengths[block]! += weight * weight;
      filled++;
    }
    for (let b = 0; b < BLOCKS.length; b++)
      lengths[b] = lengths[b]! > 0 ? BLOCK_WEIGHTS[b]! / Math.sqrt(lengths[b]!) : 0;
    for (let i = 0; i < filled; i++) value[i]! *= lengths[kind[i]!]!;
    vector.filled = filled;
  }
}

/** What a feature weighs by how often it is there; most are there once. */
const OFTEN_WEIGHT = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(Math.max(1, count)));
const oftenWeight = (count: number): number => OFTEN_WEIGHT[count] ?? 1 + Math.log(count);
const RARE_WEIGHT = Float64Array.from({ length: 256 }, (_, rarity) => 1 + RARITY_STEP * rarity);

/**
 * A cell holds a feature's number, how often it is in the message being read, and for each vocabulary one entry: its
 * place there, its kind and its rarity, or -1 where that vocabulary lacks it.
 */
const COUNT = 1;
const ENTRIES = 2;
const RARITY_BITS = 8;
const RARITY_MASK = (1 << RARITY_BITS) - 1;
const BLOCK_BITS = 3;
const BLOCK_MASK = (1 << BLOCK_BITS) - 1;
const PLACES_MAX = 1 << (31 - RARITY_BITS - BLOCK_BITS);

const BITS_A_CELL = 4;

/** Open addressing over 32-bit numbers; `find` gives where the feature's cell begins, or -1. */
function tableOf(vocabularies: readonly Vocabulary[]): { cells: Int32Array; find(feature: number): number } {
  const features = new Set(vocabularies.flatMap(({ keys }) => [...keys])).size;
  const width = ENTRIES + vocabularies.length;
  const size = 1 << Math.max(4, 32 - Math.clz32(features * 1.5));
  const mask = size - 1;
  const cells = new Int32Array(size * width);
  // A cell that holds nothing has -1 where others count.
  for (let cell = 0; cell < cells.length; cell += width) cells[cell + COUNT] = -1;
  const cellOf = (feature: number): number => {
    let slot = feature & mask;
    while (cells[slot * width + COUNT] !== -1 && cells[slot * width] !== feature) slot = (slot + 1) & mask;
    return slot * width;
  };
  // Most features of a message are in no vocabulary: a bit each, which the processor keeps at hand, says so of most of them.
  const bits = new Int32Array(Math.max(1, (size * BITS_A_CELL) >> 5));
  const bitMask = size * BITS_A_CELL - 1;
  for (const [v, { keys, blocks, rarity }] of vocabularies.entries()) {
    if (keys.length > PLACES_MAX) throw new Error(`a vocabulary has ${keys.length} features; at most ${PLACES_MAX}`);
    for (const [place, key] of keys.entries()) {
      const cell = cellOf(key);
      bits[(key & bitMask) >>> 5]! |= 1 << key;
      if (cells[cell + COUNT] === -1) {
        cells.fill(-1, cell, cell + width);
        cells[cell] = key;
        cells[cell + COUNT] = 0;
      }
      cells[cell + ENTRIES + v] =
        (place << (RARITY_BITS + BLOCK_BITS)) | (blocks[place]! << RARITY_BITS) | rarity[place]!;
    }
  }
  return {
    cells,
    find(feature) {
      if (((bits[(feature & bitMask) >>> 5]! >>> feature) & 1) === 0) return -1;
      let slot = feature & mask;
      for (;;) {
        const cell = slot * width;
        if (cells[cell + COUNT] === -1) return -1;
        if (cells[cell] === feature) return cell;
        slot = (slot + 1) & mask;
      }
    },
  };
}
