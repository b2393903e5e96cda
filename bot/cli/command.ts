/**
 * What a command of `npx cauce` is. One file a command, one line in commands.ts.
 *
 * Exit codes are part of the contract: 0 ok, 1 a check failed, 2 usage or bad input (throw UsageError), 3 whatever else is
 * thrown, with one clear message on standard error. Rows go to standard output, as JSON lines with `--json`.
 */
import type { ParseArgsConfig } from 'node:util';
import { type Config, readConfig } from '../config.js';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command may touch of its process, so that tests run it inside theirs. */
export interface Io {
  out(line: string): void;
  err(line: string): void;
  stdin: NodeJS.ReadableStream;
  /** The environment, with `.env` already merged under it. */
  env: Readonly<Record<string, string | undefined>>;
  /** Folder of package.json: protocols and built pages are found from here. */
  root: string;
  /** Folder that relative paths of the arguments start from. */
  cwd: string;
}

export interface Arguments {
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  positionals: readonly string[];
}

/** Of a command about data: their folder, instead of the one in CAUCE_DATA. */
export const DATA_OPTION = { data: { type: 'string' } } as const;

/** The settings, with what `--data` says over them. Throws ConfigError. */
export const configOf = ({ values }: Pick<Arguments, 'values'>, { env, root }: Io): Config =>
  readConfig(env, root, typeof values.data === 'string' ? { CAUCE_DATA: values.data } : {});

export interface Command {
  name: string;
  /** One line for the list of commands. */
  about: string;
  /** After the name: `[PROTOCOL_DIR…] [--json]`. */
  usage: string;
  /** A call that works, shown by --help. */
  example: string;
  options: Options;
  /** How many arguments without a dash it takes. */
  arguments: { least: number; most: number };
  /** Returns the exit code. Throws UsageError for what the caller must change. */
  run(args: Arguments, io: Io): Promise<number>;
}

/** Bad usage or bad input: told in one message, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
