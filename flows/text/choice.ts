/**
 * From a citizen's free words to one (or several) of the options she was shown: by number, by name, by a phrase that
 * only one option has, or by a small misspelling of it.
 */
import { edits, editsAllowed } from './nearness.js';
import { plain, words } from './plain.js';
import { readYesNo } from './yesno.js';

export interface ChoiceOption {
  id: string;
  /** What she saw. Its order is its number, from 1. */
  label: string;
  /** Other words that mean it. */
  accepts?: readonly string[];
  /** A part of a name does not mean it: "persona" is not "Es por otra persona". */
  exact?: boolean;
}

/** More than one option fits: ask which. No option may have this id. */
export const SEVERAL = 'several';

/**
 * The id of the option she means, `several`, or null when nothing fits.
 *
 * Tried in this order, the first that finds something wins: the whole text is a name of the option; a number ("2",
 * "la 2", "opción 3", "la primera"); options whose ids are yes, no or unknown, by `readYesNo`; a name of the option
 * inside the text, not denied ("no quiero información"); words of one label only; a misspelled name. A name picks only
 * where little else is said, unless it is long: who goes on ("información, él llegó curado") has written more than her choice.
 */
export function choose(text: string, options: readonly ChoiceOption[]): string | null {
  const said = words(text).join(' ');
  const known = options.map(option => ({ id: option.id, names: namesOf(option), exact: option.exact }));
  const sorts = known.filter(it => !isYesNo(it.id));
  if (said === '') return ofYesNo(text, options);
  return (
    one(known.filter(it => it.names.includes(said))) ??
    ofNumbers(chosenNumbers(text, options.length), options) ??
    ofYesNo(text, options) ??
    one(longestMentions(said, sorts, saysLittle(said, known) ? 1 : TELLING_NAME)) ??
    one(sorts.filter(it => !it.exact && withinName(said, it.names))) ??
    one(known.filter(it => misspelled(said, it.names, it.exact ? isCourtesy : isFrame)))
  );
}

/**
 * The ids of all options she means, in the order shown: "1 y 3", "1,2", "todas", "todas menos la 2", "ambas", or names
 * joined in any way. "Ninguna" is the empty list. Null when nothing was understood, or a number is beyond the list.
 */
export function chooseMany(text: string, options: readonly ChoiceOption[]): string[] | null {
  const said = words(text).join(' ');
  const inOrder = (wanted: ReadonlySet<string>) => options.map(it => it.id).filter(id => wanted.has(id));
  const [, except] = /^(.*?)\b(?:menos|excepto|salvo|except)\b(.*)$/.exec(said)?.slice(1) ?? [];
  if (ALL.test(said) || (options.length === 2 && BOTH.test(said))) {
    const dropped = except === undefined ? [] : chooseMany(except, options);
    return dropped === null ? null : inOrder(new Set(options.map(it => it.id).filter(id => !dropped.includes(id))));
  }
  if (NONE.test(said)) return [];
  const numbers = chosenNumbers(text, options.length);
  if (numbers.length > 0) {
    const picked = numbers.map(n => options[n - 1]?.id);
    return picked.includes(undefined) ? null : inOrder(new Set(picked.flatMap(id => id ?? [])));
  }
  const parts = plain(text)
    .split(/[,;\n/+&]| y | e | and /)
    .map(part => choose(part, options));
  const wanted = new Set(parts.flatMap(id => (id === null || id === SEVERAL ? [] : [id])));
  const mentioned = longestMentions(
    said,
    options.map(option => ({ id: option.id, names: namesOf(option) })),
  );
  for (const it of mentioned) wanted.add(it.id);
  return wanted.size > 0 ? inOrder(wanted) : null;
}

/**
 * The numbers of options in a text that consists of them ("1", "la 2 porfa", "1 y 3", "ya eligió, la opción 2").
 * A number among other words is no choice ("tengo 2 hijos"). It may be beyond the `count` options shown; "la última" is
 * the count itself.
 */
export function chosenNumbers(text: string, count: number): number[] {
  const said = plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(THE_ONE, '$1')
    .trim();
  const named = [...said.matchAll(/\b(?:opcion|numero|alternativa|option|number|letra) (\d{1,2}|\p{L}+)/gu)].flatMap(
    match => toNumber(match[1] ?? '', count),
  );
  if (named.length > 0) return named;
  const rest = said.split(' ').filter(word => !POLITE.has(word));
  const numbers = rest.map(word => toNumber(word, count)[0]);
  return numbers.length > 0 && numbers.every(n => n !== undefined) ? numbers : [];
}

interface Named {
  id: string;
  names: readonly string[];
  exact?: boolean | undefined;
}

const isYesNo = (id: string): boolean => id === 'yes' || id === 'no' || id === 'unknown';
const namesOf = (option: ChoiceOption): string[] =>
  [option.label, option.id, ...(option.accepts ?? [])].map(name => words(name).join(' ')).filter(Boolean);
const one = (fitting: readonly Named[]): string | null => (fitting.length > 1 ? SEVERAL : (fitting[0]?.id ?? null));

function ofYesNo(text: string, options: readonly ChoiceOption[]): string | null {
  const answer = options.some(option => isYesNo(option.id)) ? readYesNo(text) : null;
  return options.find(option => option.id === answer)?.id ?? null;
}

function ofNumbers(numbers: readonly number[], options: readonly ChoiceOption[]): string | null {
  const ids = new Set(numbers.flatMap(n => options[n - 1]?.id ?? []));
  return ids.size > 1 ? SEVERAL : ([...ids][0] ?? null);
}

function toNumber(word: string, count: number): number[] {
  if (/^\d{1,2}$/.test(word)) return [Number(word)];
  const spelled = ORDINALS.findIndex(names => names.includes(word));
  if (spelled >= 0) return [spelled + 1];
  return /^ultim[ao]$|^last$/.test(word) ? [count] : [];
}

/**
 * Options named in the text and not denied there; a name inside a longer named one does not count.
 * @param least so many words a name has to have
 */
function longestMentions(said: string, known: readonly Named[], least = 1): Named[] {
  const mentions = known.flatMap(it =>
    it.names
      .filter(name => name.split(' ').length >= least && mentioned(said, name) && (!it.exact || isAll(said, name)))
      .map(name => ({ it, name })),
  );
  const longest = mentions.filter(
    a => !mentions.some(b => b.it !== a.it && b.name !== a.name && ` ${b.name} `.includes(` ${a.name} `)),
  );
  return [...new Set(longest.map(mention => mention.it))];
}

function mentioned(said: string, name: string): boolean {
  if (/^\d+$/.test(name)) return false;
  const place = ` ${said} `.indexOf(` ${name} `);
  if (place < 0) return false;
  const before = said.slice(0, place).trim().split(' ').slice(-3);
  return /^(?:no|ni|sin)\b/.test(name) || !before.some(word => DENIALS.has(word));
}

/** She says this name and, beside courtesies, nothing; or it is long enough to be meant. */
const isAll = (said: string, name: string): boolean =>
  name.split(' ').length >= TELLING_NAME ||
  ` ${said} `
    .replace(` ${name} `, ' ')
    .split(' ')
    .every(word => word === '' || isCourtesy(word));

/** Nothing is said beside names of the options, and words that only frame a choice. */
function saysLittle(said: string, known: readonly Named[]): boolean {
  const names = known.flatMap(it => it.names).filter(name => ` ${said} `.includes(` ${name} `));
  const named = new Set(names.flatMap(name => name.split(' ')));
  return said.split(' ').every(word => named.has(word) || isFrame(word));
}

/** All she wrote stands in a name of the option, and says something: "apoyo" for "Apoyo emocional". */
function withinName(said: string, names: readonly string[]): boolean {
  const telling = said.split(' ').filter(word => !SMALL.has(word));
  return (
    telling.length > 0 && telling.every(word => word.length > 2 && names.some(name => name.split(' ').includes(word)))
  );
}

/** A short text with a window of words that is a name of the option but for a few letters. */
function misspelled(said: string, names: readonly string[], mayStandBeside: (word: string) => boolean): boolean {
  const spoken = said.split(' ');
  if (spoken.length > FUZZY_WORDS_MAX) return false;
  return names.some(name => {
    const size = name.split(' ').length;
    const allowed = editsAllowed(name.length);
    return (
      allowed > 0 &&
      spoken.some((_, i) => {
        const window = spoken.slice(i, i + size).join(' ');
        const beside = [...spoken.slice(0, i), ...spoken.slice(i + size)];
        return (
          beside.every(mayStandBeside) &&
          !spoken.slice(Math.max(0, i - 3), i).some(word => DENIALS.has(word)) &&
          edits(window, name, allowed) <= allowed
        );
      })
    );
  });
}

const isCourtesy = (word: string): boolean => SMALL.has(word) || POLITE.has(word);
const isFrame = (word: string): boolean => isCourtesy(word) || FRAME.has(word) || DENIALS.has(word);

/** A name of so many words is meant, whatever is said beside it: "es por otra persona, mi vecina". */
const TELLING_NAME = 3;
const FUZZY_WORDS_MAX = 6;
const DENIALS = new Set(['no', 'ni', 'sin', 'tampoco', 'menos', 'excepto', 'salvo', 'not', 'nao', 'pa']);
const SMALL = new Set(
  'el la los las un una de del al a en y o por para con mi mis su que lo me quiero quisiera necesito porfa favor gracias the a an of to i want please'.split(
    ' ',
  ),
);
const POLITE = new Set(
  'el la los las y o e en con al a de por porfa favor porfavor gracias hola mi elijo escojo prefiero quiero marco seria ya ok okey bueno entonces me sirve acomoda parece esta bien and the please is works for fine good great perfect'.split(
    ' ',
  ),
);
const FRAME = new Set(
  'kiero queria necesitaba busco tengo tener quiere me te le nos es seria algo algun alguna poco bien general sobre si oye disculpe disculpa buenas buenos dias tardes noches buen dia muchas gustaria puedes puede pueden podria podrias podrian ayudar ayudarme dar darme deme pedir hacer hacerte hacerle saber hablar decir escribir esa ese eso esta opcion numero alternativa solo yes thank you can could would like need about some have give just talk hi hello'.split(
    ' ',
  ),
);
const ORDINALS = [
  ['uno', 'una', 'primera', 'primero', 'primer', 'one', 'first', 'um', 'youn'],
  ['dos', 'segunda', 'segundo', 'two', 'second', 'dois'],
  ['tres', 'tercera', 'tercero', 'tercer', 'three', 'third', 'twa'],
  ['cuatro', 'cuarta', 'cuarto', 'four', 'fourth', 'quatro', 'kat'],
  ['cinco', 'quinta', 'quinto', 'five', 'fifth', 'senk'],
  ['seis', 'sexta', 'sexto', 'six', 'sixth'],
  ['siete', 'septima', 'septimo', 'seven', 'sete'],
  ['ocho', 'octava', 'octavo', 'eight', 'oito'],
  ['nueve', 'novena', 'noveno', 'nine', 'nove'],
  ['diez', 'decima', 'decimo', 'ten', 'dez'],
];
/** "The second one" names one, and not the first beside it. */
const THE_ONE = /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|that|this) one\b/g;
const ALL = /^(?:(?:quiero|son|me sirven|elijo) )?(?:tod[ao]s(?: ell?[ao]s)?|tod[ao]|all(?: of them)?)\b/;
const BOTH = /\b(?:amb[ao]s|l[ao]s dos|both)\b/;
const NONE = /^(?:ningun[ao]?s?|nada|none)\b/;
