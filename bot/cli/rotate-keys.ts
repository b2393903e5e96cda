/**
 * `cauce rotate-keys`: every contact's key is wrapped by a new master key. The service must be stopped: one that runs
 * would go on with the old one.
 */
import { systemClock } from '../clock.js';
import { openData } from '../open.js';
import { addMasterKey, dropOldMasterKeys, masterKeysFrom } from '../privacy/keys.js';
import { inWords } from './beside.js';
import { type Command, configOf, DATA_OPTION } from './command.js';

export const rotateKeysCommand: Command = {
  name: 'rotate-keys',
  about: 'Wraps the key of every contact with a new master key; the old one opens nothing any more.',
  usage: '[--data DIR]',
  example: 'npx cauce rotate-keys',
  options: DATA_OPTION,
  arguments: { least: 0, most: 0 },
  run: (args, io) => {
    const config = configOf(args, io);
    return inWords(async () => {
      const { vault, folder, close } = await openData(config, systemClock);
      try {
        const masters = config.masterKey ? masterKeysFrom(config.masterKey) : addMasterKey(folder);
        const wrapped = await vault.rotate(masters);
        // A crash before this leaves both versions, and the command may be given again.
        if (!config.masterKey) dropOldMasterKeys(folder);
        io.out(`${wrapped} keys are wrapped by master key ${masters.current}.`);
        io.out(
          config.masterKey
            ? 'Remove the older ones from CAUCE_MASTER_KEY once every process has the new one.'
            : `Keep a new copy of ${folder}/keys in another place. Backups made before need the old copy.`,
        );
        return 0;
      } finally {
        await close();
      }
    });
  },
};
