/** The labelled messages: what was written to train on never stands too near what sense is measured on. */
import { expect, test } from 'vitest';
import { type Example, isDangerous } from '../../flows/sense/corpus.js';
import { ROOT } from '../root.js';
import { readCorpus, readOfSheets, readUnseen } from './trained.js';

const { examples } = readCorpus(ROOT);
const { examples: ofSheets } = readOfSheets(ROOT);
const unseen = readUnseen(ROOT);

/** Share of their runs of four letters that two texts have in common: from here on they are near-duplicates. */
const NEAR = 0.42;

function runsOf(text: string): Set<string> {
  const letters = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
  const plain = ` ${letters.replace(/[^a-z0-9]+/g, ' ').trim() || letters} `;
  return new Set(Array.from({ length: Math.max(1, plain.length - 3) }, (_, i) => plain.slice(i, i + 4)));
}

test('every message has an id of its own', () => {
  const all = [...examples, ...ofSheets];

  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

test('no group stands on both sides', () => {
  const dev = new Set(examples.filter(({ split }) => split === 'dev').map(({ group }) => group));

  expect([...examples, ...ofSheets].filter(({ split, group }) => split === 'train' && dev.has(group))).toEqual([]);
});

/** Tells whether a message nearly repeats one of those. */
function nearTo(those: readonly Example[]): (one: Example) => boolean {
  const held = those.map(({ text }) => runsOf(text));
  const having = new Map<string, number[]>();
  for (const [i, runs] of held.entries()) for (const run of runs) having.set(run, [...(having.get(run) ?? []), i]);

  const shared = new Uint16Array(held.length);
  return ({ text }) => {
    const runs = runsOf(text);
    shared.fill(0);
    for (const run of runs) for (const i of having.get(run) ?? []) shared[i]!++;
    return shared.some((both, i) => both / (runs.size + held[i]!.size - both) >= NEAR);
  };
}

const TRAIN = (one: Example): boolean => one.split === 'train';

test('no message to train on nearly repeats one to measure on', () => {
  const dev = examples.filter(({ split }) => split === 'dev');

  expect([...examples, ...ofSheets].filter(TRAIN).filter(nearTo(dev))).toEqual([]);
}, 120_000);

test('no message to train on nearly repeats an unseen one, and none of those is in a corpus', () => {
  expect([...examples, ...ofSheets].filter(TRAIN).filter(nearTo(unseen))).toEqual([]);
  expect(unseen.filter(({ split }) => split !== 'unseen')).toEqual([]);
  const taken = new Set([...examples, ...ofSheets].map(({ id }) => id));
  expect(unseen.filter(({ id }) => taken.has(id))).toEqual([]);
}, 120_000);

test('danger is said by the intents that mean it, and by no other', () => {
  const wrong = [...examples, ...unseen].filter(
    one =>
      (one.intent === 'sos' && !isDangerous(one)) ||
      (isDangerous(one) && !['sos', 'aggressor'].includes(one.intent)) ||
      (one.hard_neg === true && isDangerous(one)),
  );

  expect(wrong).toEqual([]);
});
