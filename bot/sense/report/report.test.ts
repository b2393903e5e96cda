import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Example } from '../../../flows/sense/corpus.js';
import { vocabularyOf } from '../../../flows/sense/train/matrix.js';
import { SETTINGS } from '../../../flows/sense/train/train.js';
import { type Normalised, normalise } from '../../../flows/text/normalise.js';
import { parseSource, readProtocolFolder } from '../../publish.js';
import { ROOT } from '../../root.js';
import { readCorpus } from '../trained.js';
import type { Raw } from './approach.js';
import { bayes } from './bayes.js';
import { beside, columnsOf } from './beside.js';
import { clauseReader } from './clauses.js';
import { embedding } from './embedding.js';
import { binsOf, calibrationError, casesOf, found, isLookalike, macroF1, rightFirst } from './figures.js';
import { foldOf, heldOut } from './held.js';
import { grams, lines } from './lines.js';
import type { Said } from './said.js';

const { lexicon } = parseSource(readProtocolFolder(path.join(ROOT, 'protocols/whatsapp-mujer')));

function example(change: Partial<Example>): Example {
  const plain: Example = {
    id: 'a',
    text: 'hola',
    intent: 'other',
    risk: 'none',
    lang: 'es-CL',
    topic: null,
    split: 'train',
    group: 'a',
  };
  return { ...plain, ...change };
}

describe('what a message says of who does what', () => {
  const read = clauseReader(lexicon);

  test.each([
    ['no me ha pegado', ['not:me>done', 'not:me>pega:done']],
    ['mi marido me está buscando', ['partner…me>busk:doing', 'me>doing']],
    ['el me va a encontrar', ['he…me>enko:will']],
    ['hace años nos gritaba', ['nos>grit:was', 'nos>was:past']],
  ])('"%s"', (text, names) => {
    expect([...read(normalise(text))]).toEqual(expect.arrayContaining(names));
  });

  test('whoever is named before a comma does nothing of what stands behind it', () => {
    expect([...read(normalise('mi marido, me encontraron'))].filter(name => name.startsWith('partner…'))).toEqual([]);
  });
});

describe('figures', () => {
  const examples = [
    example({ risk: 'high', intent: 'sos' }),
    example({ risk: 'imminent', intent: 'sos' }),
    example({ hard_neg: true }),
    example({ hard_neg: true, topic: 'clave-unica', intent: 'general_info' }),
  ];
  const said: Said[] = [
    { chance: 0.9, intent: 'sos', sheet: null },
    { chance: 0.3, intent: 'other', sheet: null },
    { chance: 0.5, intent: 'other', sheet: null },
    { chance: 0.1, intent: 'general_info', sheet: 'clave-unica' },
  ];
  const cases = casesOf(examples, said);

  test('danger is found over the chance that so many of the harmless reach', () => {
    expect([0, 0.5].map(allowed => found(cases, isLookalike, allowed))).toEqual([0.5, 1]);
  });

  test('chances stand beside the share that was dangerous', () => {
    expect(binsOf(cases).filter(bin => bin.messages > 0)).toEqual([
      { from: 0.1, messages: 1, said: 0.1, was: 0 },
      { from: 0.3, messages: 1, said: 0.3, was: 1 },
      { from: 0.5, messages: 1, said: 0.5, was: 0 },
      { from: 0.9, messages: 1, said: 0.9, was: 1 },
    ]);
    expect(calibrationError(cases)).toBeCloseTo((0.1 + 0.7 + 0.5 + 0.1) / 4);
  });

  test('intents and sheets count where they are told', () => {
    expect(macroF1(cases)).toBeCloseTo((2 / 3 + 2 / 3 + 1) / 3);
    expect(rightFirst(cases)).toBe(1);
    const silent = casesOf(
      examples,
      said.map(({ chance }) => ({ chance, intent: null, sheet: null })),
    );
    expect([macroF1(silent), rightFirst(silent)]).toEqual([null, null]);
  });
});

describe('approaches', () => {
  const few = readCorpus(ROOT).examples.filter((e, i) => e.split === 'train' && i % 100 === 0);
  const messages = { examples: few, texts: few.map(e => normalise(e.text)) };
  const topics = [...new Set(few.flatMap(e => e.topic || []))].sort();
  const vocabulary = vocabularyOf(messages.texts, SETTINGS.seenIn);
  const encode = (texts: readonly Normalised[]) => grams({ shared: vocabulary, topic: vocabulary }, texts);
  const clauses = clauseReader(lexicon);
  const columns = columnsOf(messages.texts.map(clauses), 4);
  const all = [
    lines('n-grams', encode, topics, SETTINGS),
    lines(
      'named',
      texts => {
        const { shared, topic } = encode(texts);
        return { shared: beside(shared, texts.map(clauses), columns, 0.8), topic };
      },
      topics,
      SETTINGS,
    ),
    bayes(encode, topics),
    embedding(encode, topics),
  ];
  const clock = (): number => 0;

  test.each(all.map(approach => [approach.name, approach] as const))(
    '%s: the same messages are judged the same twice, each by what never saw its group',
    (_, approach) => {
      const [one, other] = [heldOut(approach, messages, messages, clock), heldOut(approach, messages, messages, clock)];

      expect(one).toEqual(other);
      expect(one.train).toHaveLength(few.length);
      expect(one.train.every((raw: Raw) => raw.intents!.length === 15 && raw.topics!.length === topics.length)).toBe(
        true,
      );
      // What has seen a message is surer of it than what has not.
      const right = (raws: readonly Raw[]): number =>
        raws.filter((raw, i) => topics[raw.topics!.indexOf(Math.max(...raw.topics!))] === few[i]!.topic).length;
      expect(right(one.dev)).toBeGreaterThan(right(one.train));
    },
    120_000,
  );

  test('a group is held out as a whole', () => {
    expect(foldOf(example({ id: 'a', group: 'g7' }))).toBe(foldOf(example({ id: 'b', group: 'g7' })));
  });
});
