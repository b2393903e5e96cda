/** Whose what she tells of a place is: hers, that of the other for whom she writes, or one where nobody is sent. */
import { isOfAnother, placeAside, type Told, wentAlong } from './leftPlace.js';
import { isSame } from './placeParts.js';
import { readNewNumber } from '../text/place/houseNumber.js';
import type { Reading } from '../reading.js';
import { withoutDenied } from '../text/place/insteadOf.js';
import { readPlace, wordsBeside } from '../text/place/place.js';
import { isMoving } from '../text/place/underWay.js';
import { withoutFar, withoutHomeLeft } from '../text/place/whereNow.js';
import { type TheirHome, withTheirHome } from './theirHome.js';
import { isWritersOwn, writersOf } from './writersPlace.js';
import { isHisAt, isHisFor, notWhereSheIs, toldOfOther, whosePlace } from '../text/place/whose.js';

export type Placed = Pick<Reading, 'text' | 'place' | 'media'>;

/**
 * His place, a relative's or one that she asks about: nobody is sent there. Who writes for another tells where that one is,
 * and an address with its number, of him who may be before her door or in what she asks, is kept.
 *
 * @param as the reading of it that is asked for: of two places that she tells only her own may be a whole address
 */
export function isElsewhere(context: Told, { text, place, media }: Placed, as = 'place'): boolean {
  if (!place || media || place.lat !== undefined || place.link !== undefined) return false;
  if (isOnlyWriters(context, { text, place, media })) return true;
  if (wentAlong(context, { text })) return false;
  if (placeAside(context, text)) {
    const here = ofOther(context, { text, place, media }).place;
    return here === null || (as === 'full-place' && (here.street === undefined || here.commune === undefined));
  }
  const how = notWhereSheIs(text);
  if (how === null || (how !== 'asked' && isOfAnother(context))) return false;
  if (how === 'asked') return place.street === undefined && wordsBeside(text, place) > 1;
  const isHis = isHisFor(text) || isHisAt(text, place.street ?? '');
  return how === 'theirs' || place.street === undefined || isHis || isMoving(place);
}

/**
 * She writes for another, whose place is kept, and tells her own: "vive en Puente Alto", "yo estoy en Buin". Help goes to
 * the other. What she does not say to be hers may be the street of that commune.
 */
export function isOnlyHers(context: Told, { text, place: now, media }: Placed): boolean {
  const { place: before } = context;
  if (!before || !now || media || !isOfAnother(context)) return false;
  const whose = whosePlace(text);
  if (whose !== 'own' && whose !== 'perhaps-own') return false;
  const differs = (a?: string, b?: string): boolean => a !== undefined && b !== undefined && !isSame(a, b);
  return (
    (whose === 'own' && whosePlace(before.text) === 'other') ||
    differs(before.commune, now.commune) ||
    differs(before.street, now.street)
  );
}

/** Of one who writes for another and tells both places, that of the other; of who writes for herself, her own. */
export function ofOther(context: Told, { text, place, media }: Placed): Placed {
  if (!place || media || place.lat !== undefined || place.link !== undefined) return { text, place, media };
  if (!isOfAnother(context)) {
    const near = withoutDenied(text);
    const here = placeAside(context, near) ? withoutFar(near) : near;
    return { text: withoutHomeLeft(here), place: here === text ? place : readPlace(here), media };
  }
  const part = toldOfOther(text);
  return { text: part, place: part === text ? place : (readPlace(part) ?? place), media };
}

export const theirHome = (context: Told, { text, place, media }: Placed): TheirHome | null =>
  media || !isOfAnother(context) || readNewNumber(text)?.goes
    ? null
    : withTheirHome(context.place ?? writersOf(context), place, text);

/** Where who writes for another lives, and no word of the other's home. */
export const isOnlyWriters = (context: Told, said: Placed): boolean =>
  isWritersOwn(context, said) && theirHome(context, said) === null;
