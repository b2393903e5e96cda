/**
 * Texts in which a model has nothing to go by, and would score by their shape alone: emoji that say nothing of danger, a
 * number in words. And what is told whole of a kitchen or of the sun: who holds the knife and what it is for,
 * who burns; or a time that is past, and what was then stands in another message. Only a text that says this and no more is taken so; one word of anything else, and it is read as any other.
 */
import { isWord, type Normalised } from '../text/normalise.js';

/** Weapons, blood, fire, death, fear, tears, blows, those who are called for help, and the hand that asks for it. */
const OF_DANGER = /[🔪🗡🔫💣🧨🪓🩸🔥💥⚰☠💀🆘🚨🚑🚓🚔👮🤕😱😨😰😭😢😥😓🥺😵🤐👊🤛🤜🥊🙏✋🖐✊📞☎⚠❗‼💔🏃]/u;

const ORDINALS = new Set(
  `primero primera segundo segunda tercero tercera cuarto quinto ultimo ultima first second third last
   primeiro primeira terceiro terceira premye dezyem twazyem denye`.split(/\s+/),
);
const PUNCTUATION = /^[?!.,;:"]+$/;

/** Neither a word that means anything nor a sign of danger. */
export function saysNothing({ tokens }: Normalised): boolean {
  // A dot alone is a sign of life.
  if (tokens.every(token => PUNCTUATION.test(token))) return false;
  return tokens.every(token => (isWord(token) ? tokens.length === 1 && ORDINALS.has(token) : !OF_DANGER.test(token)));
}

const KNIFE = String.raw`cuchill(?:o|os|ito|itos|a|as)(?: (?:chico|chicos|chica|nuevo|nuevos|nueva|grande|de cocina|de pan|de mesa|cocinero)){0,2}`;
const FOOD = String.raw`(?:la |el |las |los |un |una |unas |unos )?(?:verduras?|papas?|cebollas?|zanahorias?|tomates?|carne|pollo|pan|queso|frutas?|manzanas?|paltas?|zapallo|ajo|torta|ensalada|pescado|comida|almuerzo|cazuela)`;
const GREETING = String.raw`(?:hola |buenas |jaja )?`;

/** Each is the whole text. She holds it, or bought it, and says for what; the sun burns, or dye stains. */
const HOUSEHOLD = [
  String.raw`(?:yo )?(?:estoy|toy|estaba|ando) (?:cocinando|(?:picando|cortando|pelando|rebanando|preparando) ${FOOD})(?: con (?:un|una|el|la|mi) ${KNIFE})?`,
  String.raw`(?:yo )?(?:cocino|pico|corto|pelo) ${FOOD} con (?:un|una|el|la|mi) ${KNIFE}`,
  String.raw`(?:yo )?(?:me |necesito |quiero |voy a |tengo que |fui a |ayer |hoy )*(?:compre|comprar|comprarme|necesito|quiero) (?:un|una|unos|unas) ${KNIFE} para (?:la cocina|cocinar|mi cocina|la casa|(?:cortar|picar|pelar) ${FOOD}|${FOOD})`,
  String.raw`(?:yo )?(?:me (?:queme|queme la (?:cara|espalda)|insole)) (?:con el|al) sol(?: en la playa| ayer| hoy)?`,
  String.raw`(?:como |hoy )?el sol (?:quema|esta quemando|pega)(?: (?:mucho|fuerte|harto|caleta))?(?: hoy| aca)?`,
  String.raw`(?:yo )?me (?:manche|queme|tiñe|teñi|compre|puse)(?: (?:las manos|el pelo|la ropa|la cabeza))? (?:con )?(?:el |un |una )?(?:tinte|tintura)(?: (?:las manos|el pelo|para el pelo|de pelo|rojo|negro|rubio))*`,
].map(told => new RegExp(`^${GREETING}${told}$`, 'u'));

/** All that it tells is of the kitchen, of the sun or of her hair. */
export function isHousehold({ tokens }: Normalised): boolean {
  const said = tokens.filter(isWord).join(' ');
  return HOUSEHOLD.some(told => told.test(said));
}

const DAY =
  '(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const SOME = String.raw`(?:\d{1,2}|un|una|unos|unas|dos|tres|cuatro|cinco|seis|varios|varias|muchos|a|one|two|three|four|five|six|some|many)`;
/** Whole texts, and none of them so near that it may go on: "hoy", "recién" and "hace un rato" are not among them. */
const PAST_TIME = new RegExp(
  `^(?:si |no |yes |no )?(?:eso |esto |it |that )?(?:fue |paso |ocurrio |was |happened )?(?:como )?(?:${[
    'ayer(?: en la (?:mañana|tarde|noche))?|anoche|anteayer|antes de ayer|antier|el otro dia|la otra (?:noche|vez|semana)',
    `(?:el|este) ${DAY}(?: pasado)?(?: en la (?:mañana|tarde|noche))?|la semana pasada|el (?:mes|año) pasado|el fin de semana(?: pasado)?`,
    `hace (?:como |mas de )?${SOME} (?:dias?|semanas?|mes(?:es)?|años?)|yesterday|last (?:night|week|month|year|${DAY})|${SOME} (?:days?|weeks?|months?|years?) ago`,
    'ontem(?: a noite)?|semana passada|ye|ye swa|semen pase',
  ].join('|')})$`,
  'u',
);

/** When it was, past and over with the day, and not a word of what. */
export const isPastTime = ({ tokens }: Normalised): boolean => PAST_TIME.test(tokens.filter(isWord).join(' '));
