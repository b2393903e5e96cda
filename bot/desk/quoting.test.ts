import { expect, test } from 'vitest';
import { agreedIn, inPhrases, saysAgreed, withoutAgreed } from './quoting.js';

const signal = (what: string) => ({ kind: 'signal', what });
const word = (what: string, weight: number) => ({ kind: 'word', what, weight });

test('a word that weighed is quoted with the words around it, as far as its sentence goes', () => {
  expect(inPhrases([word('risk: esta', 0.4)], 'hola. él ESTÁ afuera gritando fuerte', [])).toEqual([
    word('risk: él ESTÁ afuera gritando', 0.4),
  ]);
});

test('words that stand together are one phrase, with the most that any of them weighed', () => {
  const evidence = [word('risk: afuera', 0.5), word('risk: esta', 0.3), word('sos: esta', 0.2)];

  expect(inPhrases(evidence, 'él está afuera', [])).toEqual([
    word('risk: él está afuera', 0.5),
    word('sos: él está afuera', 0.2),
  ]);
});

test('a hit of several words is quoted as it is, one of a single word with those around it', () => {
  const evidence = [signal('weapon: con un cuchillo (H)'), signal('weapon: arma (S, negated)')];

  expect(inPhrases(evidence, 'no tiene arma, vino con un cuchillo ayer', [])).toEqual([
    signal('weapon: con un cuchillo (H)'),
    signal('weapon: no tiene arma (S, negated)'),
  ]);
});

test('what is no quote, or is not found in her words, stays', () => {
  const evidence = [{ kind: 'model', what: 'intent sos', weight: 1 }, word('risk: cuchillo', 0.2)];

  expect(inPhrases(evidence, 'hola', [])).toEqual(evidence);
});

test('of a word agreed with her nothing is quoted, neither alone nor beside what weighed', () => {
  const evidence = [word('risk: girasol', 0.5), word('risk: trae', 0.4), signal('weapon: con un cuchillo (H)')];

  expect(inPhrases(evidence, 'él trae el girasol, con un cuchillo', ['Girasol'])).toEqual([
    word('risk: él trae el', 0.4),
    signal('weapon: con un cuchillo (H)'),
  ]);
});

test('of an agreed word of several words no part is quoted', () => {
  expect(inPhrases([word('risk: lavadora', 0.5)], 'se rompió la lavadora', ['la lavadora'])).toEqual([]);
});

test('agreed words are hers however she spells them, and whole words alone', () => {
  expect(saysAgreed('dile a la TIA  marta', ['la tía Marta'])).toBe(true);
  expect(saysAgreed('girasoles del campo y otras cosas', ['sol'])).toBe(false);
  expect(saysAgreed('hola', [])).toBe(false);
});

test('a text without them keeps the rest', () => {
  expect(withoutAgreed('mi palabra es girasol y tiene un cuchillo', ['girasol'])).toBe(
    'mi palabra es … y tiene un cuchillo',
  );
  expect(withoutAgreed('tiene un cuchillo', ['girasol'])).toBe('tiene un cuchillo');
});

test('they are her check word and her words for help, whichever there are', () => {
  expect(agreedIn({ kept: { check_word: 'girasol' }, coverWords: ['la tía Marta'] })).toEqual([
    'girasol',
    'la tía Marta',
  ]);
  expect(agreedIn({ kept: { check_word: '' } })).toEqual([]);
});
