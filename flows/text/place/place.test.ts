import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAddresses } from './addresses.js';
import { placeOfPoint, readPlace } from './place.js';

describe('an address is read to the parts a patrol needs', () => {
  test.each([
    [
      'pasaje las camelias 415 la florida',
      {
        street: 'pasaje las camelias',
        number: '415',
        commune: 'La Florida',
        region: 'Metropolitana',
        confidence: 'high',
      },
    ],
    [
      'villa los aromos casa 9 curico',
      { street: 'villa los aromos', unit: 'casa 9', commune: 'Curicó', confidence: 'high' },
    ],
    ['sos los aromos 114 maipu', { street: 'los aromos', number: '114', commune: 'Maipú', confidence: 'high' }],
    ['ayuda por favor poniente 44 rengo', { street: 'poniente', number: '44', commune: 'Rengo', confidence: 'high' }],
    ['vicuña mackenna 4500', { street: 'vicuña mackenna', number: '4500', confidence: 'medium' }],
    [
      'vicuña mackenna 4500 la florida',
      { street: 'vicuña mackenna', number: '4500', commune: 'La Florida', confidence: 'high' },
    ],
    ['maipu los aromos 114', { street: 'los aromos', number: '114', commune: 'Maipú', confidence: 'high' }],
    ['estoy en Los Aromos 123 en Maipú', { street: 'Los Aromos', number: '123', commune: 'Maipú', confidence: 'high' }],
    [
      'Km 12 ruta g-78 camino a melipilla, parcela 3',
      { street: 'Km 12 ruta g-78 camino a melipilla', unit: 'parcela 3', confidence: 'medium' },
    ],
    ['los pimientos 88', { street: 'los pimientos', number: '88', confidence: 'medium' }],
    [
      'ohiggins 1402 depto 8 concepcion, somos dos, uno fuerte',
      { street: 'ohiggins', number: '1402', unit: 'depto 8', commune: 'Concepción', confidence: 'high' },
    ],
    [
      'edificio mirador, argomedo 210 santiago',
      { street: 'argomedo', number: '210', unit: 'edificio mirador', commune: 'Santiago', confidence: 'high' },
    ],
    [
      'no puedo salir de la casa, poniente 44 rengo',
      { street: 'poniente', number: '44', commune: 'Rengo', confidence: 'high' },
    ],
    ['calle los tilos 9 rancagua', { street: 'calle los tilos', number: '9', commune: 'Rancagua', confidence: 'high' }],
    [
      'los robles 71 temuco, no le avisen a mi mamá',
      { street: 'los robles', number: '71', commune: 'Temuco', confidence: 'high' },
    ],
    ['los alerces 30 osorno', { street: 'los alerces', number: '30', commune: 'Osorno', confidence: 'high' }],
    [
      'de verdad una pizza a calle arturo prat 60 ahora, estoy con mi marido',
      { street: 'calle arturo prat', number: '60', confidence: 'medium' },
    ],
    [
      'Necesito carabineros ya, av. los copihues 455 block c depto 302 puente alto',
      {
        street: 'av. los copihues',
        number: '455',
        unit: 'block c, depto 302',
        commune: 'Puente Alto',
        confidence: 'high',
      },
    ],
    [
      'pasaje 8 casa 25 alto hospicio',
      { street: 'pasaje 8', unit: 'casa 25', commune: 'Alto Hospicio', confidence: 'high' },
    ],
    ['pasaje el maqui 12', { street: 'pasaje el maqui', number: '12', confidence: 'medium' }],
    [
      'Los Boldos 45 depto 302 block C',
      { street: 'Los Boldos', number: '45', unit: 'depto 302, block C', confidence: 'medium' },
    ],
    [
      'vivo en pasaje Batalla de Sangra 22, con g',
      { street: 'pasaje Batalla de Sangra', number: '22', confidence: 'medium' },
    ],
    ['Av Los Leones 1420 apt 61', { street: 'Av Los Leones', number: '1420', unit: 'apt 61', confidence: 'medium' }],
    ['av quilin con calle los presidentes', { street: 'av quilin con calle los presidentes', confidence: 'medium' }],
    [
      'ME ENCERRÓ EN LA PIEZA DEPTO 1103 TORRE 2 ESTACION CENTRAL',
      { unit: 'DEPTO 1103, TORRE 2', commune: 'Estación Central', confidence: 'medium' },
    ],
    ['maipu', { commune: 'Maipú', confidence: 'low' }],
    ['depto 402 torre b', { unit: 'depto 402, torre b', confidence: 'low' }],
    ['aldunate 771 segundo piso', { street: 'aldunate', number: '771', unit: 'segundo piso', confidence: 'medium' }],
    ['calle sotomayor nº 19', { street: 'calle sotomayor', number: '19', confidence: 'medium' }],
  ])('%s', (text, parts) => expect(readPlace(text)).toMatchObject({ text, ...parts }));
});

test.each([
  [
    'la casa del lado la 348, la mía es la 346 los pinos renca',
    { street: 'los pinos', number: '346', commune: 'Renca' },
  ],
  ['la nuestra es la 1250 las violetas, maipu', { street: 'las violetas', number: '1250', commune: 'Maipú' }],
  ['la casa verde, mi vecina del 304', { unit: 'casa verde, vecina del 304' }],
  ['los aromos 345 renca, el vecino del 12', { street: 'los aromos', number: '345', unit: 'vecino del 12' }],
])('her house beside another is the one that she says to be hers: "%s"', (text, place) =>
  expect(readPlace(text)).toMatchObject(place),
);

test('a neighbour alone is no address', () => {
  expect(readPlace('mi vecina del 304 me escuchó')).toBeNull();
});

describe('coordinates are a place', () => {
  test.each([
    '-33.4901, -70.6102',
    'https://maps.google.com/?q=-33.4901,-70.6102',
    'estoy aqui https://www.google.com/maps/@-33.4901,-70.6102,17z',
  ])('%s', text => {
    expect(readPlace(text)).toMatchObject({ lat: -33.4901, lon: -70.6102, confidence: 'high' });
  });

  test('shared by her telephone', () => {
    expect(placeOfPoint(-33.49, -70.61)).toMatchObject({ lat: -33.49, lon: -70.61, confidence: 'high' });
    expect(() => placeOfPoint(120, 0)).toThrow('lat 120');
  });
});

describe('a text without a place gives none', () => {
  test.each([
    'apurense',
    'viene',
    'si',
    'hace un rato',
    'en mi pieza con mi hermana',
    'llegaron los carabineros, estoy afuera con mi hijo',
    'hola tengo 10 mi papa le pega a mi mama ahora',
    'un 6',
    'nota 7',
    'lunes 10 bueno ya',
    'martes 17:30',
    'tengo 34',
    'en que va el folio 99999',
    'llamé al 133',
    'esperé 20 minutos pero valió la pena, 6',
    'me tomé 5 pastillas',
    'el 24/11',
    'somos 3',
    'no puedo hablar',
    'me pegó 3 veces',
    'solo puedo domingo a las 7 am',
    'mi rut es 11111111-1 y me esta pegando',
    '',
  ])('%s', text => expect(readPlace(text)).toBeNull());
});

test('a house has the number of a line that is called, where its name is no line', () => {
  for (const text of ['los aromos 147', 'thompson 133', 'los robles 132', 'poniente 1455', 'arica 149'])
    expect(readPlace(text)).toMatchObject({ number: text.split(' ').at(-1) });
  for (const text of [
    'carabineros 133',
    'los pacos 133',
    'fono familia 149',
    'ambulancia 131',
    'llamamos 133',
    'la pdi 134',
  ])
    expect(readPlace(text)?.number).toBeUndefined();
  expect(readPlace('los aromos 1455, Rengo')).toMatchObject({ number: '1455', commune: 'Rengo', confidence: 'high' });
  expect(readPlace('pasaje el roble 133 temuco')).toMatchObject({ number: '133' });
  expect(readPlace('llame al fono 1455 y nada')).toBeNull();
});

describe('of two places in one text, the one where she is', () => {
  test.each([
    [
      'vivo en puente alto calle eyzaguirre 20 pero ahora estoy en la casa de mi mama en maipu calle 5 de abril 333',
      'calle 5 de abril',
      '333',
      'Maipú',
    ],
    ['mi casa es serrano 15 rancagua, estoy donde mi vecina serrano 19', 'serrano', '19', 'Rancagua'],
    ['mi carnet es los pinos 3 talca pero vivo en san clemente calle maule 77', 'calle maule', '77', 'San Clemente'],
    ['estoy en linares pero vivo en talca calle 1 sur 500', undefined, undefined, 'Linares'],
    ['mi ex vive en talca calle lynch 200, yo estoy en linares los aromos 4', 'los aromos', '4', 'Linares'],
    ['vivo en maipu y el esta en la florida', undefined, undefined, 'Maipú'],
    ['i live in providencia suecia 100 but im at las condes apoquindo 3000', 'apoquindo', '3000', 'Las Condes'],
    ['vivo en los aromos 12 talca, estoy en la plaza de armas', 'plaza de armas', undefined, 'Talca'],
    // What adds to where she lives is no other place.
    ['vivo en maipu, estoy en calle los aromos 12', 'calle los aromos', '12', 'Maipú'],
    ['vivo en los aromos 12 talca y estoy encerrada en la pieza', 'los aromos', '12', 'Talca'],
    ['vivo en los aromos 3 talca estoy al lado de la iglesia', 'los aromos', '3', 'Talca'],
    ['estoy sola en mi casa en talca, vivo en los aromos 3', 'los aromos', '3', 'Talca'],
    ['yo estoy en buin y mi hermana vive en maipu calle prat 3', 'calle prat', '3', 'Maipú'],
  ])('%s', (text, street, number, commune) => {
    const read = readPlace(text);
    expect([read?.street, read?.number, read?.commune]).toEqual([street, number, commune]);
  });

  test.each([
    ['estoy en la urgencia del hospital san jose', 'en la urgencia del hospital san jose'],
    ['estoy en la posta central', 'en la posta central'],
    ['estoy en el hospital de melipilla', 'en el hospital'],
    ['consultorio de lo prado', 'consultorio de lo prado'],
    ['el hospital de melipilla', undefined],
    ['tengo hora en el hospital', undefined],
    ['mi mama esta en el hospital', undefined],
    ['es una urgencia por favor', undefined],
  ])('a hospital is a place where she says that she is there: %s', (text, unit) => {
    expect(readPlace(text)?.unit).toBe(unit);
  });

  test('a town called like a landmark is no landmark', () => {
    expect(readPlace('vivo en puente alto')?.unit).toBeUndefined();
  });
});

test('any street with a number before any commune is an address a patrol can go to', () => {
  const street = fc.constantFrom(
    'los aromos',
    'calle los tilos',
    'pasaje el roble',
    'Av. Grecia',
    'poniente',
    'villa cordillera pasaje uno',
  );
  const place = fc.constantFrom('Rengo', 'la florida', 'temuco', 'Viña del Mar', 'ñuñoa');
  fc.assert(
    fc.property(
      street,
      fc.integer({ min: 1, max: 9999 }),
      place,
      fc.constantFrom(' ', ', '),
      (name, number, where, gap) => {
        expect(readPlace(`${name} ${number}${gap}${where}`)).toMatchObject({
          number: String(number),
          confidence: 'high',
        });
      },
    ),
  );
});

test('addresses lie inside the text, in order and without overlap', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'calle',
          'los',
          'tilos',
          '12',
          ',',
          'depto',
          '4',
          'b',
          'rengo',
          'y',
          'villa',
          'piso',
          'segundo',
          '.',
        ),
      ),
      parts => {
        const text = parts.join(' ');
        let last = 0;
        for (const it of findAddresses(text)) {
          expect(it.start).toBeGreaterThanOrEqual(last);
          expect(it.end).toBeGreaterThan(it.start);
          last = it.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});

describe('a named institution is read whole with its name', () => {
  test.each([
    ['Hospital El Carmen', 'Hospital El Carmen', undefined],
    ['Hospital El Carmen, Maipú', 'Hospital El Carmen', 'Maipú'],
    ['estoy en el hospital El Carmen de Maipú', 'en el hospital El Carmen', 'Maipú'],
    ['Clínica Dávila', 'Clínica Dávila', undefined],
    ['estoy en la Clínica Las Condes', 'en la Clínica Las Condes', 'Las Condes'],
    ['Hospital San José', 'Hospital San José', undefined],
    ['estoy en el colegio San Antonio', 'en el colegio San Antonio', undefined],
    ['Liceo 7, Providencia', 'Liceo 7', 'Providencia'],
    ['estoy en la municipalidad de Lota', 'en la municipalidad', 'Lota'],
    ['cesfam Los Castaños, La Florida', 'cesfam Los Castaños', 'La Florida'],
    ['mwen nan lopital El Carmen', 'nan lopital El Carmen', undefined],
    ['peaje lo prado', 'peaje lo prado', undefined],
  ])('"%s"', (text, unit, commune) => {
    expect([readPlace(text)?.unit, readPlace(text)?.commune]).toEqual([unit, commune]);
  });

  test('and is no street, nor a place where she only speaks of it', () => {
    expect(readPlace('Escuela Agrícola 1710, Macul')).toMatchObject({ street: 'Escuela Agrícola', number: '1710' });
    for (const text of ['el hospital de Melipilla', 'lo llevaron al hospital de Melipilla'])
      expect(readPlace(text)).toBeNull();
  });
});

test('which way a road goes is no town of hers', () => {
  expect(readPlace('Ruta 68 hacia Valparaíso')).toMatchObject({ street: 'Ruta 68 hacia Valparaíso' });
  expect(readPlace('Ruta 68 hacia Valparaíso')?.commune).toBeUndefined();
  expect(readPlace('ruta 68 km 45, Curacaví')).toMatchObject({ commune: 'Curacaví' });
});

test.each(['Providencia, near Tobalaba metro', 'near Tobalaba metro, Providencia'])(
  'a commune set apart from what stands there is its commune: %s',
  text => expect(readPlace(text)).toMatchObject({ commune: 'Providencia', unit: 'near Tobalaba metro' }),
);

test.each(['no sé la calle exacta, es cerca del cesfam', 'no conozco la calle bien'])(
  'how well she knows the street is no name of it: %s',
  text => expect(readPlace(text)?.street).toBeUndefined(),
);
