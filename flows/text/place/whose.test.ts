import { expect, test } from 'vitest';
import { tellsOfWriter } from './whose.js';

test.each([
  'yo estoy en el hospital trabajando',
  'estoy en la feria',
  'yo ando en el terminal de buses',
  'nosotros estamos en la clínica Dávila, en turno',
  "i'm at work",
])('where who calls for another is herself: %s', text => expect(tellsOfWriter(text)).toBe(true));

test.each([
  'estamos en la plaza con ella',
  'nos arrancamos, estamos en la plaza',
  'ella está en la posta',
  'estoy afuera de la casa',
  'se la llevó a Renca',
])('where the other may be too: %s', text => expect(tellsOfWriter(text)).toBe(false));
