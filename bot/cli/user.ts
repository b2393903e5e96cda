/**
 * `cauce user list|add|role|reset|disable|enable`: the accounts of the people who work here. Works beside a running service: it
 * touches accounts and sessions alone, and the service looks them up each time it needs them.
 */
import { existsSync } from 'node:fs';
import { systemClock } from '../clock.js';
import type { Role } from '../console/contract.js';
import { Sessions } from '../people/sessions.js';
import { type Credentials, type User, UserProblem, Users } from '../people/users.js';
import { openMongoStore } from '../store/mongo/mongo.js';
import { databaseIn, openSqliteStore } from '../store/sqlite/sqlite.js';
import { type Store, StoreUnavailable } from '../store/store.js';
import { type Arguments, type Command, configOf, DATA_OPTION, type Io, UsageError } from './command.js';

const ROLES: readonly Role[] = ['executive', 'supervisor', 'designer', 'administrator'];
const VERBS = ['list', 'add', 'role', 'reset', 'disable', 'enable'] as const;

export const userCommand: Command = {
  name: 'user',
  about:
    'Muestra las cuentas de la consola, agrega una, le da otro rol u otra contraseña de un solo uso, o la desactiva.',
  usage:
    'list [--json] | add EMAIL --name NAME --role ROLE [--role ROLE] [--locale es|en] | role EMAIL ROLE… [--remove] | reset EMAIL | disable EMAIL | enable EMAIL [--data DIR]',
  example: 'npx cauce user add ana.rojas@institucion.cl --name "Ana Rojas" --role executive',
  options: {
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    locale: { type: 'string' },
    remove: { type: 'boolean' },
    json: { type: 'boolean' },
    ...DATA_OPTION,
  },
  arguments: { least: 1, most: 2 + ROLES.length },
  async run(args, io) {
    const [verb = '', email = '', ...named] = args.positionals;
    const does = VERBS.find(one => one === verb);
    if (!does) throw new UsageError(`user no sabe hacer "${verb}". Use ${VERBS.join(', ')}.`);
    if (does === 'list' && args.positionals.length > 1)
      throw new UsageError('list no lleva correo: muestra todas las cuentas.');
    if (does !== 'list' && email === '') throw new UsageError(`Dé el correo de la cuenta: cauce user ${does} EMAIL.`);
    if (does !== 'list' && !/^[^\s@]+@[^\s@]+$/.test(email))
      throw new UsageError(`"${email}" no es un correo. Escriba uno como ana.rojas@institucion.cl.`);
    if (does !== 'role' && named.length > 0)
      throw new UsageError(`${does} lleva solo un correo; sobra "${named.join(' ')}".`);
    if (args.values.remove && does !== 'role')
      throw new UsageError('--remove es de role: cauce user role EMAIL ROLE --remove.');
    const wanted = does === 'add' ? { email, ...accountOf(args) } : null;
    const roles = does === 'role' ? rolesOf([...named, ...rolesNamed(args)]) : [];
    const store = await openAccounts(args, io);
    try {
      const users = new Users({ store, clock: systemClock });
      const sessions = new Sessions({ store, users, clock: systemClock });
      if (does === 'list') list(io, args, await users.all());
      else if (wanted) say(io, args, await users.add(wanted));
      else if (does === 'reset' || does === 'enable') {
        const { user, ...credentials } = await users[does](email);
        await sessions.endAllOf(user.id);
        say(io, args, credentials);
      } else if (does === 'role') {
        const user = await users[args.values.remove ? 'take' : 'give'](email, roles);
        // A console that is open would go on with the rights it was opened with.
        await sessions.endAllOf(user.id);
        sayRoles(io, args, user);
      } else {
        const user = await users.disable(email);
        await sessions.endAllOf(user.id);
        io.out(
          args.values.json
            ? JSON.stringify({ email: user.email, disabled: true })
            : `${user.email} quedó desactivada, y sus sesiones terminaron.`,
        );
      }
      return 0;
    } catch (error) {
      if (error instanceof UserProblem) throw new UsageError(error.message);
      if (error instanceof StoreUnavailable)
        throw new UsageError(`Las cuentas no se pueden escribir ahora: ${error.message}.`);
      throw error;
    } finally {
      await store.close();
    }
  },
};

/** Throws UsageError where there is none, or one that is no role. @param how they are given, for the message */
function rolesOf(given: readonly string[], how = ''): Role[] {
  const unknown = given.find(one => !ROLES.some(known => known === one));
  if (unknown !== undefined || given.length === 0)
    throw new UsageError(
      `${unknown === undefined ? 'Dé al menos un rol' : `"${unknown}" no es un rol`}: ${how}${ROLES.join(' | ')}.`,
    );
  return ROLES.filter(one => given.includes(one));
}

const rolesNamed = ({ values: { role } }: Arguments): string[] => (Array.isArray(role) ? role.map(String) : []);

function sayRoles(io: Io, { values }: Arguments, { email, roles, disabled }: User): void {
  if (values.json) return io.out(JSON.stringify({ email, roles }));
  io.out(
    `${email} tiene ahora: ${roles.join(', ')}. Sus sesiones terminaron: entra otra vez.${disabled ? ' La cuenta sigue desactivada.' : ''}`,
  );
}

function accountOf(args: Arguments): { name: string; roles: Role[]; locale: 'es' | 'en' } {
  const { name, locale = 'es' } = args.values;
  if (typeof name !== 'string' || name.trim() === '')
    throw new UsageError('Dé el nombre que verán sus colegas: --name "Ana Rojas".');
  const roles = rolesOf(rolesNamed(args), '--role ');
  if (locale !== 'es' && locale !== 'en')
    throw new UsageError(`"${String(locale)}" no es un idioma de la consola. Use es o en.`);
  return { name, roles, locale };
}

function say(io: Io, { values }: Arguments, { email, password }: Credentials): void {
  if (values.json) return io.out(JSON.stringify({ email, password }));
  io.out(
    `${email}\nContraseña de un solo uso (se muestra una vez; se cambia al entrar por primera vez):\n  ${password}`,
  );
}

/** One account a line, in the order of their names, who may still sign in first. Nothing of a password. */
function list(io: Io, { values }: Arguments, accounts: readonly User[]): void {
  const sorted = [...accounts].sort(
    (a, b) => Number(a.disabled) - Number(b.disabled) || a.name.localeCompare(b.name, 'es'),
  );
  for (const { email, name, roles, locale, disabled, mustChangePassword, createdAt } of sorted) {
    const state = disabled ? 'disabled' : mustChangePassword ? 'one-time password' : 'active';
    io.out(
      values.json
        ? JSON.stringify({ email, name, roles, locale, state, createdAt: new Date(createdAt).toISOString() })
        : `${email}  ${name}  ${roles.join(', ')}  ${locale}  ${state}`,
    );
  }
  if (sorted.length === 0 && !values.json) io.out('Todavía no hay cuentas: el primer inicio del servicio crea una.');
}

/** The store alone, without taking the data folder from the service that may be running on it. */
async function openAccounts(args: Arguments, io: Io): Promise<Store> {
  const config = configOf(args, io);
  try {
    if (config.mongo) return await openMongoStore(config.mongo, { clock: systemClock });
  } catch (error) {
    if (error instanceof StoreUnavailable) throw new UsageError(`No se puede usar la base de datos: ${error.message}.`);
    throw error;
  }
  if (!existsSync(databaseIn(config.data)))
    throw new UsageError(
      `Todavía no hay un servicio en ${config.data}. Inícielo una vez con "npm start", o nombre su carpeta con --data o en CAUCE_DATA.`,
    );
  return openSqliteStore(config.data);
}
