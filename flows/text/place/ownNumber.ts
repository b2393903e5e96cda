/**
 * Whose each house number of a text is: "la 15 es la del vecino, la mía es la 17", "88 no, 98", "mine is 4502". A number that
 * is said to be wrong, or given to somebody else, is not hers; one of which she says no more than that it is hers may be so too.
 */
import { lately } from '../lately.js';
import { tokens } from '../tokens.js';

export interface OwnNumber {
  /** Those that she calls hers, or says that it is. */
  mine: readonly string[];
  /** Those that are wrong or another's. */
  not: readonly string[];
  /** She may be at that other's: "el 88 es de mi suegra, estoy aquí". */
  mayBeThere: boolean;
  /** What was kept is another's, without its number: "ese número es de la vecina". */
  deniesKept: boolean;
  /** Of which home: "depto". */
  kind?: string;
}

/** @returns null where she says of no number that it is hers or not hers, and where she asks */
export const ownNumber = lately((text: string): OwnNumber | null => {
  const all = tokens(text);
  if (all.length > WORDS_MOST || text.includes('?')) return null;
  const said = ` ${all.map(({ word, opens }, i) => (opens && i > 0 ? `, ${word}` : word)).join(' ')} `;
  const found = [...said.matchAll(NUMBERS)].map(({ 0: number, index }) => {
    const [left, right] = [said.slice(0, index), said.slice(index + number.length)];
    return { number, how: howOf(left, right), kind: KIND.exec(left)?.[1] };
  });
  const of = (...hows: string[]): string[] => [
    ...new Set(found.flatMap(({ number, how }) => (how && hows.includes(how) ? [number] : []))),
  ];
  const deniesKept = DENIES_KEPT.test(said);
  const not = of('others', 'wrong');
  const own = of('mine').filter(it => !not.includes(it));
  const is = of('is').filter(it => !not.includes(it));
  // "Es el 17" tells which, once she has said which it is not.
  const mine = own.length > 0 || (not.length === 0 && !deniesKept) ? own : is;
  if (mine.length === 0 && not.length === 0 && !deniesKept) return null;
  const kind = found.find(({ number }) => mine.includes(number))?.kind;
  const mayBeThere = THERE.test(said.replace(I_AM_IN, ' '));
  return { mine, not, mayBeThere, deniesKept, ...(kind ? { kind } : {}) };
});

function howOf(left: string, right: string): 'mine' | 'others' | 'wrong' | 'is' | null {
  if (COUNTS.test(right)) return null;
  if (NOT_BEFORE.test(left)) return 'wrong';
  if (MINE_BEFORE.test(left) || MINE_AFTER.test(right)) return 'mine';
  if (OTHERS_AFTER.test(right) || OTHERS_BEFORE.test(left)) return 'others';
  if (WRONG_AFTER.test(right)) return 'wrong';
  if (MINE_APART.test(left)) return 'mine';
  return IS_BEFORE.test(left) && /^ (?:,|$)/.test(right) ? 'is' : null;
}

const WORDS_MOST = 24;
const NUMBERS = /(?<= )\d{1,5}[a-z]?(?= )/g;
const KIND = / (depto|dpto|departamento|depa|casa|block|torre|apartment|apt|apto|apartamento|flat) (?:n |numero )?$/;
const COUNTS =
  /^ (?:min|mins|minutos?|horas?|hrs?|anos?|dias?|mes|meses|semanas?|mil|pesos|lucas|hijos?|hijas?|ninos?|cuadras?|metros|mts|km|am|pm|years?|hours?|minutes?|days?|kids|children|personas?|hombres|veces) /;

/** What may stand between a word for whose it is and the number. */
const THE =
  '(?:(?:el|la|lo|las|los|al|del|de|en|the|at|in|on|o|a|no|na|nan|numero|number|nimewo|nro|n|casa|depto|dpto|departamento|depa|block|torre|house|flat|apartment|apt|apto|apartamento|kay) )*';
const IS = '(?:(?:es|era|is|was|e|se|queda|esta|fica|seria) )';
const NO = '(?:no|not|nao|pa|non)';

const NOT_BEFORE = new RegExp(` (?<!\\d )${NO} ${IS}?(?:it |its )?(?!no )${THE}$`);
const MINE =
  '(?:mi[ao]|nuestr[ao]|de nosotr[oa]s|mi (?:casa|depto|departamento|numero|puerta|direccion)|minha|meu|noss[ao]|(?:minha|nossa) casa|mine|ours|(?:my|our) (?:house|place|flat|number|apartment|address|door)|pam?(?: m)? nan|pa nou(?: an)?|(?:la)?kay (?:mwen|m|nou)(?: an)?)';
const I_AM =
  '(?:(?:yo |nosotr[oa]s |aca |igual )*(?:vivo|vivimos|somos|soy|estoy|toy|estamos|tamos|quedamos|quedo)|(?:yo|nosotr[oa]s)(?= en )|(?:i|we) live|(?:im|i am|we are|were)(?= (?:at|in) )|(?:eu |nos )?(?:moro|moramos|estou)|(?:mwen|m|nou) (?:rete|abite|nan))';
const MINE_BEFORE = new RegExp(` (?:${MINE} ${IS}?${THE}|${I_AM} ${THE})$`);
/** "La mía, la 17". */
const MINE_APART = new RegExp(` ${MINE} , ${THE}$`);
const I_AM_IN = new RegExp(` ${I_AM} ${THE}(?=\\d)`, 'g');
const THERE =
  / (?:estoy|toy|estamos|tamos|aca|aqui|ahi|alla|vine|vinimos|fui|fuimos|con (?:ella|ellos|el)|im|i am|were|we are|here|estou|aqui|isit) /;
const MINE_AFTER = new RegExp(
  `^ ${IS}?(?:(?:la|el|a|o) )?(?:${MINE}|donde (?:vivo|vivimos|estoy|estamos)|where i (?:live|am)) `,
);

const SOMEBODY =
  '(?:vecin[oa]s?|suegr[oa]s?|mama|papa|madre|padre|papas|herman[oa]s?|cunad[oa]s?|ti[oa]s?|abuel[oa]s?|prim[oa]s?|sobrin[oa]s?|hij[oa]s?|amig[oa]s?|comadre|duen[oa]s?|arrendador[a]?|lado|frente|enfrente|costado|atras|adelante|otr[oa] (?:casa|depto|departamento|lado|familia|persona|gente|senora|vecin[oa])|neighbou?rs?|next door|across(?: the street)?|(?:mother|father|sister|brother)s?(?: in laws?)?|moms?|dads?|aunts?|friends?|landlords?|someone else[s]?|vizinh[oa]s?|sogr[oa]|mae|pai|irma[o]?|amig[oa]|tia|(?:da )?frente|ao lado|do lado|vw[ae]z[ei]n|vwazin|lot moun|manman|papa|se m|fre m|zanmi)';
const OF =
  '(?:(?:el|la|lo|los|las|the|a|o|casa|depto|departamento|numero|house|flat|place|number|kay|nimewo|direccion|address|de|del|of|do|da|dos|das|ao|al|en|mi|mis|su|my|minha|meu|una?|an|mwen|donde|vive|viven|lives?) )*';
const OTHERS_AFTER = new RegExp(`^ ${IS}?${OF}${SOMEBODY} `);
const OTHERS_BEFORE = new RegExp(` ${SOMEBODY} (?:(?:vive|viven|lives?|mora|rete) |${IS})?${THE}$`);

const WRONG_AFTER = new RegExp(
  `^ (?:(?:${NO}|(?:esta|ta|is|was|es|era|e|fue) (?:un |a |um )?(?:mal[oa]?|wrong|errad[oa]|erro|error|mistake|equivocad[oa]|incorrect[oa])|mal[oa]?|wrong|errad[oa]|pa bon) (?=,|$)|${NO} (?:es|era|is) (?:,|$))`,
);
/** "Es la 47", "98", in its own clause. */
const IS_BEFORE = new RegExp(`(?:^|,|perdon|sorry|digo|sino) ${IS}?${THE}$| (?:es|is|e|se|its) ${THE}$`);

/** "Ese número es de la vecina", "puse el de mi mamá". */
const DENIES_KEPT = new RegExp(
  ` (?:(?:es[ea]|este|esta|that|thats|esse|essa|sa)(?: (?:numero|casa|direccion|depto|one|number|house|address|a))?|(?:nimewo|kay) sa(?: a)?) ${IS}?${OF}${SOMEBODY} | (?:puse|di|escribi|mande|i (?:put|gave|wrote|sent)|coloquei|escrevi) ${OF}${SOMEBODY} `,
);
