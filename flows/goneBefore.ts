/** Where she is, written after she told of having gone: no more of the place that she left. */
import type { Context } from './context.js';
import { isSame } from './placeParts.js';
import { asHere, tellsGone } from './text/goneSaid.js';
import { isOnlyPlace, type Place, readPlace } from './text/place.js';
import { spaced } from './text/plain.js';
import type { Placed } from './toldPlace.js';

/** Her text as she would write it of where she is now: "estoy en la copec de …"; null where she told of no leaving since the place that is kept. */
export function hereAfterGone({ place: before, known }: Pick<Context, 'place' | 'known'>, said: Placed): Placed | null {
  const here = before && said.place && !said.media ? asHere(said.text) : null;
  if (!before || here === null || !isOnlyPlace(said.text, said.place!)) return null;
  const hers = known.filter(({ by }) => by === 'citizen');
  const whole = spaced(before.text);
  const told = hers.findLastIndex(({ text }) => whole.includes(spaced(text)));
  if (told < 0 || !hers.slice(told + 1).some(({ text }) => tellsGone(text))) return null;
  const place = readPlace(here);
  return place && !isOfHouse(before, place) ? { ...said, text: here, place } : null;
}

/** The same street, or no more than a home: she is in the house. */
const isOfHouse = (before: Place, { street, unit, commune, said }: Place): boolean =>
  street !== undefined
    ? isSame(street, before.street ?? '')
    : unit === undefined && said === undefined && commune === undefined;
