/**
 * Places that she tells and where she is not: her home while she is elsewhere, another's, and an address that she denies or
 * left. Nobody is sent there; people see it under its own name among what she said, and an "estoy ahí" makes it hers again.
 */
import type { Context } from './context.js';
import { areaOf } from './placeParts.js';
import type { Reading } from './reading.js';
import { deniesOther, leavesPlace } from './text/notThere.js';
import { readMove } from './text/moved.js';
import { type Place, readPlace } from './text/place.js';
import { spaced } from './text/plain.js';
import { sayPlace } from './text/sayPlace.js';
import { WRITERS } from './writersPlace.js';
import { isAtOthers, saysElsewhere, saysThere, tellsHome, withoutFar } from './text/whereNow.js';

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
