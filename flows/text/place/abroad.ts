/**
 * Where she is, in another country: "estoy en Mendoza, Argentina", "vivo en Lima Perú". No list has its towns; her own words
 * are kept, because whoever calls for her has to know that no patrol of here can go.
 */
import { plain } from '../plain.js';

/** Her words of the town and its country, as written; null where she does not say that she is there. */
export function abroadIn(text: string): string | null {
  const [, said] = HERSELF.exec(text) ?? TOWN_ALONE.exec(text) ?? [];
  const words = said === undefined ? [] : plain(said, { punctuation: false }).split(' ');
  return said !== undefined && words.length <= WORDS_MOST ? said.trim() : null;
}

const WORDS_MOST = 6;
const COUNTRY =
  '(?:argentina|per[uú]|bolivia|uruguay|paraguay|bra[sz]il|colombia|venezuela|ecuador|m[eé]xico|espa[nñ]a|hait[ií]|ayiti|cuba|panam[aá]|costa rica|rep[uú]blica dominicana|estados unidos|spain)';
const END = '(?:\\s+(?:ahora|now|kounye a|agora))?\\s*[.!]*\\s*$';
const HERSELF = new RegExp(
  `(?:^|[\\s,.])(?:estoy|toy|stoy|estamos|ando|vivo|vivimos|i['’]?m|i am|we are|i live|estou|moro|mwen|nou)\\s+(?:en|in|at|em|no|na|nan)\\s+((?:[\\p{L}.]+[,\\s]+){0,4}${COUNTRY})${END}`,
  'iu',
);
/** "Mendoza, Argentina", and no more: a town before its country. "Soy de Perú" is where she comes from. */
const TOWN_ALONE = new RegExp(
  `^\\s*((?!soy |de |i'm |from |.* [ye] )(?:[\\p{L}.]+[,\\s]+){1,2}${COUNTRY})${END}`,
  'iu',
);
