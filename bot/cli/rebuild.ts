/** `cauce rebuild`: writes the head of every conversation again from the log. The service must be stopped. */
import { systemClock } from '../clock.js';
import { openData } from '../open.js';
import { rebuildHeads } from '../rebuild.js';
import { inWords } from './beside.js';
import { type Command, configOf, DATA_OPTION } from './command.js';

export const rebuildCommand: Command = {
  name: 'rebuild',
  about: 'Escribe otra vez, desde el registro de turnos, lo que la mesa ve de cada conversación.',
  usage: '[--json] [--data DIR]',
  example: 'npx cauce rebuild',
  options: { json: { type: 'boolean' }, ...DATA_OPTION },
  arguments: { least: 0, most: 0 },
  run: (args, io) => {
    const { values } = args;
    const config = configOf(args, io);
    return inWords(async () => {
      const { store, vault, close } = await openData(config, systemClock);
      try {
        const { conversations, changed, unreadable } = await rebuildHeads(store, contact => vault.sealer(contact));
        if (values.json) io.out(JSON.stringify({ conversations, changed, unreadable }));
        else {
          io.out(
            `${conversations} conversaciones leídas; ${changed === 0 ? 'lo que la mesa ve de ellas está bien' : `lo que la mesa ve de ${changed} estaba mal o faltaba, y se escribió otra vez`}.`,
          );
          if (unreadable > 0)
            io.out(
              `${unreadable} son de personas que se borraron: no hay nada malo en ellas; lo que la mesa ve ahí sale de lo que un borrado deja, y ninguna espera a nadie.`,
            );
        }
        return 0;
      } finally {
        await close();
      }
    });
  },
};
