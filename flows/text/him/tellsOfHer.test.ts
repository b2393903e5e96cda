import { describe, expect, test } from 'vitest';
import { namesAnotherWoman, namesWife, tellsOfHer } from './tellsOfHer.js';

describe('the woman who writes is told of by another', () => {
  test.each([
    'aqui todo bien con mi señora, era broma lo que escribio',
    'yo soy el papa de los niños y ella anda inventando cosas de mi',
    'lo que les escribio mi señora es mentira',
    'ella anda inventando cosas, soy su marido',
    'oiga señorita si ella les conto que le pegue es mentira',
    'si ella les dijo q yo le pegue es pura mentira',
    'si mi señora les contó que la golpeé es mentira',
    'ella les anda diciendo que yo la amenacé, es falso',
    'mi polola les dijo que la maltrate no es verdad',
    'es mentira lo que dice ella yo nunca la toque',
    'hola, si ella les escribio que le levante la mano es mentira',
    'mi señora escribe aqui?',
    'oiga mi señora les escribió?',
    'mi mujer ha hablado con ustedes?',
    'mi polola les hablo ayer?',
    'mi esposa chatea por aqui?',
  ])('also as the first words: %s', text => {
    expect(tellsOfHer(text)).toBe('deed');
  });

  test.each([
    'se le cruzaron los cables a la mina',
    'la loca siempre hace lo mismo',
    'disculpe a la señora esta con copete',
    'la patrona ta durmiendo',
    'ella esta en la ducha le dejo recado?',
    'es mentira lo que puso',
  ])('as his own: %s', text => {
    expect(tellsOfHer(text)).toBe('hers');
  });

  test.each(['perdon mi polola esta media loca', 'mi mujer tomo mucho hoy', 'es que mi pareja sufre de depresion'])(
    'as his wife: %s',
    text => {
      expect(tellsOfHer(text)).toBe('wife');
    },
  );

  test.each([
    'ella se quedo dormida',
    'ella toma remedios y delira',
    'ella no esta pa hablar',
    'disculpen ella a veces se pone asi',
    'my wife is drunk sorry',
    'she is asleep now',
    'ela esta dormindo',
  ])('as "she": %s', text => {
    expect(tellsOfHer(text)).toBe('she');
  });

  test.each([
    'ella está sangrando',
    'ella no despierta',
    'ella me quiere pegar',
    'ella esta encerrada con el',
    'ella esta en el depto 4',
    'mi polola me pega',
    'la señora del 4 grita',
    'a mi marido se le cruzaron los cables',
    'se le cruzaron los cables',
    'mi hija esta durmiendo',
    'esta durmiendo',
    'el esta loco',
    'mi suegra esta loca',
    'mi ex dice que es mentira lo que escribio',
    'estoy curada',
    'no es mentira lo que puse',
    'mi hermana dice que ella esta loca',
  ])('somebody in need, or of her own, is another thing: %s', text => {
    expect(tellsOfHer(text)).toBeNull();
  });

  test.each([
    'mi pareja les escribió?',
    'mi hija les escribio?',
    'mi suegra les dijo que le pegue a mi hijo es mentira',
    'mi ex dice que yo le pegue y es mentira',
    'mi señora madre escribe aqui',
    'mi vecina les escribió ayer',
    'la señora que me atendio les dijo que era mentira',
    'ella me pega y dice que es mentira',
  ])('what a woman may ask or tell is none: %s', text => expect(tellsOfHer(text)).toBeNull());

  test('what a woman wrote in a lawsuit opens no doubt by itself', () => {
    expect(tellsOfHer('es mentira lo que escribio en la demanda')).toBe('hers');
  });

  test('a woman who was named before may be meant', () => {
    expect(['mi polola me pega', 'mi hija esta aca'].map(namesWife)).toEqual([true, false]);
    expect(['mi vecina grita', 'estoy con mi hija', 'la señora del 4'].map(namesAnotherWoman)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['sos', 'mi marido me pega', 'estoy en Maipú'].map(namesAnotherWoman)).toEqual([false, false, false]);
  });
});
