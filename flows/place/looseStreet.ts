/**
 * An address in pieces, a message each and in any order: "los alerces", "45", "ñuñoa"; "345", "los aromos"; "manuel", "montt",
 * "1200". A piece alone may be anything, so that it is only held until what comes next tells what it is: a name with its
 * house number or its commune is a place.
 */
import type { Context } from '../context.js';
import type { Reading } from '../reading.js';
import type { Sensed } from '../sense/types.js';
import { readStreet } from '../text/place/corrected.js';
import { readHouse } from '../text/place/houseNumber.js';
import { isOnlyPlace, type Place, readPlace } from '../text/place/place.js';
import { isName, LINKS } from '../text/place/placeWords.js';
import { plain } from '../text/plain.js';
import { tokens } from '../text/tokens.js';

/** Pieces that her next message may complete, a line each; none once the address is whole. */
export function looseAfter(context: Context, read: Reading): Pick<Context, 'looseStreet'> {
  const { marks, looseStreet } = context;
  const isHers =
    !marks.doubt &&
    read.intent !== 'aggressor' &&
    read.sensed.signals.length === 0 &&
    (marks.emergency || (read.sensed.sheet === null && !read.reads('asks')));
  const piece = isHers ? pieceOf(read.text) : null;
  if (piece === null && looseStreet === undefined) return {};
  const isFull = [context.place, read.place].some(it => it?.street && it.number && it.commune);
  const before = linesOf(looseStreet);
  // What is asked of her comes between, where she is in danger; a long number is still her house's.
  const kept = piece === null ? (marks.emergency ? before.filter(isLong) : []) : [...before, read.text.trim()];
  const pieces = isFull ? [] : kept.slice(-PIECES_MOST);
  return { looseStreet: pieces.length > 0 ? pieces.join('\n') : undefined };
}

/** In an emergency, where she is asked for her address: what she senses, with the place that it completes. */
export function withPieces(sensed: Sensed, context: Context | null, text: string): Sensed {
  if (!context?.marks.emergency || context.marks.doubt || sensed.intent === 'aggressor') return sensed;
  const pieced = context.place?.street === undefined ? together(context, text, true) : null;
  return pieced ? { ...sensed, pieced } : sensed;
}

/** The place that the pieces before and this message make together; null where this one tells of anything else. */
export const ofLooseStreet = (
  context: Pick<Context, 'looseStreet' | 'place'>,
  { text }: Pick<Reading, 'text'>,
): Place | null => together(context, text, false);

/** @param asked her address is asked for: a name that only a number or what everybody knows makes a street is enough */
function together(
  { looseStreet, place: before }: Pick<Context, 'looseStreet' | 'place'>,
  text: string,
  asked: boolean,
): Place | null {
  const now = pieceOf(text);
  if (looseStreet === undefined || now === null) return null;
  const all = [...linesOf(looseStreet), text.trim()].map(line => ({ line, kind: pieceOf(line) }));
  const lines = (kind: Kind): string[] => all.flatMap(it => (it.kind === kind ? [it.line] : []));
  const [names, units, towns] = [lines('name'), lines('unit'), lines('town')];
  const house = readHouse(lines('number').at(-1) ?? '', true)?.number;
  if (names.length === 0 || towns.length > 1) return null;
  // What stands before a street's name is of something else: "pedro", "345", "los aromos".
  const ends = names.map((_, i) => names.slice(i).join(' '));
  const called = ends.find(name => isStreet(name, asked));
  const [street, isNamed] = [called ?? ends[0]!, called !== undefined];
  if (before?.street !== undefined && plain(before.street) !== plain(street)) return null;
  const number = house && (isLong(house) || (isNamed && house.length >= NUMBER_LEAST)) ? house : undefined;
  // A word alone may be who is there, and "los vecinos" are no street.
  const mayBe = number !== undefined && / /.test(street) && !/^(?:los|las) /i.test(street);
  if (isNamed ? !asked && !number && towns.length === 0 : !mayBe) return null;
  const whole = [[street, number].filter(Boolean).join(' '), ...units, ...towns].join(', ');
  // A name beside a commune is asked for its number as any other.
  if (asked && names.length + units.length + (number ? 1 : 0) < PARTS_LEAST) return null;
  const read = readPlace(whole);
  if (read?.street !== undefined && plain(read.street) === plain(street) && (!number || read.number === number))
    return { ...read, text: whole };
  if (!isNamed) return null;
  const town = towns[0] === undefined ? null : readPlace(towns[0]);
  const unit = units.length > 0 ? { unit: units.join(', ') } : {};
  return { ...town, street, ...(number ? { number } : {}), ...unit, text: whole, confidence: town ? 'medium' : 'low' };
}

/** @param asked also one that everybody knows, which elsewhere may be anything */
const isStreet = (name: string, asked: boolean): boolean =>
  readStreet(name, !asked) !== null || readPlace(name)?.street === name;

type Kind = 'number' | 'unit' | 'town' | 'name';

/** What piece of an address a message may be; null for any other. */
function pieceOf(text: string): Kind | null {
  const all = tokens(text);
  if (all.length === 0 || all.length > WORDS_MOST || /[?¿!]/.test(text)) return null;
  if (readHouse(text)) return /\p{L}{2}/u.test(text) ? null : 'number';
  const place = readPlace(text);
  if (place?.number !== undefined || place?.lat !== undefined || place?.link !== undefined) return null;
  if (place?.street !== undefined) return place.commune === undefined && isOnlyPlace(text, place) ? 'name' : null;
  if (place?.unit !== undefined) return /\d/.test(place.unit) && isOnlyPlace(text, place) ? 'unit' : null;
  if (place?.commune !== undefined) return isOnlyPlace(text, place) ? 'town' : null;
  const isCalled = all.every(token => isName(token, text) && !/\d/.test(token.word));
  const begins = all.length === 1 && /^(?:los|las|san|santa)$/.test(all[0]!.word);
  return begins || (isCalled && !LINKS.has(all.at(-1)!.word)) ? 'name' : null;
}

const linesOf = (pieces: string | undefined): string[] => pieces?.split('\n') ?? [];
/** Neither an age nor how many they are. */
const isLong = (line: string): boolean => /^\D{0,3}\d{3,5}[a-z]?$/i.test(line.trim());
const WORDS_MOST = 4;
const PIECES_MOST = 6;
const PARTS_LEAST = 2;
/** "2" picks from a list. */
const NUMBER_LEAST = 2;
