/** `cauce hold CONTACT`: what she wrote is kept beyond its time, because a court or a prosecutor asks for it; `--off` ends it. */
import { HOLD } from '../privacy/retention.js';
import { beside, contactCalled } from './beside.js';
import { type Command, DATA_OPTION } from './command.js';

export const holdCommand: Command = {
  name: 'hold',
  about: 'Guarda más allá de su plazo lo que una persona escribió; --off lo suelta.',
  usage: 'CONTACT [--off] [--data DIR]',
  example: 'npx cauce hold Lirio-08',
  options: { off: { type: 'boolean' }, ...DATA_OPTION },
  arguments: { least: 1, most: 1 },
  run: (args, io) =>
    beside(args, io, async data => {
      const { id, pseudonym } = await contactCalled(data, args.positionals[0] ?? '');
      const on = args.values.off !== true;
      await data.contacts.label(id, HOLD, on);
      io.out(
        on
          ? `Lo que escribió ${pseudonym} se guarda hasta soltarlo (--off) o borrarlo.`
          : `Lo que escribió ${pseudonym} se va cuando se cumpla su plazo.`,
      );
      return 0;
    }),
};
