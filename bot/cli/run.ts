/** `cauce <command>`: finds the command, reads its arguments, runs it, and turns what goes wrong into one message. */
import { edits } from '../../flows/text/nearness.js';
import { ConfigError } from '../config.js';
import { reasonOf } from '../log.js';
import { StoreUnavailable } from '../store/store.js';
import { argumentsOf, helpOf } from './arguments.js';
import { type Command, type Io, UsageError } from './command.js';
import { COMMANDS } from './commands.js';

/** As for a command; the environment is read when one is run, and may be wrong. */
export type Saying = Omit<Io, 'env'> & { env(): Io['env'] };

/** Neither a check that failed nor something that the caller can change in the call. */
const FAILED = 3;

/** The exit code of `cauce <argv>`; what it says goes to `io`. Throws nothing. */
export async function run(
  argv: readonly string[],
  io: Saying,
  commands: readonly Command[] = COMMANDS,
): Promise<number> {
  const [name, ...rest] = argv;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      io.out(overview(commands));
      return name === undefined ? 2 : 0;
    }
    const command = commands.find(c => c.name === name);
    if (!command)
      throw new UsageError(
        `"${name}" no es un comando.${suggested(name, commands)} Véalos todos con "npx cauce --help".`,
      );
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(helpOf(command));
      return 0;
    }
    const { env, ...said } = io;
    return await command.run(argumentsOf(command, rest), { ...said, env: env() });
  } catch (error) {
    if (error instanceof UsageError || error instanceof ConfigError) {
      io.err(error.message);
      return 2;
    }
    io.err(failureOf(error, name));
    return FAILED;
  }
}

/** An error may quote what a person wrote: its reason is masked, and where it happened is told by name alone. */
function failureOf(error: unknown, command = ''): string {
  if (error instanceof StoreUnavailable) return `No se puede usar la base de datos: ${reasonOf(error)}`;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter(line => /^ +at /.test(line)) : [];
  return [`cauce ${command} falló: ${reasonOf(error)}`, ...frames.slice(0, 3)].join('\n');
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(c => c.name.length));
  return [
    'Uso: npx cauce <comando> [opciones]',
    '',
    ...commands.map(c => `  ${c.name.padEnd(width)}  ${c.about}`),
    '',
    'npx cauce <comando> --help dice cómo se usa cada uno.',
  ].join('\n');
}

function suggested(name: string, commands: readonly Command[]): string {
  const [near] = commands.map(c => ({ name: c.name, far: edits(name, c.name, 3) })).sort((a, b) => a.far - b.far);
  return near && near.far <= 2 ? ` ¿Quiso decir "${near.name}"?` : '';
}
