/** The first thing that is known of where she is, in an emergency that asks for it, where it is no address by itself. */
import type { Told } from './leftPlace.js';
import { isSpotFound } from './missingPlace.js';
import { areaOf, isTownInName, isWhole } from './placeParts.js';
import type { Reading } from '../reading.js';
import { readStreet } from '../text/place/corrected.js';
import { isFound } from '../text/place/landmarks.js';
import { readMove } from '../text/place/moved.js';
import type { Place } from '../text/place/place.js';
import { words } from '../text/plain.js';
import { isMoving, withoutVehicle } from '../text/place/underWay.js';

/**
 * Where she is was asked, and nothing is known of it: the name of a street, what she is in and the way that it takes, where
 * she got off, and what everybody finds by its name.
 */
export function firstOf(
  { marks, asked }: Told,
  { text, place }: Pick<Reading, 'text' | 'place'>,
): ['completes', Place] | null {
  const way = withoutVehicle(readMove(text));
  const isNamed = way !== null && way !== 'unnamed' && !way.beside && way.at !== '';
  // "Me trajo en auto": she is somewhere else by now.
  const isLeft = isNamed && way.underWay && BROUGHT.test(text) && words(way.at).length === 1;
  if (isNamed && !isLeft && place === null && marks.emergency)
    return ['completes', { text, street: way.at, confidence: 'low' }];
  // "Me llevaron al hospital Félix Bulnes": no more than a town is known, and it may be of the name.
  const isOnlyTown =
    place !== null && place.commune !== undefined && (place.street ?? place.unit ?? place.lat) === undefined;
  if (isNamed && !way.underWay && isOnlyTown && marks.emergency) {
    const area = isTownInName(way.at, place.commune) ? {} : areaOf(place);
    return ['completes', { ...area, text, street: way.at, confidence: 'low' }];
  }
  if (isNamed && way.underWay && place && !isWhole(place) && isMoving({ ...place, street: way.at }))
    return ['completes', { ...areaOf(place), text, street: way.at, confidence: 'medium' }];
  if (place && marks.emergency && isSpotFound(place) && isFound(place.unit!)) return ['completes', place];
  const street = marks.emergency && asked <= 1 && !place ? readStreet(text, true) : null;
  return street ? ['completes', { text, street, confidence: 'low' }] : null;
}

const BROUGHT = /\b(?:traj|llevó|llevo|llevaron|brought|took)/iu;
