/** Of who writes for another and tells both homes, the other's: in place of her own, beside the street that both live in. */
import { homeOfOther } from './text/homes.js';
import type { Place } from './text/place.js';
import { unitKind } from './text/placeWords.js';

/**
 * @param before what is kept
 * @param now what she writes holds
 * @returns null where her text tells no home of the other
 */
export function withTheirHome(before: Place | null, now: Place | null, text: string): Place | null {
  const home = homeOfOther(text);
  const street = now?.street ?? before?.street;
  if (!home || (street === undefined && !now?.unit && !before?.unit)) return null;
  const { said: _, ...at } = { ...before, ...now };
  const units = at.unit?.split(', ') ?? [];
  const kind = home.kind ?? units.findLast(unit => HOMES.has(unitKind(unit)))?.split(' ')[0] ?? 'depto';
  const others = units.filter(unit => unitKind(unit) !== unitKind(`${kind} ${home.number}`));
  return {
    ...at,
    unit: [...others, `${kind} ${home.number}`].join(', '),
    text: before && before.text !== text ? `${before.text}, ${text.trim()}` : text.trim(),
    confidence: at.confidence ?? 'low',
  };
}

/** Of which a building or a street has many. */
const HOMES: ReadonlySet<string> = new Set(['depto', 'casa']);
