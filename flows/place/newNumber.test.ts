import { describe, expect, test } from 'vitest';
import { NOTHING } from '../../test/support/senses.js';
import { type Context, initialContext } from '../context.js';
import { placeChange, withPlaceRead } from './herPlace.js';
import { placesOf } from './otherPlaces.js';
import { readText } from '../reading.js';
import { sayAddress } from '../text/place/sayPlace.js';

const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
const start: Context = { ...initialContext('es'), marks: { ...initialContext('es').marks, emergency: true } };
const after = (...texts: string[]): Context =>
  texts.reduce((context, text) => withPlaceRead(context, read(text), true), start);
/** All that may be where she is; the last is in use. */
const said = (...texts: string[]) => placesOf(after(...texts)).map(sayAddress);

const FLAT = 'los aromos 345 depto 304 puente alto';
const KEPT = 'los aromos 345, depto 304, Puente Alto';
const HOUSE = 'los aromos 345 puente alto';

describe('an address with two numbers', () => {
  test.each([
    ['no es el 304 es el 403', 'los aromos 345, depto 403, Puente Alto'],
    ['no 304 sino 403', 'los aromos 345, depto 403, Puente Alto'],
    ['no es el 345 es el 354', 'los aromos 354, depto 304, Puente Alto'],
    ['el depto esta malo, es 403', 'los aromos 345, depto 403, Puente Alto'],
    ['estoy en el depto de mi vecina el 306', 'los aromos 345, depto 306, Puente Alto'],
    ['baje al 104', 'los aromos 345, depto 104, Puente Alto'],
  ])('has the one changed that her words tell: %s', (text, place) => expect(said(FLAT, text)).toEqual([place]));

  test.each([
    'perdon 403',
    'me equivoque, 403',
    'no, el 403',
    'no, es el 403',
    '403',
    '*403',
    'me arranque al 403',
    'toy donde la vecina del 403',
  ])('has neither overwritten while it is not known which is meant: %s', text =>
    expect(said(FLAT, text)).toEqual([
      expect.stringContaining('los aromos 403'),
      'los aromos 345, depto 403, Puente Alto',
      KEPT,
    ]),
  );

  test.each([
    ['del depto', 'los aromos 345, depto 403, Puente Alto'],
    ['el depto 403', 'los aromos 345, depto 403, Puente Alto'],
    ['la del depto', 'los aromos 345, depto 403, Puente Alto'],
    ['la calle', 'los aromos 403, depto 304, Puente Alto'],
    ['2', 'los aromos 345, depto 403, Puente Alto'],
    ['no es el 304 es el 403', 'los aromos 345, depto 403, Puente Alto'],
    ['los aromos 345 depto 403', 'los aromos 345, depto 403, Puente Alto'],
  ])('is one again once she says which: %s', (text, place) => expect(said(FLAT, 'perdon 403', text)).toEqual([place]));

  test('is open still where she is out of the house', () =>
    expect(said(FLAT, 'perdon 403', 'estoy en la calle')).toHaveLength(4));

  test.each(['esta en el depto con cuchillo', 'está en la calle', 'se fue a la casa'])(
    'is open still after what says nothing of it: %s',
    text => expect(said(FLAT, 'perdon 403', text)).toHaveLength(3),
  );

  test('is told by the denied number among several homes', () =>
    expect(said('los aromos 345 block 12 depto 304 puente alto', 'no es el 12 es el 21')).toEqual([
      'los aromos 345, block 21, depto 304, Puente Alto',
    ]));

  test('is asked about again where she writes the same number', () =>
    expect(said(FLAT, 'perdon 403', '403')).toHaveLength(3));

  test('keeps a casa or a block apart from the street as well', () => {
    expect(said('los aromos 345 casa 12 puente alto', 'no es la 12 es la 21')).toEqual([
      'los aromos 345, casa 21, Puente Alto',
    ]);
    expect(said('los aromos 345 block 12 puente alto', 'perdon 21')).toHaveLength(3);
    expect(said('villa los heroes casa 12 maipu', 'perdon la 21')).toEqual(['villa los heroes, casa 21, Maipú']);
  });

  test('is wrong somewhere where she only denies one of them', () => {
    expect(placeChange(after(FLAT), read('no es el 304'))).toBe('denies');
    expect(placeChange(after(FLAT), read('si, el 304'))).toBeNull();
  });
});

describe('an address with one number', () => {
  test.each([
    'no espera ese es el 1254',
    'esa no, la 1254',
    '*1254',
    '1254*',
    'correccion 1254',
    'não, é 1254',
    'pa 345, 1254',
  ])('has it put right: %s', text => expect(said(HOUSE, text)).toEqual(['los aromos 1254, Puente Alto']));

  test.each([
    'la calle es los aromos, el numero es 405',
    'los aromos el numero es 405',
    'la calle está bien, el numero es 405',
    'la dirección es los aromos, el numero 405',
    'the street is right, the number is 405',
  ])('has it put right beside its street: %s', text => {
    expect(placeChange(after(HOUSE), read(text))).toBe('completes');
    expect(said(HOUSE, text)).toEqual(['los aromos 405, Puente Alto']);
    expect(said(FLAT, text)).toHaveLength(3);
  });

  test.each(['la calle está bien, somos 3', 'los aromos no es el numero 405', 'está bien, el numero de él es 405'])(
    'has none put right by what says no other: %s',
    text => expect(said(HOUSE, text)).toEqual(['los aromos 345, Puente Alto']),
  );

  test.each([
    ['no, 54', '54'],
    ['no, el 90', '90'],
    ['no, 21', '21'],
    ['era 1405', '1405'],
    ['era el 1405', '1405'],
  ])('has a short one after a no, or one that it was, in its place: %s', (text, number) => {
    expect(said('los lirios 45 angol', text)).toEqual([`los lirios ${number}, Angol`]);
    expect(said(FLAT, text)).toEqual([
      `los aromos ${number}, depto 304, Puente Alto`,
      `los aromos 345, depto ${number}, Puente Alto`,
      KEPT,
    ]);
  });

  test('is asked about where another stands alone, which answers it then', () => {
    const both = ['los aromos 1254, Puente Alto', 'los aromos 345, Puente Alto'];
    expect(said(HOUSE, '1254')).toEqual(both);
    expect(said(HOUSE, '1254', '1254')).toEqual(both.slice(0, 1));
    expect(said(HOUSE, '12')).toEqual(both.slice(1));
  });

  test('is asked about also where the other is called as a help line is', () => {
    const both = ['Los Plátanos 1432, Macul', 'Los Plátanos 14, Macul'];
    expect(said('Los Plátanos 14 Macul', '1432')).toEqual(both);
    expect(said('Los Plátanos 14 Macul', '1455')).toEqual(['Los Plátanos 1455, Macul', both[1]]);
    expect(said(HOUSE, '1455')).toEqual(['los aromos 345, Puente Alto']);
  });

  test.each([
    'estoy en la 347',
    'me pase a la 347',
    'me fui a la casa 347',
    'me salte al patio del vecino, la 347',
    'estoy al frente, en la 347',
    'estoy donde mi vecina del 347',
  ])('is that of next door once she is there: %s', text => {
    expect(placeChange(after(HOUSE), read(text))).toBe('moves');
    expect(said(HOUSE, text)).toEqual([expect.stringMatching(/^los aromos 347, (?:donde mi vecina, )?Puente Alto$/)]);
  });

  test('keeps its number beside a house that has none', () =>
    expect(said(HOUSE, 'me cruce a la casa del frente')).toEqual(['los aromos 345, casa del frente, Puente Alto']));
});

describe('another street', () => {
  const VILLA = 'pasaje 5 numero 832 villa el abrazo maipu';
  test.each([
    [VILLA, 'no, pasaje 6', 'pasaje 6 N° 832, villa el abrazo, Maipú'],
    [VILLA, 'pasaje 6 perdon', 'pasaje 6 N° 832, villa el abrazo, Maipú'],
    [VILLA, 'me equivoque de calle es los nardos', 'los nardos 832, villa el abrazo, Maipú'],
    ['pasaje los lirios 832 maipu', 'no, pasaje los nardos perdon', 'pasaje los nardos 832, Maipú'],
    ['4 norte 345 viña del mar', 'no, 5 norte', '5 norte 345, Viña del Mar'],
  ])('leaves the rest as it is where only its name was wrong: %s, %s', (first, text, place) =>
    expect(said(first, text)).toEqual([place]),
  );

  test.each(['no espera es los robles', 'es los robles, no los lirios', '*los robles'])(
    'is told with the number and without where that may be of the first, and the first is not offered: %s',
    text => expect(said('pasaje los lirios 832 maipu', text)).toEqual(['los robles 832, Maipú', 'los robles, Maipú']),
  );

  test('is one more where nothing says that the first is wrong', () =>
    expect(said('pasaje los lirios 832 maipu', 'es los robles')).toEqual([
      'pasaje los lirios 832, Maipú',
      'los robles, Maipú',
    ]));
});

test.each(['no, 2', 'no, 133', 'no 133', 'me fui a las 10', 'estoy en 10 minutos', 'somos 3'])(
  'counts, hours and whom she called are no house: %s',
  text => {
    expect(said(HOUSE, text)).toEqual(['los aromos 345, Puente Alto']);
    expect(said(FLAT, text)).toEqual([KEPT]);
  },
);

test('a short number that she has gone to is asked about', () =>
  expect(said(HOUSE, 'estoy en el 2')).toEqual(['los aromos 2, Puente Alto', 'los aromos 345, Puente Alto']));

test('where who writes for another has gone herself takes the place of nothing', () => {
  const third: Context = { ...start, danger: ['third'] };
  const place = [HOUSE, 'estoy en la 347', 'yo estoy al frente, en la 340', 'me cruce a la casa del frente'].reduce(
    (context, text) => withPlaceRead(context, read(text), true),
    third,
  ).place;
  expect(place).toMatchObject({ street: 'los aromos', number: '345' });
});

test.each([
  'la direccion de mi ex es lira 300 santiago',
  'el domicilio de el es lira 300',
  'el se fue a lira 300 santiago',
])('where he lives or went is not where she is: %s', text =>
  expect(said(HOUSE, text)).toEqual(['los aromos 345, Puente Alto']),
);

describe('the number of the other for whom she writes', () => {
  const third: Context = { ...start, danger: ['third'] };
  const of = (...texts: string[]) =>
    placesOf(texts.reduce((context, text) => withPlaceRead(context, read(text), true), third)).map(sayAddress);
  const OWN = 'yo vivo en Freire 300, Angol';

  test.each([
    ['ella vive en el 304', '304'],
    ['la de ella es 298', '298'],
    ['su casa es la 302', '302'],
    ['es en la 302, al lado', '302'],
    ['al lado, en la 302', '302'],
    ['ellos viven en la 306', '306'],
    ['they live at 302', '302'],
    ['ella vive en el 124', '124'],
  ])('is a house of the same street as her own: %s', (text, number) => {
    expect(of(OWN, text)).toEqual([`Freire ${number}, Angol`]);
    expect(of(OWN, 'no se que hacer', text)).toEqual([`Freire ${number}, Angol`]);
  });

  test('is told in one message with her own', () =>
    expect(of('yo vivo en Freire 300, Angol, ella en el 304')).toEqual(['Freire 304, Angol']));

  test('is asked about where it may be a flat', () => {
    expect(of(OWN, 'ella vive en el 42')).toEqual(['Freire 300, depto 42, Angol', 'Freire 42, Angol']);
    expect(of(OWN, 'su casa es la 12')).toEqual(['Freire 300, casa 12, Angol', 'Freire 12, Angol']);
    expect(of('Freire 300, Angol', 'ella vive en el 304')).toEqual([
      'Freire 304, Angol',
      'Freire 300, depto 304, Angol',
    ]);
  });

  test('is a flat of the building in which both live', () => {
    expect(of('yo vivo en Freire 300 depto 303, Angol', 'ella vive en el 304')).toEqual([
      'Freire 300, depto 304, Angol',
    ]);
    expect(of('yo vivo en Freire 300 casa 3, Angol, ella en la casa 4')).toEqual(['Freire 300, casa 4, Angol']);
    expect(of(OWN, 'ella vive en el depto 304')).toEqual(['Freire 300, depto 304, Angol']);
  });

  test.each(['yo vivo al lado, en la 302', 'ella vive en el 300', 'llevan 20 minutos al lado'])(
    'is none of what tells no other: %s',
    text => expect(of(OWN, text)).toEqual(['Freire 300, Angol']),
  );
});

describe('a number that she calls hers, beside one that is not', () => {
  test.each([
    ['el 345 es del vecino, la mia es la 347', 'los aromos 347, Puente Alto'],
    ['la 345 es la del vecino la mia es la 347', 'los aromos 347, Puente Alto'],
    ['345 no, es la 347, 345 es la casa de al lado', 'los aromos 347, Puente Alto'],
    ['ese numero es de la vecina, el mio es 347', 'los aromos 347, Puente Alto'],
    ['puse el de mi mama, el mio es el 347', 'los aromos 347, Puente Alto'],
    ['me equivoque la 345 es de al frente, nosotros somos la 347', 'los aromos 347, Puente Alto'],
    ['mi suegra vive en la 345, nosotros en la 347', 'los aromos 347, Puente Alto'],
    ['345 no, 347', 'los aromos 347, Puente Alto'],
    ['el 345 esta malo, es 347', 'los aromos 347, Puente Alto'],
    ["345 is the neighbour's, mine is 347", 'los aromos 347, Puente Alto'],
    ['o 345 é do vizinho, o meu é 347', 'los aromos 347, Puente Alto'],
    ['345 se kay vwazen an, pa m nan se 347', 'los aromos 347, Puente Alto'],
    ['la 347 es del vecino, la mia es la 345', 'los aromos 345, Puente Alto'],
  ])('is where she is: %s', (text, place) => expect(said(HOUSE, text)).toEqual([place]));

  test('is that of the home of which she says it', () =>
    expect(said(FLAT, 'no, el 304 es de la vecina, yo vivo en el 306')).toEqual([
      'los aromos 345, depto 306, Puente Alto',
    ]));

  test.each([
    'la mia es la 347',
    'la mia es la 347, la de mi ex la 345',
    'el 345 es de mi suegra, estoy aca, la mia es la 347',
    'estoy en la 345, mi casa es la 347',
  ])('stands beside the one that is kept, where she does not say that it is wrong, or may be there: %s', text =>
    expect(said(HOUSE, text)).toEqual(
      expect.arrayContaining([expect.stringContaining('347'), 'los aromos 345, Puente Alto']),
    ),
  );

  test.each(['el 345 es de mi suegra', 'el 345 esta malo', 'ese numero es de la vecina'])(
    'is asked for where she tells none: %s',
    text => expect(placeChange(after(HOUSE), read(text))).toBe('denies'),
  );

  test.each([
    'mi hija tiene 15 y yo 40',
    'hace 20 minutos, la vecina llamo al 133',
    'la vecina tiene 45, es buena',
    'no tengo 500 pesos',
    'son las 15 y no llega',
    'ese es de la vecina?',
    'el 345 es de mi suegra y estoy aca',
    'en 10 minutos es la hora de mi mama',
  ])('is none of these: %s', text => expect(said(HOUSE, text)).toEqual(['los aromos 345, Puente Alto']));

  test('is no number of the home of another for whom she writes', () => {
    const other = { ...after('vive en los aromos 345 puente alto'), forAnother: true } as const;
    const now = withPlaceRead(other, read('el 345 es de mi vecina, la mia es la 347'), true);
    expect(sayAddress(now.place!)).toContain('los aromos 345');
  });
});

describe('the door of another behind which she is', () => {
  test.each([
    ['me esconde la vecina del 14', ['los aromos 345, Puente Alto', 'los aromos 14, Puente Alto']],
    ['subi al 402 donde una amiga', ['los aromos 345, Puente Alto', 'los aromos 345, depto 402, Puente Alto']],
  ])('stands beside the address that is kept: %s', (text, places) => expect(said(HOUSE, text)).toEqual(places));

  test.each([
    ['mi casa es Prat 300 Angol, estoy escondida al frente en el 305', 'Prat', '300', '305', 'Angol'],
    ['Los Boldos 15 Curico es mi casa, ahora estoy donde mi comadre en el 21', 'Los Boldos', '15', '21', 'Curicó'],
    ['Los Ñirres 77 Coyhaique pero estoy con la vecina en el 79', 'Los Ñirres', '77', '79', 'Coyhaique'],
    ['vivo en Carrera 40 Lebu, estoy donde la vecina numero 46', 'Carrera', '40', '46', 'Lebu'],
    ['mi casa es Carrera 40 Lebu pero me escondi en la del lado, la 42', 'Carrera', '40', '42', 'Lebu'],
  ])('stands beside her own, told in one text: %s', (text, street, own, now, town) =>
    expect(said(text)).toEqual([`${street} ${own}, ${town}`, `${street} ${now}, ${town}`]),
  );

  test.each(['la vecina del 345 me esconde', 'estoy con mi hija de 14'])('is none: %s', text =>
    expect(after(HOUSE, text).otherPlaces).toBeUndefined(),
  );
});

test.each(['no, la numeracion es 1200', 'se me fue un cero, 1200', 'me falto un numero, 1200'])(
  'a number that was written wrong is put right: %s',
  text => expect(said('los aromos 120 puente alto', text)).toEqual(['los aromos 1200, Puente Alto']),
);

test('a town by itself is put right', () => {
  expect(after('estoy en Parral', 'perdon no es Parral, es Retiro').place).toMatchObject({ commune: 'Retiro' });
  expect(after('estoy en Parral', 'no es Parral el problema').place).toMatchObject({ commune: 'Parral' });
});
