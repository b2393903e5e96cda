import { describe, expect, test } from 'vitest';
import { NOTHING } from '../../test/support/senses.js';
import { type Context, initialContext } from '../context.js';
import { placeChange, placeKept, withPlaceDoubted, withPlaceRead } from './herPlace.js';
import { readText } from '../reading.js';
import { sayAddress } from '../text/place/sayPlace.js';

const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });

/** What is kept after she wrote these, one after the other. */
const after = (...texts: string[]) =>
  texts.reduce((context, text) => withPlaceRead(context, read(text), true), initialContext('es')).place;

test('a number joins the street that came before it', () => {
  expect(after('calle lynch', 'temuco', '1200')).toMatchObject({
    street: 'calle lynch',
    number: '1200',
    commune: 'Temuco',
  });
  expect(after('pasaje los lirios', 'numero 45', 'puente alto')).toMatchObject({
    number: '45',
    commune: 'Puente Alto',
  });
});

test('another number takes the place of the first, said as a number', () => {
  expect(after('san diego 850 santiago', 'no, es el 580')?.number).toBe('580');
  expect(after('san diego 850 santiago', '580')?.number).toBe('850');
});

test('somewhere else in the same commune keeps the commune and nothing of the home', () => {
  expect(after('san diego 850 depto 4 santiago', 'ahora estoy en san diego 900')).toMatchObject({
    street: 'san diego',
    number: '900',
    commune: 'Santiago',
  });
  expect(after('san diego 850 depto 4 santiago', 'ahora estoy en san diego 900')?.unit).toBeUndefined();
  expect(after('san diego 850 santiago', 'salí, estoy en la plaza almagro')).toMatchObject({
    street: 'plaza almagro',
    commune: 'Santiago',
  });
});

test.each([
  ['las lilas 88 villa el sol', 'es las lilas 98', 'las lilas 98, villa el sol'],
  ['las lilas 88 torre 2 depto 40 maipu', 'perdon las lilas 98 depto 41', 'las lilas 98, torre 2, depto 41, Maipú'],
  ['las lilas 88 block 3, maipu', 'las lilas 98', 'las lilas 98, block 3, Maipú'],
  [
    'los pinos 12 depto 4 villa el sol maipu',
    'es pasaje los pinos 21',
    'pasaje los pinos 21, depto 4, villa el sol, Maipú',
  ],
  ['los pinos 12 villa el sol maipu', 'no, es los robles 21', 'los robles 21, villa el sol, Maipú'],
  ['los pinos 12 casa 4 villa el sol maipu', 'ahora estoy en los pinos 21', 'los pinos 21, villa el sol, Maipú'],
  ['las lilas 88 depto 40 maipu', 'las lilas 98 comuna de renca', 'las lilas 98, Renca'],
  ['las lilas 88 depto 40 maipu', 'las lilas 88 comuna de renca', 'las lilas 88, depto 40, Renca'],
])('what she does not put right of "%s" stays after "%s"', (first, next, now) => {
  expect(sayAddress(after(first, next)!)).toBe(now);
});

test('another street takes no number of the first', () => {
  expect(after('san diego 850 santiago', 'calle lynch, temuco')?.number).toBeUndefined();
});

test("another's address, told in passing, changes nothing", () => {
  const context = withPlaceRead(initialContext('es'), read('san diego 850 santiago'));
  for (const text of ['mi hermana vive en san diego 900', 'estoy en el baño', 'mi mamá está en la plaza', 'hola'])
    expect(placeChange(context, read(text))).toBeNull();
});

test('homes add up, and one of the same kind takes the place of the first', () => {
  expect(after('villa portales', 'block 5', 'depto 32')).toMatchObject({
    street: 'villa portales',
    unit: 'block 5, depto 32',
  });
  expect(after('san martin 850 santiago', 'torre b', 'depto 402', 'no, depto 403')?.unit).toBe('torre b, depto 403');
});

test('a villa and the street in it are both kept, in either order', () => {
  expect(after('villa el abrazo', 'pasaje 5', 'casa 12', 'maipu')).toMatchObject({
    street: 'pasaje 5',
    commune: 'Maipú',
    number: '12',
    unit: 'villa el abrazo',
  });
  expect(after('los aromos 345', 'villa portales', 'maipu')).toMatchObject({
    street: 'los aromos',
    number: '345',
    unit: 'villa portales',
  });
  expect(after('los aromos 345 villa portales maipu')?.unit).toBe('villa portales');
});

test('a kilometre stands on its road', () => {
  expect(after('camino a farellones', 'km 12')?.street).toBe('camino a farellones km 12');
  expect(after('km 12', 'camino lo lopez')?.street).toBe('km 12 camino lo lopez');
});

test('a house of a villa is a home, and its correction is one too', () => {
  expect(after('condominio las lomas casa 45', 'colina', 'casa 54')).toMatchObject({
    street: 'condominio las lomas',
    unit: 'casa 54',
  });
});

test('outside an emergency an address alone is kept, and none that is told, asked or another’s', () => {
  const keeps = (text: string) => placeKept(initialContext('es'), read(text));
  expect(keeps('los aromos 345 maipu')).toMatchObject({ street: 'los aromos', commune: 'Maipú' });
  expect(keeps('estoy en villa portales block 5 depto 32')).toMatchObject({ street: 'villa portales' });
  for (const text of [
    'el vive en los aromos 345',
    '¿queda en san diego 850?',
    'maipu',
    'mi mama vive en prat 30 temuco',
  ])
    expect(keeps(text)).toBeNull();
});

test('a piece that she puts right takes the place of that piece', () => {
  expect(after('grecia 8000 ñuñoa', 'es macul')).toMatchObject({ street: 'grecia', number: '8000', commune: 'Macul' });
  const other = after('grecia 8000 depto 4 ñuñoa', 'la calle es irarrazaval no grecia');
  expect(other).toMatchObject({ street: 'irarrazaval', commune: 'Ñuñoa' });
  expect(other?.number).toBeUndefined();
  expect(other?.unit).toBeUndefined();
});

test('after her no to it any piece is an answer, once', () => {
  const doubted = (...texts: string[]) => {
    const wrong = withPlaceDoubted(withPlaceRead(initialContext('es'), read('grecia 8000 ñuñoa')));
    return texts.reduce((context, text) => withPlaceRead(context, read(text), true), wrong).place;
  };
  expect(doubted('8080')).toMatchObject({ street: 'grecia', number: '8080' });
  expect(doubted('irarrazaval')).toMatchObject({ street: 'irarrazaval', commune: 'Ñuñoa' });
  expect(doubted('8080', '3')?.number).toBe('8080');
});

test('a number after a street that has none is its number, though a help line is called so', () => {
  expect(after('vicuña mackenna', 'la florida', '1440')?.number).toBe('1440');
  expect(after('pajaritos 130')).toMatchObject({ street: 'pajaritos', number: '130' });
  expect(after('vicuña mackenna', 'la florida', 'llama al 133')?.number).toBeUndefined();
  expect(after('los pajaritos, maipu', 'no es el 2100 sino el 2010')?.number).toBe('2010');
});

test('a street called like a country is one beside its commune, and nowhere else', () => {
  expect(after('providencia', 'suecia')).toMatchObject({ street: 'suecia', commune: 'Providencia' });
  expect(after('ñuñoa', 'chile españa')).toMatchObject({ street: 'chile españa', commune: 'Ñuñoa' });
  expect(after('providencia', 'soy de venezuela')?.street).toBeUndefined();
  expect(after('suecia')).toBeNull();
});

test('a commune before a known street is the commune', () => {
  expect(after('maipu pajaritos')).toMatchObject({ street: 'pajaritos', commune: 'Maipú' });
  expect(after('san bernardo colon 1250')).toMatchObject({ street: 'colon', number: '1250', commune: 'San Bernardo' });
  expect(after('vivo en maipu en los pajaritos')).toMatchObject({ street: 'los pajaritos', commune: 'Maipú' });
  expect(after('pedro de valdivia 1200')?.commune).toBeUndefined();
});

test('how the house looks goes with its number', () => {
  expect(after('villa portales', 'casa 12', 'casa verde con un porton de fierro')?.unit).toBe(
    'casa 12, casa verde con un porton de fierro',
  );
  expect(after('los aromos 345 maipu', 'the green house')?.unit).toBe('green house');
  for (const text of ['la casa es de el', 'esta en la casa', 'se puso rojo', 'me pego con un fierro'])
    expect(after('los aromos 345 maipu', text)?.unit).toBeUndefined();
});

describe('where she writes for another', () => {
  const third = { ...initialContext('es'), danger: ['third'] };
  const of = (...texts: string[]) =>
    texts.reduce((context, text) => withPlaceRead(context, read(text), true), third as Context).place;

  test.each(['yo estoy en san miguel', 'yo vivo en los aromos 345', 'estoy en talca', 'i live in talca'])(
    'her own place does not replace that of the other: "%s"',
    own => {
      expect(of('vive en la cisterna', own)).toMatchObject({ commune: 'La Cisterna' });
      expect(of('vive en la cisterna', own)?.street).toBeUndefined();
    },
  );

  test('what is not said of herself completes or corrects it', () => {
    expect(of('maipu', 'estoy en los aromos 345')).toMatchObject({ street: 'los aromos', commune: 'Maipú' });
    expect(of('maipu', 'yo vivo al lado, los aromos 345')).toMatchObject({ street: 'los aromos', commune: 'Maipú' });
  });

  test('that of the other replaces her own', () => {
    expect(of('yo estoy en san miguel', 'ella vive en los aromos 345 la cisterna')).toMatchObject({
      street: 'los aromos',
      commune: 'La Cisterna',
    });
  });

  test('of both in one message that of the other is kept', () => {
    expect(of('yo estoy en buin y ella vive en puente alto')).toMatchObject({ commune: 'Puente Alto' });
    expect(of('ella vive en los aromos 345 maipu, yo estoy en talca')).toMatchObject({
      street: 'los aromos',
      commune: 'Maipú',
    });
  });

  test('for herself the last one counts', () => {
    expect(after('vive en maipu', 'yo estoy en buin')).toMatchObject({ commune: 'Buin' });
  });
});

describe('a number that is said about', () => {
  test.each([
    'al 7000 y algo',
    'como al 7000',
    'a la altura del 7000',
    'casi llegando al 7000',
    'around 7000',
    'near 7000',
  ])('joins its street: "%s"', text =>
    expect(after('departamental', text)).toMatchObject({ street: 'departamental', number: '7000' }),
  );
});

describe('a bare number after a block or a tower', () => {
  test.each([
    [['departamental', 'al 7000', 'block 3', 'el 21'], '7000', 'block 3, 21'],
    [['pasaje los aromos', '345', 'torre b', '504'], '345', 'torre b, 504'],
    [['los aromos', 'torre b', 'el 504'], undefined, 'torre b, 504'],
    [['los aromos', 'torre b', '8000'], '8000', 'torre b'],
    [['los aromos 345', 'torre b', 'no, es el 354'], '354', 'torre b'],
    [['los aromos 345', 'block 3, depto 21', '504'], '345', 'block 3, depto 21'],
  ] as const)('is the flat: %j', (texts, number, unit) => {
    const place = after(...texts);
    expect(place?.number).toBe(number);
    expect(place?.unit).toBe(unit);
  });
});

describe('a place where she is not', () => {
  test.each([
    'el esta en iquique trabajando',
    'el trabaja en rancagua',
    'mi ex vive en los aromos 345 maipu',
    'mi mama vive en valdivia, me puedo ir para alla?',
    'hay casa de acogida en talca',
    'is there a shelter in santiago',
    'donde pido eso en maipu',
  ])('is not kept as hers: %s', text => expect(after(text)).toBeNull());

  test.each([
    ['el esta afuera de mi casa en maipu', 'Maipú'],
    ['estoy en renca, me escuchan?', 'Renca'],
    ['pueden venir a lota?', 'Lota'],
    ['mi mama vive en valdivia y yo estoy en osorno', 'Osorno'],
    ['renca?', 'Renca'],
  ])('is told from one where she is: %s', (text, commune) => expect(after(text)?.commune).toBe(commune));

  test("who writes for another tells where that one's people are", () => {
    const third = { ...initialContext('es'), danger: ['third'] };
    expect(withPlaceRead(third, read('mi hermana vive en valdivia')).place?.commune).toBe('Valdivia');
  });
});

describe('what she tells later of where she is', () => {
  test.each([
    ['el depto es el 52', 'los aromos 345, depto 52, Renca'],
    ['es la casa verde al lado de la escuela', 'los aromos 345, la casa verde al lado de la escuela, Renca'],
    ['me llevo a la parcela de el en casablanca', 'la parcela de el, Casablanca'],
    ['estoy en el sector de rinconada a la entrada de cauquenes', 'el sector de rinconada a la entrada de cauquenes'],
  ])('joins what is kept, or takes its place: %s', (text, said) => {
    const place = after('los aromos 345 renca', text);
    expect(place && sayAddress(place)).toBe(said);
  });

  test('a house at the same town that she is not taken to changes nothing', () => {
    for (const text of ['me llevo bien con mi mama', 'me llevo a mi hija a la casa', 'vivo en el campo'])
      expect(after('los aromos 345 renca', text)?.street).toBe('los aromos');
  });
});

test('beside danger a place is kept as an emergency would take it, and a whole one of which she says that she is there', () => {
  const grave = (text: string) =>
    readText(text, null, { ...NOTHING, risk: 'high', riskScore: 0.9 }, {}, { ms: 0, zone: 'UTC' });
  const start = initialContext('es');
  expect(placeKept(start, grave('mi pololo me esta amenazando, freire 44 lota'))?.number).toBe('44');
  expect(placeKept(start, read('el me dejo una carta y estoy en freire 44, lota'))?.number).toBe('44');
  expect(placeKept(start, read('fui a la oficina de ustedes, freire 44 lota'))).toBeNull();
  expect(placeKept(start, grave('me quiere matar, mi mamá vive en Valdivia'))).toBeNull();
  expect(placeKept(start, grave('me amenazó, él trabaja en Rancagua'))).toBeNull();
});

describe('a place in place of another', () => {
  const open = (...texts: string[]): Context =>
    texts.reduce<Context>((context, text) => withPlaceRead(context, read(text), true), {
      ...initialContext('es'),
      marks: { ...initialContext('es').marks, emergency: true },
    });

  test('keeps its corner, and the town that she names', () => {
    const place = open('los aromos 345 talca', 'estoy en la copec de la esquina de ohiggins con prat en curico').place;
    expect(place).toMatchObject({ street: 'esquina de ohiggins con prat', unit: 'en la copec', commune: 'Curicó' });
    expect(place?.number).toBeUndefined();
  });

  test('keeps the town of where she went on foot, and none of what she rode in', () => {
    expect(open('los aromos 345 talca', 'sali, estoy en el terminal').place).toMatchObject({
      street: 'terminal',
      commune: 'Talca',
    });
    const rode = open('los aromos 345 talca', 'me subi a la micro 506', 'me baje en la copec').place;
    expect(rode).toMatchObject({ street: 'copec' });
    expect(rode?.commune).toBeUndefined();
  });

  test('is known where nothing was, and is enough where it is found by its name', () => {
    expect(open('me bajé en universidad de chile').place).toMatchObject({ street: 'universidad de chile' });
    expect(placeChange(open(), read('estoy en el terminal de rancagua'))).toBe('suffices');
    expect(placeChange(open('estoy en el hospital', 'maipu'), read('el carmen'))).toBe('suffices');
    expect(placeChange(open('estoy en el hospital'), read('maipu'))).toBe('completes');
  });
});

test('a tree is a street where her commune is known, and no town that sounds like it', () => {
  expect(after('los olmos')).toBeNull();
  expect(after('los aromos')).toBeNull();
  expect(after('maipu', 'los alamos')).toMatchObject({ street: 'los alamos', commune: 'Maipú' });
  expect(after('maipu', 'el bosque')).toMatchObject({ street: 'el bosque', commune: 'Maipú' });
  expect(after('los alamos')?.commune).toBe('Los Álamos');
  expect(after('maipu', 'no, en los alamos')?.commune).toBe('Los Álamos');
  expect(after('las condez')?.commune).toBe('Las Condes');
});

test('a street that is not called so is called otherwise, and keeps its number', () => {
  expect(after('pasaje rio loa 455', 'no es rio loa es rio maule')).toMatchObject({
    street: 'rio maule',
    number: '455',
  });
  expect(after('pasaje rio loa 455', 'no es mi marido es mi papa')).toMatchObject({ street: 'pasaje rio loa' });
});
