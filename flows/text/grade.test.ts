import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGrade } from './grade.js';

describe('a grade is understood', () => {
  test.each([
    ['un 6', 6],
    ['7, muy amable', 7],
    ['nota 6', 6],
    ['siete', 7],
    ['le pongo un 5,5', 5.5],
    ['7', 7],
    ['7.0', 7],
    ['4,5', 4.5],
    ['un seis coma cinco', 6.5],
    ['cinco y medio', 5.5],
    ['SIETE GRANDE Y ROJO jaja', 7],
    ['sieteee', 7],
    ['un uno', 1],
    ['7/7', 7],
    ['6 de 7', 6],
    ['del 1 al 7? un 6', 6],
    ['7 pero porfavor vengan llego con un cuchillo', 7],
    ['me senti escuchada, siete', 7],
    ['no me solucionaron nada, nota 2', 2],
    ['esperé 20 minutos pero valió la pena, 6', 6],
    ['5. se cortó dos veces pero no morí esperando jeje', 5],
    ['3, me mató lo lento', 3],
    ['1 y porque no hay menos', 1],
    ['dos no mas', 2],
    ['un siete siete', 7],
    ['les pongo un 6 pa q no se mueran de orgullo', 6],
    ['not helpful at all, 2', 2],
    ['nòt: senk', 5],
    ['nota 5 demorou', 5],
    ['gracias, le doy un 7 😊', 7],
    ['me salvaron, 7.0', 7],
    ['un 7 🙏🙏', 7],
  ])('%s', (text, grade) => expect(parseGrade(text)).toBe(grade));
});

describe('what is no grade is left alone', () => {
  test.each([
    'tengo 10 años',
    'tengo 5 años',
    'hola tengo 10 mi papa le pega a mi mama ahora',
    'muy buena la atencion',
    '9/10',
    'bacán 10/10',
    '5/5 you saved me',
    'la amabilidad mata, diez',
    '100 puntos',
    '5 stars, very kind',
    'cinco estrellitas caserita',
    'se cortó en la pregunta 3, la contesto de nuevo?',
    '7 ella, 3 el robot',
    'me tuvieron tres horas',
    'a las 5',
    'calle los tilos 9 rancagua',
    'somos 3',
    '0',
    '8',
    'un 8',
    'uno no sabe qué decir',
    '17:30',
    'del 1 al 7',
    'entre 6 y 7',
    '3 focos malos entre Balmaceda y Los Copihues',
    'cinco por noche en la pieza de arriba',
    'me anoto para zumba en la sede 4',
    'mi compañera es de 1.50 y yo de 1.80',
    'excelente: 7 ella, 3 el robot',
    '',
    '👎',
  ])('%s', text => expect(parseGrade(text)).toBeNull());
});

test('every grade on the scale is read, with a comma or a dot', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 70 }),
      fc.constantFrom('.', ','),
      fc.constantFrom('', 'nota ', 'un ', 'le pongo un '),
      (tenths, mark, cue) => {
        expect(parseGrade(`${cue}${Math.floor(tenths / 10)}${mark}${tenths % 10}`)).toBe(tenths / 10);
      },
    ),
  );
});

test('whatever is written, a grade is within the scale', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('1', '7', '9', '0', ',', '.', ' ', 'un ', 'nota ', 'siete ', 'de ', '/') }),
      text => {
        const grade = parseGrade(text);
        if (grade !== null) expect(grade >= 1 && grade <= 7).toBe(true);
      },
    ),
  );
});
