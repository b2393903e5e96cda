/**
 * She is on her way to an address, and not at it: "voy en un uber a la casa de mi mamá en Lira 300". Nobody is sent to where
 * she has not come; what is known is the way, in her words.
 */
import { lately } from '../lately.js';
import { spaced } from '../plain.js';

/** From what she goes in, or how, to the end: "uber a la casa de mi mama en lira 300"; `to` where she goes. Null where she says where she is. */
export function boundFor(text: string): { way: string; to: string } | null {
  const [, way, to] = BOUND.exec(text) ?? [];
  return way === undefined || to === undefined || IS_THERE.test(spaced(text))
    ? null
    : { way: way.trim(), to: to.trim() };
}

/**
 * Where she goes on foot, or as she does not say: "voy para Prat 30", "me voy corriendo a Prat 30", "heading to 30 Prat". Her
 * words from there on, which may be no place; null where she says where she is.
 */
export const destinationIn = lately((text: string): string | null => {
  const rest = DESTINED.exec(text)?.[1]?.trim();
  return rest === undefined || IS_THERE.test(spaced(text)) ? null : rest;
});

/** "Ya llegué", "made it", "sí, estoy ahí": at the place to which she went, and not a word of another. */
export const isArrived = (text: string): boolean => ARRIVED.test(spaced(text));

const GOING = [
  '(?:(?:yo|ya|ahora|nosotras)\\s+)*(?:(?:me|nos)\\s+)?(?:voy|vamos|estoy\\s+yendo|salgo|salimos|parto|partimos)',
  '(?:(?:yo|ya|ahora|nosotras)\\s+)*(?:(?:me|nos)\\s+)?(?:quiero|queremos|necesito|pienso|puedo|podr[ií]a|podemos|tengo\\s+que|tenemos\\s+que|debo|voy\\s+a|vamos\\s+a|intento|trato\\s+de)\\s+(?:ir(?:me|nos)?|arrancar(?:me|nos)?|escapar(?:me|nos)?|correr|llegar|partir)',
  '(?:i|we)\\s+(?:want|need|have|am\\s+trying)\\s+to\\s+(?:go|get|run)',
  "(?:i[’']?m|i\\s+am|we[’']?re|we\\s+are)\\s+(?:now\\s+)?(?:going|heading|running|walking|on\\s+(?:my|our)\\s+way)",
  '(?:going|heading|on\\s+my\\s+way)',
  '(?:eu\\s+)?(?:vou|vamos|estou\\s+indo|t[oô]\\s+indo)',
].join('|');
const HOW =
  '(?:ya|a\\s+mover(?:me|nos)?|a\\s+arrancar(?:me|nos)?|a\\s+ir(?:me|nos)?|a\\s+correr|ahora|altiro|al\\s+tiro|corriendo|caminando|arrancando|saliendo|llegando|a\\s+pie|now|correndo|andando|rumbo|camino|over|back|down|up)';
const TOWARDS = '(?:a|al|para|pa|pal|hacia|donde|to|pra|pro|em\\s+dire[cç][aã]o\\s+a)';
const DESTINED = new RegExp(
  `(?:^|^[^\\d]*?(?:[,.;!\\n]|\\s(?:y|pero|and|but|e|mas)\\s))[\\s,.!]*(?:(?:${GOING})(?:\\s+${HOW})*\\s+${TOWARDS}|(?:mwen|m|nou|n)\\s+(?:prale|pral|ap\\s+(?:ale|kouri))(?:\\s+nan)?)\\s+(\\S[\\s\\S]*)$`,
  'iu',
);
const ARRIVED =
  /^ (?:si |yes |sim |wi |ya |recien |por fin |ahora |now |ja |i |we |mwen |m |nou )*(?:llegue|llegamos|estoy (?:ahi|alla)|arrived|made it|got there|im there|cheguei|chegamos|rive)(?: (?:ya|aca|ahi|alla|bien|recien|por fin|now|there|safe|safely|bem|la))* $/;

const VEHICLES = '(?:uber|didi|cabify|taxi|colectivo|micro|bus|metro|tren|auto|camioneta|moto|furg[oó]n|car|cab|train)';
const BOUND = new RegExp(
  `(?<![\\p{L}\\d])(?:voy|vamos|me voy|nos vamos|i['’]?m going|i['’]?m on my way|we['’]?re going|estou indo|vou)\\s+(?:(?:en|in|de)\\s+(?:(?:un|una|el|la|mi|su|a|an|the|my|um)\\s+)?)?((?:${VEHICLES}|camino)\\s+(?:a|al|hacia|para|pa|rumbo a|donde|to|pra)\\s+(\\S.*))$`,
  'iu',
);
/** "Voy a llamar, estoy en …": where she is, or lives, is told beside it. */
const IS_THERE =
  / (?:estoy|toy|estamos|vivo|vivimos|aqui|aca|mi (?:casa|depto|direccion)|vengan|manden|saliendo de|sali de|im at|i am at|i live|my (?:house|place|address)) /;
