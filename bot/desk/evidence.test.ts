import { expect, test } from 'vitest';
import { readable, reasonsOf } from './evidence.js';

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
