/**
 * One street of a corner put right: "no, con monjitas", "perdón, es con huérfanos", "no es merced es monjitas". "Con" joins
 * people and what is in a hand as well: "no, con mi hijo", "con cuchillo".
 */
import { communeNames } from './communes.js';
import { MONTHS, isCue, isName, STREET } from './placeWords.js';
import { asCorrection } from './mistake.js';
import { PEOPLE } from './people.js';
import { readPlace } from './place.js';
import { KNOWN_STREETS, NAMED_STREETS } from './streets-data.js';
import { type Token, tokens, wordSet } from '../tokens.js';

export interface Corner {
  first: string;
  second: string;
  /** What stands between them, and before the first: "esquina de". */
  join: string;
  lead: string;
}

/** The two streets of a corner; null for one street. */
export function cornerOf(street: string | undefined): Corner | null {
  const [, lead = '', first, join, second] = CORNER.exec(street ?? '') ?? [];
  return first && join && second ? { lead, first, join, second } : null;
}
const CORNER =
  /^((?:esquina|esq\.?|corner|intersecci[oó]n|cruce)(?:\s+(?:de|of|con|entre))?\s+)?(.+?)(\s+(?:con|y|and|esquina|esq\.?|corner)(?:\s+(?:con|de|esquina))?\s+|\s*[/&]\s*)(\S.*)$/iu;

export interface CrossStreet {
  street: string;
  /** Which of the two it takes the place of; null where she does not say. */
  of: 'first' | 'second' | null;
  /** That it is a street is sure: it is known, has the form of one, or she says which it is not. */
  sure: boolean;
}

/**
 * @param asked she said that the corner is not right: the street alone is enough
 * @returns null for what is no street that puts one of the corner right
 */
export function readCross(told: string, { first, second }: Corner, asked = false): CrossStreet | null {
  const text = asCorrection(told);
  const all = tokens(text);
  if (all.length > WORDS_MOST || text.includes('?')) return null;
  const not = (['first', 'second'] as const).flatMap(of => {
    const span = deniedIn(all, nameOf(of === 'first' ? first : second));
    return span ? [{ of, span }] : [];
  });
  const [denied] = not;
  if (not.length > 1) return null;
  const rest = denied ? all.filter((_, i) => i < denied.span[0] || i >= denied.span[1]) : all;
  let at = 0;
  while (at < rest.length && LEADS.has(rest[at]!.word)) at++;
  const lead = rest.slice(0, at).map(({ word }) => word);
  const name = rest.slice(at);
  while (name.length > 1 && AFTER.has(name.at(-1)!.word)) name.pop();
  const [head, last] = [name[0], name.at(-1)];
  if (!head || !last || name.length > NAME_MOST || name.some(({ opens }, i) => i > 0 && opens)) return null;
  const isJoined = lead.some(word => /^(?:con|esquina|with)$/.test(word));
  const isPutRight = denied !== undefined || /^\s*\*|\*\s*$/.test(text) || lead.some(word => SIGNS.has(word));
  const street = text.slice(head.start, last.end);
  const firm = firmOf(name, text);
  if (!isPutRight && !(asked && (isJoined || firm === 'sure'))) return null;
  // "No, en Providencia" is the commune.
  if (!isJoined && denied === undefined && communeNames(street).length > 0) return null;
  if (firm === null || [first, second].some(it => nameOf(it).join(' ') === nameOf(street).join(' '))) return null;
  const of = denied?.of ?? (isJoined ? 'second' : null);
  return { street, of, sure: of !== null && (firm === 'sure' || denied !== undefined) };
}

/** Whether it is called as streets are; null for talk. */
function firmOf(name: readonly Token[], text: string): 'sure' | 'perhaps' | null {
  const said = name.map(({ word }) => word).join(' ');
  if (KNOWN_STREETS.has(said) || NAMED_STREETS.has(said) || FORMED.test(said)) return 'sure';
  if (MONTHS.has(name.at(-1)!.word) && /^\d{1,2} de /.test(said)) return 'sure';
  const called = isCue(name[0]!.word) && name.length > 1 ? name.slice(1) : name;
  if (called.some(token => !isName(token, text) || /\d/.test(token.word) || PEOPLE.has(token.word))) return null;
  if (called.length < name.length && STREET.has(name[0]!.word)) return 'sure';
  // A commune, or an address of its own.
  const place = readPlace(text.slice(name[0]!.start, name.at(-1)!.end));
  return place?.number === undefined && (called[0]!.word.length > 3 || called.length > 1) ? 'perhaps' : null;
}
const FORMED =
  /^(?:(?:primera|segunda|tercera|cuarta|quinta|sexta|\d{1,2}|[1-9]a) (?:transversal|avenida|norte|sur|oriente|poniente)|(?:san|santa|santo) \S+(?: \S+)?)$/;

/** Where a no to that name begins and ends: "no es con merced", "merced no". */
function deniedIn(all: readonly Token[], name: readonly string[]): [number, number] | null {
  for (let i = 0; i + name.length <= all.length; i++) {
    if (!name.every((word, n) => all[i + n]!.word === word)) continue;
    let from = i;
    while (from > 0 && OF_NO.has(all[from - 1]!.word) && !all[from]!.opens) from--;
    if (from > 0 && NO.test(all[from - 1]!.word) && !all[from]!.opens) return [from - 1, i + name.length];
    const after = all[i + name.length];
    if (after && NO.test(after.word) && !after.opens && (all[i + name.length + 1]?.opens ?? true))
      return [from, i + name.length + 1];
  }
  return null;
}
const NO = /^(?:no|not|nao|pa)$/;
const OF_NO = wordSet('es era con la el en calle its is e de esquina');

const nameOf = (street: string): string[] =>
  tokens(street)
    .map(({ word }) => word)
    .filter((word, i) => i > 0 || !isCue(word));

const WORDS_MOST = 14;
const NAME_MOST = 4;
const SIGNS = wordSet(
  'no not nao perdon sorry digo es era is its sino equivoque mal error correccion corrijo desculpa',
);
const LEADS = new Set([
  ...SIGNS,
  ...wordSet('ay uy ups oye espera me con with y la el otra calle esquina pero que q en de mi i meant quise decir de'),
]);
const AFTER = wordSet('perdon sorry disculpa porfa porfavor digo');
