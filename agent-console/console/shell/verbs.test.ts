import { describe, expect, test } from 'vitest';
import { Verbs } from './verbs.js';

const outside = { inText: false, inDialog: false, letters: true };

describe('the verb of a key', () => {
  const verbs = new Verbs();
  verbs.offer({}, [{ id: 'undo', title: 'Deshacer', scope: 'general', keys: ['U', 'Mod Z'], run: () => undefined }]);
  const of = (name: string, where: Partial<typeof outside> = {}) => verbs.for(name, { ...outside, ...where })?.id;

  test('undoes the last act outside a text, by a letter or as everywhere else', () => {
    expect([of('U'), of('Mod Z')]).toEqual(['undo', 'undo']);
    expect(of('Mod Z', { letters: false })).toBe('undo');
  });

  test('is none in a text, where both are of what is typed, nor under a dialog', () => {
    expect([of('U', { inText: true }), of('Mod Z', { inText: true })]).toEqual([undefined, undefined]);
    expect([of('U', { inDialog: true }), of('Mod Z', { inDialog: true })]).toEqual([undefined, undefined]);
    expect(of('U', { letters: false })).toBeUndefined();
  });
});
