/**
 * The file of trained weights: a header that says what they are, and their numbers in one byte each.
 *
 *     "CAUCE-SENSE\n"  uint32 length of the header  header (JSON, ASCII)  padding to 4  sections
 *
 * All numbers are little-endian. A weight is its byte times the scale of its output.
 */
import { z } from 'zod';
import { BLOCKS, SPEC } from './features.js';
import { INTENTS, LANGUAGES } from './types.js';
import type { Vocabulary } from './vectors.js';

const numbers = z.array(z.number());
const affineSchema = z.strictObject({ weights: numbers, bias: z.number() });

/** Figures of cross-validation inside train, for whoever opens the file; nothing reads them. */
const figuresSchema = z.record(z.string(), z.union([z.number(), z.string()]));

export const headerSchema = z.strictObject({
  spec: z.number(),
  corpus: z.strictObject({ sha256: z.string(), messages: z.number() }),
  /** What only the outputs of sheets have learnt from besides, if anything. */
  ofSheets: z.strictObject({ sha256: z.string(), messages: z.number() }).optional(),
  /** Settings of the training, as JSON: weights of other settings are not those of this software. */
  settings: z.string(),
  intents: z.array(z.string()),
  languages: z.array(z.string()),
  topics: z.array(z.string()),
  /** Scale of each output of the shared head (4 risks, intents, languages), and its bias. */
  shared: z.strictObject({ scale: numbers, bias: numbers }),
  topic: z.strictObject({ scale: numbers, bias: numbers }),
  calibration: z.strictObject({
    /** log-odds of "high or imminent" from its output, the intents' odds of danger and the lexicon. */
    high: affineSchema,
    imminent: affineSchema,
    medium: affineSchema,
    low: affineSchema,
    /** Softmax of intents: sharpness of the outputs, and how much of the classes' real shares is given back. */
    intent: z.strictObject({ sharpness: z.number(), shares: numbers }),
    language: z.strictObject({ sharpness: z.number(), shares: numbers }),
    /** log-odds that the first sheet is right, where training knew that sheet, and where only its words speak for it. */
    sheet: affineSchema,
    sheetByWords: affineSchema,
  }),
  thresholds: z.strictObject({
    high: z.number(),
    imminent: z.number(),
    medium: z.number(),
    low: z.number(),
    sheet: z.number(),
  }),
  figures: figuresSchema,
  sections: z.record(z.string(), z.strictObject({ at: z.number().int(), bytes: z.number().int() })),
});

export type Header = z.infer<typeof headerSchema>;
export type Affine = z.infer<typeof affineSchema>;

/** Weights of many outputs for each feature: `bytes[feature * outputs + output] * scale[output]`. */
export interface Dense {
  outputs: number;
  bytes: Int8Array;
  scale: readonly number[];
  bias: readonly number[];
}

/** Weights of few of many outputs for each feature: those from `start[feature]` to `start[feature + 1]`. */
export interface Sparse {
  outputs: number;
  start: Uint32Array;
  output: Uint16Array;
  bytes: Int8Array;
  scale: readonly number[];
  bias: readonly number[];
}

export interface Weights {
  header: Header;
  vocabulary: Vocabulary;
  shared: Dense;
  topicVocabulary: Vocabulary;
  topic: Sparse;
}

/** Outputs of the shared head before the intents: at least low, medium, high, imminent. */
export const RISK_OUTPUTS = 4;

const MAGIC = 'CAUCE-SENSE\n';
const BYTE_MAX = 127;

/** To one byte a weight, each output with its own scale. Half a step of the scale is the largest error. */
export function quantise(weights: Float32Array, outputs: number): { bytes: Int8Array; scale: number[] } {
  const top = new Float64Array(outputs);
  for (let k = 0; k < weights.length; k++) top[k % outputs] = Math.max(top[k % outputs]!, Math.abs(weights[k]!));
  const scale = Array.from(top, t => (t === 0 ? 1 : t / BYTE_MAX));
  return { bytes: Int8Array.from(weights, (w, k) => Math.round(w / scale[k % outputs]!)), scale };
}

/** Keeps only the bytes that are at least `from` away from nought: the smaller ones hardly count, and are most. */
export function sparse(
  { bytes, scale }: { bytes: Int8Array; scale: number[] },
  bias: readonly number[],
  from: number,
): Sparse {
  const outputs = scale.length;
  const features = bytes.length / outputs;
  const start = new Uint32Array(features + 1);
  const output: number[] = [];
  const kept: number[] = [];
  for (let feature = 0; feature < features; feature++) {
    for (let o = 0; o < outputs; o++) {
      const byte = bytes[feature * outputs + o]!;
      if (Math.abs(byte) < from) continue;
      output.push(o);
      kept.push(byte);
    }
    start[feature + 1] = kept.length;
  }
  return { outputs, start, output: Uint16Array.from(output), bytes: Int8Array.from(kept), scale, bias };
}

export function encode({ header, vocabulary, shared, topicVocabulary, topic }: Weights): Uint8Array {
  const sections: Record<string, ArrayBufferView> = {
    keys: vocabulary.keys,
    blocks: vocabulary.blocks,
    rarity: vocabulary.rarity,
    shared: shared.bytes,
    topicKeys: topicVocabulary.keys,
    topicBlocks: topicVocabulary.blocks,
    topicRarity: topicVocabulary.rarity,
    topicStart: topic.start,
    topicOutput: topic.output,
    topicBytes: topic.bytes,
  };
  const places: Header['sections'] = {};
  let end = 0;
  for (const [name, view] of Object.entries(sections)) {
    places[name] = { at: end, bytes: view.byteLength };
    end = padded(end + view.byteLength);
  }
  const text = JSON.stringify({ ...header, sections: places }).replace(
    /[^\0-\x7f]/g,
    c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const begins = padded(MAGIC.length + 4 + text.length);
  const out = new Uint8Array(begins + end);
  for (let i = 0; i < MAGIC.length; i++) out[i] = MAGIC.charCodeAt(i);
  new DataView(out.buffer).setUint32(MAGIC.length, text.length, true);
  for (let i = 0; i < text.length; i++) out[MAGIC.length + 4 + i] = text.charCodeAt(i);
  for (const [name, view] of Object.entries(sections))
    out.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), begins + places[name]!.at);
  return out;
}

/** Throws, saying what was found and what to do, when the bytes are no weights of this software. */
export function decode(bytes: Uint8Array): Weights {
  const magic = ascii(bytes, 0, Math.min(MAGIC.length, bytes.length));
  if (magic !== MAGIC)
    throw new Error(
      `the weights of sense begin with ${JSON.stringify(magic)} and should begin with ${JSON.stringify(MAGIC)}; run npm run train`,
    );
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const parsed = headerSchema.safeParse(JSON.parse(ascii(bytes, MAGIC.length + 4, length)));
  if (!parsed.success)
    throw new Error(
      `the header of the weights of sense does not fit this software (${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}); run npm run train`,
    );
  const header = parsed.data;
  if (header.spec !== SPEC)
    throw new Error(
      `the weights of sense were trained for features ${header.spec} and this software has ${SPEC}; run npm run train`,
    );
  if (header.intents.join() !== INTENTS.join() || header.languages.join() !== LANGUAGES.join())
    throw new Error('the weights of sense know other intents or languages than this software; run npm run train');
  const begins = padded(MAGIC.length + 4 + length);
  /** A copy, so that numbers of four bytes are aligned whatever the file was read into (a Buffer's `slice` is none). */
  const section = (name: string): ArrayBuffer => {
    const place = header.sections[name];
    if (!place || begins + place.at + place.bytes > bytes.length)
      throw new Error(`the weights of sense are cut short: section "${name}" is missing; run npm run train`);
    return new Uint8Array(bytes.subarray(begins + place.at, begins + place.at + place.bytes)).buffer;
  };
  return {
    header,
    vocabulary: checked({
      keys: new Int32Array(section('keys')),
      blocks: new Uint8Array(section('blocks')),
      rarity: new Uint8Array(section('rarity')),
    }),
    shared: { outputs: header.shared.scale.length, bytes: new Int8Array(section('shared')), ...header.shared },
    topicVocabulary: checked({
      keys: new Int32Array(section('topicKeys')),
      blocks: new Uint8Array(section('topicBlocks')),
      rarity: new Uint8Array(section('topicRarity')),
    }),
    topic: {
      outputs: header.topics.length,
      start: new Uint32Array(section('topicStart')),
      output: new Uint16Array(section('topicOutput')),
      bytes: new Int8Array(section('topicBytes')),
      ...header.topic,
    },
  };
}

function checked(vocabulary: Vocabulary): Vocabulary {
  const { keys, blocks, rarity } = vocabulary;
  if (blocks.length !== keys.length || rarity.length !== keys.length || blocks.some(b => b >= BLOCKS.length))
    throw new Error('the vocabulary of the weights of sense is damaged; run npm run train');
  return vocabulary;
}

const padded = (length: number): number => (length + 3) & ~3;

function ascii(bytes: Uint8Array, from: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(bytes[from + i]!);
  return text;
}
