/**
 * `cauce erase CONTACT`: destroys a person's key, so that nothing about her can be read again, and prints the certificate.
 *
 * Works beside a running service, which asks before each turn and each answer whether her key still exists, and forgets
 * what it has of her in memory within two seconds. Whoever writes afterwards from her address begins anew.
 */
import { createInterface } from 'node:readline/promises';
import { type Certificate, eraseContact } from '../privacy/erase.js';
import { Erased } from '../privacy/sealer.js';
import { type Beside, beside, contactCalled } from './beside.js';
import { type Command, DATA_OPTION, type Io, UsageError } from './command.js';

export const eraseCommand: Command = {
  name: 'erase',
  about: 'Destroys the key of a contact, for good, and prints the certificate.',
  usage: 'CONTACT [--reason TEXT] [--by NAME] [--yes] [--data DIR]',
  example: 'npx cauce erase Lirio-08 --reason "asked by her, D-2026-000031" --by ana.rojas@institucion.cl',
  options: { reason: { type: 'string' }, by: { type: 'string' }, yes: { type: 'boolean' }, ...DATA_OPTION },
  arguments: { least: 1, most: 1 },
  run: (args, io) =>
    beside(args, io, async data => {
      const { values, positionals } = args;
      const name = positionals[0] ?? '';
      const contact = await idOf(data, name);
      if (contact.pseudonym !== null && values.yes !== true && !(await confirmed(io, contact.pseudonym))) {
        io.err('Nothing was erased.');
        return 1;
      }
      const by = typeof values.by === 'string' ? values.by : 'command line';
      const reason = typeof values.reason === 'string' ? values.reason : 'not given';
      const parts = {
        store: data.store,
        vault: data.vault,
        clock: data.clock,
        log: data.erasures,
        forget: () => undefined,
      };
      say(io, await eraseContact(parts, contact.id, by, reason));
      return 0;
    }),
};

/** One who was erased already gets her certificate again, by her id: her names lead nowhere. */
async function idOf(data: Beside, name: string): Promise<{ id: string; pseudonym: string | null }> {
  try {
    const { id, pseudonym } = await contactCalled(data, name);
    return { id, pseudonym };
  } catch (error) {
    if (error instanceof Erased) return { id: error.contact, pseudonym: null };
    throw error;
  }
}

async function confirmed({ stdin, err }: Io, pseudonym: string): Promise<boolean> {
  if (!('isTTY' in stdin) || !stdin.isTTY)
    throw new UsageError('This cannot be undone: add --yes to say that it is meant.');
  err(`This destroys the key of ${pseudonym}: nothing about her can be read again, by anybody. It cannot be undone.`);
  err(`Write ${pseudonym} to go on:`);
  const lines = createInterface({ input: stdin });
  const answer = await lines.question('');
  lines.close();
  return answer.trim() === pseudonym;
}

const say = (io: Io, certificate: Certificate): void => io.out(JSON.stringify(certificate, null, 2));
