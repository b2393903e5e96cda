import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { VirtualClock } from '../../test/support/virtual-clock.js';
import { Users } from '../people/users.js';
import { SigningIn } from '../people/signing-in.js';
import { openDataDir } from '../store/sqlite/lock.js';
import { openSqliteStore } from '../store/sqlite/sqlite.js';
import { userCommand } from './user.js';

const EMAIL = 'ana@institucion.cl';

/** Runs the command on a folder; gives what it printed. */
async function user(data: string, ...argv: string[]): Promise<string> {
  const lines: string[] = [];
  const io = {
    out: (line: string) => void lines.push(line),
    err: () => undefined,
    stdin: Readable.from([]),
    env: { CAUCE_DATA: data },
    root: data,
    cwd: data,
  };
  const { values, positionals } = parseArgs({ args: argv, options: userCommand.options, allowPositionals: true });
  await userCommand.run({ values, positionals }, io);
  return lines.join('\n');
}

test('accounts are made, reset and disabled while the service has the folder', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-user-'));
  const held = openDataDir(folder);
  const store = openSqliteStore(folder);
  const users = new Users({ store, clock: new VirtualClock() });
  const signing = new SigningIn(users);
  const passwordIn = (json: string) => (JSON.parse(json) as { password: string }).password;

  const first = passwordIn(await user(folder, 'add', EMAIL, '--name', 'Ana Rojas', '--role', 'executive', '--json'));
  expect(await signing.try(EMAIL, first, 'here')).toMatchObject({ result: 'ok' });
  const second = passwordIn(await user(folder, 'reset', EMAIL, '--json'));
  expect(await signing.try(EMAIL, first, 'here')).toEqual({ result: 'wrong' });
  expect(await signing.try(EMAIL, second, 'here')).toMatchObject({ result: 'ok' });
  expect(await user(folder, 'disable', EMAIL)).toContain('quedó desactivada');
  expect(await signing.try(EMAIL, second, 'here')).toEqual({ result: 'wrong' });

  await store.close();
  held.release();
});

test('the accounts are listed with roles and state, without passwords', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-user-'));
  const store = openSqliteStore(folder);
  expect(await user(folder, 'list')).toContain('Todavía no hay cuentas');
  await user(folder, 'add', EMAIL, '--name', 'Ana Rojas', '--role', 'executive', '--role', 'supervisor');
  await user(folder, 'add', 'eva@institucion.cl', '--name', 'Eva Pinto', '--role', 'executive', '--locale', 'en');
  await user(folder, 'disable', EMAIL);

  expect(await user(folder, 'list')).toBe(
    `eva@institucion.cl  Eva Pinto  executive  en  one-time password\n${EMAIL}  Ana Rojas  executive, supervisor  es  disabled`,
  );
  const rows = (await user(folder, 'list', '--json')).split('\n').map(line => JSON.parse(line) as object);
  expect(rows[1]).toEqual({
    email: EMAIL,
    name: 'Ana Rojas',
    roles: ['executive', 'supervisor'],
    locale: 'es',
    state: 'disabled',
    createdAt: expect.any(String) as string,
  });
  expect(JSON.stringify(rows)).not.toMatch(/password(?!")/);
  await store.close();
});

test('a role is given to an account that is there, and taken away', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-user-'));
  const store = openSqliteStore(folder);
  const rolesNow = async () => (await new Users({ store, clock: new VirtualClock() }).byEmail(EMAIL))!.roles;
  await user(folder, 'add', EMAIL, '--name', 'Ana Rojas', '--role', 'executive');

  expect(await user(folder, 'role', EMAIL, 'supervisor')).toContain('tiene ahora: executive, supervisor');
  expect(await rolesNow()).toEqual(['executive', 'supervisor']);
  await user(folder, 'role', EMAIL, 'executive', '--remove');
  expect(await rolesNow()).toEqual(['supervisor']);
  await expect(user(folder, 'role', EMAIL, 'supervisor', '--remove')).rejects.toThrow('quedaría sin ningún rol');
  await user(folder, 'role', EMAIL, 'administrator');
  await expect(user(folder, 'role', EMAIL, 'administrator', '--remove')).rejects.toThrow('última administradora');
  await expect(user(folder, 'role', 'eva@institucion.cl', 'executive')).rejects.toThrow('no tiene cuenta');
  await store.close();
});

test('another password does not make a disabled account active: that is asked for by its name', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-user-'));
  const store = openSqliteStore(folder);
  await user(folder, 'add', EMAIL, '--name', 'Ana Rojas', '--role', 'executive');
  await expect(user(folder, 'enable', EMAIL)).rejects.toThrow('ya está activa');
  await user(folder, 'disable', EMAIL);

  await expect(user(folder, 'reset', EMAIL)).rejects.toThrow('user enable');
  expect(await user(folder, 'list')).toContain('disabled');
  expect(await user(folder, 'enable', EMAIL)).toContain('Contraseña de un solo uso');
  expect(await user(folder, 'list')).toContain('one-time password');
  await store.close();
});

test.each([
  [['role', EMAIL], 'Dé al menos un rol'],
  [['role', EMAIL, 'boss'], '"boss" no es un rol'],
  [['reset', EMAIL, 'executive'], 'lleva solo un correo'],
  [['reset', EMAIL, '--remove'], '--remove es de role'],
  [['add', EMAIL, '--role', 'executive'], 'Dé el nombre'],
  [['add', EMAIL, '--name', 'Ana'], 'Dé al menos un rol'],
  [['add', EMAIL, '--name', 'Ana', '--role', 'boss'], '"boss" no es un rol'],
  [['add', 'ana', '--name', 'Ana', '--role', 'executive'], 'no es un correo'],
  [['remove', EMAIL], 'user no sabe hacer'],
  [['reset'], 'Dé el correo'],
  [['list', EMAIL], 'no lleva correo'],
  [['reset', EMAIL], 'Todavía no hay un servicio en'],
])('%j is told what would be right', async (argv, message) => {
  await expect(user(path.join(tmpdir(), 'cauce-nothing-here'), ...argv)).rejects.toThrow(message);
});
