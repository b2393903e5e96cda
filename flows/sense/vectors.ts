/**
 * A message as a sparse vector over the features that training kept: how often each is there, weighed by how rare it
 * is, every kind of feature brought to its own length.
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

export interface Vectors {
  /** Fills `at` and `value` and returns how many are filled. They are the reader's own: use them before the next read. */
  read(features: FeatureList): number;
  readonly at: Int32Array;
  readonly value: Float32Array;
  /** Token that each filled feature was first seen in. */
  readonly token: Int16Array;
}

export function vectors(vocabulary: Vocabulary): Vectors {
  const { keys, blocks, rarity } = vocabulary;
  const table = tableOf(keys);
  const count = new Uint16Array(keys.length);
  const at = new Int32Array(FEATURES_MAX);
  const value = new Float32Array(FEATURES_MAX);
  const token = new Int16Array(FEATURES_MAX);
  const lengths = new Float64Array(BLOCKS.length);
  return {
    at,
    value,
    token,
    read({ length, feature, token: from }) {
      let filled = 0;
      for (let i = 0; i < length; i++) {
        const place = table.find(feature[i]!);
        if (place < 0) continue;
        if (count[place] === 0) {
          at[filled] = place;
          token[filled] = from[i]!;
          filled++;
        }
        if (count[place]! < 65_535) count[place]!++;
      }
      lengths.fill(0);
      for (let i = 0; i < filled; i++) {
        const place = at[i]!;
        const weight = (1 + Math.log(count[place]!)) * (1 + RARITY_STEP * rarity[place]!);
        count[place] = 0;
        value[i] = weight;
        lengths[blocks[place]!]! += weight * weight;
      }
      for (let i = 0; i < BLOCKS.length; i++)
        lengths[i] = lengths[i]! > 0 ? BLOCK_WEIGHTS[i]! / Math.sqrt(lengths[i]!) : 0;
      for (let i = 0; i < filled; i++) value[i]! *= lengths[blocks[at[i]!]!]!;
      return filled;
    },
  };
}

/** Open addressing over 32-bit keys; the answer is the key's place in `keys`, or -1. */
function tableOf(keys: Int32Array): { find(key: number): number } {
  const size = 1 << Math.max(4, 32 - Math.clz32(keys.length * 2));
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  for (const [place, key] of keys.entries()) {
    let slot = key & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = place;
  }
  return {
    find(key) {
      let slot = key & mask;
      for (;;) {
        const place = slots[slot]!;
        if (place === -1 || keys[place] === key) return place;
        slot = (slot + 1) & mask;
      }
    },
  };
}
