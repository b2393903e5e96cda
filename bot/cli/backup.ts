/** `cauce backup FILE`: a consistent copy of the store, made while the service runs. */
import path from 'node:path';
import { beside } from './beside.js';
import { type Command, DATA_OPTION, UsageError } from './command.js';

export const backupCommand: Command = {
  name: 'backup',
  about: 'Escribe una copia de los datos en un archivo nuevo, también con el servicio en marcha.',
  usage: 'FILE [--data DIR]',
  example: 'npx cauce backup /srv/backup/cauce-2026-03-02.db',
  options: DATA_OPTION,
  arguments: { least: 1, most: 1 },
  run: (args, io) =>
    beside(args, io, async ({ store, config }) => {
      const file = path.resolve(io.cwd, args.positionals[0] ?? '');
      try {
        await store.backup(file);
      } catch (error) {
        if (error instanceof Error && /ya existe|no se pudo escribir/.test(error.message))
          throw new UsageError(`${error.message}.`);
        throw error;
      }
      io.out(
        `${file} contiene los datos como estaban. Las llaves maestras no están ahí: guarde en otro lugar una copia de`,
      );
      io.out(config.masterKey ? 'CAUCE_MASTER_KEY.' : `${path.join(config.data, 'keys')}.`);
      return 0;
    }),
};
