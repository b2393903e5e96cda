import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSenses, trained } from '../../flows/sense/sense.js';
import { decode } from '../../flows/sense/weights.js';
import { train } from '../../flows/sense/train/train.js';
import { parseSource, readProtocolFolder } from '../publish.js';
import { ROOT } from '../root.js';
import { readCorpus, readOfSheets, readUnseen } from './trained.js';

const { lexicon, sheets } = parseSource(readProtocolFolder(path.join(ROOT, 'protocols/whatsapp-mujer')));
const corpus = readCorpus(ROOT).examples;
const few = corpus.filter((e, i) => e.split === 'train' && i % 50 === 0);
const quiet = (): void => {};

test('the same messages give the same weights, to the last byte, and they work', () => {
  const [one, other] = [train(few, { lexicon, sheets }, 'few', quiet), train(few, { lexicon, sheets }, 'few', quiet)];

  expect(Buffer.compare(one, other)).toBe(0);
  const senses = createSenses(trained(one), lexicon, sheets);
  expect(senses.read('tiene un cuchillo', { violence: true, inEmergency: false })).toMatchObject({
    intent: 'sos',
    risk: 'imminent',
  });
}, 120_000);

describe('what only the sheets learn from', () => {
  const ofSheets = { examples: readOfSheets(ROOT).examples.filter((_, i) => i % 50 === 0), sha256: 'more' };
  const before = decode(train(few, { lexicon, sheets }, 'few', quiet));

  test('moves the sheets, and no chance of danger, intent or language', () => {
    const beside = decode(train(few, { lexicon, sheets, ofSheets }, 'few', quiet));
    const { sheet, sheetByWords, ...danger } = before.header.calibration;

    expect(beside.header.calibration).toMatchObject(danger);
    expect(beside.header.thresholds).toEqual(before.header.thresholds);
    expect(beside.vocabulary).toEqual(before.vocabulary);
    expect(beside.shared).toEqual(before.shared);
    expect(beside.topic.bytes.length).toBeGreaterThan(before.topic.bytes.length);
    expect(beside.header.calibration.sheet).not.toEqual(sheet);
    expect(beside.header.calibration.sheetByWords).not.toEqual(sheetByWords);
  }, 120_000);

  test('may be learnt alone: all else stays that of the weights that are kept', () => {
    const kept = { ...before, header: { ...before.header, thresholds: { ...before.header.thresholds, high: 0.123 } } };
    const alone = decode(train(few, { lexicon, sheets, ofSheets, kept }, 'few', quiet));

    expect(alone.shared).toEqual(before.shared);
    expect(alone.header.thresholds.high).toBe(0.123);
    expect(alone.topic.bytes.length).toBeGreaterThan(before.topic.bytes.length);
  }, 120_000);

  test('is refused beside weights of another corpus', () => {
    expect(() => train(few, { lexicon, sheets, kept: before }, 'other', quiet)).toThrow(/another corpus/);
  });
});

test.each([
  ['dev', corpus.find(e => e.split === 'dev')!],
  ['unseen', readUnseen(ROOT)[0]!],
])('a message of the %s split is refused', (_, one) => {
  expect(() => train([...few, one], { lexicon, sheets }, 'few', quiet)).toThrow(/not of the train split/);
});
