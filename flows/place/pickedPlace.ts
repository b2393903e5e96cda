/** Which of several places it is where she is (otherPlaces.ts), by what she answers to that question. */
import type { Told } from './leftPlace.js';
import { readingPicked } from './newNumber.js';
import { findAddresses } from '../text/place/addresses.js';
import { differs, isSpotIn, placesOf, whoseIs } from './otherPlaces.js';
import { outOrIn } from './outsidePlace.js';
import { joined, moreWords, unitsOf } from './placeParts.js';
import type { Reading } from '../reading.js';
import { destinationIn, isArrived } from '../text/place/bound.js';
import { leavesPlace } from '../text/place/notThere.js';
import { isOnlyPlace, type Place } from '../text/place/place.js';
import { isCue, unitKind, UNITS } from '../text/place/placeWords.js';
import { spaced, words } from '../text/plain.js';
import { wordSet } from '../text/tokens.js';
import { isThereNow } from '../text/place/whose.js';

type Said = Pick<Reading, 'text' | 'media'> & Partial<Pick<Reading, 'place'>>;

/**
 * The one of several that her text picks: by its order ("la primera", "la 2"), or by a piece that only it has ("los aromos",
 * "el de Renca"). Null where nothing was asked, because another may write, or where she says it of none or of two.
 */
export function pickedOf(context: Told, { text, place, media }: Said): Place | null {
  const { marks, asksWhich } = context;
  const all = placesOf(context);
  if (all.length < 2 || media || marks.doubt || leavesPlace(text) === 'left' || text.includes('?')) return null;
  const said = spaced(text);
  const isOutOrIn = outOrIn(all, text);
  if (isOutOrIn) return isOutOrIn;
  const isNo = DENIES.test(said);
  const reading = readingPicked(all, text, place ?? null);
  if (reading) return reading === 'unsure' ? null : reading;
  const index = orderIn(said, all.length, asksWhich === true);
  if (index !== null) return isNo ? theOther(all, index) : all[index]!;
  const named = all.filter(one => names(one, all, text));
  const [one] = named;
  if (!one || named.length > 1) return null;
  if (OF_HOME.test(said) && !isThereNow(text)) return null;
  if (isNo || OF_OTHERS.test(said)) return theOther(all, all.indexOf(one));
  if (place && !fits(place, one)) return null;
  if (besides(one, text) > BESIDE_MOST) return null;
  return place && (place.street ?? place.unit) ? { ...joined(one, place), text: one.text } : one;
}

/** Where she said that she goes, once she is there. */
export function arrivedAt(context: Told, { text, media }: Said): Place | null {
  const bound = media || context.marks.doubt || !isArrived(text) ? [] : placesOf(context).filter(isBound);
  return bound.length === 1 ? there(bound[0]!) : null;
}
const isBound = (place: Place): boolean => whoseIs(place) === 'bound';
/** Without the words that she goes there. */
export const there = (place: Place): Place => ({ ...place, text: destinationIn(place.text) ?? place.text });

const BESIDE_MOST = 2;
/** How many of her words are neither of that place nor such as lead to one. */
function besides(one: Place, text: string): number {
  const known = new Set(words([one.street, one.number, one.unit, one.commune, one.said].join(' ')));
  return words(text).filter(word => !known.has(word) && !LEADS.has(word)).length;
}
const LEADS = wordSet(
  'en la el las los de del a al es estoy toy ahora yo ya si esa ese ahi aca aqui donde numero calle casa depto direccion lugar comuna at in the im i am its is now one street na no em estou e rua nan mwen ye',
);
/** "No es la primera", "ahí no". */
const DENIES = / (?:no (?:es|era|estoy|vayan|vaya|en|la|el)|not|nao e|pa) | no $/;
/** "La de los aromos es la casa de él": where she is not. */
const OF_OTHERS =
  / (?:es|era) (?:(?:la |el )?(?:casa|depto|departamento|direccion) (?:de|del)|su|la de (?:el|mi|mis)|de (?:el|mi|mis)|donde (?:vive|trabaja)|mi (?:trabajo|pega)) | (?:is|thats) (?:his|her|my (?:mom|moms|mother|mothers|sister|sisters|work)) /;

/** Where she lives, and not that she is there. */
const OF_HOME =
  / (?:mi (?:casa|direccion|depto|departamento) (?:es|queda|esta)|vivo|vivimos|i live|my (?:house|home|place|address) is|eu moro|moro) /;

/** Of two, the other one. */
const theOther = (all: readonly Place[], index: number): Place | null => (all.length === 2 ? all[1 - index]! : null);

/** Which by its order, counted from nought; null where none is said. A bare number answers the question, and nothing that comes later. */
function orderIn(said: string, many: number, asksWhich: boolean): number | null {
  if (!words(said).every(word => OF_ORDER.has(word) || (LEADS.has(word) && !UNITS.has(word)))) return null;
  const found = ORDERS.findIndex(order => order.test(said));
  const index = found >= 0 ? found : LAST.test(said) ? many - 1 : asksWhich ? BARE.findIndex(it => it.test(said)) : -1;
  return index >= 0 && index < many ? index : null;
}
/** "La primera vez", "mi segundo hijo", "el segundo piso" are of other things. */
const OF_ORDER = wordSet(
  'primer primera primero 1ra 1era first primeira primeiro premye segunda segundo 2da second dezyem tercera tercero tercer 3ra third terceira twazyem ultima ultimo last denye 1 2 3 uno una one um en youn dos two dois duas de tres three twa yes sim wi no nop not nao e pa non option opcion nro the that te le les que q dije di dijo escribi puse mande mencione nombre creo porfa porfavor favor por gracias entre ambas ambos i said told you gave wrote place address please esta este sitio a o an ki',
);
const LED = '(?:la|el|numero|number|nro|opcion|option|the|a|o)';
const ORDERS = [
  new RegExp(` (?:primer|primera|primero|1ra|1era|first|primeira|primeiro|premye|${LED} (?:1|uno|una|one)) `),
  new RegExp(` (?:segunda|segundo|2da|second|dezyem|${LED} (?:2|dos|two|dois|duas)) `),
  new RegExp(` (?:tercera|tercero|tercer|3ra|third|terceira|twazyem|${LED} (?:3|tres|three)) `),
];
const LAST = / (?:ultima|ultimo|last|denye) /;
const BARE = [
  /^ (?:en |es |si |yes |at )*(?:1|uno|one|um|en|youn) $/,
  /^ (?:en |es |si |yes |at )*(?:2|dos|two|dois|de) $/,
  /^ (?:en |es |si |yes |at )*(?:3|tres|three|twa) $/,
];

/** Her words hold a piece of it that none of the others has: its number, its commune, or a word of its street or its home. */
function names(one: Place, all: readonly Place[], text: string): boolean {
  const others = new Set(all.flatMap(it => (it === one ? [] : piecesOf(it))));
  const { homes, rest } = withoutHomes(text);
  return piecesOf(one).some(piece => !others.has(piece) && (homes.has(piece) || rest.includes(` ${piece} `)));
}

/** "Torre 2" is another than "torre 1", and no place whose number is 2; "la torre" is the one that has one. */
const piecesOf = ({ street, number, unit, commune }: Place): string[] => [
  ...words([street, unit].join(' ')).filter(word => word.length >= WORD_LEAST && !isCue(word) && !UNITS.has(word)),
  ...(unit?.split(', ') ?? []).flatMap(home => [homeSaid(home), unitKind(home)]),
  ...[words(commune ?? '').join(' '), words(number ?? '').join(' ')].filter(Boolean),
];
/** "De", "los" are of any. */
const WORD_LEAST = 4;

/** "Depto 2" and "departamento 2" are one. */
const homeSaid = (home: string): string => [unitKind(home), ...words(home).slice(1)].join(' ');

/** The homes that a text tells with their numbers, and its words without them. */
function withoutHomes(text: string): { homes: ReadonlySet<string>; rest: string } {
  const units = findAddresses(text).flatMap(({ street, unit }) => (street ? [] : (unit?.split(', ') ?? [])));
  return {
    homes: new Set(units.map(homeSaid)),
    rest: spaced(units.reduce((left, unit) => left.replace(unit, ' '), text)),
  };
}

/**
 * A home by itself while it is not known of which of several: it completes the last, and of one street all of them, where none
 * has another such; else nothing is changed. It picks none: she is asked again. Null where she tells anything else.
 */
export function withHomeOfAll<C extends Told>(context: C, { text, place, media }: Said): C | null {
  const all = placesOf(context);
  const last = context.place;
  if (!last || all.length < 2 || media || context.marks.doubt || !place?.unit || !isOnlyPlace(text, place)) return null;
  const { street, number, commune, lat, link } = place;
  const homes = place.unit.split(', ');
  if ([street, number, commune, lat, link].some(it => it !== undefined) || !homes.every(isHome)) return null;
  const isAgreed = homes.every(home => {
    const had = all.map(({ unit }) => unit?.split(', ').find(it => unitKind(it) === unitKind(home)));
    return had.every(it => it === undefined) || (had.every(it => it === had[0]) && isOneStreet(all));
  });
  const more = (it: Place): Place => ({
    ...it,
    unit: unitsOf(it.unit, place.unit)!,
    ...moreWords(it, { unit: place.unit! }, place.unit!),
    text: `${it.text}, ${text.trim()}`,
  });
  const after = (it: Place): Place => (isAgreed && (it === last || isOneStreet(all)) ? more(it) : it);
  return { ...context, place: after(last), otherPlaces: (context.otherPlaces ?? []).map(after), asksWhich: true };
}

const isHome = (unit: string): boolean => UNITS.has(words(unit)[0] ?? '') || words(unit).join(' ').endsWith(' piso');
const isOneStreet = ([first, ...others]: readonly Place[]): boolean =>
  others.every(it => it.street === first?.street && it.commune === first?.commune);

/** What she writes of a place leaves room for it. */
const fits = (now: Place, one: Place): boolean =>
  !differs(now.number, one.number) &&
  !differs(now.commune, one.commune) &&
  (now.street === undefined || one.street === undefined || isSpotIn(one, now.street));
