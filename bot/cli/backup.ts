/** `cauce backup FILE`: a consistent copy of the store, made while the service runs. */
import path from 'node:path';
import { beside } from './beside.js';
import { type Command, DATA_OPTION, UsageError } from './command.js';

export const backupCommand: Command = {
  name: 'backup',
  about: 'Writes a copy of the store to a new file, also while the service runs.',
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
        if (error instanceof Error && /exists already|could not be written/.test(error.message))
          throw new UsageError(`${error.message}.`);
        throw error;
      }
      io.out(`${file} holds the store as it was. The master keys are not in it: keep a copy of`);
      io.out(
        config.masterKey ? 'CAUCE_MASTER_KEY in another place.' : `${path.join(config.data, 'keys')} in another place.`,
      );
      return 0;
    }),
};
