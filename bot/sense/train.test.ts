import path from 'node:path';
import { expect, test } from 'vitest';
import { createSenses, trained } from '../../flows/sense/sense.js';
import { train } from '../../flows/sense/train/train.js';
import { parseSource, readProtocolFolder } from '../publish.js';
import { ROOT } from '../root.js';
import { readCorpus, readUnseen } from './trained.js';

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

test.each([
  ['dev', corpus.find(e => e.split === 'dev')!],
  ['unseen', readUnseen(ROOT)[0]!],
])('a message of the %s split is refused', (_, one) => {
  expect(() => train([...few, one], { lexicon, sheets }, 'few', quiet)).toThrow(/not of the train split/);
});
