/** A corner of which one street is another than was kept: the other of the two stays. */
import { type Place, readPlace } from '../text/place/place.js';
import { cornerOf, readCross } from '../text/place/crossStreet.js';

/**
 * The corner with the street in it that she puts right; where it is not sure which of the two that is, or that it is a
 * street's name, what is kept stays in use, with what it may be instead beside it.
 */
export function cornerPutRight(before: Place, text: string): { place: Place; others?: readonly Place[] } | null {
  const corner = cornerOf(before.street);
  const cross = corner && readCross(text, corner, before.doubted === true);
  if (!cross) return null;
  const { lead, first, join, second } = corner;
  const as = (a: string, b: string): Place => {
    const { lat: _lat, lon: _lon, said, ...rest } = before;
    const street = `${lead}${a}${join}${b}`;
    const words = said?.includes(before.street!) ? said.replace(before.street!, street) : undefined;
    return { ...rest, street, ...(words ? { said: words } : {}), text: `${before.text}, ${text.trim()}` };
  };
  const [ofFirst, ofSecond] = [as(cross.street, second), as(first, cross.street)];
  if (cross.of === null) return { place: before, others: [ofFirst, ofSecond] };
  const now = cross.of === 'first' ? ofFirst : ofSecond;
  return cross.sure ? { place: now } : { place: before, others: [now] };
}

/** Two names and nothing else, where her commune is known and her street is asked for: as after the name of her commune. */
export function cornerIn({ commune }: Place, text: string): string | null {
  const bare = text.trim();
  if (commune === undefined || cornerOf(bare) === null || bare.includes('?')) return null;
  return readPlace(`${commune}, ${bare}`)?.street === bare ? bare : null;
}
