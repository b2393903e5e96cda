/** `cauce rebuild`: writes the head of every conversation again from the log. The service must be stopped. */
import { systemClock } from '../clock.js';
import { openData } from '../open.js';
import { rebuildHeads } from '../rebuild.js';
import { inWords } from './beside.js';
import { type Command, configOf, DATA_OPTION } from './command.js';

export const rebuildCommand: Command = {
  name: 'rebuild',
  about: 'Writes what the desk sees of every conversation again, from the log of turns.',
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
            `${conversations} conversations read; ${changed === 0 ? 'what the desk sees of them is right' : `what the desk sees of ${changed} of them was wrong or missing, and is written again`}.`,
          );
          if (unreadable > 0)
            io.out(
              `${unreadable} of them belong to people who were erased: nothing is wrong with them; what the desk sees there comes from the facts that an erasure leaves, and none waits for anybody.`,
            );
        }
        return 0;
      } finally {
        await close();
      }
    });
  },
};
