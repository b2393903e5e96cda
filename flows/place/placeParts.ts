/**
 * An address put together of its pieces: half of one and the next, homes within homes, a villa and the street in it, and
 * where she is now in place of where she was.
 */
import { findCommune } from '../text/place/communes.js';
import { isMoving } from '../text/place/underWay.js';
import { plain, words } from '../text/plain.js';
import type { Place } from '../text/place/place.js';
import { isArea, isCue, isKilometre, unitKind } from '../text/place/placeWords.js';
import { sayAddress } from '../text/place/sayPlace.js';
import type { Move } from '../text/place/moved.js';

/** Both, and her own words of them where the parts of either do not hold all of these. */
export function joined(before: Place, place: Place): Place {
  const { said: _, ...whole } = joinedParts(before, place);
  const isAnew = place.street !== undefined && place.commune !== undefined;
  const pieces = [...(isAnew ? [] : [before]), place];
  if (!pieces.some(({ said }) => said !== undefined)) return whole;
  // A home that she told before its street is in no words of that.
  const homes = isAnew ? (before.unit?.split(', ').filter(home => whole.unit?.split(', ').includes(home)) ?? []) : [];
  const said = pieces.map(ownWords).filter(Boolean).join(', ');
  return { ...whole, said: [...homes.filter(home => !isTold(said, home)), said].filter(Boolean).join(', ') };
}

/** Without its commune, which is said after them. */
export function ownWords(whole: Place): string {
  const { commune: _, ...place } = whole;
  return place.said ?? sayAddress(place) ?? place.unit ?? '';
}

/** Where her words are read back: with another number in place of the one that they have, and otherwise with what she adds. */
export function moreWords({ said, number }: Place, more: Partial<Place>, text: string): Pick<Place, 'said'> {
  if (said === undefined) return {};
  const at = number && more.number && more.unit === undefined ? said.lastIndexOf(number) : -1;
  if (at < 0) return { said: `${said}, ${text.trim()}` };
  return { said: `${said.slice(0, at)}${more.number!}${said.slice(at + number!.length)}` };
}

/** Half an address and the piece that comes next: homes add up, a villa stands beside its street, a kilometre on its road. */
function joinedParts(before: Place, place: Place): Place {
  const { street: first, unit: home } = before;
  const { street: second } = place;
  // A house of another street, though that is called so too.
  const isOther = [place.number, before.number, place.commune, before.commune].every(Boolean);
  const isElsewhere = isOther && place.number !== before.number && place.commune !== before.commune;
  const unit = isElsewhere ? place.unit : unitsOf(home, place.unit);
  const { unit: _, ...rest } = before;
  const whole = { ...rest, ...place, ...(unit ? { unit } : {}) };
  if (first === undefined || second === undefined || isSameStreet(first, second)) return whole;
  if (isKilometre(first) !== isKilometre(second)) return { ...whole, street: `${first} ${second}` };
  if (isArea(second) && !isArea(first)) {
    const beside = unitsOf(home, second, place.unit);
    return {
      ...whole,
      street: first,
      ...(before.number ? { number: before.number } : {}),
      ...(beside ? { unit: beside } : {}),
    };
  }
  if (isArea(first)) return { ...whole, unit: [unit, first].filter(Boolean).join(', ') };
  // A number and a home are of their own street.
  return { ...areaOf(before), ...place };
}

/** Whether a street and another stand for one place: a villa and a street in it, a road and its kilometre. */
export const adds = (a: string, b: string): boolean => isArea(a) !== isArea(b) || isKilometre(a) !== isKilometre(b);

export const hasSuch = ({ unit = '' }: Place, home: string): boolean =>
  unit.split(', ').some(it => unitKind(it) === unitKind(home));

/** A block, a tower or a floor, and no home in it. */
export const lacksFlat = (unit = ''): boolean => BLOCKS.has(unitKind(unit.split(', ').at(-1)!));
const BLOCKS: ReadonlySet<string> = new Set(['block', 'torre', 'edificio', 'piso']);

/** Homes within homes, as they came: "block 5, depto 32". Another one of the same kind takes the first one's place. */
export function unitsOf(...homes: readonly (string | undefined)[]): string | undefined {
  const units = new Map<string, string>();
  for (const home of homes.flatMap(it => it?.split(', ') ?? [])) units.set(unitKind(home), home);
  return units.size > 0 ? [...units.values()].join(', ') : undefined;
}

/** Where she is now, in place of where she was. */
export function movedFrom(
  before: Place,
  { at, number, beside, underWay }: Move,
  now: Place | null,
  text: string,
): Place {
  if (underWay) {
    // "Voy en uber a Lira 300, Santiago": the town to which it goes is of its way.
    const town = now?.commune || !at ? null : findCommune(text);
    if (town && !isTold(at, town.commune.name) && town.commune.name !== before.commune)
      return { street: `${at}, ${town.commune.name}`, text, confidence: 'medium' };
    const area = areaOf({ ...before, ...(now?.commune ? areaOf(now) : {}) });
    return { ...area, ...(at ? { street: at } : {}), text, confidence: at ? 'medium' : 'low' };
  }
  if (number || beside) {
    const { unit, lat: _lat, lon: _lon, said: _said, ...street } = before;
    return { ...street, ...areasOf(unit), ...(number ? { number } : {}), ...(beside ? { unit: at } : {}), text };
  }
  const { unit, said, ...rest } = now ?? {};
  // "En la plaza de los robles" is the spot itself, and more of it where she tells more.
  const told = [unit, said].find(it => it?.includes(at));
  const home = !unit || told ? {} : { unit };
  const street = told ? atSpot(told) : at;
  if (isTownInName(street, now?.commune) && now?.commune !== before.commune)
    return { ...home, street, text, confidence: 'medium' };
  return { ...areaLeft(before), ...rest, ...home, street, text, confidence: 'medium' };
}

const isTold = (words: string, name: string): boolean => plain(words).includes(plain(name));

/** "Hospital Félix Bulnes": its name as likely as the town where it is, so that nobody looks for it there unasked. */
export function isTownInName(spot: string, town: string | undefined): boolean {
  const [name, last] = [words(spot), words(town ?? '')];
  const before = name.at(-last.length - 1);
  return (
    last.length > 0 &&
    name.length > last.length + 1 &&
    name.join(' ').endsWith(` ${last.join(' ')}`) &&
    !OF.test(before!)
  );
}
const OF = /^(?:de|en|del|in|at|of)$/;

/** Another place of hers, with the commune of the first where she names none. */
export function placeAfter(before: Place, now: Place): Place {
  const { said, ...rest } = now;
  return { ...areaLeft(before), ...rest, ...(said ? { said: hereOff(said) } : {}), text: now.text };
}

/** The commune where she was; of what moves, none: she may be anywhere by now. */
function areaLeft(before: Place): Place {
  if (!isMoving(before)) return areaOf(before);
  return { text: before.text, confidence: 'low' };
}

/** "Estoy en el terminal" is the terminal, where "ahora estás en …" is to be said of it. */
const atSpot = (said: string): string => hereOff(said).replace(/^(?:el|la|the)\s+/iu, '') || said;
const hereOff = (said: string): string => said.replace(HERE_AT, '') || said;
const HERE_AT =
  /^(?:(?:i\s+)?ran(?:\s+(?:out|away))?[\s,]+)?(?:(?:ahora|ya|yo|now)\s+)*(?:(?:estoy|estamos|toy|tamos|ando|andamos|i['’]?m|i am|we are|were)\s+)?(?:(?:en|at|in)\s+)?/iu;

/** Its commune, and nothing of the spot. */
export function areaOf({ text, commune, communeCode, region, confidence }: Place): Place {
  return {
    text,
    confidence,
    ...(commune ? { commune } : {}),
    ...(communeCode ? { communeCode } : {}),
    ...(region ? { region } : {}),
  };
}

export const isSame = (a: string, b: string): boolean => plain(a) === plain(b);

/** "Los Pinos" and "pasaje Los Pinos"; a street and a passage of one name are two. */
export function isSameStreet(a: string, b: string): boolean {
  const [first, second] = [a, b].map(street => words(street)) as [string[], string[]];
  const isCued = first.length > 1 && second.length > 1 && isCue(first[0]!) && isCue(second[0]!);
  return isSame(a, b) || (!isCued && nameOf(first) === nameOf(second));
}
const nameOf = (street: readonly string[]): string => street.slice(isCue(street[0] ?? '') ? 1 : 0).join(' ');

/** The villa in which a home lies, and whatever street of it: it stays where those change. */
export const areasOf = (unit: string | undefined): Pick<Place, 'unit'> => {
  const areas = unit?.split(', ').filter(isArea) ?? [];
  return areas.length > 0 ? { unit: areas.join(', ') } : {};
};

/** A patrol can be sent: a street and its commune, or a point on the map. */
export const isWhole = ({ street, commune, lat, link }: Place): boolean =>
  lat !== undefined || link !== undefined || (street !== undefined && commune !== undefined);
