/**
 * The home of the other in a text that tells two, as a neighbour does: "yo vivo en el 32, ella en el 42", "depto 32 es el mio,
 * el de ella es el 42". Whoever comes must not be sent to the door of who writes.
 */
import { homeOfHarm } from './harmAt.js';
import { COUNTED } from './placeWords.js';
import { spaced } from '../plain.js';

export interface Home {
  /** "42", "504b". */
  number: string;
  /** "depto", "casa", where she says what it is. */
  kind?: string;
  /** The house beside: "es en la 302, al lado". */
  isBeside?: true;
  /** A home in a building, and no house: as in harmAt.ts. */
  isInside?: true;
}

/** Null where none is told of the other. */
export function homeOfOther(text: string): Home | null {
  const said = spaced(text);
  const beside = MINE.test(said) ? null : (NEXT_TO.exec(said) ?? NUMBER_AFTER.exec(said));
  if (beside) return { number: beside[1]!, isBeside: true };
  for (const match of said.matchAll(OTHERS)) {
    const { kind, number = '', next = '' } = match.groups ?? {};
    if (COUNTED.has(next) || next === 'piso') continue;
    return { number, ...(kind ? { kind } : {}) };
  }
  return homeOfHarm(text);
}

/**
 * The number of who writes, where the same text tells it: "yo vivo en el 88", "88 soy yo"; `that` where it is the address
 * itself: "ese es mi número", "calle Uno 88 es la mía". Null where it tells none.
 */
export function homeOfWriter(text: string): { number: string } | 'that' | null {
  const said = spaced(text);
  const [, before, after] = WRITERS.exec(said) ?? [];
  const number = before ?? after;
  return number ? { number } : ITSELF.test(said) ? 'that' : null;
}
const OWN =
  '(?:la mia|el mio|mi casa|mi numero|mi depto|mi direccion|mine|my (?:house|number|place|address)|(?:a )?minha(?: casa)?|(?:o )?meu(?: numero)?|pa m|pa mwen|lakay mwen)';
const WRITERS = new RegExp(
  ` (?:(?:yo|i|eu|mwen|m|vivo|moro)(?: yo)? (?:(?:vivo|estoy|toy|soy|live|am|moro|rete|abite) )?(?:(?:en|al|in|at|no|na|nan) )?(?:(?:el|la|the) )?(?:(?:casa|house|numero|number|kay) )?(\\d{1,5}[a-z]?)(?= )|(\\d{1,5}[a-z]?) (?:soy yo|sou eu|se mwen|is me|(?:es|is|e|se) ${OWN}) )`,
);
const ITSELF = new RegExp(
  ` (?:(?:es[ea]|eso|that|thats|it|its|ess[ea]|sa) (?:(?:es|is|e|se) )?${OWN}|(?:es|is) (?:la mia|el mio|mine)|(?:ahi|alli) vivo yo) `,
);

const KIND =
  '(?:(?:el|la|the|no|na|nan) )?(?:(?<kind>depto|dpto|departamento|depa|casa|flat|apartment|apt|apto|apartamento|house|kay) )?(?:numero |number |nimewo )?';
const IS = '(?:vive |viven |esta |estan |es |son |queda |mora |e |lives |live |is |are |rete |abite )?';
const WHO =
  '(?:ella|ellos|la vecina|el vecino|los vecinos|mi vecina|mi vecino|mi amiga|she|they|my neighbor|my neighbour|ela|eles|a vizinha|minha vizinha|li menm|vwazin nan)';
const HERS =
  '(?:(?:el|la) (?:(?:depto|departamento|casa) )?de (?:ella|ellos|la vecina|los vecinos)|(?:el|la) (?:depto|departamento|casa) del vecino|(?:su|sus) (?:depto|departamento|casa)|hers|theirs|her flat|her apartment|her house|o dela|a dela|pa li a)';
const OTHERS = new RegExp(
  ` (?:${WHO} ${IS}(?:(?:en|al|in|at) )?|${HERS} ${IS}(?:en )?)${KIND}(?<number>\\d{1,5}[a-z]?) (?=(?<next>\\S*))`,
  'g',
);
/** "Es en la 302, al lado", "al lado, en el 302": nobody's own where she does not say so. */
const NEXT_TO =
  /^ (?:(?:no|es|era|queda|pasa|its|it|is|e|se) )*(?:en|at|in|no|na|nan)? ?(?:la |el |the )?(?:casa |house |numero |number )?(\d{2,5}[a-z]?) (?:la |el |the )?(?:casa |house )?(?:al lado|de al lado|del lado|al frente|del frente|de enfrente|next door|across the street|ao lado|em frente) /;
const NUMBER_AFTER =
  /^ (?:(?:no|es|era|queda|pasa|its|it|is|e|se) )*(?:en )?(?:la |el |the )?(?:casa |house )?(?:al lado|de al lado|del lado|al frente|del frente|de enfrente|next door|across the street|ao lado|em frente) (?:es |is |at |e )?(?:en |at |no |na )?(?:la |el |the )?(?:casa |house |numero |number )?(\d{2,5}[a-z]?) $/;
const MINE = / (?:yo|vivo|vivimos|estoy|estamos|mi|i|im|my|we|eu|moro|mwen) /;
