/**
 * A home by its number alone, told before its building or beside it: "vive en el 304", "el tipo del 4B", "soy del 1502". Its own
 * words are kept, for they say whose it is; what it is called is not known, and nothing is made of it.
 */
import { lately } from '../lately.js';
import { plain } from '../plain.js';

export interface FlatTold {
  /** "el tipo del 4B", "vive en el 304", of her own "el 304". */
  words: string;
  number: string;
  /** She says it of herself, or of no one. */
  isOwn: boolean;
}

/** Null where none is told, or where the number is of a day, an age, a year, a help line. */
export const flatTold = lately((whole: string): FlatTold | null => {
  const told = whole.replace(UNKNOWN, '');
  // "Soy la vecina del 302, la del 304 grita": the door of who writes is not the one where it happens.
  const [own] = OF_WRITER.exec(told) ?? [];
  const text = own === undefined ? told : told.replace(own, ' ').trim();
  return flatIn(text) ?? (own === undefined ? null : flatIn(told));
});

function flatIn(text: string): FlatTold | null {
  // What is denied is a number of what was told.
  if (text.includes('?') || DENIES.test(plain(text))) return null;
  const found = OTHERS.exec(text) ?? HAPPENS.exec(text) ?? OWN.exec(text) ?? BARE.exec(text);
  const { number = '', own, door } = found?.groups ?? {};
  const digits = number.replace(/\D/g, '');
  if (!found || LINES.has(digits) || /^(?:19|20)\d\d$/.test(digits)) return null;
  if (AFTER.test(plain(text.slice(found.index + found[0].length)))) return null;
  return {
    words: (own ?? door ?? found[0]).trim().replace(/\s+/g, ' ').replace(/^del /i, 'el '),
    number,
    isOwn: own !== undefined,
  };
}

/** "No sé cómo se llama, es el 802": what she does not know is no no to what follows. */
const UNKNOWN =
  /^\s*(?:(?:pero|y|es\s+que|la\s+verdad)\s+)*(?:nos[eé]|no\s+(?:lo\s+|la\s+)?(?:s[eé]|c[eé]|cacho|conozco|me\s+acuerdo)|i\s+don[’']?t\s+know|idk|dunno|n[aã]o\s+sei|mwen\s+pa\s+konnen|m\s+pa\s+konnen)(?:\s+(?:bien|muy|much[oa]|d[eo]|c[oó]mo|cu[aá]l|qu[eé]|qui[eé]n|se|llama|llaman|es|era|la|el|su|sus|del|ella|lo|calle|direcci[oó]n|nombre|n[uú]mero|edificio|exact[oa]|exactamente|seguro|her|his|the|what|its|it|name|called|is|street|address|building|bem|o|a|nome|dela|dele|rua|non|li|rele|kijan|ki))*\s*(?:[,.;:\n-]+|(?=\s(?:pero|solo|but|mas)\b))\s*(?:(?:pero|s[oó]lo|but|mas|s[eé]\s+que|creo\s+que|creo)\s+)*/iu;
const DENIES = /(?<![a-z])(?:no|nao|not|sino|pa)\s/u;
const LINES: ReadonlySet<string> = new Set(['131', '132', '133', '134', '135', '147', '149', '911']);
/** "De 32 años", "del 12 de mayo", "en el 3er piso", "el 304 de Prat". */
const AFTER =
  /^\s*(?:[°ºª:%/]|(?:er|do|ro|to)\b|(?:de|anos?|meses|dias|horas|hrs|hs|am|pm|pisos?|cuadras?|metros|km|lucas|pesos|mil|veces|personas|hijos|years?|days?|floor|andar)\b)/u;
/** "El 304 B"; the "y" of "el 501 y en el 502" is no letter of a door. */
const NUMBER =
  '(?<number>\\d{2,4}(?:\\s?-?(?![aeiouy]\\s+\\p{L})[a-z](?![\\p{L}\\d]))?|\\d{1,2}\\s?-?[a-z](?![\\p{L}\\d]))(?![\\p{L}\\d])';
const WHO =
  '(?:tipos?|vecin[oa]s?|hombre|se[ñn]or(?:a|es)?|mujer|viej[oa]|we[oó]n|hue[oó]n|loc[oa]|sujeto|ex|pololo|marido|joven|chic[oa]|cabr[oa]s?|gallo|due[ñn][oa]|caballero|pareja|familia|gente)';
/** "Donde la vecina del 347" is where somebody went. */
const NOT_TO = '(?<!(?:donde|onde|(?:casa|depto|pieza)\\s+de)\\s+)';
const OTHERS = new RegExp(
  `${NOT_TO}(?<![\\p{L}\\d])(?:` +
    [
      `(?:el|la|los|las|un|una|mi|ese|esa)\\s+(?:${WHO}\\s+)?(?:que\\s+viven?\\s+en\\s+(?:el|la)|del|de\\s+la|de\\s+al\\s+lado\\s+en\\s+el)`,
      '(?:(?:[eé]l|ellas?|ellos)\\s+)?viven?\\s+en\\s+(?:el|la)',
      '(?:the\\s+)?(?:guy|man|woman|lady|neighbou?rs?|people)\\s+(?:from|in|of|at)',
      '(?:he|she|they)\\s+lives?\\s+(?:in|at)',
      '(?:o|a|os|as)\\s+(?:cara|homem|mulher|vizinh[oa]s?|senhora|pessoal)\\s+d[oa]',
      '(?:(?:ele|ela|eles)\\s+)?moram?\\s+n[oa]',
      '(?:n[eè]g|nonm|fanm|vwazen|vwazin|moun)\\s+(?:nan|ki\\s+rete\\s+nan)',
      '(?:li|yo)\\s+(?:rete|abite)\\s+nan',
      '(?:timbre|cit[oó]fono|interfone|buzzer)(?:\\s+(?:es|is|del?|el|the|n[°º]))*',
    ].join('|') +
    `)\\s+${NUMBER}`,
  'iu',
);
const OWN = new RegExp(
  '(?<![\\p{L}\\d])(?:' +
    '(?:vivo|vivimos|estoy|estamos|toy|es|pasa|ocurre|queda|soy|somos)\\s+(?:en\\s+|de\\s+)?' +
    `|(?:i\\s+live|i[’']?m|i\\s+am|it[’']?s)\\s+(?:in|at)\\s+|(?:eu\\s+)?(?:moro|estou)\\s+|mwen\\s+(?:rete|abite)\\s+)(?<own>(?:el|la|del|no|na|nan|the)?\\s*${NUMBER})`,
  'iu',
);
/** "En el 304 le están pegando": what happens behind that door. "En el 18 me pegó" is of a day. */
const HAPPENS = new RegExp(
  `(?:^|[,.;:]|\\s(?:y|and|e|epi)(?=\\s))\\s*(?<door>(?:(?:es|aqu[ií]|ac[aá]|ah[ií]|vecin[oa]s?)\\s+)?(?:en\\s+(?:el|la)|in|no|nan)\\s+${NUMBER})` +
    '(?=\\s*,?\\s+(?:les?|las?|los|se|hay|un|una|est[aá]n?|golpean|gritan|pelean|pegan|matan|llora|lloran|they|a|someone|somebody|there|est[aã]o|tem|yo|gen)\\s+' +
    '(?:est[aá]n?|pegan?|golpean?|matan?|escuchan?|oyen?|oye|siente|una?|peleas?|gritos|mujer|se[ñn]ora|ni[ñn][oa]s?|vecin[oa]|gritando|pegando|golpeando|peleando|matando|are|man|woman|is|batendo|gritando|uma|ap|ape))',
  'iu',
);
/** Who writes, by her own door: "soy la vecina del 302", "vivo en el 501 y …", "escribo del 12". */
const OF_WRITER = new RegExp(
  '(?<![\\p{L}\\d])(?:(?:yo\\s+)?(?:soy|somos|vivo|vivimos|escribo|hablo|llamo)\\s+(?:(?:el|la|los|las|un|una)\\s+)?(?:vecin[oa]s?\\s+)?(?:(?:de|en|del|desde)\\s+)?(?:(?:el|la|al)\\s+)?(?:(?:depto|dpto|departamento|casa)\\s+)?' +
    `|(?:i\\s+live|i[’']?m|i\\s+am)\\s+(?:(?:the\\s+)?neighbou?r\\s+)?(?:in|at|from)\\s+)${NUMBER}`,
  'iu',
);
/** And hardly a word more. */
const BARE = new RegExp(`^\\s*(?:en\\s+|es\\s+)?(?<own>(?:el|la)\\s+${NUMBER})[\\s.!]*$`, 'iu');
