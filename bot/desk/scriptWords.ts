/** The words of the script that an executive reads aloud to an institution. */
import type { Relation } from '../../flows/text/him/threat.js';
import type { Locale } from '../console/contract.js';

const ES = {
  service: 'Llamo de {institution}. Una persona está en peligro ahora.',
  agreed: 'Pidió ayuda con una palabra acordada con nosotros: es posible que no pueda hablar ni escribir con libertad.',
  doubt: 'Ojo: puede que otra persona tenga su teléfono y escriba por ella.',
  calm: 'Después, desde su teléfono, se escribió que no hay peligro. Puede haberlo escrito otra persona.',
  danger: 'Motivo: {why}.',
  place: 'Está en: {where}.',
  'two-places': 'Dio dos lugares y no ha dicho en cuál está: {where}.',
  places: 'Dio varios lugares y no ha dicho en cuál está: {where}.',
  point: 'y mandó su ubicación: {at}',
  later: 'dijo después',
  bound: 'va hacia allá',
  home: 'su casa',
  his: 'de él',
  other: 'de otra persona',
  'no-place': 'Dónde está: no se sabe todavía.',
  said: '{what}: dijo {said}.',
  threat: '{what}: {who}, según lo que escribió.',
  'threat-said': '{what}: {who}; dijo {said}.',
  unknown: '{what}: no se sabe.',
  yes: '{what}: sí, por la pauta.',
  no: '{what}: no, por la pauta.',
  also: 'También dijo: {said}.',
  'no-call': 'No la llamen por teléfono: no es seguro para ella.',
} as const;

const EN: Record<keyof typeof ES, string> = {
  service: 'I am calling from {institution}. Somebody is in danger now.',
  agreed: 'She called for help by a word agreed on with us: she may not be able to speak or write freely.',
  doubt: 'Careful: somebody else may have her telephone and write for her.',
  calm: 'Afterwards it was written from her telephone that there is no danger. Somebody else may have written that.',
  danger: 'Reason: {why}.',
  place: 'She is at: {where}.',
  'two-places': 'She gave two places and has not said at which one she is: {where}.',
  places: 'She gave several places and has not said at which one she is: {where}.',
  point: 'and she sent her location: {at}',
  later: 'said later',
  bound: 'on her way there',
  home: 'her home',
  his: 'his',
  other: "another's",
  'no-place': 'Where she is: not known yet.',
  said: '{what}: she said {said}.',
  threat: '{what}: {who}, by what she wrote.',
  'threat-said': '{what}: {who}; she said {said}.',
  unknown: '{what}: not known.',
  yes: '{what}: yes, by the guideline.',
  no: '{what}: no, by the guideline.',
  also: 'She also said: {said}.',
  'no-call': 'Do not telephone her: it is not safe for her.',
};

const WHO: Record<Relation, Record<Locale, string>> = {
  husband: { es: 'su marido', en: 'her husband' },
  wife: { es: 'su esposa', en: 'her wife' },
  partner: { es: 'su pareja', en: 'her partner' },
  boyfriend: { es: 'su pololo', en: 'her boyfriend' },
  girlfriend: { es: 'su polola', en: 'her girlfriend' },
  ex: { es: 'su ex pareja', en: 'her ex-partner' },
  'childrens-father': { es: 'el padre de sus hijos', en: 'the father of her children' },
  father: { es: 'su padre', en: 'her father' },
  stepfather: { es: 'su padrastro', en: 'her stepfather' },
  mother: { es: 'su madre', en: 'her mother' },
  son: { es: 'su hijo', en: 'her son' },
  daughter: { es: 'su hija', en: 'her daughter' },
  brother: { es: 'su hermano', en: 'her brother' },
  sister: { es: 'su hermana', en: 'her sister' },
  grandfather: { es: 'su abuelo', en: 'her grandfather' },
  uncle: { es: 'su tío', en: 'her uncle' },
  cousin: { es: 'su primo', en: 'her cousin' },
  nephew: { es: 'su sobrino o nieto', en: 'her nephew or grandson' },
  'brother-in-law': { es: 'su cuñado', en: 'her brother-in-law' },
  'father-in-law': { es: 'su suegro', en: 'her father-in-law' },
  'mother-in-law': { es: 'su suegra', en: 'her mother-in-law' },
  'son-in-law': { es: 'su yerno', en: 'her son-in-law' },
  neighbour: { es: 'su vecino', en: 'her neighbour' },
  boss: { es: 'su jefe', en: 'her boss' },
  landlord: { es: 'su arrendador', en: 'her landlord' },
};

const ALL: Record<Locale, Record<keyof typeof ES, string>> = { es: ES, en: EN };

export const sayLine = (locale: Locale, key: keyof typeof ES, vars: Readonly<Record<string, string>> = {}): string =>
  ALL[locale][key].replace(/\{(\w+)\}/g, (_, name: string) => vars[name] ?? '');

export const sayWho = (locale: Locale, who: Relation): string => WHO[who][locale];
