/** `cauce <command>`: finds the command, reads its arguments, runs it, and turns what goes wrong into one message. */
import { edits } from '../../flows/text/nearness.js';
import { ConfigError, readEnvironment } from '../config.js';
import { ROOT } from '../root.js';
import { argumentsOf, helpOf } from './arguments.js';
import { type Io, UsageError } from './command.js';
import { reasonOf } from '../log.js';
import { StoreUnavailable } from '../store/store.js';
import { COMMANDS } from './commands.js';

// Whoever reads what is printed may stop reading: `npx cauce eval | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  try {
    const io: Io = {
      out: line => void process.stdout.write(`${line}\n`),
      err: line => void process.stderr.write(`${line}\n`),
      stdin: process.stdin,
      env: readEnvironment(ROOT, process.env),
      root: ROOT,
      cwd: process.cwd(),
    };
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      io.out(overview());
      return name === undefined ? 2 : 0;
    }
    const command = COMMANDS.find(c => c.name === name);
    if (!command)
      throw new UsageError(`"${name}" is no command.${suggested(name)} Run "npx cauce --help" to see them all.`);
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(helpOf(command));
      return 0;
    }
    return await command.run(argumentsOf(command, rest), io);
  } catch (error) {
    if (error instanceof UsageError || error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    process.stderr.write(`${failureOf(error, name)}\n`);
    return FAILED;
  }
}

/** Neither a check that failed nor something that the caller can change in the call. */
const FAILED = 3;

/** An error may quote what a person wrote: its reason is masked, and where it happened is told by name alone. */
function failureOf(error: unknown, command = ''): string {
  if (error instanceof StoreUnavailable) return `The database cannot be used: ${reasonOf(error)}`;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter(line => /^ +at /.test(line)) : [];
  return [`cauce ${command} failed: ${reasonOf(error)}`, ...frames.slice(0, 3)].join('\n');
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(c => c.name.length));
  return [
    'Usage: npx cauce <command> [options]',
    '',
    ...COMMANDS.map(c => `  ${c.name.padEnd(width)}  ${c.about}`),
    '',
    'npx cauce <command> --help shows how each is used.',
  ].join('\n');
}

function suggested(name: string): string {
  const [near] = COMMANDS.map(c => ({ name: c.name, far: edits(name, c.name, 3) })).sort((a, b) => a.far - b.far);
  return near && near.far <= 2 ? ` Did you mean "${near.name}"?` : '';
}
