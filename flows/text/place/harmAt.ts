/**
 * The home where somebody is being hurt, as a neighbour or the concierge tells it: "en el 304 le están pegando", "se escuchan
 * gritos en el depto 25". Beside it "soy vecina del 302" is the home of who writes, and nobody is sent to that door.
 */
import { COUNTED } from './placeWords.js';
import { spaced } from '../plain.js';

export interface Harm {
  number: string;
  kind?: string;
  /** It is a home in a building: who writes has another there, or keeps its door. */
  isInside?: true;
}

/** Null where none is told, or the only one is that of who writes. */
export function homeOfHarm(text: string): Harm | null {
  const said = spaced(text);
  if (HERS.test(said)) return null;
  const own = OWN.exec(said)?.[1];
  for (const match of [...said.matchAll(HARM_AFTER), ...said.matchAll(HARM_BEFORE)]) {
    const { kind, number = '', next = '' } = match.groups ?? {};
    if (number === own || COUNTED.has(next) || next === 'piso') continue;
    const isInside = own !== undefined || BUILDING.test(said);
    return { number, ...(kind ? { kind } : {}), ...(isInside ? { isInside: true as const } : {}) };
  }
  return null;
}

/** "Vecina del 302", of who writes: beside another home, it is hers. */
export const isWritersDoor = (unit: string, text: string): boolean =>
  NEIGHBOURS_DOOR.test(spaced(unit)) && homeOfHarm(text)?.isInside === true;
const NEIGHBOURS_DOOR = /^ (?:soy )?(?:la |el )?vecin[ao]s? del \d{1,5}[a-z]? $/;

/** It is she who is hurt. */
const HERS = / me (?:esta |estan |anda )?(?:peg|golpe|mat|amenaz|ahorc|grit|maltrat)\S* /;
const OWN =
  / (?:(?:yo )?(?:soy|vivo|estoy|somos|vivimos)(?: yo)? (?:(?:la|el|una|un) )?(?:(?:vecin[ao]s?|residente|arrendatari[ao]|dueñ[ao]|duen[ao]) )?(?:del?|en el|en la) (?:(?:el|la) )?(?:depto |dpto |departamento |casa )?|yo en (?:el|la) |(?<=^ )(?:hola |buenas )*vecin[ao] del )(\d{1,5}[a-z]?) /;
const BUILDING = / (?:conserje|conserjeria|porter[oa]|mayordomo|edificio|torre|block|departamentos) /;
const AT =
  '(?:(?:en|desde) (?:(?:el|la) |(?=depto|dpto|departamento|casa))|del )(?:(?<kind>depto|dpto|departamento|depa|casa) )?(?:numero )?(?<number>\\d{1,5}[a-z]?)';
const DOES =
  '(?:peg(?:a|an|ando|o|aron)|golpe(?:a|an|ando|o|aron)|mat(?:a|an|ando)|grit(?:a|an|ando|o|os|aron)|pele(?:a|an|ando)|discut(?:e|en|iendo)|escuch(?:a|an|e|o|amos)|oig(?:o|an)|oye|oyen|siente|sienten|amenaz(?:a|an|ando)|ahorc(?:a|an|ando)|viol(?:a|an|ando)|maltrat(?:a|an|ando)|llor(?:a|an|ando)|golpes|llantos|violencia|pide|piden|pidiendo|arrastr(?:a|an|ando)|cuchillo)';
/** "En el 304 le están pegando". */
const HARM_AFTER = new RegExp(
  ` ${AT} (?=(?<next>\\S+) )(?=(?:(?:ahora|siempre|hay|se|le|la|lo|les|los|las|un|una|el|ella|ellos|estan|esta|tan|ta|anda|que|donde|su|marido|tipo|hombre|vecino|pareja|muchos|unos) ){0,6}${DOES} )`,
  'g',
);
/** "Se escuchan gritos en el 304", "le están pegando a mi vecina del 304". */
const HARM_BEFORE = new RegExp(` ${DOES} (?:(?!soy |vivo |yo )\\S+ ){0,5}?${AT} (?=(?<next>\\S*))`, 'g');
