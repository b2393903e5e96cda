/** Where she is, as people read it: one place, or all that she gave and did not choose among; and those out of use, by their names. */
import type { Context } from '../../flows/context.js';
import { type Aside, ASIDE } from '../../flows/place/leftPlace.js';
import { placesOf, whoseIs } from '../../flows/place/otherPlaces.js';
import { plain } from '../../flows/text/plain.js';
import type { Place } from '../../flows/text/place/place.js';
import { sayPlace } from '../../flows/text/place/sayPlace.js';
import type { Facts, Locale } from '../console/contract.js';
import { sayLine } from './scriptWords.js';
import { sayCode } from './words.js';

type Places = Pick<Context, 'place' | 'otherPlaces'>;

export const isIn = (whole: string, part: string): boolean => plain(whole).includes(plain(part));

/** As an address where it is one, else as she said it; with what it was found to lie in where that does not say so, and the point that she sent beside it. */
function whereOf(locale: Locale, place: Place): string {
  const said = sayPlace(place);
  const { commune, region, lat, lon } = place;
  const areas = [commune, region].filter(name => name !== undefined && !isIn(said, name));
  const point =
    lat === undefined || said.includes(String(lat)) ? [] : [sayLine(locale, 'point', { at: `${lat}, ${lon}` })];
  return [said, ...areas, ...point].join(', ');
}

/** As a sentence; of several each with its number, and whose she said that it is. Null where none is known. */
export function sayWhere(locale: Locale, known: Places): string | null {
  const all = placesOf(known);
  if (all.length === 0) return null;
  const where =
    all.length === 1
      ? boundOf(locale, all[0]!)
      : all.map((place, i) => numbered(locale, place, i, isLater(all, i))).join('; ');
  return sayLine(locale, all.length > 2 ? 'places' : all.length > 1 ? 'two-places' : 'place', { where });
}

/** The one that is known may be only where she goes. */
const boundOf = (locale: Locale, place: Place): string =>
  whoseIs(place) === 'bound' ? `${whereOf(locale, place)} (${sayLine(locale, 'bound')})` : whereOf(locale, place);

/** Readings of a number that she wrote after an address stand before it (newNumber.ts), and hold her words of it. */
function isLater(all: readonly Place[], i: number): boolean {
  const [last, place] = [all.at(-1)!, all[i]!];
  // Where she goes stands after where she is, whenever she told it.
  if (all.some(one => whoseIs(one) === 'bound')) return false;
  const isReadAnew = all
    .slice(0, -1)
    .some(({ street, text }) => street === last.street && text.startsWith(`${last.text}, `));
  return isReadAnew ? place !== last && place.text.startsWith(`${last.text}, `) : i > 0;
}

function numbered(locale: Locale, place: Place, i: number, later: boolean): string {
  const whose = whoseIs(place);
  const beside = [later ? 'later' : null, whose].flatMap(word => (word ? [sayLine(locale, word as 'later')] : []));
  return `${i + 1}) ${whereOf(locale, place)}${beside.length > 0 ? ` (${beside.join('; ')})` : ''}`;
}

/** In a record: the address alone where there is one. */
export const recordedPlace = (locale: Locale, { place, otherPlaces = [] }: Partial<Places>): string | null =>
  otherPlaces.length > 0 ? sayWhere(locale, { place: place ?? null, otherPlaces }) : place ? sayPlace(place) : null;

/** What she said, in a record; of a place out of use also what it is to her. */
export const recordedWords = (locale: Locale, known: Context['known']): { text: string; at: number }[] =>
  known.map(({ about, text, at }) => ({
    text: ASIDE.includes(about as Aside) ? `${sayCode(locale, 'known', about)}: ${text}` : text,
    at,
  }));

/** All among which it is not known where she is, on the screen of who works with her, in the order of the script. */
export const amongOf = (locale: Locale, known: Places): NonNullable<NonNullable<Facts['place']>['among']> =>
  placesOf(known).map(place => {
    const whose = whoseIs(place);
    return { text: whereOf(locale, place), words: place.text, whose: whose && sayLine(locale, whose) };
  });
