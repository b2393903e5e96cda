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
    `Cauce está en marcha. Ctrl+C lo detiene.

  Página de la ciudadana  ${page}
  Consola                 ${console}
  API                     ${docs}`,
  ];
  if (administrator) {
    parts.push(`Primera cuenta de administración (se muestra una vez; la clave se cambia al entrar por primera vez):
  correo  ${administrator.email}
  clave   ${administrator.password}`);
  }
  if (token) {
    parts.push(`Token del canal HTTP (se muestra una vez; queda guardado en la carpeta de datos):
  ${token}`);
  }
  if (unreviewed.length > 0) {
    const told = unreviewed.map(({ protocol, locales }) => `${protocol} (${locales.join(', ')})`);
    parts.push(`Textos que ninguna institución ha revisado: ${told.join(', ')}.`);
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
