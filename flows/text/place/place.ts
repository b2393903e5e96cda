/**
 * Where she is, out of what she wrote: the record that an executive reads to the police. It never refuses a half
 * address ("depto 402 torre b"); `confidence` says how much is there, and the text goes with it as she wrote it.
 */
import { abroadIn } from './abroad.js';
import { findAddresses } from './addresses.js';
import { boundFor, destinationIn } from './bound.js';
import { mapLinkIn, pointIn } from './coordinates.js';
import {
  type CommuneFound,
  type CommuneNamed,
  communeNames,
  findCommune,
  findCommunes,
  isWider,
  slipOf,
} from './communes.js';
import { wordsOfPlace } from './covered.js';
import { alternativeIn, isEitherOf } from './either.js';
import { withoutDenied } from './insteadOf.js';
import { isOfTown, isTelling, lackOf, landmarksIn } from './landmarks.js';
import { lately } from '../lately.js';
import { rightIn } from './mistake.js';
import { readMove } from './moved.js';
import { COMPASS, FLOORS, isArea, isCue, isHouse, isKilometre, UNITS } from './placeWords.js';
import { words } from '../plain.js';
import { KNOWN_STREETS } from './streets-data.js';
import { NEARNESS, toldPlaces, withoutHomeLeft } from './whereNow.js';
import { whosePlace } from './whose.js';
import { type AddressSpan, communeAfter, communeBefore, communeApart, isInCorner } from './written.js';

export interface Place {
  /** What she wrote, trimmed. */
  text: string;
  /** Commune's name and region's name, as in communes.ts; `communeCode` its official code. */
  commune?: string;
  communeCode?: string;
  region?: string;
  /** "pasaje las camelias", "Los Boldos": as written. */
  street?: string;
  /** "415", "0421", "12-B". */
  number?: string;
  /** Her own words of it, where the parts above do not hold all of them; then these are what is read back. */
  said?: string;
  /** Home within the address and what it stands beside, as written: "depto 8", "block C, depto 302", "frente al líder". */
  unit?: string;
  lat?: number;
  lon?: number;
  /** To a map: whoever opens it sees the spot. */
  link?: string;
  /**
   * `high`: a patrol can go (coordinates, or commune with street and number or unit). `medium`: one thing is missing.
   * `low`: a commune alone, or a fragment.
   */
  confidence: 'high' | 'medium' | 'low';
  /** She said that it is not so, and not yet what is. */
  doubted?: true;
}

/** The place in a text, or null when it holds none ("apúrense", "en mi pieza con mi hermana"). */
export const readPlace: (text: string) => Place | null = lately(text => placeOf(withoutDenied(text)));

const placeOf = (text: string): Place | null =>
  afterLead(text) ?? onHerWay(text) ?? ofNow(text) ?? ofHere(text) ?? abroad(text);

/** "O puede ser Los Olmos 77", "mistake, it's Prat 85": the place, where nothing else is told of it. */
/** What of a text tells the place, after words that say no more than that it may be so, that it was wrong, or that she goes there. */
export const leftAfter = (text: string): string | null => alternativeIn(text) ?? rightIn(text) ?? destinationIn(text);
function afterLead(text: string): Place | null {
  const rest = leftAfter(text);
  const place = rest === null ? null : readPlace(rest);
  const isEnough = place !== null && (destinationIn(text) === null || (place.street && place.number));
  return isEnough && isOnlyPlace(rest!, place) ? { ...place, text: text.trim() } : null;
}

/** Where she goes is where she is not yet: only the way is known. */
function onHerWay(text: string): Place | null {
  const bound = boundFor(text);
  const to = bound && placeIn(bound.to);
  return to?.street !== undefined && to.number !== undefined && !isArea(to.street)
    ? { text: text.trim(), street: bound!.way, confidence: 'medium' }
    : null;
}

/** In another country, as she says it. */
function abroad(text: string): Place | null {
  const said = abroadIn(text);
  return said === null ? null : { text: text.trim(), said, confidence: 'low' };
}

/** Her home is none where she says that she is somewhere else. */
function ofHere(text: string): Place | null {
  const here = withoutHomeLeft(text);
  const place = placeIn(here);
  return place && here !== text ? { ...place, text: text.trim() } : place;
}

/** Of two places in one text that cannot both be hers, the one where she is; null where it tells of one. */
function ofNow(text: string): Place | null {
  const told = toldPlaces(text);
  if (!told || NEARNESS.some(how => whosePlace(told[how]) === 'other')) return null;
  const places = NEARNESS.flatMap(how => {
    const place = placeIn(told[how]);
    return place ? [{ how, place }] : [];
  });
  const [near, ...others] = places;
  const other = near && others.find(it => isElsewhere(near.place, it.place, told[near.how]));
  if (!near || !other) return null;
  const { place } = near;
  // "Mi casa es Serrano 15, Rancagua, estoy donde mi vecina, Serrano 19": of the same commune, as far as she says.
  const isUnnamed = place.unit !== undefined && lackOf(place.unit) !== null;
  const { commune, communeCode, region } = other.how === 'home' && !place.commune && !isUnnamed ? other.place : place;
  const area = commune ? { commune, ...(communeCode ? { communeCode } : {}), ...(region ? { region } : {}) } : {};
  const isInferred = commune !== place.commune;
  const spot = place.street === undefined && other.place.street !== undefined ? spotNow(place, told[near.how]) : null;
  const { unit: _, ...bare } = place;
  const at = spot ? { ...bare, street: spot } : place;
  return { ...at, ...area, text: text.trim(), confidence: isInferred || spot ? 'medium' : place.confidence };
}

/** "Estoy en la plaza", which is no part of where she lives; null for what stands beside it. */
function spotNow(place: Place, text: string): string | null {
  const move = place.unit === undefined ? null : readMove(text);
  return move !== null && move !== 'unnamed' && !move.beside && !BESIDE_IT.test(text) ? move.at : null;
}

/** Whether one place leaves no room for the other: another commune, street or house, or a spot that she is at. */
function isElsewhere(near: Place, other: Place, text: string): boolean {
  const differs = (a?: string, b?: string): boolean =>
    a !== undefined && b !== undefined && words(a).join(' ') !== words(b).join(' ');
  if (near.lat !== undefined || near.link !== undefined) return false;
  if (differs(near.commune, other.commune)) return true;
  if (near.street !== undefined && other.street !== undefined) {
    if (isArea(near.street) !== isArea(other.street) || isKilometre(near.street) !== isKilometre(other.street))
      return false;
    return differs(near.street, other.street) || differs(near.number, other.number);
  }
  return other.street !== undefined && spotNow(near, text) !== null;
}

/** What she says of where her house is, and no other place: "estoy al lado de la iglesia". */
const BESIDE_IT = /\b(?:lado|frente|costado|cerca|detr[aá]s|atr[aá]s|vuelta|next|front|near|behind)\b/i;

function placeIn(text: string): Place | null {
  const point = pointIn(text);
  const link = mapLinkIn(text);
  const spans = findAddresses(text);
  const best =
    spans.find(it => it.street && it.number && !isArea(it.street)) ??
    spans.find(it => it.street && !isArea(it.street)) ??
    spans.find(it => it.street && it.number) ??
    spans.find(it => it.street) ??
    spans[0];
  const others = spans.filter(it => it !== best);
  // "Los aromos 345, villa portales": both are said to whoever goes there.
  const areas = others.filter(it => it.street && isArea(it.street) && best?.street);
  const units = [...others.filter(it => it.unit && !it.street), ...areas].map(it =>
    it.street ? areaSaid(it) : it.unit,
  );
  const sure = placedCommune(text, spans, best);
  const placed = sure ?? (best === undefined && toldBeside(text, spans, null) ? communeApart(text) : null);
  const told = toldBeside(text, spans, placed);
  const named = placed ?? (told && best?.street === undefined ? communeOfTold(text, told) : null);
  const beside = told
    ? [best?.street ? best.unit : undefined, ...told, ...areas.map(areaSaid)]
    : [best?.unit, ...units];
  const unit = beside.filter(Boolean).join(', ');
  if (!point && !link && !best && !named && !told) return null;
  const place = {
    text: text.trim(),
    ...(named
      ? { commune: named.commune.name, communeCode: named.commune.code, region: named.commune.region.name }
      : {}),
    ...(best?.street ? { street: best.street } : {}),
    ...(best?.number ? { number: best.number } : {}),
    ...(unit ? { unit } : {}),
    ...(point ?? {}),
    ...(link && !point ? { link } : {}),
  };
  const shown = [...(best ? [best] : []), ...others.filter(it => (it.unit && !it.street) || areas.includes(it))];
  const said = point || link ? null : wordsOfPlace(text, shown, named?.commune.code, unit);
  if (said !== null) Object.assign(place, { said });
  return { ...place, confidence: confidenceOf(place, isSpot(best), named) };
}

/** "Villa Huamachuco 2": a number after it is of its name, or of a house in it. */
const areaSaid = ({ street, number, unit }: AddressSpan): string =>
  [[street, number].filter(Boolean).join(' '), unit].filter(Boolean).join(', ');

/** What she tells of it by what stands there, where that says more than was found already. */
function toldBeside(text: string, spans: readonly AddressSpan[], named: Named | null): string[] | null {
  const commune = communeNames(text).findLast(it => it.commune.code === named?.commune.code);
  const told = landmarksIn(text, spans, commune);
  if (told.length === 0) return null;
  const known = new Set(
    words([...spans, ...(commune ? [commune] : [])].map(it => text.slice(it.start, it.end)).join(' ')),
  );
  return words(told.join(' ')).some(word => !known.has(word)) ? told : null;
}

/** Hardly a word more than a place, and nobody else's: told in passing, an address may be anybody's. */
export function isOnlyPlace(text: string, place: Place): boolean {
  const all = words(rightIn(text) ?? text);
  // "El depto es el 52" says nothing of him.
  const isNamed = words([place.street, place.unit, place.said].join(' ')).includes('el');
  const isHis = (word: string, i: number): boolean => word !== 'el' || !(isNamed || leadsOn(all[i + 1] ?? ''));
  return wordsBeside(text, place) <= OTHER_WORDS_MOST && !all.some((word, i) => ANOTHERS.has(word) && isHis(word, i));
}

const leadsOn = (word: string): boolean => UNITS.has(word) || FLOORS.test(word) || isHouse(word) || isCue(word);

/** What stands where she is, and hardly a word more. */
export const isOnlyLandmark = (text: string, place: Place): boolean =>
  place.unit !== undefined && isTelling(place.unit) && wordsBeside(text, place) <= LANDMARK_OTHER_WORDS_MOST;

/** How many words of a text are none of the place's. */
export function wordsBeside(text: string, { street = '', number = '', unit = '', said }: Place): number {
  const named = findCommune(text);
  const commune = named ? text.slice(named.start, named.end) : '';
  const known = words(said ?? [street, number, unit].join(' '));
  const isHeld = said !== undefined && known.join(' ').includes(words(commune).join(' '));
  return words(leftAfter(text) ?? text).length - known.length - (isHeld ? 0 : words(commune).length);
}

const OTHER_WORDS_MOST = 3;
const LANDMARK_OTHER_WORDS_MOST = 2;
const ANOTHERS: ReadonlySet<string> = new Set(
  'el ella vive viven vivia trabaja trabajan su sus ex hermana hermano amiga mama he she lives works his her their'.split(
    ' ',
  ),
);

/** A place that a telephone shared. Throws RangeError for coordinates that are not on Earth. */
export function placeOfPoint(lat: number, lon: number): Place {
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180))
    throw new RangeError(`lat ${lat}, lon ${lon} is no place; lat is within ±90, lon within ±180`);
  return { text: `${lat}, ${lon}`, lat, lon, confidence: 'high' };
}

/**
 * The commune of an address is the one beside it, or otherwise the one that the text speaks of. Beside a house, a home or a
 * corner it is sure, whatever else its name may mean. Of two that stand around it the narrower one ("Maipú … Santiago"); of
 * two that cannot both be hers none is, so that she is asked.
 */
function placedCommune(text: string, spans: readonly AddressSpan[], address?: AddressSpan): Named | null {
  const beside = isEitherOf(text, communeNames(text)) ? 'unsure' : besideAddress(text, spans, address);
  if (beside === 'unsure') return null;
  if (beside)
    return {
      commune: beside.commune,
      confidence: beside.kind === 'own' || (isSpot(address) && !isLed(beside, address, text)) ? 'sure' : 'maybe',
    };
  const after = findCommunes(text).find(it => address && it.start >= address.end && it.confidence === 'sure');
  if (after) return after;
  const named = findCommune(text);
  if (named && !(address && isOfStreet(named, address, text))) return named;
  if (!address) return null;
  return address.street === undefined
    ? communeOfSpot(text, address)
    : (leadingCommune(text, address) ?? slipBeside(text, spans));
}

/** "Los aromos 345 temuko": said back, she can tell. */
function slipBeside(text: string, spans: readonly AddressSpan[]): Named | null {
  const [first, last] = [Math.min(...spans.map(it => it.start)), Math.max(...spans.map(it => it.end))];
  const after = text.slice(last);
  // A name may go on in what stands after it.
  const isApart = /^\s*[,.;]/.test(after) || /\d[a-z]?\s*$/i.test(text.slice(0, last));
  const found =
    (isApart ? slipOf(after) : null) ?? (NEIGHBOUR.test(text.slice(0, first)) ? null : slipOf(text.slice(0, first)));
  return found ? { commune: found, confidence: 'maybe' } : null;
}

/** Sounds like "la Reina". */
const NEIGHBOUR = /\bvecin[ao]s?\b/i;

function besideAddress(
  text: string,
  spans: readonly AddressSpan[],
  address?: AddressSpan,
): CommuneNamed | null | 'unsure' {
  const ordered = [...spans].sort((a, b) => Number(b === address) - Number(a === address));
  const first = (find: typeof communeAfter): CommuneNamed | null =>
    ordered.map(span => find(text, span)).find(it => it !== null && !isInCorner(it, spans)) ?? null;
  const [after, before] = [first(communeAfter), first(communeBefore)];
  if (!after || !before || after.commune === before.commune) return after ?? before;
  // "Maipú, villa Los Héroes de Iquique": of the name.
  if (/\bde\s+$/i.test(text.slice(0, after.start))) return before;
  if (isWider(after.commune, before.commune)) return before;
  return isWider(before.commune, after.commune) || isLed(before, address, text) ? after : 'unsure';
}

type Named = Pick<CommuneFound, 'commune' | 'confidence'>;

/** "Recoleta Dorsal 900", with nothing between: that commune, or the corner of two streets. */
const isLed = ({ kind, end }: CommuneNamed, address: AddressSpan | undefined, text: string): boolean =>
  kind === 'word' &&
  address?.street !== undefined &&
  /^\s+$/.test(text.slice(end, address.start)) &&
  KNOWN_STREETS.has(words(address.street).join(' '));

/** A name inside a street's is the street's: "arica 340" may be anywhere, and "camino a Melipilla" begins in Maipú. */
function isOfStreet({ start, end, confidence }: CommuneFound, address: AddressSpan, text: string): boolean {
  if (address.street === undefined || start < address.start) return false;
  const from = text.indexOf(address.street, address.start);
  const isLast = text.slice(end, from + address.street.length).trim() === '';
  return end <= from + address.street.length && (start > from || !isLast || confidence === 'maybe');
}

/**
 * "La Reina Larraín 8000": a street of that commune, or one of that name elsewhere; said back, she can tell. Named after a
 * person it is the street's: "Vicuña Mackenna" is in Santiago or La Florida, and not in Vicuña.
 */
function leadingCommune(text: string, { start, street = '' }: AddressSpan): Named | null {
  const named = communeNames(text).find(it => it.start === start && it.kind === 'word');
  const rest = named ? words(text.slice(named.end, start + street.length)) : [];
  return named && rest.length > 0 && !COMPASS.has(rest[0] ?? '')
    ? { commune: named.commune, confidence: 'maybe' }
    : null;
}

/** "Frente a la plaza de Maipú": said back, she can tell. */
function communeOfSpot(text: string, { start, end }: AddressSpan): Named | null {
  const named = communeNames(text).find(it => it.start > start && it.end === end);
  const before = text.slice(start, named?.start);
  const isOf = /\b(?:de|in|of)\s+$/i.test(before) || (named?.kind === 'own' && isOfTown(words(before).at(-1) ?? ''));
  return named && isOf ? { commune: named.commune, confidence: 'maybe' } : null;
}

/** "La casa verde frente a la plaza de Lo Prado": as of a landmark alone. */
function communeOfTold(text: string, told: readonly string[]): Named | null {
  const start = text.indexOf(told[0]!);
  return start < 0 ? null : communeOfSpot(text, { start, end: start + told[0]!.length });
}

const isSpot = (address: AddressSpan | undefined): boolean =>
  Boolean(address?.unit ?? address?.number ?? address?.corner) || /\d/.test(address?.street ?? '');

function confidenceOf(
  place: Omit<Place, 'confidence'>,
  isPoint: boolean,
  named: { confidence: string } | null,
): Place['confidence'] {
  if (place.lat !== undefined || place.link !== undefined) return 'high';
  const spot = place.street && (isPoint || place.unit);
  if (spot && named?.confidence === 'sure') return 'high';
  return spot || (place.street && named) || (place.unit && named) ? 'medium' : 'low';
}
