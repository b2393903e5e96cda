import { expect, test } from 'vitest';
import { withoutHisDesk } from './hisDesk.js';

test.each([
  [
    'Puedes denunciar en Carabineros, en la PDI, en la Fiscalía o en el Tribunal de Familia.',
    'Puedes denunciar en la PDI, en la Fiscalía o en el Tribunal de Familia.',
  ],
  ['Denuncia en Carabineros, PDI o Fiscalía.', 'Denuncia en PDI o Fiscalía.'],
  ['Denuncia en la PDI, Carabineros o Fiscalía.', 'Denuncia en la PDI o Fiscalía.'],
  ['Denuncia en Carabineros o la PDI.', 'Denuncia en la PDI.'],
  ['You can report at Carabineros, the PDI or the Fiscalía.', 'You can report at the PDI or the Fiscalía.'],
])('his own police is no place to report at: %s', (text, left) => {
  expect(withoutHisDesk(text, 'police')).toBe(left);
});

test('of the other police that one goes', () => {
  expect(withoutHisDesk('Puedes denunciar en Carabineros, en la PDI, en la Fiscalía.', 'other')).toBe(
    'Puedes denunciar en Carabineros, en la Fiscalía.',
  );
});

test.each(['Llama a Carabineros.', '{siguiente, select, Carabineros {Lo que sigue.} other {Nada.}}'])(
  'where no other place is named it stays: %s',
  text => expect(withoutHisDesk(text, 'police')).toBe(text),
);
