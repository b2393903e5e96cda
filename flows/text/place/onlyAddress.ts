/** A text that is a street with its house, its corner or its commune, and hardly a word more; or a link to a map. */
import { mapLinkIn } from './coordinates.js';
import { isQuestion } from '../followUp.js';
import { isOnlyPlace, type Place } from './place.js';

export function isAddress({ text, place }: { text: string; place: Place | null }): boolean {
  if (place === null || isQuestion(text)) return false;
  if (mapLinkIn(text) !== null) return true;
  return place.street !== undefined && place.confidence !== 'low' && isOnlyPlace(text, place);
}
