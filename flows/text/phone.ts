/**
 * Telephone numbers as people in Chile write them, to E.164 and back.
 *
 * National numbers have nine digits: mobiles begin with 9, Santiago with 2, the regions with their area code
 * (32 Valparaíso … 75 Curicó). 600 and 800 are service numbers; 133, 1455 or *4141 are short codes that only
 * a Chilean line can dial.
 */
import { found, type Parsed, refused } from './parsed.js';
import { plain } from './plain.js';

export interface Phone {
  kind: 'mobile' | 'fixed' | 'service' | 'short' | 'foreign';
  /** What a machine dials: E.164 ("+56912345678"); a short code stays as it is ("133", "*4141"). */
  dial: string;
}

/**
 * `none`: no number there. `several`: two different numbers, so ask which. `short`: digits are missing.
 * `long`: there are too many. `missing-9`: eight digits, an old mobile or fixed number without its first digit(s).
 * `unknown`: nine digits, but no Chilean number begins so.
 */
export type PhoneProblem = 'none' | 'several' | 'short' | 'long' | 'missing-9' | 'unknown';

/** The telephone number inside what she wrote. A number she calls "this same one" is not in the text: see `meansThisPhone`. */
export function parsePhone(text: string): Parsed<Phone, PhoneProblem> {
  const read = [...text.matchAll(CANDIDATE)].map(match => readOne(match[0].replace(/[^\d+*]/g, '')));
  const phones = new Map(read.flatMap(it => (it.ok ? [[it.value.dial, it.value]] : [])));
  if (phones.size > 1) return refused('several');
  const [only] = phones.values();
  return only ? found(only) : (read.find(it => !it.ok) ?? refused('none'));
}

/** "+56912345678" → "+56 9 1234 5678". Numbers of other countries and short codes come back as they are. */
export function sayPhone(dial: string): string {
  const national = /^\+56(\d{9})$/.exec(dial)?.[1];
  if (!national) return dial;
  const code = /^[29]/.test(national) ? 1 : 2;
  const rest = national.slice(code);
  return `+56 ${national.slice(0, code)} ${rest.slice(0, -4)} ${rest.slice(-4)}`;
}

/** Stands for the number she writes from, which no text of hers has to name. */
export const THIS_PHONE = 'this';

/**
 * Whether she says that the telephone she writes from is the one: "a este mismo", "al mismo número", "this one". What could
 * be about anything else ("a este", "mi número") counts only when it is all she says.
 */
export const meansThisPhone = (text: string): boolean =>
  (SAME.test(text) || THIS_AND_NO_MORE.test(plain(text))) && !parsePhone(text).ok;

function readOne(digits: string): Parsed<Phone, PhoneProblem> {
  if (/^\*\d{4}$/.test(digits) || /^1\d{2,3}$/.test(digits)) return found({ kind: 'short', dial: digits });
  const bare = digits.replace(/\*/g, '').replace(/^00/, '+');
  if (/^\+(?!56)/.test(bare)) return foreign(bare);
  const national = bare
    .replace(/^\+56/, '')
    .replace(/^56(?=\d{9}$)/, '')
    .replace(/^0+/, '');
  if (/^(?:600\d{7}|800\d{6})$/.test(national)) return found({ kind: 'service', dial: national });
  if (national.length === 8 && /^[2-9]/.test(national)) return refused('missing-9');
  if (national.length !== 9) return refused(national.length < 9 ? 'short' : 'long');
  if (national.startsWith('9')) return found({ kind: 'mobile', dial: `+56${national}` });
  return AREA.test(national) ? found({ kind: 'fixed', dial: `+56${national}` }) : refused('unknown');
}

/** E.164 allows 15 digits; no country uses fewer than 7 in all. */
function foreign(bare: string): Parsed<Phone, PhoneProblem> {
  const length = bare.length - 1;
  if (length < 8) return refused('short');
  return length > 15 ? refused('long') : found({ kind: 'foreign', dial: bare });
}

const AREA = /^(?:2[2-9]|3[2-5]|4[1-5]|5[1-578]|6[134578]|7[1235])/;
const CANDIDATE =
  /(?<![\d\p{L}])(?:\*\d{4}(?!\d)|(?:\+ ?|00)?(?:\(?\d[ ().-]{0,3}){5,19}\d(?![\d\p{L}])|1\d{2,3}(?![\d\p{L}:/.-]))/gu;
const SAME =
  /\b(?:est[ea] mism[oa]|(?:al?|el) mism[oa]|mism[oa] (?:n[uú]mero|tel[eé]fono|fono|celular)|a este (?:n[uú]mero|tel[eé]fono|fono|celular)?|por aqu[ií]|this (?:one|number|phone)|same (?:one|number|phone))(?![\p{L}])/iu;
const THIS_AND_NO_MORE = new RegExp(
  `^(?:(?:si|ya|ok|bueno|dale|yes|pueden|me|llame(?:n|me|nme)?|llamar(?:me)?|call)[ ,]+)*(?:(?:al?|por|en|on|at|to) )?(?:${[
    'est[ea](?: (?:numero|telefono|fono|celu|celular|whatsapp|wsp))?',
    '(?:por )?(?:aca|aqui) mismo',
    'mi (?:numero|telefono|fono|celu|celular|whatsapp|wsp)',
    '(?:el )?mio',
    'my (?:own )?(?:number|phone|cell|cellphone|mobile)',
    'this',
  ].join(
    '|',
  )})(?:[ ,]+(?:que )?(?:(?:solo|solamente) (?:yo (?:lo )?contesto|(?:lo )?contesto yo|yo)|nadie mas(?: lo contesta)?|es (?:el )?mio|only i answer(?: it)?))?(?:[ ,]+(?:po|no ?mas|porfa|por favor|gracias|please|thanks))*[ .,!]*$`,
);

/** A number that rings a person, or the words that mean the one she writes from. Nobody is found at a short code. */
export function telephoneIn(text: string, callable: boolean): string | null {
  const phone = parsePhone(text);
  if (phone.ok) return phone.value.kind === 'short' ? null : phone.value.dial;
  return callable && meansThisPhone(text) ? THIS_PHONE : null;
}
