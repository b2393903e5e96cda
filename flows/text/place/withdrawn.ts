/**
 * That the address she gave is another's, or where she works, with a word that takes it back: "no, esa es la casa de mi mamá",
 * "pero ese es el trabajo", "me equivoqué, es donde viven mis papás"; and what is right, where she tells it in the same breath.
 * Without such a word it only says whose house she is at.
 */
import { spaced } from '../plain.js';

const PERSON = '(?:el|ella|ellos|ellas|mis? \\S+|una? amig[ao]|un familiar|dele|dela|da minha \\S+|do meu \\S+)';
/** "Esa es la casa de él", "es donde vive mi mamá", "esa es la de mi hermana", "that's my mom's". */
const OF_OTHER = new RegExp(
  ` (?:(?:es|era) (?:la (?:casa|direccion)|el (?:depto|departamento|domicilio)|lo|la) (?:del|de) ${PERSON}|(?:es|era) (?:su|la otra) (?:casa|depto|direccion)|(?:es )?donde (?:vive|viven|trabaja|trabajan) ${PERSON}|ahi (?:vive|viven|trabaja|trabajan) ${PERSON}|(?:es|era) mi (?:trabajo|pega)|thats (?:his|her|their|my (?:mom|moms|mother|mothers|mum|mums|sister|sisters|dad|dads|ex|exs|friend|friends|parents)|where (?:he|she|they|my \\S+) lives?)|(?:he|she|my \\S+) lives there|(?:essa|isso|ai|e) (?:e )?(?:a )?casa (?:dele|dela|da minha|do meu|d\\S+)|onde mora|(?:se|sa se) (?:kay|lakay) (?:li|manman|papa|se|zanmi)) `,
);
const WORK = '(?:trabajo|pega|oficina|negocio|empresa|turno)';
/** "Ahí es donde trabajo", "ese es el trabajo", "esa es la del trabajo", "that's my work". */
const OF_WORK = new RegExp(
  ` (?:(?:es|era|queda) (?:(?:en )?donde (?:yo )?(?:trabajo|trabajaba|estudio|estudiaba)|(?:la |el |lo )?(?:direccion |casa |lugar )?(?:de |del |de la |de mi )?(?:el |la |mi )?${WORK})|(?:ahi|alla|alli) (?:yo )?(?:trabajo|trabajaba|estudio)|thats (?:my|where i) (?:work|job|office|works)|(?:e|eh) (?:o |meu )*trabalho|onde (?:eu )?trabalho|kote m(?:wen)? travay) `,
);

/** A word that takes back what she gave: at its beginning, or anywhere that she was wrong. */
const SIGN =
  /^ (?:no|nop|nope|nah|nao|non|not|perdon|sorry|disculpa|disculpe|desculpa|padon|espera|espere|wait|(?:ay|uy|oh) no) | (?:me (?:equivoque|confundi|enrede)|la (?:embarre|cague)|puse mal|error|mal|my mistake|errei|me enganei|mwen twonpe|m twonpe) | (?:no|nop|nope)(?: po| pos| pues)? $/;
/** So begins much else: it takes back what it points to. */
const PERHAPS = /^ (?:(?:pero|ay|uy|ups|oops|pucha|chuta|chucha|oye|pera|but|men|mas) )+/;
const POINTS = / (?:es[ae]|eso|ahi|alla|alli|thats|essa|esse|isso|sa) /;

/** Whether a text, in plain form with spaces around it, takes back that she is at the address. */
export const takesBack = (said: string): boolean => SIGN.test(said) || (PERHAPS.test(said) && POINTS.test(said));

/** That it is another's, or where she works: nothing by itself. */
export const isOfOthers = (said: string): boolean => OF_OTHER.test(said) || OF_WORK.test(said);

/** What is right, after an address that she takes back: "me equivoqué, esa es la de mi mamá, es Lira 20"; null where nothing follows. */
export function afterWithdrawn(text: string): string | null {
  for (const { index, 0: cut } of text.matchAll(CUTS)) {
    const before = spaced(text.slice(0, index));
    if (!takesBack(before) || !isOfOthers(before)) continue;
    const rest = text
      .slice(index + cut.length)
      .replace(LEADS, '')
      .trim();
    if (rest !== '') return rest;
  }
  return null;
}
const CUTS = /[\s]*[,.;:\n]+\s*|\s+(?=(?:pero|yo|la\s+m[ií]a|el\s+m[ií]o|mi\s+casa|es|estoy|vivo|its|i|é)\s)/giu;
const LEADS =
  /^(?:(?:pero|y|yo|ahora|la\s+m[ií]a|el\s+m[ií]o|mi\s+casa|la\s+buena|la\s+correcta|es|era|queda|vivo|estoy|en|la|it[’']?s|i\s+live|i[’']?m|at|é)\s+)+(?=\S)/iu;
