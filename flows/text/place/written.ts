/** A text as addresses are looked for in it: its words, the communes it names, and where an address may begin and end. */
import { type CommuneFound, type CommuneNamed, communeNames, findCommunes } from './communes.js';
import { isAfterHere } from './hereWords.js';
import { lately } from '../lately.js';
import { parseNumber } from '../number.js';
import {
  AFTER_HOUSE,
  COMPASS,
  COUNTED,
  HOME_PARTS,
  LEADS,
  LINKS,
  NAMES_BEGIN,
  STREET,
  UNITS,
  isCue,
  isHouse,
  isLetter,
  isName,
} from './placeWords.js';
import { KNOWN_STREETS, lastOfStreet, NAMED_STREETS } from './streets-data.js';
import { type Token, tokens, wordSet } from '../tokens.js';

/** An address as places in the text (`end` not included). */
export interface AddressSpan {
  start: number;
  end: number;
  street?: string;
  number?: string;
  unit?: string;
  /** Two streets that meet. */
  corner?: true;
}

/** A text as it is looked through. */
export interface Written {
  text: string;
  all: readonly Token[];
  communes: readonly CommuneFound[];
  named: readonly CommuneNamed[];
}

export const writtenOf = lately(
  (text: string): Written => ({
    text,
    all: withoutAbout(withNumbers(tokens(text), text)),
    communes: findCommunes(text),
    named: communeNames(text),
  }),
);

/** "Cinco mil doscientos" is one house number, written out. */
function withNumbers(all: readonly Token[], text: string): readonly Token[] {
  if (!all.some(({ word }) => HUNDREDS.test(word) || KILOMETRE.test(word))) return all;
  const merged: Token[] = [];
  for (let i = 0; i < all.length; i++) {
    const first = all[i]!;
    let to = i;
    while (
      to < all.length &&
      (to === i || !all[to]!.opens) &&
      (WRITTEN_OUT.test(all[to]!.word) || (to > i && all[to]!.word === 'y'))
    )
      to++;
    const last = all[to - 1];
    const value = to > i ? parseNumber(text.slice(first.start, last!.end)) : null;
    const least = KILOMETRE.test(all[i - 1]?.word ?? '') ? 1 : 100;
    const isHouse =
      value?.ok === true && value.value >= least && value.value < 100_000 && !COUNTED.has(all[to]?.word ?? '');
    merged.push(isHouse ? { ...first, word: String(value.value), end: last!.end } : first);
    if (isHouse) i = to - 1;
  }
  return merged;
}

/**
 * "Santa Rosa como al 11500", "los aromos 340 y tanto": near enough for whoever goes there, so that what only says "about"
 * is passed over. Before a number it counts where a street's name or a clause's beginning stands before it: "me debe como
 * 3000" has none.
 */
function withoutAbout(all: readonly Token[]): Token[] {
  const off = new Set<Token>();
  all.forEach((house, at) => {
    if (!ABOUT_FROM.test(house.word)) return;
    const after = AFTER_ABOUT.find(phrase => phrase.every((word, i) => all[at + 1 + i]?.word === word));
    const ends = at + 1 + (after?.length ?? 0);
    after?.forEach((_, i) => off.add(all[at + 1 + i]!));
    let from = at;
    while (from > 0 && !all[from]!.opens && ABOUT.has(all[from - 1]!.word)) from--;
    if (from === at || !all.slice(from, at).some(({ word }) => !LINKS.has(word))) return;
    const first = all[from]!;
    const alone = (first.opens || from === 0) && (all[ends] === undefined || all[ends].opens);
    if (alone || endsStreet(all, from - 1)) all.slice(from, at).forEach(token => off.add(token));
  });
  return all.filter(token => !off.has(token));
}

/** A street's name ends with this word: after a word for one, known, or by its form. */
function endsStreet(all: readonly Token[], last: number): boolean {
  let begin = last;
  while (begin > 0 && !all[begin]!.opens && last - begin < STREET_WORDS_MOST) begin--;
  return all
    .slice(begin, last + 1)
    .some(
      ({ word }, i) =>
        (last > begin + i &&
          (isCue(word) || (FORMED.test(word) && last <= begin + i + 2 && leadsIn(all, begin + i)))) ||
        [KNOWN_STREETS, NAMED_STREETS].some(streets => lastOfStreet(streets, all, begin + i) === last),
    );
}

/** Numbers of streets, and no count: "como 20". */
const ABOUT_FROM = /^\d{3,5}$/;
const STREET_WORDS_MOST = 5;
/** "Los Aromos", "Santa Rosa"; "la deuda" is no street's name. */
const FORMED = /^(?:los|las|san|santa|santo)$/;
const ABOUT = wordSet('como a al la altura del el casi llegando cerca por ahi mas o menos around near about at the');
const AFTER_ABOUT = 'y algo|y tanto|y tantos|y pico|y fraccion|mas o menos|aprox|aproximadamente|approx|or so'
  .split('|')
  .map(phrase => phrase.split(' '));

/** A home right after an address is part of it. */
export function joinUnits(spans: readonly AddressSpan[], text: string): AddressSpan[] {
  const joined: AddressSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const near = last && span.unit && !span.street && /^[\s,.;-]*$/.test(text.slice(last.end, span.start));
    if (near)
      joined[joined.length - 1] = { ...last, end: span.end, unit: [last.unit, span.unit].filter(Boolean).join(', ') };
    else joined.push(span);
  }
  return joined;
}

/** The commune straight before an address, where it begins what she says or follows where she is: "Recoleta, Dorsal 900". */
export const communeBefore = (text: string, span: AddressSpan): CommuneNamed | null => before(writtenOf(text), span);

/** "La copec de vicuña con trinidad": of the two streets. */
export const isInCorner = (it: CommuneNamed, spans: readonly AddressSpan[]): boolean =>
  spans.some(({ corner, start, end }) => corner && it.start >= start && it.end <= end);

/** The commune straight after an address. */
export const communeAfter = (text: string, span: AddressSpan): CommuneNamed | null => after(writtenOf(text), span);

/** "Providencia, near Tobalaba metro": between its commas, beside what stands there. */
export function communeApart(text: string): Pick<CommuneFound, 'commune' | 'confidence'> | null {
  const named = communeNames(text).find(
    ({ start, end }) => /(?:^|[,;.])\s*$/.test(text.slice(0, start)) && /^\s*(?:[,;.]|$)/.test(text.slice(end)),
  );
  return named ? { commune: named.commune, confidence: 'maybe' } : null;
}

function before(written: Written, { start }: AddressSpan): CommuneNamed | null {
  const { text, all, named } = written;
  const it = named.find(({ end, inName }) => !inName && end <= start && BEFORE.test(text.slice(end, start)));
  const index = all.findIndex(token => token.start === it?.start);
  const apart = it !== undefined && /[^\s\p{L}]/u.test(text.slice(it.end, start));
  return it && (leadsIn(all, index) || isAtHome(all, index)) && (apart || streetFollows(written, index)) ? it : null;
}

function after({ text, all, named }: Written, { end }: AddressSpan): CommuneNamed | null {
  const it = named.find(({ start, inName }) => !inName && start >= end && AFTER.test(text.slice(end, start)));
  const next = it && all.find(token => token.start >= it.end);
  return !it || (next && !next.opens && isHouse(next.word)) ? null : it;
}

export const besides = (written: Written, span: AddressSpan): boolean =>
  before(written, span) !== null || after(written, span) !== null;

/** A clause, where she says where she is, or a commune leads to what stands here. */
export function beginsAt(written: Written, index: number): boolean {
  const { all, named } = written;
  const [previous, token] = [all[index - 1], all[index]];
  if (
    !token ||
    !previous ||
    leadsIn(all, index) ||
    (isAtPart(all, index) && (NAMES_BEGIN.has(token.word) || isCue(token.word))) ||
    isAtTheirs(all, index) ||
    isAfterHere(all, index) ||
    isHouse(previous.word) ||
    previous.word.startsWith('http')
  )
    return token !== undefined;
  const commune = named.find(it => it.end === previous.end);
  const from = all.findIndex(({ start }) => start === commune?.start);
  return commune !== undefined && (leadsIn(all, from) || isAtHome(all, from)) && streetFollows(written, from);
}

/** "Estoy en mi casa Ñuñoa Irarrázaval 2300": her home, and then where it is. */
const isAtHome = (all: readonly Token[], index: number): boolean =>
  /^(?:casa|depto|departamento|depa|hogar|pieza|house|home|flat|place)$/.test(all[index - 1]?.word ?? '') &&
  /^(?:mi|nuestra|nuestro|my|our)$/.test(all[index - 2]?.word ?? '');

/** "En la puerta los alerces 1234": a part of a home, and then its street. */
const isAtPart = (all: readonly Token[], index: number): boolean =>
  HOME_PARTS.has(all[index - 1]?.word ?? '') && LINKS.has(all[index - 2]?.word ?? '');

/** "Donde mi vecina, Serrano 19", "casa de mi mamá los aromos 4", "la vecina Matucana 500": whose house it is, and then its street. */
export const isAtTheirs = (all: readonly Token[], index: number): boolean =>
  THEIRS.has(all[index - 1]?.word ?? '') &&
  /^(?:mi|la|el|un|una)$/.test(all[index - 2]?.word ?? '') &&
  (leadsIn(all, index - 2) ||
    all[index - 3]?.word === 'donde' ||
    (all[index - 3]?.word === 'de' && all[index - 4]?.word === 'casa'));
const THEIRS = wordSet(
  'vecina vecino mama papa madre padre hermana hermano amiga amigo tia tio abuela abuelo suegra suegro prima primo cuñada cuñado hija hijo comadre nana cunada cunado',
);

export const leadsIn = (all: readonly Token[], index: number): boolean =>
  all[index]?.opens === true || index === 0 || LEADS.has(all[index - 1]?.word ?? '');

/** A commune that begins here is followed by a street of its own: "Colina camino San José". "Vicuña Mackenna" is a street. */
export function streetFollows({ all, text, named }: Written, index: number): boolean {
  const commune = named.find(it => it.start === all[index]?.start);
  const next = all.find(token => token.start >= (commune?.end ?? text.length));
  if (!commune || !next || next.opens || COMPASS.has(next.word)) return false;
  const last = all[all.indexOf(next) + 1];
  // "Lota 2200 Providencia": a number follows its street, whatever else that is the name of. "La Florida 230 Walker Martínez" goes on.
  const isNumbered = !last || last.opens || UNITS.has(last.word) || named.some(it => it.start === last.start);
  if (isHouse(next.word) && isNumbered) return false;
  const known = [KNOWN_STREETS, NAMED_STREETS].some(it => lastOfStreet(it, all, all.indexOf(next)) !== null);
  return known || NAMES_BEGIN.has(next.word) || isCue(next.word) || (commune.kind === 'own' && isName(next, text));
}

/** The clause ends here, or goes on with a home, a corner, a commune: "los aromos 123 en Maipú", and no year. */
export function isEnd({ all, communes }: Written, index: number): boolean {
  const next = all[isLetter(all[index]) ? index + 1 : index];
  if (!next || next.opens || UNITS.has(next.word) || STREET.has(next.word) || AFTER_HOUSE.has(next.word)) return true;
  const house = all[index - 1]?.word ?? '';
  const town = IN.test(next.word) && /^\d{2}/.test(house) && !YEAR.test(house) ? all[all.indexOf(next) + 1] : next;
  return communes.some(it => it.start === town?.start);
}
const IN = /^(?:en|in|em|nan)$/;
const YEAR = /^(?:19|20)\d\d$/;

const KILOMETRE = /^(?:km|kilometro)$/;
const HUNDREDS = /^(?:cien|ciento|mil|.*cient[oa]s|quinient[oa]s)$/;
const WRITTEN_OUT =
  /^(?:cien|ciento|mil|.*cient[oa]s|quinient[oa]s|uno?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci.+|veint.+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)$/;
const BEFORE = /^[\s,.;:-]+(?:(?:en|in|at)\s+)?$/i;
const AFTER = /^[\s,.;:-]+(?:(?:de|en|in|comuna(?: de)?)\s+)?$/i;

/** "La mía es la 346 Los Pinos", "mi casa es la 346 Los Pinos". */
export const isMine = (all: readonly Token[], house: number): boolean =>
  all[house]!.word.length > 2 &&
  all[house - 1]?.word === 'la' &&
  all[house - 2]?.word === 'es' &&
  /^(?:mia|nuestra|casa)$/.test(all[house - 3]?.word ?? '');

/** A long number, and after it nothing but names: a commune with a slip, a sector that no list knows. */
export function namesFollow({ all, text }: Written, at: number): boolean {
  const next = all.findIndex(({ opens }, i) => i > at && opens);
  const names = all.slice(at + 1, next < 0 ? undefined : next);
  const isMany = names.length === 0 || names.length > NAMES_AFTER_MOST;
  return (
    !isMany &&
    /^\d{3}/.test(all[at]!.word) &&
    !COUNTED.has(names[0]!.word) &&
    names.every(it => NAMES_BEGIN.has(it.word) || isName(it, text))
  );
}
const NAMES_AFTER_MOST = 4;
