/** Streets that begin with a number in figures: "21 de Mayo 800", "5 Oriente 1230", Talca's "12 oriente 3 sur 455". */
import { spanOf } from './cuedStreets.js';
import { COMPASS, isHouse, MONTHS, NUMBER_SIGN, UNITS } from './placeWords.js';
import type { Token } from '../tokens.js';
import { type AddressSpan, beginsAt, besides, isEnd, type Written } from './written.js';

/** "21 de Mayo 800", "5 Oriente 1230": streets that begin with a number of their own. */
export function numberedStreetAt(written: Written, index: number): AddressSpan | null {
  const { all } = written;
  const [day, second, third] = [all[index], all[index + 1], all[index + 2]];
  if (!day || !second || !/^\d{1,2}$/.test(day.word) || second.opens) return null;
  if (!beginsAt(written, index) && !isHouse(all[(compassAt(all, index) ?? all.length) + 1]?.word ?? '')) return null;
  const dated = second.word === 'de' && MONTHS.has(third?.word ?? '');
  if (!dated && !COMPASS.has(second.word)) return null;
  const compass = compassAt(all, index);
  const last = dated ? index + 2 : (compass ?? index + 1);
  const house = houseAt(all, last + 1);
  const isCorner = /^\d{1,2}$/.test(all[last + 2]?.word ?? '') && COMPASS.has(all[last + 3]?.word ?? '');
  if (isCorner && CROSSES.test(all[last + 1]?.word ?? '')) return spanOf(written, index, last + 3);
  // Talca's "12 oriente 3 sur 455".
  const grid = dated || all[last + 1]?.opens ? null : compassAt(all, last + 1);
  if (grid) return spanOf(written, index, grid, houseAt(all, grid + 1)?.token);
  if (!house) return null;
  const span = spanOf(written, index, last, house.token);
  // "21 de mayo 11", "15 de agosto 2020" are times, but where a commune or a home stands beside them.
  const isTime = dated && (house.token.word.length < 3 || /^(?:19|20)\d\d$/.test(house.token.word));
  const ends = isEnd(written, house.index + 1);
  return ends && (!isTime || besides(written, span) || UNITS.has(all[house.index + 1]?.word ?? '')) ? span : null;
}

/** "3 sur", "17 norte b": its last word; null where no such street stands here. */
function compassAt(all: readonly Token[], index: number): number | null {
  const [number, side, letter] = [all[index], all[index + 1], all[index + 2]];
  if (!number || !/^\d{1,2}$/.test(number.word)) return null;
  if (!side || side.opens || !COMPASS.has(side.word)) return null;
  return letter?.opens === false && /^[a-d]$/.test(letter.word) && isHouse(all[index + 3]?.word ?? '')
    ? index + 2
    : index + 1;
}

/** The house number at these words, after the sign for one or without. */
export function houseAt(all: readonly Token[], index: number): { token: Token; index: number } | null {
  const at = NUMBER_SIGN.has(all[index]?.word ?? '') ? index + 1 : index;
  const token = all[at];
  return token && !token.opens && isHouse(token.word) ? { token, index: at } : null;
}

/** A corner of two such streets: "5 oriente con 3 sur". */
const CROSSES = /^(?:y|entre|esquina|con)$/;
