/**
 * The cookie of a session, and whether one may be given at all: over TLS with the `__Host-` prefix, in clear only to a
 * browser on this same machine. Anywhere else somebody on the way could read it, so nobody can sign in.
 */
import type { IncomingMessage } from 'node:http';

const SECURE_NAME = '__Host-cauce';
const PLAIN_NAME = 'cauce';

/** @param tls the service is reached over https */
export function tokenIn(header: string | undefined, tls: boolean): string | undefined {
  const name = tls ? SECURE_NAME : PLAIN_NAME;
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.split('=');
    if (key?.trim() === name) return value?.trim();
  }
  return undefined;
}

export const cookieOf = (token: string, tls: boolean): string =>
  `${tls ? SECURE_NAME : PLAIN_NAME}=${token}; Path=/; HttpOnly; SameSite=Strict${tls ? '; Secure' : ''}`;
export const cookieGone = (tls: boolean): string => `${cookieOf('', tls)}; Max-Age=0`;

/** The browser runs on this machine, and asked it by a name that no other machine has. */
export function isHere({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  const peer = socket.remoteAddress ?? '';
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return /^(?:127\.|::1$|::ffff:127\.)/.test(peer) && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
}
