import { expect, test } from 'vitest';
import { ownNumber } from './ownNumber.js';

test.each([
  ['la 15 es la del vecino la mia es la 17', ['17'], ['15']],
  ['no, el 230 es de mi vecina, yo vivo en el 232', ['232'], ['230']],
  ['88 no, 98', ['98'], ['88']],
  ['98, el 88 no', ['98'], ['88']],
  ['la 17 es la mia, la 15 es de mi mama', ['17'], ['15']],
  ['en la 88 vive mi suegra yo en la 98', ['98'], ['88']],
  ['ours is 234, 232 is next door', ['234'], ['232']],
  ['é 1022, o 1020 é da vizinha', ['1022'], ['1020']],
  ['kay mwen se 502, 500 se kay vwazen mwen', ['502'], ['500']],
  ['el 88 es de mi ex, la mia es la 98', ['98'], []],
  ['el 88 es de mi suegra', [], ['88']],
])('tells which number is hers, and which is not: %s', (text, mine, not) =>
  expect(ownNumber(text)).toMatchObject({ mine, not }),
);

test.each(['tengo 32 y el 45', 'no, 133', 'hace 20 minutos', 'el vive en la 88', '¿la mia es la 98?', '2'])(
  'tells of none whose it is: %s',
  text => expect(ownNumber(text)).toBeNull(),
);
