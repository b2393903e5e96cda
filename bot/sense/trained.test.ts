/** The weights that ship: of this corpus and these settings, and as good on unseen messages as was promised. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Figures, measure } from '../../flows/sense/measure.js';
import { createSenses, trained } from '../../flows/sense/sense.js';
import { SETTINGS } from '../../flows/sense/train/train.js';
import type { Sensed } from '../../flows/sense/types.js';
import { parseSource, readProtocolFolder } from '../publish.js';
import { ROOT } from '../root.js';
import { readCorpus, readTrained, weightsIn } from './trained.js';

const shipped = readTrained(ROOT);
const protocol = parseSource(readProtocolFolder(path.join(ROOT, 'protocols/whatsapp-mujer')));
const senses = createSenses(shipped, protocol.lexicon, protocol.sheets);
const corpus = readCorpus(ROOT);
const read = (text: string): Sensed => senses.read(text, { violence: true, inEmergency: false });

describe('the weights', () => {
  test('were trained on the corpus that lies beside them, with the settings of this software', () => {
    expect(shipped.header.corpus.sha256).toBe(createHash('sha256').update(corpus.text).digest('hex'));
    expect(shipped.header.settings).toBe(JSON.stringify(SETTINGS));
  });

  test('are a few MB', () => {
    expect(readFileSync(weightsIn(ROOT)).length).toBeLessThan(8 * 2 ** 20);
  });

  test('that are something else, or cut short, are refused with what to do', () => {
    const bytes = readFileSync(weightsIn(ROOT));

    expect(() => trained(Buffer.from('hello'))).toThrow(/npm run train/);
    expect(() => trained(bytes.subarray(0, bytes.length - 1000))).toThrow(/cut short.*npm run train/);
  });
});

describe('on the dev split, which nothing was chosen on', () => {
  const figures: Figures = measure(
    corpus.examples.filter(e => e.split === 'dev').map(example => ({ example, sensed: read(example.text) })),
  );

  test('danger is found, and look-alikes and ordinary messages are mostly left alone', () => {
    expect(figures.risk.recall).toBeGreaterThanOrEqual(FLOORS.recall);
    expect(figures.risk.false_alarms.lookalikes).toBeLessThanOrEqual(FLOORS.lookalikes);
    expect(figures.risk.false_alarms.ordinary).toBeLessThanOrEqual(FLOORS.ordinary);
    expect(figures.risk.recall_at.lookalikes['0.2']).toBeGreaterThanOrEqual(FLOORS.recallAtFifth);
    expect(figures.risk.recall_at.lookalikes['0.1']).toBeGreaterThanOrEqual(FLOORS.recallAtTenth);
  });

  test('an emergency is seldom opened for somebody who is in no danger', () => {
    expect(figures.risk.false_alarms.imminent).toBeLessThanOrEqual(FLOORS.imminent);
  });

  test('intents, languages and sheets are told', () => {
    expect(figures.intent.macro_f1).toBeGreaterThanOrEqual(FLOORS.intents);
    expect(figures.language.accuracy).toBeGreaterThanOrEqual(FLOORS.languages);
    expect(figures.sheets.right_first).toBeGreaterThanOrEqual(FLOORS.sheets);
  });

  test('the report in the documents is of these weights', () => {
    const report = readFileSync(path.join(ROOT, 'docs/sense.md'), 'utf8');

    expect(report).toContain(`Corpus ${shipped.header.corpus.sha256.slice(0, 12)}:`);
    expect(report).toContain(`Macro-F1 ${figures.intent.macro_f1.toFixed(3)},`);
    expect(report).toContain(`the right sheet stands first for ${figures.sheets.right_first.toFixed(3)}.`);
  });
});

/** What was promised for this version; not what was reached, so that a new training may move a little. */
const FLOORS = {
  recall: 0.88,
  recallAtFifth: 0.92,
  recallAtTenth: 0.86,
  lookalikes: 0.16,
  ordinary: 0.1,
  imminent: 0.02,
  intents: 0.7,
  languages: 0.97,
  sheets: 0.76,
};

describe('one message', () => {
  test('every decision says why', () => {
    const { evidence } = read('mi marido tiene un cuchillo y me quiere matar');

    expect(evidence).toContainEqual(
      expect.objectContaining({ kind: 'signal', what: 'danger-now: me quiere matar (S)' }),
    );
    expect(evidence.some(e => e.kind === 'word' && e.what.startsWith('risk: '))).toBe(true);
    expect(evidence).toContainEqual(expect.objectContaining({ kind: 'language', what: 'es-CL' }));
  });

  test('danger and intent are told together', () => {
    expect(read('me esta ahorcando')).toMatchObject({ intent: 'sos', risk: 'imminent' });
    expect(read('hola, buenos días')).toMatchObject({ intent: 'greeting', risk: 'none' });
  });

  test.each([
    ['where can I report my husband?', 'en'],
    ['onde posso fazer uma denúncia?', 'pt'],
    ['ki kote mwen ka pote plent?', 'ht'],
    ['dónde puedo denunciar?', 'es-CL'],
  ])('the language of "%s" is %s', (text, language) => {
    expect(read(text).language).toBe(language);
  });

  test('a word that says nothing of its language is in that of the conversation', () => {
    const ok = (locale: 'en' | 'es-CL') => senses.read('ok', { violence: true, inEmergency: false, locale }).language;

    expect([ok('en'), ok('es-CL')]).toEqual(['en', 'es-CL']);
  });

  test('a question that a sheet answers gets it, and a remark gets none', () => {
    expect(read('cómo saco la clave única').sheet).toBe('clave-unica');
    expect(read('jajaja ya poh').sheet).toBeNull();
  });

  test.each(['', ' ', '???', '😂', '\u0000', 'a'.repeat(100_000), '🆘'.repeat(3000), 'ñ'.normalize('NFD')])(
    'a strange message is understood somehow (%#)',
    text => {
      const sensed = read(text);

      expect(sensed.confidence).toBeGreaterThan(0);
      expect(sensed.riskScore).toBeGreaterThanOrEqual(0);
      expect(sensed.riskScore).toBeLessThanOrEqual(1);
    },
  );

  test('the same text is always understood the same, whatever was read between', () => {
    const first = read('me siguió hasta la pega');
    read('otra cosa');

    expect(read('me siguió hasta la pega')).toEqual(first);
  });
});
