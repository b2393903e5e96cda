/**
 * Signing in and out over HTTP. The session itself is a cookie that no script can read; what comes here is who she is,
 * the token that proves a request is this page's, and the key for her drafts.
 */
import type { Locale, SignedIn } from '../../../bot/console/contract.js';

export type Answer<T> = { ok: true; value: T } | Failure;

/** `unreachable`: the server did not answer at all. */
export interface Failure {
  ok: false;
  /** HTTP's number; 0 when nobody answered. */
  status: number;
  code: string;
  /** In the person's language, from the server; empty when it did not answer. */
  message: string;
  field?: string;
  retryAfterS?: number;
}

const ROOT = '/console/api';

export const signIn = (email: string, password: string, language: string): Promise<Answer<SignedIn>> =>
  request('POST', '/sign-in', { body: { email, password }, language });

/** Who is signed in already in this browser, if somebody is. */
export const whoAmI = (): Promise<Answer<SignedIn>> => request('GET', '/me');

export const signOut = (csrf: string): Promise<Answer<void>> => request('POST', '/sign-out', { csrf });

export const changePassword = (csrf: string, current: string, next: string, language: Locale): Promise<Answer<void>> =>
  request('POST', '/password', { csrf, language, body: { current, next } });

interface Options {
  body?: unknown;
  csrf?: string;
  language?: string;
}

async function request<T>(method: string, path: string, options: Options = {}): Promise<Answer<T>> {
  try {
    const response = await fetch(ROOT + path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.csrf === undefined ? {} : { 'x-csrf': options.csrf }),
        ...(options.language === undefined ? {} : { 'accept-language': options.language }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
    return response.ok ? { ok: true, value: body as T } : failureOf(response, body);
  } catch {
    return { ok: false, status: 0, code: 'unreachable', message: '' };
  }
}

function failureOf(response: Response, body: unknown): Failure {
  const { error, retryAfterS } = (body ?? {}) as {
    error?: { code?: string; message?: string; field?: string; retryAfterS?: number };
    retryAfterS?: number;
  };
  const wait = retryAfterS ?? error?.retryAfterS ?? (Number(response.headers.get('retry-after')) || undefined);
  return {
    ok: false,
    status: response.status,
    code: error?.code ?? String(response.status),
    message: error?.message ?? '',
    ...(error?.field === undefined ? {} : { field: error.field }),
    ...(wait === undefined ? {} : { retryAfterS: wait }),
  };
}
