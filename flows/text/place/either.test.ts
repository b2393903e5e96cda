import { expect, test } from 'vitest';
import { alternativeIn } from './either.js';

test.each([
  ['O puede ser Los Olmos 77', 'Los Olmos 77'],
  ['o en Los Olmos 77', 'en Los Olmos 77'],
  ['or maybe 77 Los Olmos', '77 Los Olmos'],
  ['ou talvez Los Olmos 77', 'Los Olmos 77'],
  ['oswa petèt Los Olmos 77', 'Los Olmos 77'],
  ['o no sé, Los Olmos 77', 'Los Olmos 77'],
  ['o sea Los Olmos 77', 'Los Olmos 77'],
  ['quizás el 45', 'el 45'],
  ['tal vez sea el 45', 'el 45'],
  ['it might be 45 Prat', '45 Prat'],
])('what may be so as well: "%s"', (text, rest) => expect(alternativeIn(text)).toBe(rest));

test.each(['Los Olmos 77', 'o', 'no sé', "O'Higgins 77", 'Orella 77', 'Osorno', 'puede venir', 'la o el 45'])(
  'is none in "%s"',
  text => expect(alternativeIn(text)).toBeNull(),
);
