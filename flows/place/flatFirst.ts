/** A home told by its number before its building or beside it: it joins the address when that comes, in her own words. */
import { type FlatTold, flatTold } from '../text/place/flatTold.js';
import { lacksFlat, unitsOf } from './placeParts.js';
import { readFlat, readHouse } from '../text/place/houseNumber.js';
import { isOnlyPlace, type Place } from '../text/place/place.js';
import { words } from '../text/plain.js';
import { isMoving } from '../text/place/underWay.js';

/** What she told is such a home and nothing else: "li rete nan 304" is no street. */
const isNoMore = (now: Place | null, flat: FlatTold): boolean =>
  now === null ||
  (now.street !== undefined &&
    now.commune === undefined &&
    words(flat.words)
      .join(' ')
      .endsWith(words([now.street, now.number].join(' ')).join(' ')));

/** While nothing is known of where it is. */
export function flatAlone(text: string, now: Place | null): Place | null {
  const home = onFloor(text, now);
  if (home !== null) return { ...now!, unit: home, text: text.trim() };
  const flat = flatTold(text);
  return flat && isNoMore(now, flat) ? { text: flat.words, unit: flat.words, confidence: 'low' } : null;
}

/**
 * Beside what is kept: of her own where there is no street yet, since of a street it may be the number; of another's, where no
 * home and no such number stands.
 */
export function withFlat(before: Place, text: string, now: Place | null): Place | null {
  const home = isMoving(before) || /\d/.test(before.unit ?? '') ? null : onFloor(text, now);
  if (home !== null) return withHome(before, home, unitsOf(before.unit, home)!, text);
  const flat = flatTold(text);
  if (!flat || !isNoMore(now, flat) || isMoving(before)) return null;
  if (flat.isOwn && (before.street !== undefined || readHouse(text, true) !== null)) return null;
  const { street, number, unit, commune } = before;
  if (!street && !commune) return null;
  if (/\d/.test(unit ?? '') || words([number, unit].join(' ')).includes(words(flat.number).join(' '))) return null;
  return withHome(before, flat.words, [unit, flat.words].filter(Boolean).join(', '), text);
}

const withHome = (before: Place, told: string, unit: string, text: string): Place => ({
  ...before,
  unit,
  ...(before.said === undefined ? {} : { said: `${before.said}, ${told}` }),
  text: `${before.text}, ${text.trim()}`,
});

/** "Piso 5, 502", "torre B el 304": the flat's number alone, after what it lies in. */
function onFloor(text: string, now: Place | null): string | null {
  if (!now?.unit || now.street !== undefined || !lacksFlat(now.unit) || !isOnlyPlace(text, now)) return null;
  const at = text.indexOf(now.unit);
  const rest = at < 0 ? '' : text.slice(at + now.unit.length);
  const flat = readFlat(rest, false);
  return flat ? `${now.unit}, ${flat.number}` : null;
}
