/** `cauce export CONTACT`: everything the service knows about one person, for her. Works beside a running service. */
import { CHILE_ZONES } from '../../flows/calendar/zones.js';
import { exportContact } from '../privacy/export.js';
import { withLocalTimes } from '../privacy/exportTimes.js';
import { Erased } from '../privacy/sealer.js';
import { beside, contactCalled } from './beside.js';
import { type Command, DATA_OPTION, UsageError } from './command.js';

/** What the clocks of most of Chile show; each time says its distance from UTC besides. */
const ZONE = CHILE_ZONES[0];

export const exportCommand: Command = {
  name: 'export',
  about: 'Escribe en JSON todo lo de una persona: conversaciones, registros, citas, archivos.',
  usage: 'CONTACT [--files] [--data DIR]',
  example: 'npx cauce export Lirio-08 --files > lirio-08.json',
  options: { files: { type: 'boolean' }, ...DATA_OPTION },
  arguments: { least: 1, most: 1 },
  run: (args, io) =>
    beside(args, io, async data => {
      const { values, positionals } = args;
      const name = positionals[0] ?? '';
      try {
        const { id } = await contactCalled(data, name);
        const options = { now: data.clock.now(), files: values.files === true };
        io.out(JSON.stringify(withLocalTimes(await exportContact(data, id, options), ZONE), null, 2));
        return 0;
      } catch (error) {
        if (error instanceof Erased) throw new UsageError(`"${name}" se borró: ya no se puede leer nada de ella.`);
        throw error;
      }
    }),
};
