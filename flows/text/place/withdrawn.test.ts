import { describe, expect, test } from 'vitest';
import { leavesPlace } from './notThere.js';
import { readPlace } from './place.js';
import { afterWithdrawn } from './withdrawn.js';

test.each([
  'no ahi es donde trabajo',
  'ahi es mi pega, no',
  'pero ese es el trabajo',
  'ay esa es la del trabajo',
  'uy esa es la direccion del trabajo',
  'perdon, es la direccion de mi pega',
  'ay me equivoque es la casa de mi mama',
  'me confundi, es donde viven mis papas',
  'pero esa es la casa de mi hermana',
  'no thats my work',
  'me trajo a otro lado',
  'nos llevo para otra parte',
])('she takes back the address: %s', text => expect(leavesPlace(text)).toBe('denied'));

test.each([
  // Whose house it is, and where he came to look for her.
  'es la casa de mi mama',
  'es mi trabajo',
  'ahi trabajo',
  'pero es mi trabajo',
  'estoy en mi trabajo',
  'ay me llego al trabajo',
  'no puedo ir al trabajo',
  'no, es la casa de mi mama, estoy aca con ella',
  'pero el trabaja con un amigo',
  'me trajo a la casa de su mama',
  'me confundi',
])('she may be there: %s', text => expect(leavesPlace(text)).toBeNull());

describe('what is right, in the same breath', () => {
  test.each([
    ['me equivoque esa es la de mi mama, es Lira 20', 'Lira', '20'],
    ['me equivoque esa es la de mi mama es lira 20', 'lira', '20'],
    ['no, esa es la casa de mi mama, la mia es Matta 20', 'Matta', '20'],
    ['me confundi es donde trabajo yo vivo en Matta 20', 'Matta', '20'],
    ['ay esa es la del trabajo. Lynch 85', 'Lynch', '85'],
  ])('%s', (text, street, number) => expect(readPlace(text)).toMatchObject({ text, street, number }));

  test.each(['me equivoque, es Lira 20', 'es la casa de mi mama, Lira 20', 'no ahi es donde trabajo'])(
    'nothing is taken back, or nothing follows: %s',
    text => expect(afterWithdrawn(text)).toBeNull(),
  );
});
