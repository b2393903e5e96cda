import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYesNo } from './yesno.js';

const reads = (answer: string | null, texts: string) =>
  texts
    .split('\n')
    .map(text => text.trim())
    .filter(Boolean)
    .map(text => [text, answer] as const);

describe('a yes', () => {
  test.each(
    reads(
      'yes',
      `
    si
    sí
    SI!!
    siiii
    sip
    sí po
    si me ha amenazado con un cuchillo delante de los niños
    👍👍👍
    sipo poh
    si me gustaria
    si, sola
    si, estoy sola en mi pieza
    si puedo escribir tranquila
    si tiene arma
    si confirmo
    si quiero la llamada de apoyo
    si, avisenme por aqui
    si reabranlo
    si me sirvió
    Sí me ha amenazado
    si estoy sola un rato
    claro
    clarooo
    claro q si
    obvio po
    ya
    ya dale
    ok
    bueno ya
    ok, gracias
    bueno, si
    hola si
    ah ya, si
    por fa si
    creo que sí
    👍
    👍🏽
    si 👍
    1
    yes
    Yes, please
    yes i am alone
    sim
    oui
    wi
    wi mwen menm
    dakò
  `,
    ),
  )('%s', (text, answer) => expect(readYesNo(text)).toBe(answer));
});

describe('a no', () => {
  test.each(
    reads(
      'no',
      `
    no
    No.
    noooo
    ni cagando
    Nica
    ni ahí
    no po
    nop
    nopo
    no, ahora no estoy en peligro
    no, nada mas gracias
    no, el vive en otra ciudad y no me ha amenazado
    no hay peligro
    no quiero llamadas, solo queria contarlo
    no estoy en peligro
    no gracias
    no por ahora
    no, todavía no
    no nada de peligro jaja, es la clave
    no me ha amenazado
    no esta aqui
    mejor no
    ya no
    nunca
    para nada
    bueno no
    obvio no
    claro que no quiero
    👎
    ❌
    0
    no i'm not in danger
    nope
    não
    nao obrigada
    non
    non li pa la kounye a
  `,
    ),
  )('%s', (text, answer) => expect(readYesNo(text)).toBe(answer));
});

describe('neither yes nor no', () => {
  test.each(
    reads(
      'unknown',
      `
    no sé
    nose
    no se la verdad
    nc
    no me acuerdo
    no estoy segura
    no creo
    creo que no
    puede ser
    quizás
    a veces
    a lo mejor si
    ?
    🤷‍♀️
    si y no
    sí po pero no
    a veces me pega
    maybe
    i don't know
    não sei
    m pa konnen
  `,
    ),
  )('%s', (text, answer) => expect(readYesNo(text)).toBe(answer));
});

describe('not an answer', () => {
  test.each(
    reads(
      null,
      `
    no puedo hablar
    no pued hablar
    no respira
    no me deja salir
    no no no viene
    no entiendo la pregunta
    no llamen
    no corte estoy escondida
    si vuelvo me mata
    si sabe me mata
    si no contesto vengan
    si mi marido llega borro todo
    ya no puedo mas
    ya llegó
    ya voy
    no one can know
    nao posso falar
    hola
    ...
    apurense
    maipu
    un 6
    2
    quiero una pizza
    bueno, contestenme despues de las 10
    si me dan permiso
    sigo aqui
    .
    nota 7
    nononsense
    si le digo al fiscal que mentí me meten presa?
    si me pasa algo fue mi marido
    ya no quiero vivir mas
    ✋👍✊
    no se fue, se hizo el que se fue
    non binary here
    no me pega, solo me aplasta con todo el peso
    No es cuchillo es un cartonero y me lo pasa por la pierna
    1, no me sirvio de nada
    la devolucion salio retenida y no me llega hace 2 meses 🤷‍♀️
    no es que me pegue señorita, es que dice que me va a picar
    puede ser el jueves despues de las 6? ahi estoy sola
  `,
    ),
  )('%s', (text, answer) => expect(readYesNo(text)).toBe(answer));
});

test('an empty reply is no answer', () => {
  expect(readYesNo('')).toBeNull();
  expect(readYesNo('  \n ')).toBeNull();
});

test('capitals, accents, final dots and spaces never change a plain answer', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('si', 'sí', 'no', 'no sé', 'quizás', 'claro', 'nunca'),
      fc.constantFrom('', '.', '!', '!!', ' ', '...'),
      fc.boolean(),
      (answer, end, loud) => {
        expect(readYesNo(`  ${loud ? answer.toUpperCase() : answer}${end}`)).toBe(readYesNo(answer));
      },
    ),
  );
});
