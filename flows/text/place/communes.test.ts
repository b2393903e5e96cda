import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMUNES, commune, findCommune, findCommunes, region } from './communes.js';
import { ALIASES, NAMES, REGIONS, WORDS } from './communes-data.js';

test('Chile has 346 communes in 16 regions, each with its own code and name', () => {
  expect(COMMUNES).toHaveLength(346);
  expect(REGIONS).toHaveLength(16);
  expect(new Set(COMMUNES.map(it => it.code)).size).toBe(346);
  expect(new Set(COMMUNES.map(it => it.name)).size).toBe(346);
  expect(commune('13119')).toMatchObject({
    name: 'Maipú',
    region: { code: '13', name: 'Metropolitana' },
    zone: 'America/Santiago',
  });
  for (const name of [...WORDS, ...NAMES, ...Object.values(ALIASES)]) expect(commune(name)?.name).toBe(name);
});

test('each commune has the clock of its region', () => {
  expect(commune('Punta Arenas')?.zone).toBe('America/Punta_Arenas');
  expect(commune('coyhaique')?.zone).toBe('America/Coyhaique');
  expect(commune('Isla de Pascua')?.zone).toBe('Pacific/Easter');
  expect(commune('valparaiso')?.zone).toBe('America/Santiago');
});

test('a region is found by its code and by its names', () => {
  for (const name of ['16', 'CL-NB', 'Ñuble', 'nuble', 'Región de Ñuble']) expect(region(name)?.code).toBe('16');
  expect(region('Metropolitana')?.code).toBe('13');
  expect(region('nacional')).toBeUndefined();
});

describe('a commune is sure', () => {
  test.each([
    ['maipu', 'Maipú'],
    ['La reina', 'La Reina'],
    ['soy de Castro', 'Castro'],
    ['en la comuna de el bosque', 'El Bosque'],
    ['pasaje las camelias 415 la florida', 'La Florida'],
    ['villa los aromos casa 9 curico', 'Curicó'],
    ['ohiggins 1402 depto 8 concepcion, somos dos, uno fuerte', 'Concepción'],
    ['edificio mirador, argomedo 210 santiago', 'Santiago'],
    ['no puedo salir de la casa, poniente 44 rengo', 'Rengo'],
    ['mwen rete Estación Central', 'Estación Central'],
    ['alameda 3200, est central', 'Estación Central'],
    ['calle los tilos 9 rancagua', 'Rancagua'],
    ['los robles 71 temuco, no le avisen a mi mamá', 'Temuco'],
    ['calle concepcion 12 temuco', 'Temuco'],
    ['vivo en san pedro de la paz', 'San Pedro de la Paz'],
    ['temuko', 'Temuco'],
    ['Til Til', 'Tiltil'],
    ['conce', 'Concepción'],
    ['estoy en viña', 'Viña del Mar'],
    ['quilpué.', 'Quilpué'],
    ['los boldos 45, Ñuñoa', 'Ñuñoa'],
  ])('%s', (text, name) => expect(findCommune(text)).toMatchObject({ commune: { name }, confidence: 'sure' }));
});

describe('a commune is said back to be confirmed', () => {
  test.each([
    ['curiko', 'Curicó', 'sure'],
    ['curicoo', 'Curicó', 'sure'],
    ['rancaga', 'Rancagua', 'maybe'],
    ['mi mamá conoce santiago', 'Santiago', 'maybe'],
    ['era de ñuñoa pero ahora vivo en quilicura', 'Quilicura', 'maybe'],
    ['estamos en la granja', 'La Granja', 'sure'],
    ['nos vamos a quedar en la granja de mi tio', 'La Granja', 'maybe'],
  ])('%s', (text, name, confidence) => expect(findCommune(text)).toMatchObject({ commune: { name }, confidence }));
});

describe('what is no commune stays a word', () => {
  test.each([
    'me tomé las pastillas de la presion',
    'hoy es navidad',
    'mi coronel me dijo',
    'le pica la cabeza',
    'calle maipu 345',
    'ohiggins 1402',
    'avenida independencia con la plaza',
    'soy victoria',
    'la region de los lagos',
    'hola',
    'apurense',
    '',
    'no respira',
    'si',
    'la casa',
  ])('%s', text => expect(findCommune(text)).toBeNull());
});

test('the place of the name in the text is told', () => {
  const text = 'calle 1, Ñuñoa, por favor';
  const [found] = findCommunes(text);
  expect(text.slice(found?.start, found?.end)).toBe('Ñuñoa');
});

test('every commune is found when it is all she writes, in any case and without accents', () => {
  fc.assert(
    fc.property(
      // "Florida" alone is mostly La Florida.
      fc.constantFrom(...COMMUNES.filter(it => it.name !== 'Florida')),
      fc.constantFrom('', 'en ', 'vivo en ', 'soy de ', 'comuna de '),
      fc.boolean(),
      (it, lead, loud) => {
        const text = lead + it.name.normalize('NFD').replace(/\p{M}/gu, '');
        expect(findCommune(loud ? text.toUpperCase() : text)).toMatchObject({
          commune: { code: it.code },
          confidence: 'sure',
        });
      },
    ),
    { numRuns: 1000 },
  );
});

test('a found commune always lies inside the text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('maipu', 'la', 'florida', '12', ',', 'calle', 'San', 'pedro', 'de', 'ñuñoa', '.', 'tomé'),
      ),
      parts => {
        const text = parts.join(' ');
        for (const it of findCommunes(text)) expect(text.slice(it.start, it.end).length).toBeGreaterThan(0);
      },
    ),
  );
});

describe('a name without its article', () => {
  test.each([
    ['florida', 'La Florida'],
    ['cisterna', 'La Cisterna'],
    ['vivo en serena', 'La Serena'],
    ['comuna de granja', 'La Granja'],
    ['walker martinez 230 florida', 'La Florida'],
    ['hola, union', 'La Unión'],
    ['florida, biobio', 'Florida'],
    ['en florida region del biobio', 'Florida'],
  ])('%s', (text, name) => expect(findCommune(text)?.commune.name).toBe(name));

  test.each([
    'una granja',
    'trabajo en una granja',
    'la cruz roja',
    'estoy en la cruz roja',
    'acuerdo de union civil',
    'en union libre',
    'gracias reina',
    '1 estrella',
    'me tiro el espejo',
  ])('%s is a word', text => expect(findCommune(text)).toBeNull());
});
