/** The process of `npx cauce <command>`. */
import { readEnvironment } from '../config.js';
import { ROOT } from '../root.js';
import { run } from './run.js';

// Whoever reads what is printed may stop reading: `npx cauce eval | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await run(process.argv.slice(2), {
  out: line => void process.stdout.write(`${line}\n`),
  err: line => void process.stderr.write(`${line}\n`),
  stdin: process.stdin,
  env: () => readEnvironment(ROOT, process.env),
  root: ROOT,
  cwd: process.cwd(),
});
