import { describe, expect, test } from 'vitest';
import { asksWhoComes } from './whoComes.js';

describe('she asks whether anybody comes', () => {
  test.each([
    'ya viene alguien?',
    'viene alguien o no',
    '¿viene alguien?',
    'vienen los carabineros?',
    'va a venir alguien??',
    'oigan viene alguien o no po',
    'is anyone coming?',
    'is someone coming or not',
    'vem alguem?',
  ])('%s', text => {
    expect(asksWhoComes(text)).toBe(true);
  });

  test.each([
    'viene alguien',
    'ya viene',
    'viene?',
    'viene mi marido?',
    'creo que viene alguien',
    'viene alguien por la escalera',
    'viene alguien con el?',
  ])('somebody may come whom she fears, or it is another thing: %s', text => {
    expect(asksWhoComes(text)).toBe(false);
  });
});
