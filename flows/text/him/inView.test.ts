import { expect, test } from 'vitest';
import { isInView } from './inView.js';

const each = (texts: string): string[] => texts.split('|').map(text => text.trim().replace(/\s+/g, ' '));

test('she points at him, he is in her room, or looks at her, in four languages and as the deaf write it', () => {
  const told =
    each(`ahí está|ai sta|ahi esta el|ahi está otra vez|es él|es mi marido|ahi lo veo|él dentro ya|ya adentro|marido
    aqui|el esta pieza|está despierto|sigue con los ojos abiertos|me mira|me mira feo|There he is!|that's him|he looked at me|olha
    ele aí|é ele|men li|li la`);
  expect(told.filter(text => !isInView(text))).toEqual([]);
});

test('that it is done, of whom else it is said, a place, and what is not so, are other things', () => {
  const other =
    each(`ya está|ahí estoy|aquí estoy|ahí está mi mamá|mi hijo está despierto|no está despierto|no me mira|es el
    304|es el segundo piso|el no esta aqui|¿está despierto?|él afuera|ahi esta la llave debajo del macetero`);
  expect(other.filter(isInView)).toEqual([]);
});
