/**
 * What a number that comes after an address does to it. An address may have two, the street's and that of a home in it; a
 * number that is denied tells which of them it is, and so does the word for the home. Where nothing tells it, each reading
 * stands beside the address that is kept, as several places do (otherPlaces.ts), and she is asked which it is.
 */
import { areasOf, lacksFlat, movedFrom, moreWords } from './placeParts.js';
import {
  deniedNumber,
  type NewNumber,
  numberBeside,
  readHouse,
  readNewNumber,
  SURE_DIGITS,
} from '../text/place/houseNumber.js';
import { flatTold } from '../text/place/flatTold.js';
import { doorBeside } from '../text/place/doorBeside.js';
import { alternativeIn } from '../text/place/either.js';
import { readMove } from '../text/place/moved.js';
import { ownNumber } from '../text/place/ownNumber.js';
import { type Place, readPlace } from '../text/place/place.js';
import { isArea, unitKind } from '../text/place/placeWords.js';
import { spaced, words } from '../text/plain.js';
import { afterWithdrawn } from '../text/place/withdrawn.js';

/** `denies`: one of its numbers is wrong, and she does not say which is right. `nothing`: she says again what is kept. */
export type Numbered =
  | { how: 'completes'; place: Place; others?: readonly Place[] }
  | { how: 'moves'; place: Place; others?: undefined }
  | { how: 'denies' }
  | { how: 'nothing' };

/** A home with its number, among those of the address: "depto 304" of "torre b, depto 304". */
interface Home {
  unit: string;
  kind: string;
  number: string;
}

/**
 * @param isOthers she writes for another, whose place is kept
 * @returns null where her text is no such number, or what it is does not depend on what is kept
 */
export function withNewNumber(before: Place, text: string, isOthers = false): Numbered | null {
  const rest = alternativeIn(text);
  // Of who writes for another, her own is no number of the place that is kept; "esa es la de mi mamá, es Lira 20" has its street.
  const isStreet = isOthers || readPlace(afterWithdrawn(text) ?? '')?.street !== undefined;
  if (rest === null) return numberIn(before, text, readNewNumber(text)) ?? (isStreet ? null : ownIn(before, text));
  // "O el 45": beside the one that is kept.
  const said = readNewNumber(rest);
  const isHouse = said !== null && (said.number.length > 1 || said.kind !== undefined);
  const now = isHouse ? numberIn(before, rest, { ...said, corrects: true }) : null;
  if (!now || !('place' in now)) return null;
  return { how: 'completes', place: before, others: now.others ?? [now.place] };
}

function numberIn(before: Place, text: string, told: NewNumber | null): Numbered | null {
  const beside = numberBeside(before.street, text);
  const said = beside === null ? (told ?? longerIn(before, text)) : { number: beside, corrects: true };
  const home = homeOf(before, said);
  const denied = deniedNumber(text);
  if (denied !== null && (denied === before.number || denied === home?.number)) return { how: 'denies' };
  if (!said || before.street === undefined) return null;
  if (!said.not && !said.goes && home && said.number === home.number) return { how: 'nothing' };
  return said.goes ? gone(before, home, said, text) : putRight(before, home, said, text);
}

/** "14", and then "1455": the rest of the number, though it is called like a help line. */
const longerIn = ({ number }: Place, text: string): NewNumber | null => {
  const bare = text.trim();
  return number && /^\d{3,5}$/.test(bare) && bare.startsWith(number) && bare !== number
    ? { number: bare, corrects: false }
    : null;
};

/**
 * "La 15 es la del vecino, la mía es la 17": hers takes the place of one that she says is not; of one that she does not speak
 * of, it is a second reading.
 */
function ownIn(before: Place, text: string): Numbered | null {
  const own = before.street === undefined || readMove(text) !== null ? null : ownNumber(text);
  if (!own) return null;
  const { mine, not, mayBeThere, deniesKept, kind } = own;
  const [number, second] = mine;
  const home = homeOf(before, { number: number ?? '', corrects: true, ...(not[0] ? { not: not[0] } : {}) });
  const kept = [home?.number, before.number].filter(it => it !== undefined);
  const denied = kept.find(it => not.includes(it)) ?? (deniesKept ? kept[0] : undefined);
  // Whose house it is she tells of a place where she may be, too.
  if (number === undefined) return denied !== undefined && !mayBeThere ? { how: 'denies' } : null;
  if (second === undefined && kept.includes(number)) return { how: 'nothing' };
  const isOne =
    second === undefined &&
    !mayBeThere &&
    kind === undefined &&
    (before.number === undefined || before.doubted === true);
  if (isOne) return { how: 'completes', place: onStreet(before, number, text) };
  if (second !== undefined || denied === undefined || mayBeThere) {
    const others = mine.filter(it => it.length > 1 && !kept.includes(it)).map(it => onStreet(before, it, text));
    return others.length > 0 && kind === undefined ? { how: 'completes', place: before, others } : null;
  }
  const isBoth = home !== null && before.number !== undefined && deniesKept && !kept.some(it => not.includes(it));
  return putRight(
    before,
    home,
    { number, corrects: true, ...(isBoth ? {} : { not: denied }), ...(kind ? { kind } : {}) },
    text,
  );
}

/**
 * Of several readings of one number, the one that she names: "del depto", "la calle", or the whole address as it is.
 *
 * @returns `unsure` where she writes a number again that more than one of them has; null where they are no such readings
 */
export function readingPicked(all: readonly Place[], whole: string, now: Place | null): Place | 'unsure' | null {
  const text = whole.replace(IS_RIGHT, ' ').trim();
  const last = all.at(-1);
  const said = words(text);
  if (!last || all.length < 2 || !all.every(it => isSameStreet(it, last))) return null;
  if (now?.street && now.number) {
    const same = all.filter(it => it.number === now.number && (!now.unit || it.unit === now.unit));
    return same.length === 1 ? same[0]! : null;
  }
  const number = readNewNumber(text)?.number;
  if (said.length > WORDS_MOST) return number ? 'unsure' : null;
  const inHome = all.find(it => it.unit !== last.unit && it.number === last.number);
  const onStreet = all.find(it => it.number !== last.number && it.unit === last.unit);
  const isOfHome = said.some(word => OF_HOME.has(word));
  const isOfStreet = said.some(word => OF_STREET.has(word));
  const isOnly = said.every(word => OF_HOME.has(word) || OF_STREET.has(word) || BESIDE.has(word) || word === number);
  const isSaid = number === undefined || number === (isOfHome ? homeOf(inHome ?? last)?.number : onStreet?.number);
  if (isOfHome !== isOfStreet && isOnly && isSaid && inHome && onStreet) return isOfHome ? inHome : onStreet;
  if (!number || number.length < 2) return null;
  const having = all.filter(it => it.number === number || homeOf(it)?.number === number);
  return having.length === 1 && !readNewNumber(text)?.not ? having[0]! : 'unsure';
}
/** "La calle está bien, el depto es 207": what stays as it is picks nothing. */
const IS_RIGHT =
  /(?:(?:la|el|the|a|o)\s+)?(?:calle|n[uú]mero|direcci[oó]n|depto|departamento|casa|street|number|address|flat|apartment|rua)(?:\s+de\s+la\s+calle)?\s+(?:est[aá]|ta|is|es|era)\s+(?:bien|buen[oa]|ok|right|fine|correct[oa]?|certo)[\s,.;]*(?:(?:y|and|pero|but|e)\s+)?/giu;
const WORDS_MOST = 6;
const OF_HOME: ReadonlySet<string> = new Set(
  'depto dpto departamento depa casa block torre pieza flat apartment apto apartamento house kay'.split(' '),
);
/** What may stand beside the word for it. */
const BESIDE: ReadonlySet<string> = new Set(
  'el la es era del de mi numero nro si the is its number of my a o e do da se nan nimewo an'.split(' '),
);
const OF_STREET: ReadonlySet<string> = new Set('calle pasaje avenida street rua ri lari'.split(' '));

/** Without the other readings of a number of that street, once it is known which it is. */
export const withoutReadings = (others: readonly Place[], place: Place): Place[] =>
  others.filter(it => !isSameStreet(it, place));

/** The number of the same street is another now, or that of a home which it had. */
export function isNumberTold(before: Place | null, now: Place): boolean {
  if (!before || !isSameStreet(before, now)) return false;
  const [was, is] = [before, now].map(({ unit }) => unit?.split(', ') ?? []);
  return before.number !== now.number || (before.unit !== now.unit && was!.length === is!.length);
}

const isSameStreet = (a: Place, b: Place): boolean =>
  a.street !== undefined && a.street === b.street && a.commune === b.commune;

function putRight(before: Place, home: Home | null, said: NewNumber, text: string): Numbered | null {
  const { number, not, kind, corrects } = said;
  const street = (): Numbered => ({ how: 'completes', place: onStreet(before, number, text) });
  const inHome = (): Numbered => ({ how: 'completes', place: inUnit(before, home!, number, text) });
  if (not !== undefined && home && not === home.number && not !== before.number) return inHome();
  if (not !== undefined && not === before.number && not !== home?.number) return street();
  if (kind !== undefined && home && unitKind(kind) === home.kind) return inHome();
  // "Casa 12", "depto 4", of a home that was not told yet.
  if (kind !== undefined && !(corrects && home)) return null;
  const isLong = number.replace(/\D/g, '').length >= SURE_DIGITS;
  if (home && before.number !== undefined) {
    // What else would be the street's: "no, es la 21".
    const isSaid = corrects || (/\p{L}/u.test(text) && readHouse(text)?.sure === true);
    return isSaid || (isLong && !lacksFlat(before.unit)) ? doubt(before, home, number, text) : null;
  }
  if (home) return corrects && isArea(before.street!) ? inHome() : null;
  if (before.number === undefined || before.doubted === true) return null;
  if (before.number === number) return /\p{L}/u.test(text) ? null : { how: 'nothing' };
  if (corrects) return street();
  // A bare number may be anything that she was asked.
  return isLong && !/\p{L}/u.test(text) && !lacksFlat(before.unit)
    ? { how: 'completes', place: before, others: [onStreet(before, number, text)] }
    : null;
}

/** "Me pasé al 306", of the street or of the building that she is in. */
function gone(before: Place, home: Home | null, said: NewNumber, text: string): Numbered | null {
  const { number, kind, goes } = said;
  if (kind !== undefined && home && unitKind(kind) === home.kind)
    return { how: 'moves', place: inUnit(before, home, number, text) };
  if (goes === 'within') return home ? { how: 'moves', place: inUnit(before, home, number, text) } : null;
  if (kind !== undefined && (isArea(before.street!) || kind !== 'casa')) return null;
  if (home && before.number !== undefined) return doubt(before, home, number, text);
  if (home) return isArea(before.street!) ? { how: 'moves', place: inUnit(before, home, number, text) } : null;
  const isSure = goes === 'beside' || kind !== undefined || number.replace(/\D/g, '').length >= SURE_DIGITS;
  const move = readMove(text);
  // "Nos fuimos al 95 donde la vecina": whose house it is stands beside its number.
  const to = move !== null && move !== 'unnamed' && move.beside ? { ...move, number } : { at: number, number };
  const place = movedFrom(before, to, null, `${before.text}, ${text.trim()}`);
  return isSure ? { how: 'moves', place } : { how: 'completes', place: before, others: [place] };
}

/** "Me crucé a la casa del frente": a house that has no number for us, beside the one that is kept. */
export function houseBeside(before: Place, text: string): Place | null {
  if (before.street === undefined || text.includes('?')) return null;
  const [, , at] = TO_HOUSE_BESIDE.exec(spaced(text)) ?? [];
  return at ? movedFrom(before, { at, beside: true }, null, `${before.text}, ${text.trim()}`) : null;
}
const TO_HOUSE_BESIDE =
  /^ (?:(?:ahora|ya|yo|sali|salimos|corri|y) )*(estoy|toy|estamos|(?:me|nos) (?:pase|pasamos|cruce|cruzamos|fui|fuimos|vine|vinimos|meti|metimos|arranque|arrancamos|escape|escapamos|escondi|salte|saltamos)|corri|i (?:ran|went|crossed)|im|i am|estou|mwen) (?:corriendo )?(?:a|en|para|pa|hacia|al|to|at|in|na|nan) (?:la |el |the |una |un )?((?:casa|depto|patio|house|kay) (?:del frente|de enfrente|de al frente|de al lado|del lado|next door|across the street|em frente|ao lado|an fas|bò kote)) /;

/**
 * "Me esconde la vecina del 14": the door behind which she is takes the place of hers in use, and hers stands beside it until
 * she says which it is: the number may be a flat's, or she may be told of wrongly.
 *
 * @returns null where her text tells no such door, or no address is known to which its number belongs
 */
export function behindDoor(kept: Place | null, text: string): { place: Place; others: readonly Place[] } | null {
  const door = doorBeside(text);
  const told = door ? readPlace(door.before) : null;
  const before = told?.street === undefined ? kept : told;
  if (!door || !before || before.street === undefined || before.number === door.number) return null;
  const whole = told === null ? `${before.text}, ${text.trim()}` : text.trim();
  const home = homeOf(before);
  if (home?.number === door.number || (before.number === undefined && !home)) return null;
  const { unit, said: _, ...street } = before;
  const inHome = home ? { ...inUnit(before, home, door.number, text), text: whole } : null;
  const within = { ...street, unit: `depto ${door.number}`, text: whole };
  const house = { ...street, ...areasOf(unit), number: door.number, text: whole };
  const place = inHome ?? (door.within ? within : house);
  const other = inHome && before.number !== undefined ? [house] : [];
  return { place, others: [...other, { ...before, text: told === null ? before.text : door.before }] };
}

const doubt = (before: Place, home: Home, number: string, text: string): Numbered => ({
  how: 'completes',
  place: before,
  others: [inUnit(before, home, number, text), onStreet(before, number, text)],
});

const onStreet = (before: Place, number: string, text: string): Place => ({
  ...before,
  number,
  ...moreWords(before, { number }, text),
  text: `${before.text}, ${text.trim()}`,
});

function inUnit(before: Place, { unit, number }: Home, next: string, text: string): Place {
  const other = unit.slice(0, unit.lastIndexOf(number)) + next;
  const { said } = before;
  const at = said?.lastIndexOf(unit) ?? -1;
  return {
    ...before,
    unit: before
      .unit!.split(', ')
      .map(it => (it === unit ? other : it))
      .join(', '),
    ...(said === undefined
      ? {}
      : { said: at < 0 ? `${said}, ${other}` : said.slice(0, at) + other + said.slice(at + unit.length) }),
    text: `${before.text}, ${text.trim()}`,
  };
}

/** The innermost home that has a number, or the one that her text tells; none of what it stands beside or looks like. */
function homeOf({ unit = '' }: Place, said?: NewNumber | null): Home | null {
  const all = unit.split(', ').flatMap(it => {
    const number = HOME.test(it) || isFlat(it) ? it.match(/\d+(?:[ -]?[a-z])?$/i)?.[0] : undefined;
    return number === undefined ? [] : [{ unit: it, kind: unitKind(it), number }];
  });
  const told = all.find(it => it.number === said?.not) ?? all.find(it => said?.kind && it.kind === unitKind(said.kind));
  return told ?? all.at(-1) ?? null;
}
/** "La del 304", "en el 22": told by its number alone. */
const isFlat = (unit: string): boolean => {
  const bare = unit.replace(/^en\s+/i, '');
  return flatTold(bare)?.words === bare;
};
const HOME = /^\p{L}+\.?(?: (?:n[°º]?|nro|numero|#))?\s*#?\d{1,5}(?:[ -]?[a-z])?$/iu;
