/** Corners as people in Chile give them, and the sentences that only sound like one. */
import { describe, expect, test } from 'vitest';
import { readPlace } from './place.js';
import { plain } from '../plain.js';

const parts = (text: string): string => {
  const { street = '', number = '', commune = '' } = readPlace(text) ?? {};
  return [street, number, commune].map(it => plain(it)).join(' | ');
};

describe('a corner is an address', () => {
  test.each([
    ['Irarrázaval con Pedro de Valdivia', 'irarrazaval con pedro de valdivia |  | '],
    ['irarrazaval con pedro de valdivia ñuñoa apurense', 'irarrazaval con pedro de valdivia |  | nunoa'],
    ['ñuñoa irarrazaval con pedro de valdivia', 'irarrazaval con pedro de valdivia |  | nunoa'],
    ['en la esquina de matta con san diego santiago', 'esquina de matta con san diego |  | santiago'],
    ['grecia / pedro de valdivia', 'grecia / pedro de valdivia |  | '],
    ['grecia y pedro de valdivia, ñuñoa', 'grecia y pedro de valdivia |  | nunoa'],
    ['en la esquina de 5 de abril con las rejas', 'esquina de 5 de abril con las rejas |  | '],
    ['corner of simpson and brown', 'corner of simpson and brown |  | '],
    ['im at grecia and macul', 'grecia and macul |  | '],
    ['grecia con macul me esta pegando', 'grecia con macul |  | '],
    ['exequiel fernandez con grecia', 'exequiel fernandez con grecia |  | '],
    ['tocornal esquina brown', 'tocornal esquina brown |  | '],
    ['quilin con tobalaba 4500', 'quilin con tobalaba | 4500 | '],
    ['1 norte con 5 poniente viña', '1 norte con 5 poniente |  | vina del mar'],
    ['esquina de dorsal con domingo santa maria', 'esquina de dorsal con domingo santa maria |  | '],
    ['toy afuera en la esquina con dorsal', 'esquina con dorsal |  | '],
    ['estoy en la esquina de san pablo, maipu', 'esquina de san pablo |  | maipu'],
    ['puente alto, santa raquel con gabriela', 'santa raquel con gabriela |  | puente alto'],
    ['puente alto santa raquel con gabriela', 'santa raquel con gabriela |  | puente alto'],
    ['los aromos con los tilos, maipu', 'los aromos con los tilos |  | maipu'],
    ['pedro de valdivia', 'pedro de valdivia |  | '],
  ])('%s', (text, read) => expect(parts(text)).toBe(read));

  test('with its commune it is enough for a patrol', () =>
    expect(readPlace('matta con san diego, santiago')?.confidence).toBe('high'));
});

describe('who is with whom is no corner', () => {
  test.each([
    'vivo con pedro',
    'estoy con mi hijo en la casa',
    'hable con valdivia',
    'me quede con san martin',
    'me fui con pedro de valdivia',
    'sali con matta',
    'los niños con juan',
    'el 10 de julio con mi familia',
    '10 de julio con pedro',
    'esta en la esquina con un cuchillo',
    'en la esquina de mi casa',
    'los golpes con los pies',
    'hijo/hija',
    'brasil y argentina',
    'prat es mi marido',
  ])('%s', text => expect(readPlace(text)).toBeNull());

  test.each(['vivo en maipu con pedro', 'estoy en providencia con mi hermana', 'maipu y la florida'])(
    '%s names a commune and no street',
    text => {
      expect(readPlace(text)?.commune).toBeDefined();
      expect(readPlace(text)?.street).toBeUndefined();
    },
  );
});

test('a name and a street that everybody knows are a corner, where the clause has no more', () => {
  expect(readPlace('thompson con barros arana')?.street).toBe('thompson con barros arana');
  expect(readPlace('negocio de la esquina, thompson con barros arana')).toMatchObject({
    street: 'thompson con barros arana',
    unit: 'negocio de la esquina',
  });
  for (const text of ['peleando con barros arana', 'hable con pedro montt', 'maria con pedro de valdivia'])
    expect(readPlace(text)?.street).toBeUndefined();
});
