/** Where she is, written after she told of having gone: no more of the place that she left. */
import type { Context } from '../context.js';
import { isSame } from './placeParts.js';
import { asHere, tellsGone } from '../text/place/goneSaid.js';
import { readMove } from '../text/place/moved.js';
import { isOnlyPlace, type Place, readPlace } from '../text/place/place.js';
import { spaced, words } from '../text/plain.js';
import type { Placed } from './toldPlace.js';

/** Her text as she would write it of where she is now: "estoy en la copec de …"; null where she told of no leaving since the place that is kept. */
export function hereAfterGone({ place: before, known }: Pick<Context, 'place' | 'known'>, said: Placed): Placed | null {
  const here = before && !said.media ? asHere(said.text) : null;
  if (!before || here === null || !isOnlyThat(said, here)) return null;
  const hers = known.filter(({ by }) => by === 'citizen');
  const whole = spaced(before.text);
  const told = hers.findLastIndex(({ text }) => whole.includes(spaced(text)));
  if (told < 0 || !hers.slice(told + 1).some(({ text }) => tellsGone(text))) return null;
  const place = readPlace(here);
  return place && isOfHouse(before, place) ? null : { ...said, text: here, place };
}

/** A place, or "donde la vecina", and hardly a word more. */
function isOnlyThat({ text, place }: Placed, here: string): boolean {
  if (place) return isOnlyPlace(text, place);
  const move = readMove(here);
  return move !== null && move !== 'unnamed' && words(text).length <= WORDS_MOST;
}
const WORDS_MOST = 6;

/** The same street, or no more than a home: she is in the house. */
const isOfHouse = (before: Place, { street, unit, commune, said }: Place): boolean =>
  street !== undefined
    ? isSame(street, before.street ?? '')
    : unit === undefined && said === undefined && commune === undefined;
