import { expect, test } from 'vitest';
import { inHerWords, readable, reasonsOf } from './evidence.js';

const signal = (what: string) => ({ kind: 'signal', what });

test('the reasons of a risk are her words, each once, the whole phrase and not its parts', () => {
  const evidence = [
    signal('sos-code: estoy en peligro (S)'),
    signal('sos-code: en peligro (S)'),
    signal('weapon: con un cuchillo (H)'),
    { kind: 'word', what: 'risk: cuchillo', weight: 1 },
  ];
  expect(reasonsOf({ evidence })).toEqual([
    { what: '«estoy en peligro»', kind: 'signal' },
    { what: '«con un cuchillo»', kind: 'signal' },
  ]);
});

test('without a word of alarm, what weighed for the risk, and nothing that weighed for something else', () => {
  const evidence = [
    { kind: 'word', what: 'risk: miedo', weight: 1 },
    { kind: 'word', what: 'human: persona', weight: 1 },
  ];
  expect(reasonsOf({ evidence })).toEqual([{ what: '«miedo»', kind: 'word' }]);
});

test.each([
  ['signal', 'weapon: cuchillo (S, negated)', '«cuchillo» (dicho con negación)'],
  ['word', 'risk: miedo', '«miedo»'],
  ['model', 'intent sos', 'qué tan seguro es el motivo'],
  ['model', 'risk high or more', 'qué tan probable es un riesgo alto'],
  ['sheet', 'faq-horario', 'faq-horario'],
  ['sheet', 'faq-horario (not sure enough to be given)', 'faq-horario (no basta para darla)'],
  ['language', 'es-CL', 'es-CL'],
])('%s "%s" reads %s', (kind, what, words) => {
  expect(readable({ kind, what }, 'es')).toEqual({ kind, what: words });
});

test('what the lexicon spells in many ways is quoted once, as she wrote it', () => {
  const evidence = [
    signal('sos-code: sos (S)'),
    signal('sos-code: sosss (S)'),
    signal('sos-code: s.o.s (S)'),
    signal('sos-code: zos (S)'),
    { kind: 'word', what: 'risk: sos', weight: 1 },
  ];
  const hers = inHerWords(evidence, 'SOS');

  expect(hers).toEqual([signal('sos-code: SOS (S)'), evidence.at(-1)]);
  expect(reasonsOf({ evidence: hers })).toEqual([{ what: '«SOS»', kind: 'signal' }]);
});

test('her words are those at the place of the hit, with their accents and her spelling', () => {
  const evidence = [signal('weapon: con un cuchillo (H)'), signal('near: está afuera (S)')];

  expect(inHerWords(evidence, 'Él ESTÁ afuera, kon un cuchiyo')).toEqual([
    signal('weapon: kon un cuchiyo (H)'),
    signal('near: ESTÁ afuera (S)'),
  ]);
});

test('a hit whose place is not found keeps the words of the lexicon', () => {
  const evidence = [signal('weapon: con un cuchillo (H)')];

  expect(inHerWords(evidence, 'hola')).toEqual(evidence);
});
