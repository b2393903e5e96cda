/**
 * That she is out of the house, or at somebody's, of which she says no more than that: the address stays in use, since she may be
 * before its door or may have told that house, and the street or the other house stands beside it until she says which it is.
 */
import { areaOf } from './placeParts.js';
import { readMove } from '../text/place/moved.js';
import { answersInside, answersOutside, isOutside } from '../text/place/outside.js';
import type { Place } from '../text/place/place.js';
import { words } from '../text/plain.js';
import { isMoving } from '../text/place/underWay.js';
import { isHost, withOthers } from '../text/place/withOthers.js';

/** Somewhere in the street, or at another's house, in the town of the address that is kept; null where her text does not say that, or nothing is kept. */
export function outsideOf(before: Place, text: string): Place | null {
  const move = readMove(text);
  // "Salí corriendo, estoy en la plaza": there.
  if (move !== null && move !== 'unnamed') return null;
  const isHome = before.street !== undefined && !isMoving(before);
  const out = !isHome ? null : isOutside(text) ? OUTSIDE : hostBeside(before, text);
  return out === null ? null : { ...areaOf(before), unit: out, text: out, confidence: 'low' };
}

/** Of whom the address was not told: "estoy donde mi mamá, Prat 30" is her mother's. */
function hostBeside(before: Place, text: string): string | null {
  const host = withOthers(text);
  const last = words(host ?? '').at(-1);
  return last === undefined || words(before.text).includes(last) ? null : host;
}

/** As it is read back, beside the address. */
const OUTSIDE = 'en la calle';
export const isOut = ({ street, unit, text }: Place): boolean =>
  street === undefined && unit !== undefined && (unit === OUTSIDE || (unit === text && isHost(unit)));

/** Of places one of which is outside, the one that she means by "afuera" or "adentro"; null where she says neither. */
export function outOrIn(all: readonly Place[], text: string): Place | null {
  const out = all.find(isOut);
  const homes = all.filter(one => !isOut(one));
  if (!out) return null;
  if (answersOutside(text)) return out;
  return homes.length === 1 && answersInside(text) ? homes[0]! : null;
}
