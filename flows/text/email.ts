/**
 * The e-mail address inside what she wrote. A copy sent to the wrong mailbox may be read by the aggressor, so this is
 * stricter than the standard: plain ASCII, no quoted names, one address only, and a likely slip in a well-known
 * domain is pointed out so that she can confirm.
 */
import { edits } from './nearness.js';
import { found, type Parsed, refused } from './parsed.js';

export interface Email {
  /** As written, with the domain in lower case. Never holds a space, a control character or a header. */
  address: string;
  /** The address she may have meant ("…@gmial.com" → "…@gmail.com"). Ask before using either. */
  maybe?: string;
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
  const typed = text.includes('@') ? text.replace(/ ?@ ?/g, '@') : spoken(text);
  const candidates = [
    ...new Set([...typed.matchAll(AROUND_AT)].map(match => match[0].replace(/^[<("'.:]+|[>)"'.,;:!?]+$/g, ''))),
  ];
  const read = candidates.map(readOne);
  const addresses = read.flatMap(it => (it.ok ? [it.value] : []));
  if (new Set(addresses.map(it => it.address.toLowerCase())).size > 1) return refused('several');
  return addresses[0] ? found(addresses[0]) : (read[0] ?? refused('none'));
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

const spoken = (text: string): string =>
  text
    .replace(/ +(?:arroba|aroba) +/gi, '@')
    .replace(/(?<=@\S*) +punto +/gi, '.')
    .replace(/(?<=\S) +punto +(?=\S*@)/gi, '.');

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
const AROUND_AT = /[^\s,;:<>()]*@[^\s,;:<>()]*/gu;
const LOCAL = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
const HEADERS = /%0[ad]|[\r\n]\s*(?:bcc|cc|to|from|subject|reply-to|sender|content-[a-z-]+|mime-version)\s*:/i;
