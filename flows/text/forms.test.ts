import { expect, test } from 'vitest';
import { firstForm, formsIn, withApostrophes } from './forms.js';

test('a word with several forms stands for each of them, also for none', () => {
  expect(formsIn('siento/escucho la/ mi_llave')).toEqual([
    ...['siento la mi llave', 'siento mi llave', 'escucho la mi llave', 'escucho mi llave'],
  ]);
  expect(formsIn('mi_llave')).toEqual(['mi_llave']);
});

test('a short form is written with its apostrophe, too', () => {
  expect(withApostrophes('i dont know if ill wake up, hes here')).toEqual([
    'i dont know if ill wake up, hes here',
    "i don't know if i'll wake up, he's here",
  ]);
  expect(withApostrophes('no me deja')).toEqual(['no me deja']);
});

test('a verb with ~la is every way of asking for it to be done to what was named before', () => {
  const asked = formsIn('postergar~la');
  for (const form of ['postergarla', 'posterguela', 'postergamela', 'me la posterga', 'la puede postergar'])
    expect(asked).toContain(form);
  expect(asked).not.toContain('me la postergo');
  expect(formsIn('ya anular~lo/borrar')).toContain('ya anulelo');
});

test('a verb with ~ alone is every way of asking for what comes after it', () => {
  const asked = formsIn('cancelar~ la_hora');
  for (const form of ['cancelar', 'cancele', 'canceleme', 'cancelenme', 'cancelame', 'me cancela', 'me cancelen'])
    expect(asked).toContain(`${form} la hora`);
  expect(asked).not.toContain('cancelo la hora');
});

test('the first form is had without the others, of which there may be millions', () => {
  const many = Array.from({ length: 30 }, () => 'una/otra').join(' ');

  expect(firstForm('/siento la/las llave')).toBe('la llave');
  expect(firstForm(many)).toBe(Array.from({ length: 30 }, () => 'una').join(' '));
});
