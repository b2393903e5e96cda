import { expect, it } from 'vitest';
import { presenceIn } from './hisPresence.js';

it.each([
  'no, esta el',
  'No, está él',
  'no! esta el',
  'no. esta el',
  'no... está él',
  'no\nesta el',
  'no - esta el',
  'no el esta',
  'no, él está',
  'esta el',
  'Está él.',
  'ta el',
  'el esta',
  'no puedo esta el',
  'no puedo, está mi marido',
  'ahora no, esta el',
  'no porque esta el',
  'esta el papa de mis hijos',
  'está mi ex ahora',
  'no, he is',
  'não, ele está',
  'ele ta',
  'non, li la',
])('reads that he is there: %s', text => expect(presenceIn(text)).toBe('there'));

it.each(['no esta el', 'no está él', 'No esta mi marido'])('does not know without a pause: %s', text =>
  expect(presenceIn(text)).toBe('perhaps'),
);

it.each([
  'no, no esta el',
  'el no esta',
  'el no está ahora',
  '¿está él?',
  'esta el maestro',
  'esta el tramite listo',
  'esta el papa',
  'el esta trabajando',
  'no esta el link',
  'esta el formulario',
  'he is',
  'esta ella',
  'no esta',
  'si el esta me pega',
])('leaves any other message: %s', text => expect(presenceIn(text)).toBeNull());
