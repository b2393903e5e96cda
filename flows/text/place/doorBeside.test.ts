/** The door behind which she is, told by whose it is. */
import { expect, test } from 'vitest';
import { doorBeside } from './doorBeside.js';

test.each([
  ['me esconde la vecina del 14', '14'],
  ['me esconde la vecina del 1004', '1004'],
  ['estoy escondida al frente en el 305', '305'],
  ['ahora estoy donde mi comadre en el 21', '21'],
  ['estoy con la vecina, en el 46', '46'],
  ['estoy donde la vecina numero 46', '46'],
  ['me escondí en la del lado, la 42', '42'],
  ['estoy al frente, 543', '543'],
])('%s', (text, number) => expect(doorBeside(text)).toMatchObject({ number, within: false }));

test('a flat of the same building', () =>
  expect(doorBeside('subi al 402 donde una amiga')).toMatchObject({ number: '402', within: true }));

test('what stands before it is her own address', () =>
  expect(doorBeside('Mi casa es Ñuble 300 Angol, estoy escondida al frente en el 305')?.before).toBe(
    'Mi casa es Ñuble 300 Angol,',
  ));

test.each([
  'estoy al frente del 305',
  'estoy al lado de la casa 12',
  'la vecina del 14 llamo a carabineros',
  'avisenle a la vecina del 14',
  'no estoy donde la vecina del 14',
  'puedo ir donde la vecina del 14',
  'ayer me escondi donde la vecina del 14',
  'estoy con mi hija de 14',
  'estoy con mi hermana de 14',
  'estoy donde mi tia hace 20 minutos',
  'estoy con mi amiga, en 20 minutos salgo',
  '¿y si estoy donde la vecina del 14?',
])('no such door: %s', text => expect(doorBeside(text)).toBeNull());
