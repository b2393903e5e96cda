/**
 * The log: an event in the past tense and fields, one JSON line each, on standard error. Fields hold ids and figures:
 * a person's words or number must never be among them.
 */
import { pino } from 'pino';
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

export function createLog(level: 'debug' | 'info' | 'warn' | 'error'): Log {
  const logger = pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: PERSONAL,
      formatters: { level: label => ({ level: label }) },
    },
    pino.destination({ fd: 2, sync: true }),
  );
  const at =
    (to: 'debug' | 'info' | 'warn' | 'error'): Write =>
    (event, fields = {}) =>
      logger[to](fields, event);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** What went wrong, for a log line: an error may quote what a person wrote, so her numbers and addresses are masked. */
export const reasonOf = (error: unknown): string => maskText(error instanceof Error ? error.message : String(error));

/** For commands and simulations, which tell what happened in their own words. */
const nothing: Write = () => undefined;
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
