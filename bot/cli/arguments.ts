/** What was written after a command, read as its options say; and how it says what it takes, in Spanish as every command does. */
import { parseArgs } from 'node:util';
import { nearest } from '../../flows/text/nearness.js';
import { type Arguments, type Command, UsageError } from './command.js';

/** Throws UsageError. */
export function argumentsOf(command: Command, argv: readonly string[]): Arguments {
  let read: ReturnType<typeof parseArgs>;
  try {
    read = parseArgs({ args: [...argv], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${wrongIn(error, command)}\n${usageOf(command)}`);
  }
  const { least, most } = command.arguments;
  const given = read.positionals.length;
  if (given < least || given > most) {
    const right = least === most ? String(least) : most === Infinity ? `${least} o más` : `de ${least} a ${most}`;
    throw new UsageError(`${command.name}: argumentos que recibe: ${right}; recibió ${given}.\n${usageOf(command)}`);
  }
  return { values: read.values as Record<string, string | boolean | undefined>, positionals: read.positionals };
}

export function helpOf(command: Command): string {
  return [command.about, '', usageOf(command), '', `Ejemplo: ${command.example}`].join('\n');
}

const usageOf = ({ name, usage }: Command): string => `Uso: npx cauce ${name} ${usage}`.trimEnd();

/** What Node's reader of options found, in the language of the commands. */
function wrongIn(error: unknown, { name, options }: Command): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const [, option = ''] = /'(--?[\w-]+)/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearest(option.replace(/^-+/, ''), Object.keys(options));
    return `${name} no tiene la opción ${option}.${near === null ? '' : ` ¿Quiso decir --${near}?`}`;
  }
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message;
  return options[option.replace(/^-+/, '')]?.type === 'boolean'
    ? `La opción ${option} no lleva valor.`
    : `Falta el valor de ${option}. Si empieza con un guion, escriba ${option}=-valor.`;
}
