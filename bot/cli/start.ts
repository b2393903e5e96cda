/** `cauce start`: serves until it is told to stop. The first start prints what is shown once. */
import { readConfig } from '../config.js';
import { createLog } from '../log.js';
import { start, type Started } from '../main.js';
import { type Command, type Io, UsageError } from './command.js';
import { ProtocolRefused } from '../publish.js';
import { announce } from '../running.js';

export const startCommand: Command = {
  name: 'start',
  about: 'Sirve la página de la ciudadana, la consola y la API.',
  usage: '[--port N] [--data DIR]',
  example: 'npx cauce start --port 9000 --data /srv/cauce',
  options: { port: { type: 'string' }, data: { type: 'string' } },
  arguments: { least: 0, most: 0 },
  async run({ values }, io) {
    const over = {
      ...(typeof values.port === 'string' ? { PORT: values.port } : {}),
      ...(typeof values.data === 'string' ? { CAUCE_DATA: values.data } : {}),
    };
    const config = readConfig(io.env, io.root, over);
    const log = createLog(config.logLevel);
    if (config.redis) log.warn('REDIS_URL is not used by this version', { consoles: 'joined within one process' });
    const proving = (id: string): void =>
      io.out(`Se prueba que ${id} es seguro: una vez por versión, toma algunos segundos…`);
    const service = await start(config, io.root, log, proving).catch(refused);
    const withdraw = announce(config.data, service.local);
    say(io, service);
    log.info('service started', { ...service.about });
    await told();
    withdraw();
    await service.stop();
    return 0;
  },
};

function refused(error: unknown): never {
  if (error instanceof ProtocolRefused) throw new UsageError(error.message);
  throw error;
}

/** In one piece: whoever waits for the addresses has all that is shown once, too. */
function say(io: Io, { page, console, docs, administrator, token, unreviewed }: Started): void {
  const parts = [
    `Cauce is running. Ctrl+C stops it.

  Citizen's page  ${page}
  Console         ${console}
  API             ${docs}`,
  ];
  if (administrator) {
    parts.push(`First administrator (shown once; the password is changed at the first sign-in):
  e-mail          ${administrator.email}
  password        ${administrator.password}`);
  }
  if (token) {
    parts.push(`Token of the HTTP channel (shown once; kept in the data folder):
  ${token}`);
  }
  if (unreviewed.length > 0) {
    const told = unreviewed.map(({ protocol, locales }) => `${protocol} (${locales.join(', ')})`);
    parts.push(`Texts that no institution has reviewed: ${told.join(', ')}.`);
  }
  io.out(parts.join('\n\n'));
}

/** Resolves at the first signal to stop. A second one ends the process at once. */
function told(): Promise<void> {
  return new Promise(resolve => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        resolve();
      });
    }
  });
}
