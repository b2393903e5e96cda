/**
 * The way of messages in, before any router: the one request that may come a thousand times a second, for which a
 * framework costs as much as understanding the message. It answers as the router would; a body that is packed, another
 * path or another method is the router's.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { BODY_MAX } from '../web/body.js';
import { type ChannelLog, Refusal, refused } from '../web/refusal.js';

/** A posted message as it came. */
export interface Posted {
  query: Record<string, unknown>;
  /** What was read of the body; undefined when there was none. */
  body: Buffer | undefined;
  ip: string | undefined;
}

export interface Posting {
  path: string;
  /** Throws Refusal before the body is read. */
  admit(authorization: string | undefined, ip: string | undefined): Promise<void>;
  take(posted: Posted): Promise<{ status: number; body: unknown }>;
  log: ChannelLog;
}

/** Takes the request and answers it, or leaves it to the router (false). `ipOf` knows the proxies that may be believed. */
export type Front = (
  request: IncomingMessage,
  response: ServerResponse,
  ipOf: (request: IncomingMessage) => string | undefined,
) => boolean;

export function frontOf(posting: Posting): Front {
  const withQuery = `${posting.path}?`;
  return (request, response, ipOf) => {
    const { method, url = '', headers } = request;
    if (method !== 'POST' || headers['content-encoding'] !== undefined) return false;
    if (url !== posting.path && !url.startsWith(withQuery)) return false;
    void answered(posting, request, ipOf(request)).then(
      ({ status, headers: more, body }) => write(response, status, body, more),
      () => response.destroy(),
    );
    return true;
  };
}

async function answered(
  { path, admit, take, log }: Posting,
  request: IncomingMessage,
  ip: string | undefined,
): Promise<{ status: number; headers?: Record<string, string>; body: unknown }> {
  try {
    await admit(request.headers.authorization, ip);
    const query = parse(request.url!.slice(path.length + 1));
    return await take({ query, body: await bytesOf(request), ip });
  } catch (error) {
    // What is left of a body that nobody reads goes by.
    request.resume();
    return refused(error, log, { method: 'POST', route: path });
  }
}

function bytesOf(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= BODY_MAX) chunks.push(chunk);
      else reject(new Refusal(413, `The body is larger than ${BODY_MAX / 1_024} KB.`));
    });
    request.on('end', () =>
      resolve(chunks.length === 0 ? undefined : chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)),
    );
    // Cut in the middle: nobody is left to be answered.
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Refusal(400, 'The connection was cut before the whole body came.'));
    });
  });
}

function write(response: ServerResponse, status: number, body: unknown, headers?: Record<string, string>): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response
    .writeHead(status, {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
    })
    .end(bytes);
}
