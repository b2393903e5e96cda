/**
 * More than one place that she gave, where her words do not say plainly which is the one: the machine uses the last, and
 * keeps the others for the people. She is asked which, in one question, and whoever calls is told all of them until she
 * says. What is no longer in use goes to what she said, under its own name: nothing that she told as a place vanishes.
 */
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import { latest } from '../danger/herWords.js';
import { ASIDE, type Aside, isOfAnother, sayWhole, type Told } from './leftPlace.js';
import { isSpotFound } from './missingPlace.js';
import { withoutReadings } from './newNumber.js';
import { isOut } from './outsidePlace.js';
import type { Reading } from '../reading.js';
import { findAddresses } from '../text/place/addresses.js';
import { destinationIn } from '../text/place/bound.js';
import { asCorrection } from '../text/place/mistake.js';
import { readMove } from '../text/place/moved.js';
import { deniesStreet } from '../text/place/corrected.js';
import { alternativeIn } from '../text/place/either.js';
import { type Place, readPlace } from '../text/place/place.js';
import { isArea, isCue } from '../text/place/placeWords.js';
import { spaced, words } from '../text/plain.js';
import { isMoving } from '../text/place/underWay.js';
import { tellsHome, toldPlaces, withoutFar } from '../text/place/whereNow.js';
import { isThereNow, notWhereSheIs, toldOfThem, whosePlace } from '../text/place/whose.js';
import { communeAfter } from '../text/place/written.js';

type Places = Pick<Context, 'place' | 'otherPlaces'>;
type Said = Pick<Reading, 'text' | 'media'> & Partial<Pick<Reading, 'place'>>;

/** More would not be asked in one question, nor read aloud. */
const OTHERS_MOST = 3;

/**
 * All among which it is not known where she is, as she told them: the last is the one in use, before those to which she only
 * goes. One, where it is known.
 */
export function placesOf({ place, otherPlaces = [] }: Places): readonly Place[] {
  const others = otherPlaces.toReversed();
  const isAhead = (one: Place): boolean => destinationIn(one.text) !== null;
  return place ? [...others.filter(one => !isAhead(one)), place, ...others.filter(isAhead)] : [];
}

/** She gave more than one, and has not said which. */
export const isWhich = ({ otherPlaces = [] }: Partial<Places>): boolean => otherPlaces.length > 0;

/** What her own words say that it is: where she goes to, her home, his, another's; null where they say no more than the place. */
export function whoseIs({ text }: Place): 'bound' | 'home' | 'his' | 'other' | null {
  if (destinationIn(text) !== null) return 'bound';
  if (tellsHome(text)) return 'home';
  const how = notWhereSheIs(text);
  if (how === 'his') return 'his';
  return how === 'theirs' || whosePlace(text) === 'other' ? 'other' : null;
}

// ---- a second place ------------------------------------------------------------------------------------------------------

/**
 * With the place that was in use before, where another took its place and her words do not say that this is the one.
 *
 * @param how what her text does to the place in use; `moves` and `leaves` say themselves where she is
 */
export function withBoth(before: Context, after: Context, { text }: Pick<Said, 'text'>, how?: string | null): Context {
  const [was, now] = [before.place, after.place];
  if (was === now) return after;
  if (was && now && !was.doubted && isInDoubt(text) && isBeside(was, now))
    return destinationIn(text) !== null && whoseIs(was) !== 'bound' ? both(after, before) : both(before, after);
  // "Están en Prat 30", and then "yo estoy en mi pega, Kennedy 5500": of whom help is for is not known.
  const areApart = was && now && !isOfAnother(before) && toldOfThem(was.text) && whosePlace(text) === 'own';
  if (areApart && isBeside(was, now)) return both(before, after);
  // "Mi casa es Los Aromos": less of one that she told already, and not that it is the one.
  if (was && now?.street && now.number === undefined && (before.otherPlaces ?? []).some(other => holds(other, now)))
    return { ...after, place: was, marks: { ...after.marks, place: before.marks.place } };
  // Her no was to all of them.
  if (was?.doubted && now && !holds(now, was)) return decided(after);
  if (!now || how === 'moves' || how === 'leaves' || isThereNow(text)) return decided(after);
  if (!was || holds(now, was) || isPlain(before, was, text) || !isSpot(was) || !isSpot(now)) return after;
  return both(before, after);
}

/** That it may be so as well, or that she goes there: not that it is where she is. */
export const isInDoubt = (text: string): boolean => alternativeIn(text) !== null || destinationIn(text) !== null;

function both({ place: was, otherPlaces = [] }: Context, after: Context): Context {
  const others = otherPlaces.filter(other => after.place && !holds(after.place, other));
  return { ...after, otherPlaces: [...(was ? [was] : []), ...others].slice(0, OTHERS_MOST), asksWhich: true };
}

/** "O Prat 45": another house of the street is another place, where she says so; a number to what had none completes it. */
export const isBeside = (was: Place, now: Place): boolean =>
  spotOf(was) !== undefined &&
  isSpot(now) &&
  (was.number !== undefined || !holds(now, was)) &&
  (['street', 'number', 'unit', 'commune'] as const).some(part => differs(was[part], now[part]) || !was.street);

/**
 * Two addresses in one text, of which no word says how each is hers: "Prat 30 Lota o San Pablo 1200 Maipú"; of "no es Prat 30
 * Lota, es San Pablo 1200 Maipú" the last. None where it is one, or where her words tell which.
 */
export function placesIn(context: Told, { text, media }: Said): readonly Place[] {
  const isEither = OR.test(text);
  const all = media ? [] : addressesIn(text);
  // "Estoy en A o en la casa de mi mamá en B": whose the second is does not say that she is there.
  if (isEither && all.length > 1 && !isOfAnother(context) && isOwnFirst(text)) return all;
  if (all.length === 0 || isOfAnother(context) || tellsHomeBeside(text) || withoutFar(text) !== text) return [];
  if (DENIES_FIRST.test(spaced(text))) return all.slice(-1);
  // "Estoy en A, o en B" says of neither that it is the one.
  return (isThereNow(text) && !isEither) || whosePlace(text) === 'other' || isCorrecting(text) ? [] : all;
}
/** "Vivo en Prat 30, estoy en San Pablo 1200": which is which is told. "SOS, estoy en …" tells no home. */
const tellsHomeBeside = (text: string): boolean => {
  const told = toldPlaces(text);
  return told !== null && [told.home, told.apart].some(part => readPlace(part) !== null);
};
const isOwnFirst = (text: string): boolean => {
  const [first = ''] = text.split(OR);
  return whosePlace(first) !== 'other' && !DENIES_FIRST.test(spaced(text)) && withoutFar(first) === first;
};
const DENIES_FIRST = /^ (?:no|not|nao) (?:es|era|its|e) /;

/** Each with its street and its number, and beside an "or", or with its commune; none where there are not two. */
function addressesIn(text: string): Place[] {
  const either = text.split(OR);
  const spans = either.length > 1 ? [] : findAddresses(text).filter(({ street, number }) => street && number);
  const starts = spans.filter(({ street }) => !isArea(street!)).map(({ start }) => start);
  const parts = either.length > 1 ? either : starts.map((start, i) => text.slice(i && start, starts[i + 1]));
  const places = parts.flatMap(part => readPlace(part.replace(JOINS, '').trim()) ?? []);
  const isEach = places.every(it => it.street && it.number && (either.length > 1 || it.commune !== undefined));
  const [first, second] = places;
  return first && second && places.length === parts.length && isEach && !holds(second, first) ? places : [];
}
const OR = /\s(?:o|u|or|ou|oswa)\s/iu;
const JOINS = /[\s,;.]+(?:(?:y|e|and|en|in|at|nan)\s*)*$/iu;

/** Several readings of what she wrote of one address, which stays in use until she says which of them it is. */
export function withReadings(context: Context, readings: readonly Place[]): Context {
  const others = (context.otherPlaces ?? []).filter(other => !readings.some(it => sayWhole(it) === sayWhole(other)));
  return { ...context, otherPlaces: [...readings, ...others].slice(0, OTHERS_MOST), asksWhich: true };
}

/** She tells the number of that street: its other readings are no longer asked about. */
export function withNumberKnown(context: Context, place: Place): Context {
  const others = withoutReadings(context.otherPlaces ?? [], place);
  return others.length > 0 ? { ...context, otherPlaces: others } : decided(context);
}

/** Which it is is known: the others are no longer asked about. */
export function decided(context: Context): Context {
  const { otherPlaces: _, asksWhich: __, ...rest } = context;
  return rest;
}

/** She puts it right, has gone there, or tells the place of the other for whom she writes. */
function isPlain(context: Told, was: Place, text: string): boolean {
  if (was.doubted || isCorrecting(text) || MARKED.test(text) || deniesStreet(text, was.street ?? '') || isMoving(was))
    return true;
  const move = readMove(text);
  if (move !== null && move !== 'unnamed') return true;
  return isOfAnother(context) && whosePlace(text) === 'other' && whosePlace(was.text) !== 'other';
}
const isCorrecting = (text: string): boolean => CORRECTS.test(spaced(asCorrection(text)));
/** "*los olmos", "pasaje 6 perdón". */
const MARKED = /^\s*\*|\*\s*$|[\s,](?:perd[oó]n|sorry|digo)[\s.!]*$/iu;
const CORRECTS =
  /^ (?:ay |uy |ups |oye |disculpa )*(?:no|nop|nope|perdon|perdona|digo|mal|error|corrijo|correccion|me equivoque|sorry|not|wrong|i meant|nao|desculpa|non|padon) /;

/** "Metro los Héroes, Santiago", after an address in Renca: another place, and no home of the first; abroad, where she says that she is there. */
export function otherTown(before: Place, now: Place | null, text: string): 'moves' | 'suffices' | null {
  if (!now) return null;
  if (isAbroad(now)) return isThereNow(text) ? 'moves' : null;
  return isSpotFound(now) && now.commune !== before.commune ? 'suffices' : null;
}

/** No list knows anything of it: her own words are all. */
const isAbroad = ({ street, unit, commune, said }: Place): boolean =>
  said !== undefined && (street ?? unit ?? commune) === undefined;

/** Where somebody can be sent: a street with its number or its commune, what everybody finds, or a point on the map. */
function isSpot(place: Place): boolean {
  const { street, number, commune, lat, link } = place;
  if (lat !== undefined || link !== undefined || isAbroad(place) || isSpotFound(place)) return true;
  return street !== undefined && (number !== undefined || commune !== undefined);
}

/** Whether what is told of one place is in what is told of another: the same street, unless its number and its commune differ. */
function holds(now: Place, was: Place): boolean {
  if (was.lat !== undefined || was.link !== undefined) return now.lat === was.lat && now.link === was.link;
  const spot = spotOf(was);
  if (spot === undefined) return was.commune === undefined || was.commune === now.commune;
  return isSpotIn(now, spot) && !(differs(was.number, now.number) && differs(was.commune, now.commune));
}

const spotOf = (place: Place): string | undefined =>
  place.street ?? place.unit ?? (isAbroad(place) ? place.said : undefined);

export function isSpotIn({ street, number, unit, said }: Place, spot: string): boolean {
  const told = new Set(words([street, number, unit, said].join(' ')));
  return words(spot).every(word => told.has(word) || isCue(word));
}

export const differs = (a?: string, b?: string): boolean =>
  a !== undefined && b !== undefined && words(a).join(' ') !== words(b).join(' ');

// ---- what is no longer in use -----------------------------------------------------------------------------------------------

/** With what this turn took out of use, and what it names and did not take: shown to the people under its own name. */
export function withPlacesTold(before: Context, after: Context, event: FlowEvent, read: Reading | null): Context {
  if (!after.marks.emergency || (!read && event.type !== 'PLACE')) return after;
  const context = asked(before, after);
  const told: { about: Aside; place: Place }[] = [
    ...placesOf(before).map(place => ({ about: 'place-before' as const, place })),
    ...(read && !read.media ? [read.place, ...streetsIn(read.text)] : []).flatMap(place =>
      place && isSpot(place) ? [{ about: namedAs(place), place }] : [],
    ),
  ];
  const inUse = placesOf(after);
  const lost = told.filter(
    ({ place }) =>
      spotOf(place) !== undefined &&
      !isOut(place) &&
      !inUse.some(
        one =>
          (holds(one, place) && !isHers(after, one, place)) ||
          (read !== null && isPiecePutRight(one, place, read.text)),
      ) &&
      !after.known.some(({ about, text }) => ASIDE.includes(about as Aside) && isShown(text, place)),
  );
  if (lost.length === 0) return context;
  const at = event.world.now;
  const once = lost.filter(({ place }, i) => !lost.slice(0, i).some(it => isShown(sayWhole(it.place), place)));
  const shown = once.map(({ about, place }) => ({ about, text: sayWhole(place), at, by: 'citizen' }));
  return { ...context, known: latest([...context.known, ...shown]) };
}

/** An emergency that opens asks which it is; what she writes next answers it, and nothing after that does by a bare number. */
function asked(before: Context, after: Context): Context {
  if (!isWhich(after)) return after;
  if (!before.marks.emergency) return { ...after, asksWhich: true };
  const { asksWhich, ...rest } = after;
  return asksWhich && before.asksWhich && before.otherPlaces === after.otherPlaces ? rest : after;
}

/** Each street with its number, whatever is said of it. */
const streetsIn = (text: string): (Place | null)[] =>
  findAddresses(text).flatMap(span =>
    span.street && span.number
      ? [readPlace(text.slice(span.start, Math.max(span.end, communeAfter(text, span)?.end ?? 0)))]
      : [],
  );

const namedAs = (place: Place): Aside => {
  const whose = whoseIs(place);
  return whose === 'his' || whose === 'other' ? 'place-other' : 'place-named';
};

/** Of who writes for another, her own house beside the other's in the same street. */
const isHers = (context: Told, one: Place, place: Place): boolean =>
  isOfAnother(context) && differs(one.number, place.number) && whosePlace(place.text) === 'own';

/** "No es río loa, es río maule": of the same number or commune, it was never another place. */
const isPiecePutRight = (now: Place, was: Place, text: string): boolean =>
  (isCorrecting(text) || was.doubted === true) &&
  ((was.number !== undefined && was.number === now.number) ||
    (was.number === undefined && was.commune === now.commune));

const isShown = (text: string, place: Place): boolean => {
  const shown = new Set(words(text));
  return words([spotOf(place), place.number].join(' ')).every(word => shown.has(word));
};

/** A person says where she is: that takes the place of whatever was known, and nothing is left to ask. */
export const placeSet = (before: Place | null, text: string): Place => {
  const read = readPlace(text);
  if (read && (read.street ?? read.commune ?? read.link) !== undefined) return { ...read, confidence: 'high' };
  const { commune, communeCode, region } = before ?? {};
  const area = commune ? { commune, ...(communeCode ? { communeCode } : {}), ...(region ? { region } : {}) } : {};
  return { ...area, text, said: text, confidence: 'medium' };
};
