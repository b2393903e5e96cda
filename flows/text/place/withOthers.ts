/**
 * She is at somebody's house now, and no word of which it is: "ahora estoy donde mi mamá", "me fui, estoy en lo de mi hermana".
 * The address that she gave before may be that house, or the one that she left.
 */
import { lately } from '../lately.js';
import { spaced, words } from '../plain.js';
import { wordSet } from '../tokens.js';

/** Words that `withOthers` gives. */
export const isHost = (at: string): boolean => HOST.test(at);

/** Whose house it is, as she wrote it: "donde mi mamá"; null where she asks, wishes it, or tells of another. */
export const withOthers = lately((text: string): string | null => {
  if (text.includes('?') || BACK.test(spaced(text)) || HE_NEAR.test(spaced(text))) return null;
  for (const part of text.normalize('NFC').split(CLAUSES)) {
    const { es, en, pt, ht } = AT.exec(part.replace(/[^\p{L}\p{N}'’]+/gu, ' ').trim())?.groups ?? {};
    const at = es ?? en ?? pt ?? ht;
    if (at !== undefined && !words(at).some(word => NO_HOST.has(word))) return at.trim();
  }
  return null;
});

const CLAUSES = /[,.;:!\n]+|\s(?:y|pero|and|but|mas|epi)\s/iu;
const LEADS =
  '(?:(?:y|pero|yo|ya|ahora|recien|reci[eé]n|por fin|al final|si|s[ií]|es que|ok|perdon|perd[oó]n|now|already|eu|agora|kounye a)\\s+)*?';
const IS =
  '(?:estoy|toy|stoy|estamos|tamos|ando|andamos|(?:me|nos)\\s+(?:vine|vinimos|fui|fuimos|arranqu[eé]|arrancamos|escap[eé]|escapamos|refugi[eé]|refugiamos|escond[ií]|qued[eé]|quedamos)|arranqu[eé]|corr[ií]|llegu[eé]|llegamos)';
const HOW =
  '(?:(?:aqu[ií]|ac[aá]|ahora|ya|escondid[ao]s?|refugiad[ao]s?|a\\s+salvo|segur[ao]|con\\s+(?:mis?|los|las)\\s+\\p{L}+)\\s+)*';
const WHO =
  '(?:mis?|la|el|los|las|un|una|unos|unas|sus?)\\s+\\p{L}+(?:\\s+(?:chica|grande|mayor|menor|de\\s+(?:él|el|mi\\s+\\p{L}+)))?';
const HOUSE = '(?:casa|casita|depto|departamento|pieza|hogar)';
const WHERE = `(?:donde|onde|aonde|(?:a|en)\\s+lo\\s+de|(?:en|a)\\s+(?:la\\s+|el\\s+|una\\s+)?${HOUSE}\\s+de)\\s+${WHO}|(?:en|a)\\s+(?:la\\s+|el\\s+)?${HOUSE}\\s+del\\s+\\p{L}+`;
const OTHERS = [
  `(?:i['’]?m|i\\s+am|we['’]?re|we\\s+are)\\s+(?:now\\s+)?(?<en>at\\s+(?:my|a)\\s+\\p{L}+['’]?s?)(?:\\s+(?:house|place|home|flat))?`,
  '(?:estou|to|tô|estamos)\\s+(?:agora\\s+)?(?<pt>na\\s+casa\\s+d[aoe]s?\\s+(?:minha\\s+|meu\\s+|uma\\s+)?\\p{L}+)',
  '(?:mwen|m)\\s+(?<ht>(?:lakay|kay)\\s+(?:yon\\s+)?(?!mwen\\b)\\p{L}+(?:\\s+(?:mwen|m))?)',
];
/** Of which house it is they say no more. */
const TAIL =
  '(?:\\s+(?:ahora|ya|sola|escondida|refugiada|a\\s+salvo|segura|ac[aá]|aqu[ií]|con\\s+(?:mis?|los|las|el|la)\\s+\\p{L}+|hace\\s+(?:un\\s+)?(?:rato|\\d+\\s+\\p{L}+)|porfa|por\\s+favor|ayuda|now|please|agora|kounye\\s+a))*';
const AT = new RegExp(`^${LEADS}(?:${IS}\\s+${HOW}(?<es>${WHERE})|${OTHERS.join('|')})${TAIL}$`, 'iu');
const HOST = new RegExp(`^(?:${WHERE}|at\\s.+|na\\s+casa\\s.+|(?:lakay|kay)\\s.+)$`, 'iu');
/** Her own house is nobody's to whom she went. */
const NO_HOST = wordSet(
  'marido esposo pareja conviviente pololo novio siempre misma mismo problema cosa cama calle playa esquina lado frente fondo atras husband boyfriend partner house home place',
);
/** Whoever comes there may see what is answered: that is heard before where she is. */
const HE_NEAR =
  / (?:viene|vienen|viniendo|llego|llegaron|llega|llegando|entro|entra|entrando|aparecio|encontro|encontraron|golpea|golpeando|grita|gritando|(?:el|ellos|marido|ex|pareja|pololo|conviviente) (?:ya )?(?:esta|ta|anda|esta afuera)|(?:esta|ta) (?:aca|aqui|ahi|afuera|en la puerta|abajo|conmigo|con el)|con el|siguio|sigue|mirando|shes? here|hes?|he is|coming|here|outside|ele|chegou|li) /;
const BACK =
  / (?:volvi|volvimos|regrese|regresamos|de vuelta|ayer|anoche|cuando|siempre|si me|la otra vez|el otro dia|went back|yesterday|when|voltei|ontem|tounen|yè) /;
