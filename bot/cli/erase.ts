/**
 * `cauce erase CONTACT`: destroys a person's key, so that nothing about her can be read again, and prints the certificate.
 *
 * Works beside a running service, which asks before each turn and each answer whether her key still exists, and forgets
 * what it has of her in memory within two seconds. Whoever writes afterwards from her address begins anew. The database that
 * a restore put aside loses her key with it, also where she is in that one alone.
 */
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { createIds } from '../ids.js';
import { withAside } from '../privacy/aside.js';
import { Contacts } from '../privacy/contacts.js';
import { type Certificate, eraseContact } from '../privacy/erase.js';
import { Erased } from '../privacy/sealer.js';
import { openVault } from '../privacy/vault.js';
import { type Beside, beside, nobodyCalled } from './beside.js';
import { type Command, DATA_OPTION, type Io } from './command.js';

export const eraseCommand: Command = {
  name: 'erase',
  about: 'Destruye para siempre la llave de una persona, e imprime el certificado.',
  usage: 'CONTACT [--by NAME] [--reason TEXT] [--yes] [--data DIR]',
  example: 'npx cauce erase Lirio-08 --reason "asked by her, D-2026-000031" --by ana.rojas@institucion.cl',
  options: { reason: { type: 'string' }, by: { type: 'string' }, yes: { type: 'boolean' }, ...DATA_OPTION },
  arguments: { least: 1, most: 1 },
  run: (args, io) =>
    beside(args, io, async data => {
      const { values, positionals } = args;
      const name = positionals[0] ?? '';
      const by = whoErases(values.by);
      const contact = await found(data, name);
      // Who began after the backup that was restored is in nothing else.
      const before = await inAside(data, contact ? addressesOf(contact) : [name], named);
      const all = [...(contact ? [contact] : []), ...before.filter(({ id }) => id !== contact?.id)];
      if (all.length === 0) throw nobodyCalled(name);
      const pseudonym = all.find(one => one.pseudonym !== null)?.pseudonym ?? null;
      if (pseudonym !== null && values.yes !== true && !(await confirmed(io, pseudonym))) {
        io.err('No se borró nada.');
        return 1;
      }
      const reason = typeof values.reason === 'string' ? values.reason : 'sin motivo';
      const { store, vault, clock, erasures: log } = data;
      if (contact)
        say(io, await eraseContact({ store, vault, clock, log, forget: () => undefined }, contact.id, by, reason));
      const erased = await inAside(
        data,
        before.map(({ id }) => id).filter(id => id !== contact?.id),
        (aside, id) =>
          eraseContact(
            { ...aside, clock, log: { append: log.append, read: log.read }, forget: () => undefined },
            id,
            by,
            reason,
          ),
      );
      for (const certificate of erased) say(io, certificate);
      return 0;
    }),
};

/** A certificate that names nobody answers to nobody: without a name, the account of this machine stands there. */
function whoErases(by: unknown): string {
  return typeof by === 'string' && by.trim() !== '' ? by.trim() : `${userInfo().username} (cuenta del sistema)`;
}

/** Whom an erasure is of. */
interface Named {
  id: string;
  pseudonym: string | null;
  addresses: readonly { channel: string; address: string }[];
}

/** One who was erased already gets her certificate again, by her id: her names lead nowhere. */
async function found({ contacts }: Pick<Beside, 'contacts'>, name: string): Promise<Named | null> {
  try {
    return await contacts.named(name);
  } catch (error) {
    if (error instanceof Erased) return { id: error.contact, pseudonym: null, addresses: [] };
    throw error;
  }
}

const named = async ({ contacts }: Pick<Beside, 'contacts'>, name: string): Promise<Named | null> => {
  const one = await found({ contacts }, name);
  return one?.pseudonym === null ? null : one;
};

const addressesOf = ({ addresses }: Named): string[] =>
  addresses.map(({ channel, address }) => `${channel}:${address}`);

/** What `work` gives for each, in the database that a restore put aside; nothing where there is none. */
async function inAside<T>(
  { config, clock }: Beside,
  each: readonly string[],
  work: (aside: Pick<Beside, 'store' | 'vault' | 'contacts'>, one: string) => Promise<T | null>,
): Promise<T[]> {
  if (config.mongo || each.length === 0) return [];
  const all = await withAside(config.data, async store => {
    const vault = await openVault(store, config.data, config.masterKey);
    const contacts = new Contacts({ store, vault, ids: createIds(clock), clock });
    const given: T[] = [];
    for (const one of each) {
      const its = await work({ store, vault, contacts }, one);
      if (its !== null) given.push(its);
    }
    return given;
  });
  return all ?? [];
}

/** Whoever types at a terminal may have meant another: she is asked. A script has named the contact, and is taken at its word. */
async function confirmed({ stdin, err }: Io, pseudonym: string): Promise<boolean> {
  if (!('isTTY' in stdin) || !stdin.isTTY) return true;
  err(`Esto destruye la llave de ${pseudonym}: nadie podrá leer otra vez nada de ella. No se puede deshacer.`);
  err(`Escriba ${pseudonym} para seguir:`);
  const lines = createInterface({ input: stdin });
  const answer = await lines.question('');
  lines.close();
  return answer.trim() === pseudonym;
}

const say = (io: Io, certificate: Certificate): void => io.out(JSON.stringify(certificate, null, 2));
