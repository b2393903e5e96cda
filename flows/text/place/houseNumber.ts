/**
 * A number that is no address by itself: a lone house number ("1200", "n 233", "es el 45"), one in place of another ("no es
 * el 304, es el 403", "*1254", "pa 345, se 354"), and that of a house close by where she is now ("estoy en la 347").
 */
import { lately } from '../lately.js';
import { asCorrection } from './mistake.js';
import { spaced } from '../plain.js';
import { type Token, tokens, wordSet } from '../tokens.js';

export interface House {
  number: string;
  /** With a word or a sign that says what it is, or long enough to be nothing else. */
  sure: boolean;
}

/**
 * A house number and hardly a word more; null for what may be anything else, an age or how many they are.
 *
 * @param asked her street has none yet: also one that is called like a help line, "133"
 */
export function readHouse(told: string, asked = false): House | null {
  const text = asCorrection(told);
  const all = tokens(text);
  const said = all.filter(({ word }) => HOUSE.test(word));
  // "Es 141, no 114": one of two is what it is not.
  const but = all.findIndex(({ word }) => word === 'sino');
  const numbers = said.length > 1 ? said.filter(it => all.indexOf(it) > but && !isDenied(all, all.indexOf(it))) : said;
  const [number] = numbers;
  if (!number || numbers.length > 1 || all.length > HOUSE_WORDS_MOST) return null;
  const others = all.filter(it => !said.includes(it)).map(({ word }) => word);
  if (!others.every(word => OF_HOUSE.has(word))) return null;
  // "No 45" is a number's sign; "no, 2" says how many there are.
  const isNo = all[all.indexOf(number) - 1]?.word === 'no' && !number.opens && !CALLED.test(number.word);
  // "Era 1" tells how many came.
  const isThen = others.includes('era') && number.word.length > 1;
  const signed = isNo || isThen || others.some(word => SIGNS.has(word)) || /[#º°*]/.test(text);
  if (!signed && !asked && CALLED.test(number.word)) return null;
  return { number: text.slice(number.start, number.end), sure: signed || number.word.replace(/\D/g, '').length >= 3 };
}

/** "No 22", "no es el 22": what leads to the number, and a no before it. A pause after the no makes it one to what was said. */
function isDenied(all: readonly Token[], number: number): boolean {
  let at = number;
  while (at > 0 && !all[at]!.opens && LEADS_TO.test(all[at - 1]!.word)) at--;
  return at > 0 && !all[at]!.opens && NO.test(all[at - 1]!.word);
}
const NO = /^(?:not?|nao|non|pa)$/;
const LEADS_TO =
  /^(?:el|la|es|era|al|de|en|numero|casa|depto|dpto|departamento|block|is|its|the|number|o|e|se|nimewo|kay)$/;

/**
 * A bare number, or one with its article, after a block or a tower: "el 504". Said as a number of the street ("numero 504",
 * "al 8000"), or as a correction, it is none.
 *
 * @param isStreetOpen the street has no number yet: then a long one without an article is its own
 */
export function readFlat(text: string, isStreetOpen: boolean): House | null {
  const all = tokens(text);
  const house = all.find(({ word }) => HOUSE.test(word));
  const others = all.filter(it => it !== house).map(({ word }) => word);
  if (!house || !others.every(word => OF_FLAT.has(word))) return null;
  const led = others.some(word => /^(?:el|la|the)$/.test(word));
  const digits = house.word.replace(/\D/g, '').length;
  if (digits > FLAT_DIGITS_MOST || (isStreetOpen && !led && digits > 2)) return null;
  return { number: text.slice(house.start, house.end), sure: led || digits > 2 };
}

const HOUSE = /^\d{1,5}[a-z]?$/;
/** Numbers that she calls, or was told to. */
const CALLED = /^(?:13[0-9]|14[0-9]|14(?:0[0-9]|1[0-2]|55)|1515|600|800|911)$/;
const HOUSE_WORDS_MOST = 8;
const OF_FLAT = wordSet('el la en es is its the porfa');
const FLAT_DIGITS_MOST = 4;
const SIGNS = wordSet(
  'numero numeracion nro num n nº n° altura al number es is its perdon sorry digo sino ups error corrijo correccion equivoque puse errei desculpa padon nimewo',
);
const OF_HOUSE = wordSet(
  'esta mal malo mala equivocado equivocada incorrecto incorrecta wrong numero numeracion nro num n nº n° no not si yes perdon sorry digo sino ups uy ay error corrijo me equivoque puse escribi anote era espera espere esperen wait altura al el la a en es is it its the number calle casa de porfa como casi llegando cerca del por ahi mas o menos y algo tanto tantos pico fraccion aprox approx around near about so or correccion ese esa ya nao errei desculpa e non padon pa se nimewo a o',
);

export interface NewNumber {
  number: string;
  /** What it is not: "no es el 304, es el 403". */
  not?: string;
  /** "depto", "casa": of which home she says it. */
  kind?: string;
  /** A word or a sign that puts right what was understood: "perdón", "*". */
  corrects: boolean;
  /** She is there now: "me pasé al 306"; `within`: in another home of the same building, "bajé al 104". */
  goes?: 'beside' | 'within' | 'there';
}

/** A number in place of another, or of where she is now, and no word of anything else; null where it may be another thing. */
export const readNewNumber = lately((told: string): NewNumber | null => {
  const text = asCorrection(told);
  const all = tokens(text);
  if (all.length > NEW_WORDS_MOST || text.includes('?')) return null;
  const said = all.filter(({ word }) => HOUSE.test(word));
  const others = all.filter(it => !said.includes(it)).map(({ word }) => word);
  const goes = goesIn(others);
  const isOf = (word: string): boolean => OF_NEW.has(word) || (goes !== undefined && OF_GOING.has(word));
  if (said.length === 0 || said.length > 2 || !others.every(isOf)) return null;
  const but = all.findIndex(({ word }) => word === 'sino');
  const now = said.length > 1 ? said.filter(it => all.indexOf(it) > but && !isDenied(all, all.indexOf(it))) : said;
  const [number] = now;
  if (!number || now.length > 1) return null;
  const isSigned = others.some(word => CORRECTS.has(word)) || /^\s*\*|\*\s*$/.test(text);
  // "No, 2" is how many there are, and "no, 133" whom she called.
  const isNo = number.word.length > 1 && !CALLED.test(number.word) && others.some(word => NO.test(word));
  const corrects = isSigned || isNo;
  const isTold = corrects || goes !== undefined || others.some(word => word === 'era' || SIGNS.has(word));
  if (CALLED.test(number.word) && !isTold) return null;
  const before = all[all.indexOf(number) - 1]?.word ?? '';
  const isLed =
    said.length === 1 && goes !== undefined && !/^(?:al?|el|la|del|numero|number|nimewo|casa|depto|nan)$/.test(before);
  // "Estoy en 10 minutos": what she goes to has its article, or a pause before it.
  if (isLed && !number.opens && !AT_NEIGHBOURS.test(before)) return null;
  const kind = others.find(word => KINDS.has(word));
  const not = said.find(it => it !== number)?.word;
  return {
    number: text.slice(number.start, number.end),
    corrects,
    ...(not ? { not } : {}),
    ...(kind ? { kind } : {}),
    ...(goes ? { goes } : {}),
  };
});

/** "No es el 304", and not what it is. */
export function deniedNumber(text: string): string | null {
  const all = tokens(text);
  const said = all.filter(({ word }) => HOUSE.test(word));
  const [number] = said;
  const others = all.filter(it => it !== number).map(({ word }) => word);
  return number && said.length === 1 && others.every(word => OF_NEW.has(word)) && isDenied(all, all.indexOf(number))
    ? number.word
    : null;
}

/**
 * The number of the street that she names, or says to be right, beside it: "la calle es Errázuriz, el número es 405", "la
 * calle está bien, el número 405". Null where anything else stands in it, a flat or a second number.
 *
 * @param street that is kept
 */
export function numberBeside(street: string | undefined, text: string): string | null {
  const name = tokens(street ?? '').map(({ word }) => word);
  const all = tokens(text);
  const at = all.findIndex((_, i) => name.length > 0 && name.every((word, n) => all[i + n]?.word === word));
  const rest = at < 0 ? all : [...all.slice(0, at), ...all.slice(at + name.length)];
  const isNamed = at >= 0 || IS_RIGHT.test(spaced(text));
  const [number, second] = rest.filter(({ word }) => HOUSE.test(word));
  if (!isNamed || !number || second || text.includes('?') || rest.length > NEW_WORDS_MOST) return null;
  const others = rest.filter(it => it !== number).map(({ word }) => word);
  const isSaid = others.some(word => NUMBERS.test(word)) && rest.indexOf(number) > 0;
  const isOnly = others.every(word => (OF_HOUSE.has(word) && word !== 'casa') || OF_NAMED.has(word));
  return isSaid && isOnly && !isDenied(rest, rest.indexOf(number)) ? text.slice(number.start, number.end) : null;
}
const IS_RIGHT =
  / (?:calle|direccion|pasaje|avenida|street|address|rua|ri) (?:esta |es |is |e |ta )?(?:bien|buena|correcta|correcto|right|ok|correct|certa|bon) /;
const NUMBERS = /^(?:numero|nro|num|n[º°]|number|nimewo)$/;
const OF_NAMED = wordSet(
  'bien buena correcta correcto right ok correct certa bon direccion avenida pasaje street address rua ri se llama pero but y and mas mi my solo only cambia estaba ta',
);

function goesIn(others: readonly string[]): NewNumber['goes'] {
  const said = ` ${others.join(' ')} `;
  if (WITHIN.test(said)) return 'within';
  if (!GOES_TO.test(said)) return undefined;
  return others.some(word => BESIDE_IT.has(word)) ? 'beside' : 'there';
}

/** An age, or how many they are, is shorter. */
export const SURE_DIGITS = 3;
/** "Nos fuimos", "arranqué": so writes who was in danger there, and nobody who writes for her. */
export const tellsFlight = (text: string): boolean => FLIGHT.test(spaced(text));
const FLIGHT =
  / (?:(?:me|nos) (?:pase|pasamos|fui|fuimos|vine|vinimos|arranque|arrancamos|escape|escapamos|meti|metimos|salte|saltamos|cruce|cruzamos|escondi|refugie)|arranque|arrancamos|corri|corrimos|sali|salimos|escape|(?:i|we) (?:ran|fled|crossed|jumped)|fugi|corri|kouri) /;
const NEW_WORDS_MOST = 12;
const WITHIN = / (?:baje|bajamos|subi|subimos) (?:al|a) | i went (?:up|down) to /;
const GOES_TO =
  / (?:estoy|toy|stoy|estamos|tamos|ando|(?:me|nos) (?:pase|pasamos|fui|fuimos|vine|vinimos|arranque|arrancamos|escape|escapamos|meti|metimos|salte|saltamos|cruce|cruzamos|cambie|escondi|refugie)|(?:arranque|corri) (?:al|a|donde)|im (?:at|in)|i am (?:at|in)|i (?:ran|went|fled|crossed|jumped)|we (?:ran|went|fled|crossed)|estou|to na|to no|fui pra|fugi pra|corri pra|mwen (?:kay|nan|ale|kouri)) /;
/** A home beside hers. */
const BESIDE_IT = wordSet(
  'vecina vecino vecinos frente enfrente lado costado neighbor neighbors neighbour neighbours across next vizinha vizinho vwazen vwazin',
);
const AT_NEIGHBOURS = /^(?:vecin[ao]s?|neighbou?rs?|vizinh[ao]|vwaz[ei]n|an|frente|lado|casa|house)$/;
const KINDS = wordSet(
  'depto dpto departamento depa casa block blok bloque torre pieza parcela sitio lote apartment apt apto apartamento flat',
);
const CORRECTS = wordSet(
  'perdon sorry digo sino ups uy ay error corrijo correccion equivoque errei desculpa padon wrong mal malo mala equivocado equivocada incorrecto incorrecta errado',
);
const OF_NEW = new Set([
  ...OF_HOUSE,
  ...KINDS,
  ...wordSet(
    'este eso aguanta pera disculpa disculpen oye errado era queda depto desculpe desole nan li wi sim yes gracias porfavor i meant made mistake it',
  ),
]);
/** Beside a number that she has gone to. */
const OF_GOING = new Set([
  ...BESIDE_IT,
  ...wordSet(
    'estoy toy stoy estamos tamos ando ahora ya yo me nos pase pasamos fui fuimos vine vinimos arranque arrancamos escape escapamos meti metimos salte saltamos cruce cruzamos cambie escondi refugie corri baje bajamos subi subimos donde onde en el la los las al del de a mi mis un una su patio casa y con im at in am i ran went fled crossed jumped to my the a we house door s up down corriendo arrancando estou na no da do minha meu em mwen kay nan an lakay ale kouri pra fugi sali salimos hacia pal pa',
  ),
]);
