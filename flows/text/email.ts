/**
 * The e-mail address inside what she wrote. A copy sent to the wrong mailbox may be read by the aggressor, so this is
 * stricter than the standard: plain ASCII, no quoted names, one address only, and a likely slip in a well-known
 * domain is pointed out so that she can confirm. So is one that was pieced together: spoken ("arroba"), or with words
 * before it that may belong to it ("camila 1990 @gmail.com" is hardly 1990@gmail.com).
 */
import { edits } from './nearness.js';
import { found, type Parsed, refused } from './parsed.js';

export interface Email {
  /** As written, with the domain in lower case. Never holds a space, a control character or a header. */
  address: string;
  /** The address she may have meant ("…@gmial.com" → "…@gmail.com"). Ask before using either. */
  maybe?: string;
  /** Not written in one piece, or beside a word that may be its beginning. Show it to her before using it. */
  pieced?: true;
}

/**
 * `none`: no address. `several`: more than one. `accents`: letters that an address cannot have. `domain`: what follows
 * the @ is not complete ("ana@gmail"). `form`: an @ with something else wrong around it. `headers`: the text tries to
 * put mail headers after the address; refused whole, since nobody writes so by mistake.
 */
export type EmailProblem = 'none' | 'several' | 'accents' | 'domain' | 'form' | 'headers';

/** Also reads "ana arroba correo punto cl". An address in a sentence is found; a final dot or comma is not part of it. */
export function parseEmail(text: string): Parsed<Email, EmailProblem> {
  if (HEADERS.test(text)) return refused('headers');
  const joined = spoken(text).replace(/ *@ */g, '@');
  const inOnePiece = joined === text;
  const read = [...joined.matchAll(AROUND_AT)].map(match => {
    const candidate = match[0].replace(/^[<("'.:]+|[>)"'.,;:!?]+$/g, '');
    const before = wordsBefore(joined.slice(Math.max(0, match.index - BEFORE_MOST), match.index));
    const cut = !inOnePiece || /^\d/.test(candidate);
    const one = readOne(cut ? before + candidate : candidate);
    return one.ok && (!inOnePiece || before !== '') ? found({ ...one.value, pieced: true as const }) : one;
  });
  const addresses = read.flatMap(it => (it.ok ? [it.value] : []));
  if (new Set(addresses.map(it => it.address.toLowerCase())).size > 1) return refused('several');
  return addresses[0] ? found(addresses[0]) : (read[0] ?? refused('none'));
}

/** The words right before an address that may be its beginning, joined: up to one that leads to an address. */
function wordsBefore(text: string): string {
  const taken: string[] = [];
  const before = /(?<=^|[\s,;:<>()])[\w. -]+ $/.exec(text)?.[0] ?? '';
  for (const word of before.trim().split(/ +/).reverse()) {
    if (taken.length >= PIECES_MOST || !LOCAL.test(word) || LEADS_TO.has(word.toLowerCase())) break;
    taken.unshift(word);
  }
  return taken.join('');
}

function readOne(candidate: string): Parsed<Email, EmailProblem> {
  const [local = '', domain = '', ...more] = candidate.split('@');
  if (more.length > 0 || local === '') return refused('form');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  if (/[^\0-\x7f]/.test(candidate)) return refused('accents');
  if (!LOCAL.test(local) || local.length > 64 || candidate.length > 254) return refused('form');
  if (!DOMAIN.test(domain)) return refused('domain');
  const host = domain.toLowerCase();
  const meant = KNOWN.includes(host)
    ? undefined
    : (KNOWN.find(it => edits(it, host, 1) === 1) ??
      (NO_ENDING.test(host) ? host.replace(NO_ENDING, '.com') : undefined));
  return found({ address: `${local}@${host}`, ...(meant ? { maybe: `${local}@${meant}` } : {}) });
}

/** What is said for a sign counts only around an "@" or an "arroba"; "at" is one only before a domain that is said too. */
function spoken(text: string): string {
  const at = text
    .replace(/ *\b(?:arroba|aroba)\b */gi, '@')
    .replace(/ +at +(?=[a-z0-9-]+ (?:dot|punto) [a-z]{2,})/gi, '@');
  if (!at.includes('@')) return text;
  const domain = at.replace(/(?<=@ ?\S*) +(?:punto|dot) +/gi, '.');
  let local = domain;
  for (let before = ''; local !== before; ) {
    before = local;
    local = local.replace(SIGN_SAID, (_, sign: string) => SIGNS[sign.toLowerCase()] ?? '.');
  }
  return local;
}

const SIGNS: Readonly<Record<string, string>> = {
  'guion bajo': '_',
  'guión bajo': '_',
  underscore: '_',
  guion: '-',
  guión: '-',
  'guion medio': '-',
  'guión medio': '-',
  dash: '-',
};
/** The last one before the "@"; those before it follow in turn. */
const SIGN_SAID = / +(punto|dot|gui[oó]n bajo|gui[oó]n medio|gui[oó]n|underscore|dash) +(?=[\w.-]* ?@)/i;

/** The mailboxes people in Chile use most; one wrong letter beside them is more likely a slip than another company. */
const KNOWN = [
  'gmail.com',
  'hotmail.com',
  'hotmail.cl',
  'hotmail.es',
  'outlook.com',
  'outlook.cl',
  'outlook.es',
  'live.cl',
  'live.com',
  'yahoo.com',
  'yahoo.es',
  'yahoo.cl',
  'icloud.com',
];

/** No country and no company has these: ".com", typed in a hurry. */
const NO_ENDING = /\.(?:con|cmo|ocm|vom|xom|comm|cim)$/;
/** A name is rarely said in more pieces. */
const PIECES_MOST = 4;
const BEFORE_MOST = 120;
/** Words that stand before an address and are no part of it. One that is missing costs a question. */
const LEADS_TO = new Set(
  (
    'a al el la los en es era seria sera sería será mi mio mío tu su si sí ya yap ok bueno dale correo email mail gmail hotmail ' +
    'electronico electrónico direccion dirección de del para por porfa porfavor favor gracias hola este ese esta con que y e o no yo solo solito ' +
    'nomas nomás más mas mejor manda mandalo mándalo mandala mándala mande mandelo mándelo mandela manden mandenlo mándenlo mandame mándame ' +
    'mandarlo envia envía envialo envíalo enviame envíame envie enviar enviarlo anota anote escribo usa use uso tengo llama ' +
    'prima hermana mama mamá madre amiga hija tia tía abuela vecina jefa sobrina cuñada ' +
    'yes is its it my the to use send please address and or sister friend cousin mother mom daughter aunt neighbor neighbour sure here'
  ).split(' '),
);
const AROUND_AT = /[^\s,;:<>()]*@[^\s,;:<>()]*/gu;
const LOCAL = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
const HEADERS = /%0[ad]|[\r\n]\s*(?:bcc|cc|to|from|subject|reply-to|sender|content-[a-z-]+|mime-version)\s*:/i;

/** The address in a text, or null. */
export function addressIn(text: string): string | null {
  const email = parseEmail(text);
  return email.ok ? email.value.address : null;
}

/** It is likely mistyped, or was not written in one piece. */
export function isSlip(text: string): boolean {
  const email = parseEmail(text);
  return email.ok && (email.value.maybe !== undefined || email.value.pieced === true);
}
