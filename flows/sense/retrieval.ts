/**
 * Which sheet answers a question: what training learnt of each sheet's questions, together with how much of the
 * question's words stand in the sheet itself. Sheets that were never trained on are found by their words alone.
 */
import { isWord, type Normalised, normalise } from '../text/normalise.js';
import { shares } from './model.js';
import { INTENTS } from './types.js';

export interface SheetText {
  id: string;
  title: string;
  summary: string;
  steps?: readonly string[];
  questions?: readonly string[];
}

export interface Candidate {
  id: string;
  /** Share of the belief in all sheets, 0–1. */
  score: number;
  /** How much of the question's words the sheet has, 0–1. */
  overlap: number;
  /** Training knew questions that this sheet answers. */
  trained: boolean;
}

export interface Retrieval {
  /** The best sheets, best first, at most `most`. `topic`: outputs of the model in the order of the trained topics. */
  nearest(message: Normalised, topic: Float64Array, most: number): Candidate[];
}

/** All chosen by cross-validation inside train, the last two with a quarter of the sheets hidden from training. */
const SHARPNESS = 4;
const OVERLAP_OF_TRAINED = 8;
const OVERLAP_OF_OTHERS = 16;
const OTHERS = -3;

/** How much each part of a sheet says about what it answers. */
const PART = { title: 2, summary: 1, question: 1, step: 0.3 } as const;
/** Saturation and length correction of BM25, as usual. */
const K1 = 1.2;
const B = 0.75;
const WORD_PIECE = 4;
const PIECE_COUNTS = 0.5;
const BEGINNING = 5;
/** A term of more than this share of the sheets (from 50 on) tells nothing, and would be looked through for nothing. */
const COMMON = 0.5;

/** @param trained ids of the sheets that the model's topics are about, in their order */
export function retrieval(sheets: readonly SheetText[], trained: readonly string[]): Retrieval {
  const topicOf = sheets.map(sheet => trained.indexOf(sheet.id));
  const index = indexOf(sheets.map(bagOf));
  const here = trained.map(id => sheets.some(sheet => sheet.id === id));
  return {
    nearest(message, topic, most) {
      const overlaps = index.overlaps(termsOf(message));
      const belief = shares(topic, SHARPNESS, undefined, i => here[i]!);
      const raw = new Float64Array(sheets.length);
      for (let i = 0; i < raw.length; i++) {
        const t = topicOf[i]!;
        raw[i] =
          t >= 0
            ? Math.log(Math.max(belief[t]!, 1e-6)) + OVERLAP_OF_TRAINED * overlaps[i]!
            : OTHERS + OVERLAP_OF_OTHERS * overlaps[i]!;
      }
      const score = shares(raw, 1);
      return top(score, most).map(i => ({
        id: sheets[i]!.id,
        score: score[i]!,
        overlap: overlaps[i]!,
        trained: topicOf[i]! >= 0,
      }));
    },
  };
}

/** What the chance that the first sheet is right is worked out from: how it stands, by how much, and what is asked. */
export function sheetRow(nearest: readonly Candidate[], intents: Float64Array): number[] {
  const [first, second] = nearest;
  const asks = intents[INTENTS.indexOf('general_info')]!;
  return [logOdds(first!.score), first!.score - (second?.score ?? 0), first!.overlap, logOdds(asks)];
}

const logOdds = (p: number): number => Math.log((p + 1e-4) / (1 - p + 1e-4));

/** Terms of a text with how often they are there: beginnings of words by their sound, and their pieces. */
function termsOf({ tokens, sounds }: Normalised): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (term: string, count: number) => terms.set(term, (terms.get(term) ?? 0) + count);
  for (const [i, sound] of sounds.entries()) {
    if (!isWord(tokens[i]!)) continue;
    add(`=${sound.slice(0, BEGINNING)}`, 1);
    const edged = ` ${sound} `;
    for (let at = 0; at + WORD_PIECE <= edged.length; at++) add(edged.slice(at, at + WORD_PIECE), PIECE_COUNTS);
  }
  return terms;
}

function bagOf(sheet: SheetText): Map<string, number> {
  const bag = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const [term, count] of termsOf(normalise(text))) bag.set(term, (bag.get(term) ?? 0) + count * weight);
  };
  add(sheet.title, PART.title);
  add(sheet.summary, PART.summary);
  for (const question of sheet.questions ?? []) add(question, PART.question);
  for (const step of sheet.steps ?? []) add(step, PART.step);
  return bag;
}

/** An inverted index with the BM25 weight of each term in each bag worked out beforehand. */
function indexOf(bags: readonly ReadonlyMap<string, number>[]): {
  overlaps(terms: ReadonlyMap<string, number>): Float64Array;
} {
  const n = bags.length;
  const holders = new Map<string, number>();
  for (const bag of bags) for (const term of bag.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const rarityOf = (held: number): number => Math.log(1 + (n - held + 0.5) / (held + 0.5));
  const lengths = bags.map(bag => [...bag.values()].reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, n);
  // Each term's bags and weights stand together, one term after the other.
  const places = new Map<string, { rarity: number; from: number; to: number }>();
  const held: { bag: number; weight: number }[][] = [];
  for (const [i, bag] of bags.entries()) {
    for (const [term, count] of bag) {
      const holding = holders.get(term)!;
      let place = places.get(term);
      if (!place) {
        place = { rarity: rarityOf(holding), from: held.length, to: 0 };
        places.set(term, place);
        held.push([]);
      }
      if (n >= 50 && holding > n * COMMON) continue;
      const weight = (place.rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * lengths[i]!) / mean));
      held[place.from]!.push({ bag: i, weight });
    }
  }
  let filled = 0;
  for (const place of places.values()) {
    const term = held[place.from]!;
    place.from = filled;
    filled += term.length;
    place.to = filled;
  }
  const bagAt = Uint16Array.from(held.flat(), one => one.bag);
  const weightAt = Float64Array.from(held.flat(), one => one.weight);
  const unknown = rarityOf(0);
  return {
    overlaps(terms) {
      const sum = new Float64Array(n);
      let whole = 0;
      for (const [term, count] of terms) {
        const once = Math.min(1, count);
        const place = places.get(term);
        whole += once * (place?.rarity ?? unknown);
        if (!place) continue;
        for (let p = place.from; p < place.to; p++) sum[bagAt[p]!]! += once * weightAt[p]!;
      }
      if (whole > 0) for (let i = 0; i < n; i++) sum[i] = Math.min(1, sum[i]! / (whole * (K1 + 1)));
      return sum;
    },
  };
}

/** Places of the largest values, largest first. */
function top(values: Float64Array, most: number): number[] {
  const best: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (best.length === most && values[i]! <= values[best[most - 1]!]!) continue;
    let at = best.length;
    while (at > 0 && values[best[at - 1]!]! < values[i]!) at--;
    best.splice(at, 0, i);
    if (best.length > most) best.pop();
  }
  return best;
}
