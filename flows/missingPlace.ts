/** What an address lacks, so that only that is asked for. */
import { isTelling, isUnnamed } from './text/landmarks.js';
import type { Place } from './text/place.js';

/** What is missing of her address, as texts choose by it: its commune, its street, its number; `todo` where it is more than one thing, or none; which hospital it is, with its commune or without. */
export function missingOf(place: Place | null): 'comuna' | 'calle' | 'numero' | 'cual' | 'nombre' | 'nada' | 'todo' {
  if (place?.lat !== undefined || place?.link !== undefined) return 'nada';
  // "Estoy en el hospital": which one, before any street.
  if (place?.unit !== undefined && place.street === undefined && isUnnamed(place.unit))
    return place.commune === undefined ? 'cual' : 'nombre';
  // Who stands before a landmark is asked for no street.
  const isSpot = place?.unit !== undefined && isTelling(place.unit);
  if (place?.street === undefined) return place?.commune !== undefined ? 'calle' : isSpot ? 'comuna' : 'todo';
  if (place.commune === undefined) return 'comuna';
  return place.number === undefined && !/\d{2}/.test(place.said ?? '') ? 'numero' : 'nada';
}
