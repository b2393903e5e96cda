/** What was written after a command, read as its options say; and how it says what it takes. */
import { parseArgs } from 'node:util';
import { type Arguments, type Command, UsageError } from './command.js';

/** Throws UsageError. */
export function argumentsOf(command: Command, argv: readonly string[]): Arguments {
  let read: ReturnType<typeof parseArgs>;
  try {
    read = parseArgs({ args: [...argv], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : String(error)}\nUsage: npx cauce ${command.name} ${command.usage}`,
    );
  }
  const { least, most } = command.arguments;
  const given = read.positionals.length;
  if (given < least || given > most) {
    throw new UsageError(
      `${command.name} takes ${least === most ? String(least) : most === Infinity ? `at least ${least}` : `${least} to ${most}`} arguments, and got ${given}.\nUsage: npx cauce ${command.name} ${command.usage}`,
    );
  }
  return { values: read.values as Record<string, string | boolean | undefined>, positionals: read.positionals };
}

export function helpOf(command: Command): string {
  return [
    command.about,
    '',
    `Usage: npx cauce ${command.name} ${command.usage}`.trimEnd(),
    '',
    `Example: ${command.example}`,
  ].join('\n');
}
