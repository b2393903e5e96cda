/** What an address lacks, so that only that is asked for. */
import { destinationIn } from '../text/place/bound.js';
import { isFound, isTelling, lackOf } from '../text/place/landmarks.js';
import type { Place } from '../text/place/place.js';

/** What is missing of her address, as texts choose by it: its commune, its street, its number; `todo` where it is more than one thing, or none; which hospital it is, with its commune or without; `camino` where she only goes there. */
export function missingOf(
  place: Place | null,
): 'camino' | 'comuna' | 'calle' | 'numero' | 'cual' | 'nombre' | 'nada' | 'todo' {
  if (place?.lat !== undefined || place?.link !== undefined) return 'nada';
  if (place?.street !== undefined && place.number !== undefined && destinationIn(place.text) !== null) return 'camino';
  // "Estoy en el hospital": which one, before any street.
  const spot = spotOf(place);
  const lack = spot === undefined ? null : lackOf(spot);
  if (lack === 'name') return place?.commune === undefined ? 'cual' : 'nombre';
  if (lack === 'street') return place?.commune === undefined ? 'cual' : 'calle';
  if (spot !== undefined && isFound(spot)) return place?.commune === undefined ? 'comuna' : 'nada';
  // Who stands before a landmark is asked for no street.
  const isSpot = place?.unit !== undefined && isTelling(place.unit);
  if (place?.street === undefined) return place?.commune !== undefined ? 'calle' : isSpot ? 'comuna' : 'todo';
  if (place.commune === undefined) return 'comuna';
  // A corner has no number.
  return place.number === undefined && !CROSSES.test(place.street) && !/\d{2}/.test(place.said ?? '')
    ? 'numero'
    : 'nada';
}

const CROSSES = /\s(?:con|esquina|corner)\s|\s*[/&]\s*/i;

/** A place without a street: what stands there, also where she has moved to it. */
export function spotOf(place: Place | null): string | undefined {
  if (place?.street === undefined) return place?.unit;
  return isFound(place.street) || lackOf(place.street) !== null ? place.street : undefined;
}

/** Found without a street: "metro los héroes, Santiago". */
export function isSpotFound(place: Place): boolean {
  const spot = place.street === undefined ? place.unit : undefined;
  return spot !== undefined && place.commune !== undefined && isFound(spot);
}
