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
  about: 'Envuelve la llave de cada persona con una llave maestra nueva; la antigua ya no abre nada.',
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
        io.out(`La llave maestra ${masters.current} envuelve ahora ${wrapped} llaves.`);
        if (config.masterKey) {
          io.out('Quite las anteriores de CAUCE_MASTER_KEY cuando cada proceso tenga la nueva.');
          return 0;
        }
        // A crash before this leaves both versions, and the command may be given again.
        const aside = setOldMasterKeysAside(folder);
        io.out(`Guarde en otro lugar una copia nueva de ${folder}/keys/master.json.`);
        if (aside)
          io.out(
            `La llave anterior queda en ${aside}: las copias hechas antes la necesitan. Guárdela lejos de ellas, y elimínela de aquí cuando ya no existan.`,
          );
        return 0;
      } finally {
        await close();
      }
    });
  },
};
