import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMUNES, findCommune } from './communes.js';
import { plain } from '../plain.js';
import { readPlace } from './place.js';
import { BREAKS } from './placeWords.js';
import { sayAddress } from './sayPlace.js';

const flat = (text: string): string => ` ${plain(text, { punctuation: false }).replace(/\s+/g, ' ').trim()} `;
/** What she is read back, and the commune that the police are told. */
const told = (text: string): { said: string; commune: string | undefined } => {
  const place = readPlace(text);
  return { said: place ? flat(sayAddress(place) ?? place.text) : '', commune: place?.commune };
};

describe('what she is read back holds each part that she wrote, in her commune and no other', () => {
  test.each([
    ['los andes, poblacion alonso de ercilla psje 3 casa 22', 'Los Andes', 'alonso de ercilla;psje 3;casa 22'],
    ['maipu villa los heroes psje el tatio 1234', 'Maipú', 'villa los heroes;psje el tatio;1234'],
    ['poblacion santa adriana calle anibal zañartu 3344 lo espejo', 'Lo Espejo', 'santa adriana;anibal zañartu;3344'],
    ['pob la bandera calle 4 poniente 233 san ramon', 'San Ramón', 'la bandera;4 poniente;233'],
    ['pobl aurora de chile psje maipu 55 concepcion', 'Concepción', 'aurora de chile;psje maipu;55'],
    ['12 oriente 3 sur 455 talca', 'Talca', '12 oriente;3 sur;455'],
    ['santiago centro, san diego 1200 dp 45', 'Santiago', 'san diego;1200;45'],
    ['lo espejo clara estrella con cardenal caro', 'Lo Espejo', 'clara estrella;cardenal caro'],
    ['cerrillos, las torres numero cinco mil doscientos', 'Cerrillos', 'las torres;cinco mil doscientos'],
    ['arica poblacion juan noe pasaje 7 casa 1543', 'Arica', 'juan noe;pasaje 7;1543'],
    ['vivo en arica en la calle diego portales 2080 depto 304', 'Arica', 'diego portales;2080;304'],
    ['iquique, jorge inostrosa psje oyarzun 2234', 'Iquique', 'jorge inostrosa;oyarzun;2234'],
    ['alto hospicio la pampa mz 14 sitio 8', 'Alto Hospicio', 'la pampa;14;8'],
    ['alto hospicio toma la mula sector 2 casa 33', 'Alto Hospicio', 'toma la mula;33'],
    ['calama villa ayquina pasaje toconce 3021', 'Calama', 'villa ayquina;toconce;3021'],
    ['poblacion independencia calle vicuña mackenna 2410 calama', 'Calama', 'independencia;vicuña mackenna;2410'],
    ['antofagasta pobl bonilla calle sierra gorda 455', 'Antofagasta', 'bonilla;sierra gorda;455'],
    ['edificio huanchaca depto 1203 antofagasta', 'Antofagasta', 'huanchaca;1203'],
    ['tocopilla 21 de mayo 1455', 'Tocopilla', '21 de mayo;1455'],
    ['copiapo poblacion los pintores avda circunvalacion 980', 'Copiapó', 'los pintores;circunvalacion;980'],
    ['vallenar pobl carrera pasaje peru 34', 'Vallenar', 'carrera;peru;34'],
    ['villa santiago calle rancagua 234 copiapo', 'Copiapó', 'villa santiago;rancagua;234'],
    ['coquimbo tierras blancas calle los lirios 1045', 'Coquimbo', 'tierras blancas;los lirios;1045'],
    ['la serena las compañias pasaje los copihues 3456', 'La Serena', 'las compañias;los copihues;3456'],
    ['ovalle poblacion limari psje combarbala 1123', 'Ovalle', 'limari;combarbala;1123'],
    ['illapel, ruta d-85 km 4 parcela 12', 'Illapel', 'd-85;4;12'],
    ['valparaiso cerro los placeres calle pedro leon gallo 455', 'Valparaíso', 'placeres;leon gallo;455'],
    ['cerro baron calle diego portales 321 depto 2 valpo', 'Valparaíso', 'baron;diego portales;321'],
    [
      'viña del mar, reñaca alto calle valparaiso 88 block 4 dpto 22',
      'Viña del Mar',
      'reñaca alto;calle valparaiso;88;22',
    ],
    ['achupallas calle santiago 344 viña', 'Viña del Mar', 'achupallas;calle santiago;344'],
    ['quilpue villa olimpica psje mexico 456', 'Quilpué', 'olimpica;mexico;456'],
    ['san antonio, llolleo, calle providencia 334', 'San Antonio', 'llolleo;calle providencia;334'],
    ['puente alto bajos de mena villa el volcan 2 block 1422 depto 32', 'Puente Alto', 'bajos de mena;volcan;1422;32'],
    ['bajos de mena pje san felipe 2345 puente alto', 'Puente Alto', 'bajos de mena;san felipe;2345'],
    ['la pintana poblacion santo tomas calle lautaro 12334', 'La Pintana', 'santo tomas;calle lautaro;12334'],
    ['la pintana el castillo pje los andes 0344', 'La Pintana', 'castillo;los andes;0344'],
    ['cerro navia calle mapocho 7344 casa b', 'Cerro Navia', 'mapocho;7344;casa b'],
    ['pudahuel, poblacion estrella de chile, los maitenes 8865', 'Pudahuel', 'estrella de chile;los maitenes;8865'],
    ['quinta normal calle santo domingo 4456 interior c', 'Quinta Normal', 'santo domingo;4456;interior c'],
    ["la florida, villa o'higgins, calle calbuco 7789", 'La Florida', "o'higgins;calbuco;7789"],
    ['renca, pob. huamachuco 2, calle angol 3345', 'Renca', 'huamachuco 2;angol;3345'],
    [
      'vivo en la comuna de san joaquin poblacion la legua calle toro y zambrano 3422',
      'San Joaquín',
      'la legua;toro y zambrano;3422',
    ],
    ['estoy en recoleta en calle arica 344 depto b', 'Recoleta', 'arica;344'],
    ['quilicura villa pucara pasaje tarapaca 456', 'Quilicura', 'pucara;tarapaca;456'],
    ['peñalolen lo hermida pje 345 nro 7690', 'Peñalolén', 'lo hermida;345;7690'],
    ['san bernardo villa los quillayes psje coyhaique 1344', 'San Bernardo', 'quillayes;coyhaique;1344'],
    ['colina, camino coquimbo parcela 45 casa 2', 'Colina', 'camino coquimbo;45;casa 2'],
    ['melipilla villa florencia 2 pje los alamos 332', 'Melipilla', 'florencia 2;alamos;332'],
    ['rancagua, villa teniente pasaje sewell 0223', 'Rancagua', 'teniente;sewell;0223'],
    ['rancagua poblacion rancagua norte calle bulnes 455', 'Rancagua', 'rancagua norte;calle bulnes;455'],
    ['san fernando pobl san hernan calle linares 33', 'San Fernando', 'san hernan;linares;33'],
    ['talca 11 norte 4 oriente 1234', 'Talca', '11 norte;4 oriente;1234'],
    ['talca villa las americas 17 norte b 3344', 'Talca', 'las americas;17 norte;3344'],
    ['curico, pobl santa fe, pje constitucion 1220', 'Curicó', 'santa fe;constitucion;1220'],
    ['linares, camino a colbun km 5 casa roja al lado del puente', 'Linares', 'camino a colbun;5;puente'],
    ['chillan poblacion luis cruz martinez calle cauquenes 553', 'Chillán', 'cruz martinez;cauquenes;553'],
    ['chillan viejo villa rios del sur pje rio baker 234', 'Chillán Viejo', 'rios del sur;rio baker;234'],
    ['conce, barrio norte, calle lientur 1533', 'Concepción', 'barrio norte;lientur;1533'],
    ['talcahuano, pobl los cerros psje ancud 77', 'Talcahuano', 'los cerros;ancud;77'],
    ['hualpen calle bremen 455 block c depto 21', 'Hualpén', 'bremen;455;depto 21'],
    ['coronel lagunillas 2 psje lota 1345', 'Coronel', 'lagunillas 2;lota;1345'],
    ['los angeles villa genesis calle tome 988', 'Los Ángeles', 'genesis;tome;988'],
    ['san pedro de la paz, boca sur, calle 4, casa 1122', 'San Pedro de la Paz', 'boca sur;calle 4;1122'],
    ['temuco labranza villa santa maria pje villarrica 01234', 'Temuco', 'labranza;santa maria;villarrica;01234'],
    ['temuko pedro de valdivia calle las encinas 02455', undefined, 'encinas;02455'],
    ['padre las casas poblacion san ramon psje pucon 233', 'Padre Las Casas', 'san ramon;pucon;233'],
    ['angol villa los naranjos pje purén 322', 'Angol', 'naranjos;purén;322'],
    ['valdivia barrios bajos calle bueras 1220 dpto 3', 'Valdivia', 'barrios bajos;bueras;1220'],
    ['valdivia poblacion libertad calle osorno 455', 'Valdivia', 'libertad;osorno;455'],
    ['osorno rahue alto pje quellon 2345', 'Osorno', 'rahue alto;quellon;2345'],
    ['puerto montt poblacion antuhue psje chaiten 455', 'Puerto Montt', 'antuhue;chaiten;455'],
    ['pto montt alerce villa los notros pje 5 casa 1233', 'Puerto Montt', 'alerce;notros;pje 5;1233'],
    ['castro pobl camilo henriquez calle chonchi 23', 'Castro', 'camilo henriquez;chonchi;23'],
    ['ancud, camino a pudeto km 3 sin numero casa amarilla', 'Ancud', 'pudeto;3;casa amarilla'],
    ['coyhaique pobl clotario blest calle cochrane 1455', 'Coyhaique', 'clotario blest;cochrane;1455'],
    ['puerto aysen calle sargento aldea 1233', 'Aysén', 'sargento aldea;1233'],
    [
      'punta arenas, poblacion 18 de septiembre, pje puerto natales 0234',
      'Punta Arenas',
      '18 de septiembre;puerto natales;0234',
    ],
    ['punta arenas barrio prat calle angamos 1344', 'Punta Arenas', 'barrio prat;angamos;1344'],
    ['puerto natales villa dorotea calle punta arenas 22', 'Natales', 'dorotea;calle punta arenas;22'],
    ['calle valparaiso 455 villa valdivia osorno', 'Osorno', 'calle valparaiso;455;villa valdivia'],
    ['psje santiago 1233 pobl lautaro de antofagasta', 'Antofagasta', 'psje santiago;1233;lautaro'],
    ['1233 pasaje los olmos villa los jardines quilicura', 'Quilicura', '1233;los olmos;los jardines'],
    ['es en poblacion jose maria caro, calle central 5544, lo espejo', 'Lo Espejo', 'maria caro;central;5544'],
    ['villa el bosque calle la granja 344 san bernardo', 'San Bernardo', 'el bosque;la granja;344'],
    ['maipu, cuatro alamos 1455 depto 202 b', 'Maipú', 'cuatro alamos;1455;202 b'],
    ['pje 12 numero 345 poblacion la victoria pac', 'Pedro Aguirre Cerda', 'pje 12;345;la victoria'],
    [
      'calle galo gonzalez 4536 pob la victoria pedro aguirre cerda',
      'Pedro Aguirre Cerda',
      'galo gonzalez;4536;la victoria',
    ],
    ['conchali, la palmilla, pje diego silva 1344 a', 'Conchalí', 'palmilla;diego silva;1344'],
    ['san miguel gran avenida 4455 depto 1203 torre a', 'San Miguel', 'gran avenida;4455;1203;torre a'],
    ['la cisterna pasaje uno poniente 45', 'La Cisterna', 'uno poniente;45'],
    ['huechuraba poblacion la pincoya calle recoleta 6344', 'Huechuraba', 'la pincoya;recoleta;6344'],
    ['lampa batuco calle italia 334', 'Lampa', 'batuco;italia;334'],
    ['cabrero monte aguila calle libertad 45', undefined, 'monte aguila;libertad;45'],
    ['yumbel, villa puerto saavedra, calle curanilahue 12', 'Yumbel', 'puerto saavedra;curanilahue;12'],
    ['casa 22 pasaje 3 poblacion los carrera, quillota', 'Quillota', '22;pasaje 3;los carrera'],
  ])('%s', (text, commune, parts) => {
    const read = told(text);
    expect(read.commune).toBe(commune);
    for (const part of parts.split(';')) expect(read.said).toContain(flat(part).trimEnd());
  });
});

describe('of two communes in one address', () => {
  test.each([
    ['maipu los aromos 345 santiago', 'Maipú'],
    ['los aromos 345 maipu santiago', 'Maipú'],
    ['viña calle quillota 344 valparaiso', 'Viña del Mar'],
    ['maipu, los aromos 345, talca', undefined],
  ])('the narrower one is hers, and of two that cannot both be she is asked: %s', (text, commune) => {
    expect(told(text).commune).toBe(commune);
  });
});

test('what only tells where she is has no words of its own', () => {
  for (const text of [
    'los aromos 345 maipu',
    'estoy en pasaje el roble 12, temuco, ayuda',
    'vivo en maipu',
    'tengo miedo maipu',
  ])
    expect(readPlace(text)?.said).toBeUndefined();
});

const AREAS = [
  '',
  'villa los heroes',
  'poblacion alonso de ercilla',
  'pob. lautaro',
  'villa santiago',
  'pobl la bandera',
];
const STREETS = [
  'calle los tilos',
  'pasaje maipu',
  'psje el tatio',
  'av. valparaiso',
  'los aromos',
  'calle 4 poniente',
  'pje los andes',
];
const HOMES = ['', 'depto 32', 'casa 7', 'block c dpto 12'];

/** As people type it in haste: a letter twice, or one left out. */
const slip = (name: string, at: number, how: number): string => {
  const i = 1 + (at % (name.length - 1));
  return how === 0 ? name : how === 1 ? name.slice(0, i) + name.slice(i - 1) : name.slice(0, i) + name.slice(i + 1);
};

// One seed: slips are too many for a run to meet all, and another engineer's landing is no place to meet a new one.
test('an address in any order keeps its number, and is in her commune or in none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...COMMUNES),
      fc.constantFrom(...AREAS),
      fc.constantFrom(...STREETS),
      fc.integer({ min: 100, max: 9999 }).filter(it => it < 1900 || it > 2099),
      fc.constantFrom(...HOMES),
      fc.record({
        isFirst: fc.boolean(),
        areaFirst: fc.boolean(),
        comma: fc.boolean(),
        at: fc.nat(40),
        how: fc.nat(2),
      }),
      (commune, area, street, number, home, { isFirst, areaFirst, comma, at, how }) => {
        const name = how === 0 ? commune.name.toLowerCase() : slip(plain(commune.name), at, how);
        // That other commune is what she wrote.
        fc.pre(findCommune(name)?.commune.name === commune.name || findCommune(name) === null);
        // "San Pero": a word of talk.
        fc.pre(
          !plain(name)
            .split(' ')
            .some(it => BREAKS.has(it) && !plain(commune.name).split(' ').includes(it)),
        );
        const address = [`${street} ${number}`, home].filter(Boolean).join(' ');
        const parts = areaFirst ? [area, address] : [address, area];
        const text = (isFirst ? [name, ...parts] : [...parts, name]).filter(Boolean).join(comma ? ', ' : ' ');

        const read = told(text);

        expect(read.said).toContain(` ${number} `);
        if (home) expect(read.said).toContain(flat(home));
        if (read.commune !== undefined) expect(read.commune).toBe(commune.name);
      },
    ),
    { numRuns: 1000, seed: 20 },
  );
});

test.each([
  ['mi marido me pegó con un palo, está en la puerta. los alerces 1234 puente alto', 'los alerces 1234, Puente Alto'],
  ['está en la ventana, freire 44 lota', 'freire 44, Lota'],
  ['los copihues. pje 3 casa 4 maipu', 'los copihues. pje 3 casa 4 maipu'],
])('of the clause before an address only a place is read back: %s', (text, said) => {
  expect(sayAddress(readPlace(text)!)).toBe(said);
});
