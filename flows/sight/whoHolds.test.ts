import { describe, expect, test } from 'vitest';
import { type Context, initialContext, type Marks } from '../context.js';
import { HAILS_US, OTHER_SILENT, saidByAnother } from './whoHolds.js';

const lists = {
  'greets-her': { words: ['mi amor que haces'] },
  'asks-whose': { words: ['de quien es este numero'] },
  'denies-for-her': { words: ['no le crean'] },
  'well-for-her': { words: ['ella esta bien'] },
  'says-hello': { words: ['alo'] },
};
const start = initialContext('es');
const talk = (marks: Partial<Marks>, more: Partial<Context> = {}): Context => ({
  ...start,
  ...more,
  marks: { ...start.marks, ...marks },
});
const heard = (text: string, marks: Partial<Marks>, more: Partial<Context> = {}): string[] =>
  saidByAnother(lists, talk(marks, more), text);
const word = { opened: 'word' as const };

describe('another holds her telephone', () => {
  test('after a silence, in doubt, or in an emergency', () => {
    for (const marks of [{ quiet: true }, { doubt: true }, { emergency: true }])
      expect(heard('mi amor que haces', marks)).toEqual(['is-another']);
  });

  test('not where nothing was told, nor as the first words', () => {
    expect(heard('mi amor que haces', {})).toEqual([]);
    expect(saidByAnother(lists, null, 'mi amor que haces')).toEqual([]);
  });

  test('whose number it is may be asked by her in an emergency', () => {
    expect(heard('de quien es este numero', { emergency: true })).toEqual([]);
    expect(heard('de quien es este numero', { quiet: true })).toEqual(['is-another']);
  });

  test('whoever calls for a neighbour tells of her, and who is asked of children of a child', () => {
    expect(heard('no le crean', { emergency: true }, { danger: ['third'] })).toEqual([]);
    expect(heard('no le crean', { emergency: true }, { forAnother: true })).toEqual([]);
    expect(heard('ella esta bien', { emergency: true }, { asking: 'children' })).toEqual([]);
    expect(heard('ella esta bien', { emergency: true })).toEqual(['is-another']);
  });
});

describe('what he writes plainly', () => {
  const answered = { answered: 'como pido una orden de alejamiento', step: 'information.useful' };
  const his = ['is-another'];

  test('after she asked something and was answered', () => {
    for (const text of [
      'hola soy Pedro',
      'amor donde estas',
      'ella no va a ir a ninguna parte',
      'este telefono es mio',
    ])
      expect({ text, heard: heard(text, {}, answered) }).toEqual({ text, heard: his });
  });

  test('in an emergency in which he was told of', () => {
    for (const text of ['hola soy Pedro', 'q es esta wea', 'gorda estas ahi'])
      expect({ text, heard: heard(text, { emergency: true }, { opened: 'signal' }) }).toEqual({ text, heard: his });
  });

  test('not as the first words, nor where nothing was told', () => {
    for (const text of [
      'hola soy Pedro',
      'amor donde estas',
      'ella no va a ir a ninguna parte',
      'este telefono es mio',
    ]) {
      expect(saidByAnother(lists, null, text)).toEqual([]);
      expect(heard(text, {})).toEqual([]);
    }
    expect(heard('q es esta wea', {}, answered)).toEqual([]);
    expect(heard('este telefono es mio', {}, { ...answered, step: 'support.number' })).toEqual([]);
  });

  test('not of another woman who was told of, nor from whoever writes for her', () => {
    const ofHers = { ...answered, answered: 'como saca el carnet mi hija' };
    expect(heard('ella no necesita nada', {}, ofHers)).toEqual([]);
    expect(heard('hola soy Pedro', {}, { ...answered, forAnother: true })).toEqual([]);
    expect(heard('hola soy Pedro', { emergency: true }, { opened: 'signal', danger: ['third'] })).toEqual([]);
  });
});

describe('"aló" in an emergency', () => {
  test('is hers where nothing was told of him', () => {
    expect(heard('alo', { emergency: true }, word)).toEqual([HAILS_US]);
  });

  test('may be his where he was told of, comes, or may have it', () => {
    expect(heard('alo', { emergency: true }, { opened: 'signal' })).toEqual([]);
    expect(heard('alo', { emergency: true }, { ...word, toldOfHim: true })).toEqual([]);
    expect(heard('alo', { emergency: true, quiet: true }, word)).toEqual([]);
  });
});

describe('"no contesta" in an emergency', () => {
  const another = { danger: ['another'] };

  test('is news of another, where who writes does so for another', () => {
    expect(heard('no contesta', { emergency: true }, another)).toEqual([OTHER_SILENT]);
    expect(heard('tiene el celular apagado', { emergency: true }, { forAnother: true })).toEqual([OTHER_SILENT]);
  });

  test('is none in her own, nor where another may write', () => {
    expect(heard('no contesta', { emergency: true })).toEqual([]);
    expect(heard('no contesta', { emergency: true, quiet: true }, another)).toEqual([]);
    expect(heard('no contesta', { emergency: true }, { ...another, near: true })).toEqual([]);
    expect(heard('no contesta', {}, another)).toEqual([]);
  });
});

describe('the woman who writes, in the third person', () => {
  test('in her emergency, where no other woman was told of', () => {
    for (const text of ['ella se quedo dormida', 'perdon mi polola esta media loca', 'es mentira lo que puso'])
      expect(heard(text, { emergency: true })).toEqual(['is-another']);
    expect(heard('ella se quedo dormida', {})).toEqual([]);
  });

  test('not where one was: it may be her', () => {
    const known = [{ about: 'said', text: 'mi hija esta conmigo', at: 0, by: 'citizen' }];
    expect(heard('ella se quedo dormida', { emergency: true }, { known })).toEqual([]);
    expect(heard('mi polola esta media loca', { emergency: true }, { known })).toEqual(['is-another']);
    expect(heard('mi polola esta media loca', { emergency: true }, { threat: 'girlfriend' })).toEqual([]);
    expect(heard('ella se quedo dormida', { emergency: true }, { asking: 'children' })).toEqual([]);
    expect(heard('ella se quedo dormida', { emergency: true }, { danger: ['third'] })).toEqual([]);
  });

  test('that she makes it up, of his own, also as the first words', () => {
    expect(saidByAnother(lists, null, 'todo bien con mi señora, era broma lo que escribio')).toEqual(['is-another']);
    expect(saidByAnother(lists, null, 'es mentira lo que escribio en la demanda')).toEqual([]);
  });
});
