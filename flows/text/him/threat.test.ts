import { expect, test } from 'vitest';
import { namedIn, type Relation, threatIn } from './threat.js';

const told: readonly (readonly [string, Relation | null])[] = [
  ['mi marido me está pegando, estoy en los aromos 123 Maipu', 'husband'],
  ['mi pololo me amenazó con un cuchillo', 'boyfriend'],
  ['mi ex está afuera y dice que me va a matar', 'ex'],
  ['me pegó mi ex pareja', 'ex'],
  ['mi papá me pega', 'father'],
  ['mi hijo me golpeó y me quitó la plata', 'son'],
  ['el papá de mis hijos me persigue', 'childrens-father'],
  ['mi marido le pega a mi hijo', 'husband'],
  ['mi hermana dice que mi cuñado la amenaza', 'brother-in-law'],
  ['estoy con mi marido, tengo miedo', 'husband'],
  ['mi marido me pega y mi papá me ayuda', 'husband'],
  ['my husband is hitting me', 'husband'],
  ['my ex boyfriend has a gun', 'ex'],
  ['my son hit me, my daughter is crying', 'son'],
  ['meu marido está me batendo', 'husband'],
  ['o meu namorado ameaçou me matar', 'boyfriend'],
  ['mari m ap bat mwen', 'husband'],
  ['papa mwen menase m', 'father'],
  // Who helps, suffers or stands by.
  ['estoy con mi hijo y tengo miedo', null],
  ['me pegaron, estoy donde mi papá', null],
  ['no es mi marido, me están pegando', null],
  ['vengan, me va a matar', null],
  ['compraste el paraguas?', null],
];

test.each(told)('%j → %j', (text, relation) => {
  expect(threatIn(text)).toBe(relation);
});

test.each([
  ['mi pareja', 'partner'],
  ['marido', 'husband'],
  ['es mi papá', 'father'],
  ['el ex', 'ex'],
  ['un desconocido', null],
] as const)('to who it is, %j names %j', (text, relation) => {
  expect(namedIn(text)).toBe(relation);
});
