/**
 * She is on her way to an address, and not at it: "voy en un uber a la casa de mi mamá en Lira 300". Nobody is sent to where
 * she has not come; what is known is the way, in her words.
 */
import { spaced } from './plain.js';

/** From what she goes in, or how, to the end: "uber a la casa de mi mama en lira 300"; `to` where she goes. Null where she says where she is. */
export function boundFor(text: string): { way: string; to: string } | null {
  const [, way, to] = BOUND.exec(text) ?? [];
  return way === undefined || to === undefined || IS_THERE.test(spaced(text))
    ? null
    : { way: way.trim(), to: to.trim() };
}

const VEHICLES = '(?:uber|didi|cabify|taxi|colectivo|micro|bus|metro|tren|auto|camioneta|moto|furg[oó]n|car|cab|train)';
const BOUND = new RegExp(
  `(?<![\\p{L}\\d])(?:voy|vamos|me voy|nos vamos|i['’]?m going|i['’]?m on my way|we['’]?re going|estou indo|vou)\\s+(?:(?:en|in|de)\\s+(?:(?:un|una|el|la|mi|su|a|an|the|my|um)\\s+)?)?((?:${VEHICLES}|camino)\\s+(?:a|al|hacia|para|pa|rumbo a|donde|to|pra)\\s+(\\S.*))$`,
  'iu',
);
/** "Voy a llamar, estoy en …": where she is, or lives, is told beside it. */
const IS_THERE =
  / (?:estoy|toy|estamos|vivo|vivimos|aqui|aca|mi (?:casa|depto|direccion)|vengan|manden|saliendo de|sali de|im at|i am at|i live|my (?:house|place|address)) /;
