/**
 * The log: an event in the past tense and fields, one JSON line each, on standard error. Fields hold ids and figures:
 * a person's words or number must never be among them.
 */
import { type DestinationStream, pino } from 'pino';
import { maskText } from '../flows/text/mask.js';

type Write = (event: string, fields?: Record<string, unknown>) => void;

export interface Log {
  debug: Write;
  info: Write;
  warn: Write;
  error: Write;
}

/** Names that no field of the log may have: whoever logs by mistake what a person wrote is not obeyed. */
const PERSONAL = ['text', 'address', 'phone', 'email', 'name', 'params', 'body'];
/** Also inside what is logged whole. */
const REDACTED = PERSONAL.flatMap(name => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);

/** @param to standard error, unless a test reads along */
export function createLog(
  level: 'debug' | 'info' | 'warn' | 'error',
  stream: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Log {
  const logger = pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: REDACTED,
      formatters: { level: label => ({ level: label }) },
    },
    stream,
  );
  const at =
    (to: 'debug' | 'info' | 'warn' | 'error'): Write =>
    (event, fields = {}) =>
      logger[to](fields, event);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** What went wrong, for a log line: an error may quote what a person wrote, so her numbers and addresses are masked. */
export const reasonOf = (error: unknown): string => maskText(error instanceof Error ? error.message : String(error));

/**
 * Where an unforeseen error happened, and not what it says: one thrown while words of hers were worked on may quote any
 * part of them.
 */
export function placeOf(error: unknown): { reason: string; at?: string } {
  if (!(error instanceof Error)) return { reason: typeof error };
  const frame = error.stack?.split('\n').find(line => line.trimStart().startsWith('at '));
  return { reason: error.name, ...(frame ? { at: frame.trim() } : {}) };
}

/** The reason of an error of somebody else's service, without what it was given: no text, name or address of hers. */
export function reasonWithout(error: unknown, given: unknown): string {
  const strings = stringsIn(given).sort((a, b) => b.length - a.length);
  const said = error instanceof Error ? error.message : String(error);
  return maskText(strings.reduce((left, string) => left.replaceAll(string, '[…]'), said));
}

/** Every text of some length in a plain value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim().length > 2 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** For commands and simulations, which tell what happened in their own words. */
const nothing: Write = () => undefined;
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
