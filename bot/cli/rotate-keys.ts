/**
 * `cauce rotate-keys`: every contact's key is wrapped by a new master key. The service must be stopped: one that runs
 * would go on with the old one.
 */
import { systemClock } from '../clock.js';
import { openData } from '../open.js';
import { addMasterKey, masterKeysFrom, setOldMasterKeysAside } from '../privacy/keys.js';
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
        io.out(`${wrapped} keys are wrapped by master key ${masters.current}.`);
        if (config.masterKey) {
          io.out('Remove the older ones from CAUCE_MASTER_KEY once every process has the new one.');
          return 0;
        }
        // A crash before this leaves both versions, and the command may be given again.
        const aside = setOldMasterKeysAside(folder);
        io.out(`Keep a new copy of ${folder}/keys/master.json in another place.`);
        if (aside)
          io.out(
            `The old key stays in ${aside}: backups made before need it. Keep it away from them, and delete it here once they are gone.`,
          );
        return 0;
      } finally {
        await close();
      }
    });
  },
};
