/**
 * Two short answers about where she is, which are no address by themselves: a lone house number ("1200", "n 233", "es el
 * 45"), and that she is somewhere else now ("salí corriendo, estoy en la plaza", "nos fuimos al 95 donde la vecina").
 */
import { communeNames } from './communes.js';
import { lately } from './lately.js';
import { type Token, tokens, wordSet } from './tokens.js';

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
export function readHouse(text: string, asked = false): House | null {
  const all = tokens(text);
  const said = all.filter(({ word }) => HOUSE.test(word));
  // "Es 141, no 114": one of two is what it is not.
  const but = all.findIndex(({ word }) => word === 'sino');
  const numbers =
    said.length > 1
      ? said.filter(it => all.indexOf(it) > but && !/^not?$/.test(all[all.indexOf(it) - 1]?.word ?? ''))
      : said;
  const [number] = numbers;
  if (!number || numbers.length > 1 || all.length > HOUSE_WORDS_MOST) return null;
  const others = all.filter(it => !said.includes(it)).map(({ word }) => word);
  if (!others.every(word => OF_HOUSE.has(word))) return null;
  const signed = others.some(word => SIGNS.has(word)) || /[#º°]/.test(text);
  if (!signed && !asked && CALLED.test(number.word)) return null;
  return { number: text.slice(number.start, number.end), sure: signed || number.word.replace(/\D/g, '').length >= 3 };
}

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

export interface Move {
  /** "plaza almagro", "donde la vecina": as she wrote it. */
  at: string;
  /** Another house of the same street: "al 95". */
  number?: string;
  /** A home beside hers, and no place by itself. */
  beside?: true;
}

/** That she is somewhere else now, and where if it is said; null where nobody moved, or only to another room. */
export const readMove = lately((text: string): Move | 'unnamed' | null => {
  const all = tokens(text);
  if (all.some(({ word }) => NOT_NOW.has(word))) return null;
  const from = all.findIndex((_, i) => goesAt(all, i));
  if (from < 0) return null;
  const rest = all.slice(from);
  const number = rest.find((it, i) => HOUSE.test(it.word) && /^(?:al|el)$/.test(rest[i - 1]?.word ?? ''))?.word;
  const towns = communeNames(text);
  const isSpot = ({ word, start }: Token): boolean => SPOTS.has(word) && !towns.some(it => it.start === start);
  const at = rest.findIndex((it, i) => i > 0 && (isSpot(it) || NEIGHBOURS.has(it.word)));
  const spot = rest[at];
  if (spot && NEIGHBOURS.has(spot.word)) {
    const first = rest.slice(0, at).findLastIndex(({ word }) => BEFORE_NEIGHBOUR.has(word));
    if (first < 0) return 'unnamed';
    return { at: text.slice(rest[first]!.start, spot.end), beside: true, ...(number ? { number } : {}) };
  }
  if (spot) return { at: text.slice(spot.start, nameEnd(rest, at)) };
  return number ? { at: number, number } : rest.some(({ word }) => ROOMS.has(word)) ? null : 'unnamed';
});

/** A spot with its name: "plaza almagro", "metro los heroes". */
function nameEnd(all: readonly Token[], at: number): number {
  let last = at;
  for (let i = at + 1; i < all.length && i - at <= NAME_MOST; i++) {
    const { word, opens } = all[i]!;
    if (opens || ENDS_NAME.has(word)) break;
    last = i;
  }
  while (last > at && LINKS.has(all[last]!.word)) last--;
  return all[last]!.end;
}

const goesAt = (all: readonly Token[], i: number): boolean =>
  GOES.some(phrase => phrase.every((word, n) => all[i + n]?.word === word));

const HOUSE = /^\d{1,5}[a-z]?$/;
/** Numbers that she calls, or was told to. */
const CALLED = /^(?:13[0-9]|14[0-9]{1,2}|1515|600|800|911)$/;
const HOUSE_WORDS_MOST = 8;
const OF_FLAT = wordSet('el la en es is its the porfa');
const FLAT_DIGITS_MOST = 4;
const SIGNS = wordSet('numero nro num n nº n° no altura al number es is its perdon sorry digo sino ups error corrijo');
const OF_HOUSE = wordSet(
  'esta mal malo mala equivocado equivocada incorrecto incorrecta wrong numero nro num n nº n° no not si yes perdon sorry digo sino ups uy ay error corrijo espera espere esperen wait altura al el la a en es is it its the number calle casa de porfa como casi llegando cerca del por ahi mas o menos y algo tanto tantos pico fraccion aprox approx around near about so or',
);
const GOES = (
  'ahora estoy|ahora estamos|ahora toy|ahora ando|ahora voy|estoy en|estoy al|estoy donde|estoy afuera|estoy escondida en|estamos en|estamos donde|toy en|' +
  'me fui|me vine|me arranque|me escape|me cambie|nos fuimos|nos vinimos|nos arrancamos|nos escapamos|sali|salimos|arranque|arrancamos|escape|corri|corrimos|llegue a|llegue al|' +
  'voy por|voy corriendo|vamos por|im now|i am now|now im|im at|i am at|were at|i ran|we ran|i left|we left|i got out|we got out|i went|we went|im hiding in|im outside'
)
  .split('|')
  .map(phrase => phrase.split(' '));
/** Told of another day, asked, or only wished. */
const NOT_NOW = wordSet(
  'ayer anoche antes cuando siempre puedo podria quiero quisiera quise quede deja dejo yesterday usually can could want when',
);
const SPOTS = wordSet(
  'plaza parque paradero metro estacion terminal copec shell petrobras bencinera servicentro supermercado lider jumbo unimarc tottus farmacia cancha multicancha iglesia capilla colegio escuela liceo jardin sede almacen negocio minimarket botilleria kiosko quiosco feria mall puente cerro playa esquina rotonda cementerio bomberos square park stop station store church school corner bridge beach gas',
);
const NEIGHBOURS = wordSet('vecina vecino vecinos neighbor neighbors neighbour neighbours');
const BEFORE_NEIGHBOUR = wordSet('donde casa en a at to');
/** Where nobody has left the house. */
const ROOMS = wordSet(
  'pieza dormitorio cama baño bano closet cocina living comedor patio sotano entretecho mueble mesa escalera room bedroom bathroom kitchen yard closet bed house casa depto departamento',
);
const NAME_MOST = 4;
const LINKS = wordSet('de del la las los el of the');
const ENDS_NAME = wordSet(
  'y con que porque pq xq pero donde ahora ya me mi no esta estoy sola and with but because he im apurense vengan porfa por ayuda',
);
