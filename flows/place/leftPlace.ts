/**
 * Places that she tells and where she is not: her home while she is elsewhere, another's, and an address that she denies or
 * left. Nobody is sent there; people see it under its own name among what she said, and an "estoy ahí" makes it hers again.
 */
import type { Context } from '../context.js';
import { areaOf, placeAfter } from './placeParts.js';
import type { Reading } from '../reading.js';
import { afterLeft, deniesOther, leavesPlace } from '../text/place/notThere.js';
import { readMove, wayOf } from '../text/place/moved.js';
import { isOnlyPlace, type Place, readPlace } from '../text/place/place.js';
import { spaced } from '../text/plain.js';
import { sayPlace } from '../text/place/sayPlace.js';
import { WRITERS } from './writersPlace.js';
import { whosePlace } from '../text/place/whose.js';
import { isAtOthers, saysElsewhere, saysThere, tellsHome, withoutFar } from '../text/place/whereNow.js';

/** Under which they are kept among what she said. */
export const EARLIER = 'place-earlier';
export const ASIDE = [
  'place-home',
  'place-other',
  'place-left',
  'place-before',
  'place-named',
  WRITERS,
  EARLIER,
] as const;
export type Aside = (typeof ASIDE)[number];

/** What is known of her, of which it depends what a place that she tells is to her. */
export type Told = Pick<
  Context,
  'place' | 'otherPlaces' | 'asksWhich' | 'asked' | 'danger' | 'forAnother' | 'marks' | 'known'
>;

/** The kind of danger of whoever sees it, or is told of it. */
export const THIRD = 'third';
/** Another is being hurt, as her words surely tell it; `third` has also who names a neighbour by the way. */
const ANOTHER = 'another';
export const isSurelyOfAnother = ({ danger, forAnother }: Pick<Told, 'danger' | 'forAnother'>): boolean =>
  forAnother === true || danger.includes(ANOTHER);
export const isOfAnother = ({ danger, forAnother }: Pick<Told, 'danger' | 'forAnother'>): boolean =>
  forAnother === true || danger.includes(THIRD);

/** Her text tells of another's home, and neither it nor what she wrote before says that she is there. */
export const placeAside = (context: Pick<Told, 'danger' | 'forAnother' | 'known'>, text: string): boolean =>
  !isOfAnother(context) && withoutFar(text) !== text && !context.known.some(one => isAtOthers(one.text));

/**
 * That the address which is kept is not where she is, and no other is told.
 *
 * @returns what is still known of where she is: the commune that she names, or that of a place which she left on foot
 */
export function leftOf(
  context: Told,
  { text, place: now }: Pick<Reading, 'text' | 'place'>,
): { area: Place | null } | null {
  const before = context.place;
  if (!before || now?.street !== undefined || now?.unit !== undefined || now?.lat !== undefined) return null;
  // Of half a place nothing is left.
  if (before.street === undefined && before.unit === undefined && before.lat === undefined && !before.link) return null;
  if ((context.otherPlaces ?? []).length > 0 && NEITHER.test(spaced(text))) return { area: null };
  const move = readMove(text);
  if (move !== null && move !== 'unnamed') return null;
  if (isOfAnother(context)) return deniesOther(text) ? { area: null } : null;
  const area = now?.commune === undefined ? null : areaOf(now);
  const how = leavesPlace(text);
  // Nothing of the street that she left is where she is.
  const town = before.commune === undefined ? null : { ...areaOf(before), text: before.commune };
  if (how === 'left') return { area: area ?? town };
  if (how === 'denied') return { area };
  // Her home was told, and not that she is there.
  return tellsHome(before.text) && !tellsHome(text) && saysElsewhere(text) && !isAtOthers(before.text)
    ? { area }
    : null;
}

/**
 * "Ya no estoy ahí, voy por calle Colón": the street that she goes along is where she is, in the town where she was. A street
 * with its house is an address, and read as one.
 *
 * @returns null where she did not leave it, or names no street
 */
export function wentAlong(context: Told, { text }: Pick<Reading, 'text'>): Place | null {
  const before = context.place;
  const street = before && !isOfAnother(context) ? wayOf(text) : null;
  // "En la calle Rioseco" is no longer before her house.
  if (!before || street === null || leavesPlace(text.replace(street, ' ')) === null) return null;
  if (readPlace(text)?.number !== undefined) return null;
  const after = text.slice(text.indexOf(street) + street.length);
  const town = IN_TOWN.test(after) ? readPlace(after) : null;
  return { ...areaOf(town?.commune ? town : before), street, text: text.trim(), confidence: 'medium' };
}
const IN_TOWN = /^(?:\s*,|\s+(?:en|de)\s)/i;

/**
 * "Ya no estoy ahí, calle Prat 20": what she names after it is where she is, in the town where she was, if it is an address and
 * hardly a word more. Of anything else ("mi mamá vive en calle Colón") no more is known than that she left.
 *
 * @returns null where her text does not begin so
 */
export function leftFirst(
  context: Told,
  { text }: Pick<Reading, 'text'>,
): { now: Place | null; area: Place | null } | null {
  const before = context.place;
  const rest = before && !isOfAnother(context) ? afterLeft(text) : null;
  if (!before || rest === null) return null;
  const told = readPlace(rest);
  const isOnly = told?.street !== undefined && isOnlyPlace(rest, told) && whosePlace(rest) !== 'other';
  const isHere = isOnly && !BOUND.test(spaced(rest));
  const now = isHere ? { ...placeAfter(before, told), text: text.trim() } : null;
  return { now, area: before.commune === undefined ? null : { ...areaOf(before), text: before.commune } };
}

/** Where she goes is not where she is yet. */
const BOUND = / (?:voy|vamos|me voy|nos vamos|ire|camino|rumbo|hacia) (?:\S+ )?(?:a|al|hacia|para|pa|donde|la|el) /;

/** To which of several it is. */
const NEITHER =
  /^ (?:no |en |a |es )*(?:ninguna|ninguno|ningun lugar|ni una|neither|none|nenhum|nenhuma|okenn)(?: (?:de|of|nan|d) \S+(?: \S+)?)? $/;

/** A place that is set aside as it is shown: with the commune, also where her words do not say it. */
export function sayWhole(place: Place): string {
  const said = sayPlace(place);
  return place.commune === undefined || said.includes(place.commune) ? said : `${said}, ${place.commune}`;
}

/** "Estoy ahí", of the last place that was set aside. */
export function backTo({ known }: Told, { text, place }: Pick<Reading, 'text' | 'place'>): Place | null {
  const there = place === null ? saysThere(text) : null;
  if (!there) return null;
  const aside = known.findLast(({ about }) =>
    there === 'other' ? about === 'place-other' : ASIDE.includes(about as Aside),
  );
  return aside ? readPlace(aside.text) : null;
}
