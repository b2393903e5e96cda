import { describe, expect, test } from 'vitest';
import { NOTHING } from '../../test/support/senses.js';
import { type Context, initialContext } from '../context.js';
import type { FlowEvent } from '../events.js';
import { KNOWN_MOST } from '../danger/herWords.js';
import { placeChange, withPlaceDoubted, withPlaceRead, withPlaceSet } from './herPlace.js';
import { isWhich, placesOf, whoseIs, withPlacesTold } from './otherPlaces.js';
import { readText } from '../reading.js';
import { overEmergency } from '../sessions.js';
import { sayAddress } from '../text/place/sayPlace.js';

const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
const start: Context = { ...initialContext('es'), marks: { ...initialContext('es').marks, emergency: true } };

/** As turns do it: what she writes is taken, and what it takes out of use is kept. */
const turn = (context: Context, text: string): Context => {
  const said = read(text);
  const event = { type: 'MSG', read: said, world: { now: 1 } } as unknown as FlowEvent;
  return withPlacesTold(context, withPlaceRead(context, said, true), event, said);
};
const after = (...texts: string[]): Context => texts.reduce(turn, start);
const said = (context: Context): (string | null)[] => placesOf(context).map(sayAddress);
const aside = (context: Context): string[] => context.known.map(({ about, text }) => `${about}: ${text}`);

const TWO = ['los aromos 345 renca', 'prat 30 lota'] as const;
const [FIRST, LAST] = ['los aromos 345, Renca', 'prat 30, Lota'];

describe('a second place', () => {
  test.each([
    ['prat 30 lota', LAST],
    ['prat 30', 'prat 30, Renca'],
    ['vivo en prat 30 lota', LAST],
    ['mi casa es prat 30 lota', LAST],
    ['avenida matta 1200 santiago', 'avenida matta 1200, Santiago'],
  ])('is kept beside the first, and the last is in use: "%s"', (text, now) => {
    const context = after(TWO[0], text);
    expect(said(context)).toEqual([FIRST, now]);
    expect(sayAddress(context.place!)).toBe(now);
  });

  test.each([
    'voy a la casa de mi mama, prat 30 lota',
    'me está siguiendo, voy corriendo a prat 30 lota',
    'quiero llegar a prat 30 lota',
    'tengo que ir donde mi hermana, prat 30 lota',
    'i want to go to prat 30 lota',
  ])('to which she only goes stands after where she is, which stays in use: "%s"', text => {
    const context = after(TWO[0], text);
    expect(said(context)).toEqual([FIRST, LAST]);
    expect(sayAddress(context.place!)).toBe(FIRST);
    expect(sayAddress(turn(context, 'sí, ya llegué').place!)).toBe(LAST);
    expect(sayAddress(after(text, TWO[0]).place!)).toBe(FIRST);
  });

  test.each([
    ['depto 4', 'los aromos 345, depto 4, Renca'],
    ['villa portales', 'los aromos 345, villa portales, Renca'],
    ['no, es el 580', 'los aromos 580, Renca'],
    ['es quilicura', 'los aromos 345, Quilicura'],
    ['los aromos 354 renca', 'los aromos 354, Renca'],
    ['estoy en la plaza', 'plaza, Renca'],
  ])(
    'is none, where she completes the first, puts a piece of it right, or is elsewhere by her own words: "%s"',
    (text, now) => {
      expect(said(after(TWO[0], text))).toEqual([now]);
    },
  );

  test('is what everybody finds in another town, and no home of the first', () => {
    const context = after(TWO[0], 'metro los heroes santiago');
    expect(placesOf(context).map(({ street, unit, commune }) => [street ?? unit, commune])).toEqual([
      ['los aromos', 'Renca'],
      ['metro los heroes', 'Santiago'],
    ]);
  });

  test('of three all are kept, as she told them, and one that she repeats is one', () => {
    expect(said(after(...TWO, 'san pablo 1200 maipu'))).toEqual([FIRST, LAST, 'san pablo 1200, Maipú']);
    expect(said(after(...TWO, 'prat 30 lota'))).toEqual([LAST]);
  });

  test.each([
    ['san pablo 1200 maipu o gran avenida 300 san miguel', ['san pablo 1200, Maipú', 'gran avenida 300, San Miguel']],
    ['prat 30 lota, los aromos 345 renca', [LAST, FIRST]],
    ['prat 30 o los aromos 345', ['prat 30', 'los aromos 345']],
    [
      'Estoy en Los Aromos 123 en Maipú o en la casa de mi mamá en Av. Pajaritos 2000',
      ['Los Aromos 123, Maipú', 'Av. Pajaritos 2000'],
    ],
    ['estoy en prat 30 lota o donde mi hermana en los aromos 345', ['prat 30, Lota', 'los aromos 345']],
    ['me pega o me mata, prat 30 lota', [LAST]],
    ['vivo en los aromos 345 renca pero estoy en prat 30 lota', [LAST]],
    ['no es prat 30 lota es los aromos 345 renca', [FIRST]],
    ['pasaje 3 1200 villa los aromos 345 maipu', ['pasaje 3 N° 1200, villa los aromos 345, Maipú']],
    ['los aromos 345 esquina prat 300 renca', ['los aromos 345 esquina prat 300 renca']],
  ])('is heard in the same text: "%s"', (text, places) => expect(said(after(text))).toEqual(places));

  test.each([
    ['o puede ser prat 30', 'prat 30, Renca'],
    ['O EN PRAT 30 LOTA', 'PRAT 30, Lota'],
    ['or maybe 30 prat', 'prat 30, Renca'],
    ['ou talvez prat 30 lota', LAST],
    ['o sea prat 30 lota', LAST],
    ['o estoy en prat 30 lota', LAST],
    ['o los aromos 354', 'los aromos 354, Renca'],
  ])('that may be it as well is kept beside the first, whatever else her words would do: "%s"', (text, now) => {
    expect(said(after(TWO[0], text))).toEqual([FIRST, now]);
    expect(isWhich(after(TWO[0], text))).toBe(true);
  });

  test.each(['o puede ser el 354', 'quizas el 354', 'or maybe 354'])('is another number that may be it: "%s"', text =>
    expect(said(after(TWO[0], text))).toEqual(['los aromos 354, Renca', FIRST]),
  );

  test.each(['o me mata', 'puede ser mi ex', 'o viene de lota', 'no sé', 'o 2'])('is none in "%s"', text =>
    expect(said(after(TWO[0], text))).toEqual([FIRST]),
  );

  test('in the same text as where she is stays among what she said', () => {
    const context = after('estoy en prat 30 lota, los aromos 345 renca es de mi mama');
    expect(said(context)).toEqual([LAST]);
    expect(aside(context)).toEqual([`place-named: ${FIRST}`]);
    expect(aside(after('vivo en prat 30 lota pero no estoy ahi, estoy en la micro'))).toEqual([`place-named: ${LAST}`]);
  });

  test('says whose it is, by her own words', () => {
    const whose = (text: string) => whoseIs(after(text).place!);
    expect(whose('vivo en los aromos 345 renca')).toBe('home');
    expect(whose('los aromos 345 renca')).toBeNull();
    expect(whoseIs({ text: 'él vive en los aromos 345', confidence: 'low' })).toBe('his');
    expect(whoseIs({ text: 'mi mamá vive en los aromos 345', confidence: 'low' })).toBe('other');
  });
});

describe('which of two', () => {
  test.each([
    ['la primera', FIRST],
    ['1', FIRST],
    ['la 2', LAST],
    ['es la segunda', LAST],
    ['the second one', LAST],
    ['la última', LAST],
    ['los aromos', FIRST],
    ['en la de lota', LAST],
    ['345', FIRST],
    ['estoy en prat', LAST],
    ['no es la primera', LAST],
    ['prat es la casa de mi ex', FIRST],
    ['los aromos 345 renca', FIRST],
  ])('she says in a word: "%s"', (text, now) => {
    const context = after(...TWO, text);
    expect(said(context)).toEqual([now]);
    expect(placeChange(after(...TWO), read(text))).toBe('completes');
    // The other is shown to the people.
    expect(aside(context)).toEqual([`place-before: ${now === FIRST ? LAST : FIRST}`]);
  });

  test.each([
    'si',
    'mi marido',
    'me pegó con un fierro',
    'tengo 2 hijos',
    'apúrense',
    '¿la primera?',
    'la tercera',
    'mi casa es los aromos',
    'vivo en prat',
  ])('is open still after "%s"', text => expect(said(after(...TWO, text))).toEqual([FIRST, LAST]));

  test('a bare number is an answer to the question, and to nothing that comes after it', () => {
    expect(said(after(...TWO, 'mi marido', '2'))).toEqual([FIRST, LAST]);
    expect(said(after(...TWO, 'mi marido', 'la 2'))).toEqual([LAST]);
  });

  test('is asked as the emergency opens, of two that she gave before it', () => {
    const before = { ...after(...TWO), asksWhich: undefined };
    const calm = { ...before, marks: { ...before.marks, emergency: false } };
    const event = { type: 'SOS', why: 'word', read: read('auxilio'), world: { now: 1 } } as unknown as FlowEvent;
    const opened = withPlacesTold(calm, before, event, read('auxilio'));
    expect(said(turn(opened, '2'))).toEqual([LAST]);
  });

  test('is picked by nobody while another may hold the telephone', () => {
    const two = after(...TWO);
    const doubt = { ...two, marks: { ...two.marks, doubt: true } };
    expect(said(turn(doubt, 'la segunda'))).toEqual([FIRST, LAST]);
  });

  test('is no question any more once she is elsewhere, left, or a person has it from her', () => {
    for (const text of ['salí, estoy en la plaza almagro', 'ya no estoy ahí, arranqué'])
      expect(isWhich(after(...TWO, text))).toBe(false);
    expect(after(...TWO, 'ninguna de las dos').place).toBeNull();
    expect(said(turn(withPlaceDoubted(after(...TWO)), 'san pablo 1200 maipu'))).toEqual(['san pablo 1200, Maipú']);
    expect(after(...TWO, 'ya no estoy ahí, arranqué').place).toBeNull();
    expect(said(withPlaceSet(after(...TWO), 'san pablo 1200 maipú'))).toEqual(['san pablo 1200, Maipú']);
  });
});

describe('a place out of use', () => {
  test('is kept under its own name among what she said, each once', () => {
    expect(aside(after(TWO[0], 'estoy en san pablo 1200 maipu'))).toEqual([`place-before: ${FIRST}`]);
    expect(aside(after(TWO[0], 'él vive en prat 30 lota', 'él vive en prat 30 lota'))).toEqual([
      'place-other: prat 30, Lota',
    ]);
    expect(aside(after(...TWO))).toEqual([]);
    expect(aside(after('rio loa 455 renca', 'no es rio loa es rio maule'))).toEqual([]);
  });

  test('is kept where it lies abroad, and is where she is where she says so', () => {
    const gone = after(TWO[0], 'estoy en mendoza argentina');
    expect(said(gone)).toEqual(['mendoza argentina']);
    expect(aside(gone)).toEqual([`place-before: ${FIRST}`]);
    expect(aside(after(TWO[0], 'mendoza, argentina'))).toEqual(['place-named: mendoza, argentina']);
  });

  test('stays however much she writes', () => {
    const moved = after(TWO[0], 'estoy en san pablo 1200 maipu');
    const much = {
      ...moved,
      known: [
        ...moved.known,
        ...Array.from({ length: KNOWN_MOST }, (_, at) => ({ about: 'said', text: 'x', at, by: 'citizen' })),
      ],
    };
    const long = turn(much, 'estoy en prat 30 lota');
    expect(aside(long).filter(line => line.startsWith('place-before'))).toHaveLength(2);
  });

  test('which she left is no part of where she is', () => {
    const context = after(TWO[0], 'sali, voy caminando');
    expect(context.place).toMatchObject({ text: 'Renca', commune: 'Renca' });
    expect(JSON.stringify(context.place)).not.toMatch(/aromos/);
  });

  test('nothing that she told as a place vanishes, however she tells it and whatever she tells after it', () => {
    const ways = [
      (at: string) => at,
      (at: string) => `estoy en ${at}`,
      (at: string) => `vivo en ${at}`,
      (at: string) => `mi casa es ${at}`,
      (at: string) => `él vive en ${at}`,
      (at: string) => `mi mamá vive en ${at}`,
      (at: string) => `su casa es en ${at}`,
      (at: string) => `me fui a ${at}`,
      (at: string) => `ahora estoy en ${at}`,
      (at: string) => `voy a ${at}`,
      (at: string) => `vivo en ${at} pero no estoy ahí`,
      (at: string) => `no vayan a ${at}`,
      (at: string) => `mi hermana está en ${at} y yo voy para allá`,
    ];
    const lost = ways.flatMap(first =>
      ways.flatMap(second => {
        const texts = [first('los aromos 345 renca'), second('prat 30 lota'), 'san pablo 1200 maipu'];
        const context = after(...texts);
        const shown = JSON.stringify([placesOf(context), context.known]);
        return ['345', '30', '1200'].every(number => new RegExp(`\\b${number}\\b`).test(shown)) ? [] : [texts];
      }),
    );
    expect(lost).toEqual([]);
  });

  test('goes with the emergency', () => {
    expect(isWhich(overEmergency(after(...TWO), 0))).toBe(false);
  });

  test('a state of before, which knows of no other places, goes on', () => {
    const { otherPlaces: _, ...old } = after(TWO[0]);
    expect(said(turn(old, TWO[1]))).toEqual([FIRST, LAST]);
  });
});

test('what a person writes of where she is takes the place of what was known', () => {
  const set = (text: string) => withPlaceSet(after(TWO[0]), text).place!;
  expect(sayAddress(set('san pablo 1200 maipu'))).toBe('san pablo 1200, Maipú');
  expect(sayAddress(set('detrás del galpón rojo'))).toBe('detrás del galpón rojo, Renca');
});

test("her own house is kept aside where the other's stands in the same street", () => {
  const third: Context = { ...start, danger: ['third'] };
  const context = ['yo vivo en Freire 300, Angol', 'ella vive en el 304'].reduce(turn, third);
  expect(placesOf(context).map(sayAddress)).toEqual(['Freire 304, Angol']);
  expect(aside(context)).toEqual(['place-before: Freire 300, Angol']);
});
