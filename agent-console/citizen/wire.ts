/** What her page and the server say to each other (bot/channels/webchat), and how one request is made. */

/** The server takes no more characters in one message. */
export const TEXT_MOST = 10_000;

export interface Line {
  /** Name of the conversation that it is of. */
  of: string;
  seq: number;
  direction: 'in' | 'out';
  id: string;
  author: 'citizen' | 'bot' | 'safety' | 'executive';
  name?: string;
  text: string;
  choices?: { id: string; label: string }[];
  /** Hers came with a file of this kind. */
  file?: string;
  /** A sheet that no institution has reviewed yet. */
  unreviewed?: true;
  /** Milliseconds UTC. */
  at: number;
  locale: string;
}

export interface Writer {
  kind: 'bot' | 'queue' | 'person';
  name?: string;
  /** Nothing is sent until she writes, because somebody may be reading. */
  quiet?: true;
  /** She asked that lines up to this seq be taken from her screen. */
  removed?: number;
}

export interface Typing {
  who: 'bot' | 'person';
  name?: string;
}

export interface Place {
  lat: number;
  lon: number;
}

/** A message of hers, as she wrote it. */
export interface Own {
  id: string;
  text: string;
  sos: boolean;
  place?: Place;
  /** Sent instead of the text, which names it on her own screen. */
  file?: Blob;
  /** Of the page: how the words beside it are read out. */
  locale: string;
  /** The page's language was chosen just before: the service may answer in it. */
  chose: boolean;
  /** By the page's own clock. */
  at: number;
}

/** What the page needs of the world; tests give their own. */
export interface World {
  fetch: typeof fetch;
  now(): number;
  /** Returns how to cancel it. */
  later(ms: number, act: () => void): () => void;
  /** From 0 up to 1. */
  chance(): number;
}

const ANSWER_WITHIN_MS = 15_000;
const FILE_WITHIN_MS = 120_000;

interface Call {
  method: 'GET' | 'POST';
  /** After `channels/webchat/`, relative to the page. */
  path: string;
  token?: string;
  body?: unknown;
  /** Bytes instead of JSON; they may take long on a poor line. */
  bytes?: Blob;
  headers?: Record<string, string>;
}

/** One request that leaves nothing in the browser. Rejects when there is no answer in time. */
export async function call(
  world: World,
  base: string,
  { method, path, token, body, bytes, headers = {} }: Call,
): Promise<Response> {
  const abort = new AbortController();
  const cancel = world.later(bytes ? FILE_WITHIN_MS : ANSWER_WITHIN_MS, () => abort.abort());
  try {
    return await world.fetch(new URL(`channels/webchat/${path}`, base), {
      method,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(bytes ? { body: bytes } : body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: abort.signal,
    });
  } finally {
    cancel();
  }
}

/** Random enough that two messages never share an id, also on pages without TLS. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, '0')).join('');
}
