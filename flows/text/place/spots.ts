/**
 * What everybody near can point to: "metro Los Héroes", "paradero 14 de Santa Rosa", "al lado de la posta de Farellones",
 * "in front of the church". It leads whoever goes there, where there is no street to name.
 */
import { BREAKS, isHouse, isName, LINKS, STREET, TALK, UNITS } from './placeWords.js';
import { cornerAt } from './corners.js';
import { isOfTown } from './landmarks.js';
import { spotBefore } from './spotCorners.js';
import { wordSet } from '../tokens.js';
import { type AddressSpan, leadsIn, type Written } from './written.js';

/** "Casa verde con un portón de fierro", "the green house": how it looks, to whoever looks for it. */
export function looksAt({ all, text }: Written, index: number): AddressSpan | null {
  const [previous, first, second, third] = [all[index - 1], all[index], all[index + 1], all[index + 2]];
  if (!first || !second || second.opens) return null;
  const from = ARTICLES.test(previous?.word ?? '') ? index - 1 : index;
  if (!leadsIn(all, from) && !isHouse(previous?.word ?? '')) return null;
  const isOf = second.word === 'de' && MADE_OF.has(third?.word ?? '');
  const isEnglish = COLOURS.has(first.word) && HOMES.has(second.word);
  if (!isEnglish && !(HOMES.has(first.word) && (COLOURS.has(second.word) || isOf))) return null;
  let last = index + (isOf ? 2 : 1);
  for (let i = last + 1; i < all.length && i - index <= LOOK_WORDS_MOST; i++) {
    const token = all[i]!;
    if (token.opens || !(HOMES.has(token.word) || COLOURS.has(token.word) || MADE_OF.has(token.word))) {
      if (token.opens || !LOOK_JOINS.test(token.word)) break;
      continue;
    }
    last = i;
  }
  const [start, end] = [first.start, all[last]!.end];
  return { start, end, unit: text.slice(start, end) };
}

export function spotAt(written: Written, index: number): AddressSpan | null {
  const { all, text, named } = written;
  const beside = landmarkAt(written, index);
  const at = beside ?? bareLandmarkAt(written, index);
  if (at === null) return null;
  let last = at;
  // Its name: a number, some words, and of what it is.
  for (let i = at + 1; i < all.length && i - at <= NAME_WORDS_MOST; i++) {
    const token = all[i]!;
    const isTalk = TALK.has(token.word) && token.word !== 'lo';
    const isStreet = STREET.has(token.word) && all[i + 1]?.opens === false;
    if (token.opens || isTalk || isStreet || ENDS.has(token.word) || UNITS.has(token.word)) break;
    // "La copec de vicuña con trinidad": so are these two.
    if (LINKS.has(token.word) && isStreetsOf(written, i)) break;
    // "La copec de la esquina de O'Higgins con Prat": the corner is a street's.
    if (i > at + 1 && CORNER.test(token.word)) break;
    // "Frente al Líder Santiago": the commune is its own, but in "metro La Cisterna".
    const isOfIt = i === at + 1 && isOfTown(all[at]!.word);
    const isCommune = !isOfIt && named.some(it => it.start === token.start && !it.inName);
    if (isCommune && (i > at + 1 || !NAMED.has(all[at]!.word)) && !LINKS.has(all[i - 1]!.word)) break;
    const joins = LINKS.has(token.word) || token.word === 'of' || token.word === 'lo';
    if (!joins && !isHouse(token.word) && !isName(token, text)) break;
    last = i;
  }
  while (last > at && (LINKS.has(all[last]!.word) || all[last]!.word === 'of')) last--;
  if (last === at && (index === at || beside === null)) return null;
  if (beside === null && !endsThere(written, last + 1)) return null;
  const [start, end] = [all[index]!.start, all[last]!.end];
  return { start, end, unit: text.slice(start, end) };
}

/** Behind this "de" two streets cross, of what is named before it. */
const isStreetsOf = (written: Written, of: number): boolean =>
  [1, 2].some(next => spotBefore(written.all, of + next) !== null && cornerAt(written, of + next) !== null);

/** "Liceo Carmela Carvajal", "mall Plaza Vespucio": a landmark and its name, and no more, is where she is. */
function bareLandmarkAt({ all, named }: Written, index: number): number | null {
  const at = ARTICLES.test(all[index]?.word ?? '') ? index + 1 : index;
  const begins = index === 0 || all[index]?.opens === true;
  if (named.some(it => it.start === all[at]?.start)) return null;
  // "Puente Alto" is a town, and "el hospital de Melipilla" one that she may only speak of.
  const spot = all[at]?.word ?? '';
  return begins && SPOTS.has(spot) && !(HELPS.has(spot) && all[at + 1]?.word === 'de') ? at : null;
}

/** The clause ends, or goes on with its commune. */
function endsThere({ all, named }: Written, index: number): boolean {
  const next = all[index];
  const town = named.find(it => it.start === next?.start) ?? named.find(it => it.start === all[index + 1]?.start);
  if (!next || next.opens || STREET.has(next.word)) return true;
  const after = town && all.find(token => token.start >= town.end);
  return (
    town !== undefined &&
    (LINKS.has(next.word) || next.word === 'en' || town.start === next.start) &&
    (!after || after.opens)
  );
}

/** The word of the landmark that is named from this word on: with its name ("metro …"), or beside which she is. */
function landmarkAt({ all, named }: Written, index: number): number | null {
  const [token, previous, next] = [all[index], all[index - 1], all[index + 1]];
  if (!token) return null;
  if (NAMED.has(token.word)) {
    const from = ARTICLES.test(previous?.word ?? '') ? index - 1 : index;
    const before = all[from - 1];
    // "Por el paradero 18", and nothing before it; "me siguió por el metro" tells of a way.
    const isNear = /^(?:por|al?)$/.test(before?.word ?? '') && from === 1 && isHouse(next?.word ?? '');
    const isLed = isNear || (leadsIn(all, from) && !TO.test(before?.word ?? ''));
    const isNamed = next?.opens === false && !BREAKS.has(next.word) && !TALK.has(next.word) && !NO_NAMES.has(next.word);
    return isLed && (isNamed || NAMES_AFTER.test(next?.word ?? '')) ? index : null;
  }
  const isAfter = UNITS.has(previous?.word ?? '') || isHouse(previous?.word ?? '');
  if (!isAfter && !(leadsIn(all, index) && !TO.test(previous?.word ?? ''))) return null;
  const words = all.slice(index, index + BESIDE_WORDS_MOST).map(({ word }) => word);
  const beside = BESIDES.find(phrase => phrase.every((word, i) => words[i] === word));
  if (!beside) return null;
  const after = all.slice(index + beside.length, index + beside.length + 2);
  // "En Puente Alto" is a town.
  const isTown = (start: number): boolean => named.some(it => it.start === start);
  const at = after.findIndex(({ word, start }) => (SPOTS.has(word) || NAMED.has(word)) && !isTown(start));
  // At the hospital, or with the police, she is with those who help.
  if (beside[0] === 'en' && HELPS.has(after[at]?.word ?? '')) return null;
  return at >= 0 && after.slice(0, at).every(({ word }) => ARTICLES.test(word)) ? index + beside.length + at : null;
}

/** Landmarks that are called by a name or a number. */
export const NAMED = wordSet('metro paradero');
const NAMES_AFTER = /^(?:los|las|la|el|lo|station)$/;
const NO_NAMES = wordSet('cuadrado cuadrados tren para lleno colapsado cerrado');
const SPOTS = wordSet(
  'posta plaza plasa placita plasita quiosco kiosco consultorio cesfam sapu hospital iglesia capilla templo escuela liceo colegio jardin sede cancha parque terminal estacion copec shell petrobras bencinera servicentro supermercado lider jumbo unimarc tottus farmacia almacen negocio minimarket botilleria kiosko feria mall puente comisaria reten bomberos cementerio municipalidad rotonda clinica universidad instituto estadio aeropuerto hotel motel hostal residencial gimnasio biblioteca church school park square store station hospital pharmacy supermarket bridge',
);
const HOMES = wordSet('casa porton reja rejas puerta fachada techo muro antejardin house gate fence door roof');
const COLOURS = wordSet(
  'verde roja rojo azul blanca blanco amarilla amarillo cafe celeste gris negra negro rosada rosado naranja beige morada morado crema esquina green red blue white yellow brown gray grey black pink orange',
);
const MADE_OF = wordSet(
  'fierro madera ladrillo ladrillos adobe lata zinc tejas piedra cemento concreto vidrio dos 2 tres 3 piso pisos esquina iron wood brick metal stone',
);
const LOOK_JOINS = /^(?:con|de|y|un|una|el|la|color|with|a|and)$/;
const LOOK_WORDS_MOST = 12;
const HELPS = wordSet('posta consultorio cesfam sapu hospital comisaria reten bomberos municipalidad');
const BESIDES = (
  'al lado de|al lado del|al costado de|al costado del|frente a|frente al|al frente de|al frente del|detras de|detras del|atras de|atras del|afuera de|afuera del|cerca de|cerca del|a la vuelta de|a la vuelta del|' +
  'pasado|pasada|llegando a|llegando al|next to|in front of|behind|across from|near|outside|en'
)
  .split('|')
  .map(phrase => phrase.split(' '));
const BESIDE_WORDS_MOST = 4;
/** Where somebody went, and not where she is: "me siguió hasta el metro". */
const TO = /^(?:hasta|desde|hacia|a|por)$/;
const ARTICLES = /^(?:el|la|los|las|the|a|una|un)$/;
const CORNER = /^(?:esquina|esq|corner|interseccion|cruce)$/;
const ENDS = wordSet('y con que porque pq xq pero donde ahora ya and with but because in at en por para');
const NAME_WORDS_MOST = 6;

/** "La casa verde, mi vecina del 304": beside another part of an address, the door next to it. */
export function neighbourAt({ all, text }: Written, index: number): AddressSpan | null {
  const [who, of, house] = [all[index], all[index + 1], all[index + 2]];
  const isNamed = who !== undefined && /^vecin[ao]s?$/.test(who.word) && of?.word === 'del';
  if (!isNamed || !house || !/^\d{2,4}[a-z]?$/.test(house.word)) return null;
  return { start: who.start, end: house.end, unit: text.slice(who.start, house.end) };
}
