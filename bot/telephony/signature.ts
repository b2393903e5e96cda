/**
 * How the provider signs: HMAC-SHA1, keyed with the account's token, of the address followed by every field that it posts,
 * sorted by name, each name with its value and nothing between. It holds no time: whoever acts on what is signed must be able
 * to get it twice.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

interface Signed {
  /** As the provider was given it: the public one, whatever a proxy makes of it. */
  url: string;
  fields: Readonly<Record<string, string | readonly string[]>>;
  /** Base64. */
  signature: string;
}

export function isSignedBy(token: string, { url, fields, signature }: Signed): boolean {
  const given = Buffer.from(signature);
  return spellingsOf(url).some(spelling => {
    const wanted = Buffer.from(signatureOf(token, spelling, fields));
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

export function signatureOf(token: string, url: string, fields: Signed['fields']): string {
  const said = Object.entries(fields)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, value]) => [...new Set([value].flat())].sort().map(each => name + each))
    .join('');
  return createHmac('sha1', token)
    .update(url + said)
    .digest('base64');
}

/** It signs the address with its port or without, whichever it was given. */
function spellingsOf(url: string): string[] {
  const { protocol, host, hostname, port } = new URL(url);
  const rest = url.slice(url.indexOf('/', protocol.length + 2));
  const usual = protocol === 'https:' ? '443' : '80';
  const ports = new Set(['', `:${port === '' ? usual : port}`]);
  return [...new Set([host, ...[...ports].map(one => hostname + one)])].map(one => `${protocol}//${one}${rest}`);
}
