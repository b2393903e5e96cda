/**
 * How the channels that speak HTTP say no: `{error: {code, message, field?}}` with the status of the contract.
 * Whatever is thrown while a request is served becomes one of these here, and nowhere else.
 */
import type { ErrorRequestHandler } from 'express';
import { placeOf } from '../../log.js';
import { AttachmentRefused } from '../../store/blobs.js';
import { StoreUnavailable } from '../../store/store.js';
import { IdReused, OtherProtocol, UnknownProtocol } from '../engine.js';

const CODES = {
  400: 'invalid',
  401: 'unauthorized',
  409: 'conflict',
  413: 'too-large',
  429: 'too-many',
  500: 'internal',
  503: 'unavailable',
} as const;

export type RefusalStatus = keyof typeof CODES;

/** A request that is not served, with what the caller should do about it. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: RefusalStatus;
  readonly field: string | undefined;
  /** Seconds until it may be tried again, where that is known. */
  readonly retryAfterS: number | undefined;

  constructor(status: RefusalStatus, message: string, more: { field?: string; retryAfterS?: number } = {}) {
    super(message);
    this.status = status;
    this.field = more.field;
    this.retryAfterS = more.retryAfterS;
  }
}

/** What channels log with: an event in the past tense and fields, never a text or a number of a person. */
export interface ChannelLog {
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
}

/** What is answered instead of what was asked for. */
export interface Refused {
  status: RefusalStatus;
  headers: Record<string, string>;
  body: { error: { code: string; message: string; field?: string } };
}

/** The last handler of a channel's router. */
export function refusals(log: ChannelLog): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, headers, body } = refused(error, log, { method: request.method, route: routeOf(request) });
    response.status(status).set(headers).json(body);
  };
}

/** The answer to an error, which is told to the log where people must look. */
export function refused(
  error: unknown,
  log: ChannelLog,
  { method, route }: { method: string; route: unknown },
): Refused {
  const { status, message, field, retryAfterS } = refusalOf(error);
  // The message of an unforeseen error may quote what a person wrote: only where it happened is logged.
  if (status === 500) log.error('request failed', { method, route, ...placeOf(error) });
  if (status === 503) log.error('message refused, the store is down', { route });
  return {
    status,
    headers: {
      ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
    body: { error: { code: CODES[status], message, ...(field ? { field } : {}) } },
  };
}

/** Where express does not say it. */
const DEFAULT_BODY_MAX = 128 * 1_024;
/** After a store that is down: long enough to breathe, short enough for somebody who waits. */
const STORE_RETRY_S = 2;

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof IdReused || error instanceof OtherProtocol) return new Refusal(409, error.message);
  if (error instanceof UnknownProtocol) return new Refusal(400, error.message, { field: 'protocol' });
  if (error instanceof AttachmentRefused)
    return new Refusal(error.why === 'size' ? 413 : 400, `${error.message}.`, { field: 'file' });
  if (error instanceof StoreUnavailable) {
    return new Refusal(503, 'The message could not be stored and was not taken. Send it again with the same id.', {
      retryAfterS: STORE_RETRY_S,
    });
  }
  // Express's own: a body too large, a path that is badly escaped, a connection cut in the middle.
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status === 413) {
    const { limit } = error as { limit?: unknown };
    return new Refusal(413, `The body is larger than ${Math.round(Number(limit ?? DEFAULT_BODY_MAX) / 1_024)} KB.`);
  }
  if (status >= 400 && status < 500)
    return new Refusal(400, 'The request could not be read: its address or its encoding is malformed.');
  return new Refusal(500, 'Something failed here. Send it again with the same id; it will not be done twice.');
}

/** The route as declared, since the address as asked may hold an id of a person. */
const routeOf = (request: { route?: { path?: unknown } }): unknown => request.route?.path ?? null;
