/** The commands about data, on a folder as a service leaves it, and beside one that runs. */
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { processOf, type Process } from '../../test/support/service.js';
import { serve } from '../../test/support/serve.js';
import { MASTER } from '../../test/support/privacy.js';
import { readMasterKeys } from '../privacy/keys.js';
import { openVault } from '../privacy/vault.js';
import { announce } from '../running.js';
import { openDataDir, type DataDir } from '../store/sqlite/lock.js';
import { openDatabase } from '../store/sqlite/database.js';
import { openSqliteStore, sqliteStore } from '../store/sqlite/sqlite.js';
import { backupCommand } from './backup.js';
import { type Command, UsageError } from './command.js';
import { doctorCommand } from './doctor.js';
import { eraseCommand } from './erase.js';
import { HOLD } from '../privacy/retention.js';
import { holdCommand } from './hold.js';
import { oncallCommand } from './oncall.js';
import { exportCommand } from './export.js';
import { rebuildCommand } from './rebuild.js';
import { restoreCommand } from './restore.js';
import { rotateKeysCommand } from './rotate-keys.js';

let folder: string;
let held: DataDir;
/** A service that runs on the folder. */
let house: Process;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cauce-data-'));
  await starts();
  await house.writes('me llamo Ana y vivo en Ñuñoa', { id: 'first' });
});
afterEach(async () => {
  await stops();
  rmSync(folder, { recursive: true });
});

async function starts(): Promise<void> {
  held = openDataDir(folder);
  house = await processOf({ store: openSqliteStore(folder) });
}

async function stops(): Promise<void> {
  await house.store.close();
  held.release();
}

async function run(command: Command, ...argv: string[]): Promise<string> {
  return runIn({ CAUCE_DATA: folder }, command, ...argv);
}

async function runIn(env: Readonly<Record<string, string>>, command: Command, ...argv: string[]): Promise<string> {
  return runWith({ env, stdin: Readable.from([]) }, command, argv);
}

/** At a terminal, where `answer` is typed to whatever is asked. */
async function typed(answer: string, command: Command, ...argv: string[]): Promise<string> {
  const stdin = Object.assign(Readable.from([`${answer}\n`]), { isTTY: true });
  return runWith({ env: { CAUCE_DATA: folder }, stdin }, command, argv);
}

async function runWith(
  { env, stdin }: { env: Readonly<Record<string, string>>; stdin: Readable },
  command: Command,
  argv: string[],
): Promise<string> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const io = {
    out: say,
    err: say,
    stdin,
    env: { CAUCE_MASTER_KEY: MASTER, ...env },
    root: folder,
    cwd: folder,
  };
  const { values, positionals } = parseArgs({ args: argv, options: command.options, allowPositionals: true });
  await command.run({ values, positionals }, io);
  return lines.join('\n');
}

const pseudonym = async () => (await house.contacts.find('sms', 'ana'))!.pseudonym;

test('a person gets all that is known of her, by pseudonym or by address, while the service runs', async () => {
  for (const name of [await pseudonym(), 'sms:ana']) {
    const told = JSON.parse(await run(exportCommand, name)) as { contact: { addresses: { address: string }[] } };
    expect(told.contact.addresses[0]!.address).toBe('ana');
    expect(JSON.stringify(told)).toContain('me llamo Ana y vivo en Ñuñoa');
    expect(JSON.stringify(told)).toMatch(/"createdAt":\d+,"createdAtLocal":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[34]:00"/);
  }
});

test('nobody of that name is said, with how people are named', async () => {
  await expect(run(exportCommand, 'Lirio-9999')).rejects.toThrow('Nadie se llama "Lirio-9999"');
  await expect(run(eraseCommand, 'sms:eva', '--yes', '--by', 'carla')).rejects.toThrow(UsageError);
});

test('an erasure must be meant, gives a certificate, and the service that runs forgets her', async () => {
  const name = await pseudonym();
  const { contact, conversation } = await house.thread();
  expect(await typed('otra', eraseCommand, name, '--by', 'carla')).toContain('No se borró nada');
  expect(await run(exportCommand, name)).toContain('Ñuñoa');

  const certificate = JSON.parse(
    await run(eraseCommand, name, '--yes', '--reason', 'asked', '--by', 'carla'),
  ) as object;
  expect(certificate).toMatchObject({ contact, by: 'carla', reason: 'asked', what: { conversations: 1 } });
  await expect(run(exportCommand, contact)).rejects.toThrow('se borró');
  expect(JSON.parse(await run(eraseCommand, contact, '--yes', '--by', 'carla'))).toEqual(certificate);

  await house.vault.noticeErasures();
  expect((await house.writes('hola de nuevo')).conversation).not.toBe(conversation);
});

test('a script that gives the contact alone erases, and the certificate names the account of the machine', async () => {
  const certificate = JSON.parse(await run(eraseCommand, await pseudonym())) as { by: string };
  expect(certificate.by).toBe(`${userInfo().username} (cuenta del sistema)`);
});

test('what she wrote is held, and let go again, while the service runs', async () => {
  const name = (await house.contacts.find('sms', 'ana'))!.pseudonym;
  const labels = async () => (await house.contacts.find('sms', 'ana'))!.labels;
  expect(await run(holdCommand, name)).toContain(`Lo que escribió ${name} se guarda`);
  expect(await labels()).toEqual([HOLD]);
  await run(holdCommand, 'sms:ana', '--off');
  expect(await labels()).toEqual([]);
  await expect(run(holdCommand, 'sms:eva')).rejects.toThrow(UsageError);
});

test('a backup made beside the service comes back, and who was erased since stays erased', async () => {
  const name = await pseudonym();
  await house.writes('soy Eva', { address: 'eva' });
  expect(await run(backupCommand, 'copy.db')).toContain('guarde en otro lugar una copia de');
  await expect(run(backupCommand, 'copy.db')).rejects.toThrow('ya existe');
  await run(eraseCommand, name, '--yes', '--by', 'carla');
  await expect(run(restoreCommand, 'copy.db')).rejects.toThrow(/la usa el proceso \d+/);

  await stops();
  await expect(run(restoreCommand, 'copy.db')).rejects.toThrow('Con --force');
  expect(await run(restoreCommand, 'copy.db', '--force')).toContain(
    '1 persona borrada desde entonces: se borraron otra vez',
  );
  expect(existsSync(path.join(folder, 'cauce.db.before-restore'))).toBe(true);
  await starts();
  expect(await run(exportCommand, 'sms:eva')).toContain('soy Eva');
  await expect(run(exportCommand, 'sms:ana')).rejects.toThrow(UsageError);
});

test('who is erased after a restore is erased from the database that it put aside, where she began there as well', async () => {
  await run(backupCommand, 'copy.db');
  await house.writes('soy Eva', { address: 'eva' });
  const aside = path.join(folder, 'cauce.db.before-restore');
  const ana = (await house.thread()).contact;
  const eva = (await house.thread('sms', 'eva')).contact;
  await stops();
  expect(await run(restoreCommand, 'copy.db', '--force')).toContain(`antes está en ${aside}`);
  expect([statSync(aside).mode & 0o777, statSync(path.join(folder, 'cauce.db')).mode & 0o777]).toEqual([0o600, 0o600]);
  const keysIn = async (): Promise<unknown[]> => {
    const store = sqliteStore(openDatabase(aside));
    const docs = await Promise.all([ana, eva].map(contact => store.getDoc('keys', contact)));
    await store.close();
    return docs.map(doc => doc!.sealed !== undefined);
  };
  expect(await keysIn()).toEqual([true, true]);
  await starts();

  await run(eraseCommand, 'sms:ana', '--yes', '--by', 'carla');
  expect(await keysIn()).toEqual([false, true]);
  // She wrote after the backup: nothing else has her, until she writes again.
  await house.writes('hola otra vez', { address: 'eva' });
  expect((await run(eraseCommand, 'sms:eva', '--yes', '--by', 'carla')).match(/"contact"/g)).toHaveLength(2);
  expect(await keysIn()).toEqual([false, false]);
  await expect(run(eraseCommand, 'sms:eva', '--yes', '--by', 'carla')).rejects.toThrow('Nadie se llama');
});

test('what is no backup changes nothing, and is said to be none in one message', async () => {
  await run(backupCommand, 'cut.db');
  truncateSync(path.join(folder, 'cut.db'), 20_000);
  await stops();
  writeFileSync(path.join(folder, 'note.txt'), 'nada');
  const none = /no es una copia de Cauce: dé un archivo que escribió `cauce backup`\.$/;
  await expect(run(restoreCommand, 'note.txt', '--force')).rejects.toThrow(none);
  await expect(run(restoreCommand, '.', '--force')).rejects.toThrow(none);
  // Nothing else is asked for first: not --force, not the keys.
  await expect(run(restoreCommand, 'note.txt')).rejects.toThrow(none);
  await expect(
    runIn({ CAUCE_DATA: path.join(folder, 'new'), CAUCE_MASTER_KEY: '' }, restoreCommand, 'note.txt'),
  ).rejects.toThrow(none);
  await expect(run(restoreCommand, 'cut.db', '--force')).rejects.toThrow(
    /cut\.db está dañada \(.*\): use otra copia\.$/,
  );
  expect(existsSync(path.join(folder, 'cauce.db.before-restore'))).toBe(false);
  await expect(run(restoreCommand, 'none.db')).rejects.toThrow('No existe el archivo');
  await starts();
  expect(await run(exportCommand, 'sms:ana')).toContain('Ñuñoa');
});

test('heads are written again once the service has stopped', async () => {
  await expect(run(rebuildCommand)).rejects.toThrow(/la usa el proceso/);
  const { conversation } = await house.thread();
  const head = (await house.store.head(conversation))!;
  await house.store.putHead({ ...head, step: 'lost' });
  await stops();

  expect(JSON.parse(await run(rebuildCommand, '--json'))).toEqual({ conversations: 1, changed: 1, unreadable: 0 });
  await starts();
  expect(await house.store.head(conversation)).toEqual(head);
});

test('--data names the folder, as it does for start', async () => {
  const elsewhere = { CAUCE_DATA: path.join(folder, 'none') };
  expect(await runIn(elsewhere, exportCommand, 'sms:ana', '--data', folder)).toContain('vivo en Ñuñoa');
  await expect(runIn(elsewhere, exportCommand, 'sms:ana')).rejects.toThrow(/no hay un servicio en .*none.*--data/);
});

test('the master key is changed once the service has stopped, and the old one opens nothing any more', async () => {
  await expect(run(rotateKeysCommand)).rejects.toThrow(/la usa el proceso/);
  await stops();
  const fresh = `2:${randomBytes(32).toString('base64')}`;
  const withKeys = (keys: string, command: Command, ...argv: string[]) =>
    runIn({ CAUCE_DATA: folder, CAUCE_MASTER_KEY: keys }, command, ...argv);

  expect(await withKeys(`${fresh},1:${MASTER}`, rotateKeysCommand)).toMatch(
    /^La llave maestra 2 envuelve ahora \d+ llaves/,
  );

  expect(await withKeys(fresh, exportCommand, 'sms:ana')).toContain('Ñuñoa');
  await expect(withKeys(`1:${MASTER}`, exportCommand, 'sms:ana')).rejects.toThrow(/llave maestra 2, que no está aquí/);
  // Back to the one that the service here starts with.
  await withKeys(`1:${MASTER},${fresh}`, rotateKeysCommand);
  await starts();
});

test('a backup whose keys are gone replaces nothing, and doctor tells a store that its keys do not open', async () => {
  await run(backupCommand, 'copy.db');
  await stops();
  const other = `2:${randomBytes(32).toString('base64')}`;
  const withOther = (command: Command, ...argv: string[]) =>
    runIn({ CAUCE_DATA: folder, CAUCE_MASTER_KEY: other }, command, ...argv);

  await expect(withOther(restoreCommand, 'copy.db', '--force')).rejects.toThrow('No se cambió nada');
  expect(existsSync(path.join(folder, 'cauce.db.before-restore'))).toBe(false);
  expect(await withOther(doctorCommand)).toMatch(/✗ store .*envueltas por la llave maestra 1, que no está aquí/);
  expect(await run(doctorCommand)).toMatch(/✓ store/);
  await starts();
  expect(await run(exportCommand, 'sms:ana')).toContain('Ñuñoa');
});

test('doctor finds the service of its folder, whatever port that took', async () => {
  const served = await serve((_, response) => response.json({ outbox: { waiting: 3, lagMs: 0 } }));
  const withdraw = announce(folder, served.url);
  const { host } = new URL(served.url);

  expect(await run(doctorCommand)).toContain(`en marcha en ${host}; efectos que esperan: 3`);
  await served.close();
  expect(await run(doctorCommand)).toContain(`no está en marcha en ${host}`);
  withdraw();
});

test('doctor does not take the service of other data for the one of its folder', async () => {
  const served = await serve((_, response) => response.json({ outbox: { waiting: 3, lagMs: 0 } }));
  const { host, port } = new URL(served.url);

  const said = await runIn({ CAUCE_DATA: folder, PORT: port }, doctorCommand);

  expect(said).toContain(`ninguno en ${folder}; hay otro en marcha en ${host}`);
  await served.close();
});

test('doctor says who is on call, and who of them cannot be reached', async () => {
  expect(await run(doctorCommand)).toMatch(/· on call +nadie/);
  await run(oncallCommand, 'add', 'eva', '--name', 'Eva', '--webhook', 'https://avisos.example.cl/g');
  expect(await run(doctorCommand)).toMatch(/✓ on call +Eva \(webhook\)/);
  await run(oncallCommand, 'add', 'ana', '--name', 'Ana', '--email', 'ana@example.cl');
  expect(await run(doctorCommand)).toMatch(/✗ on call +no se alcanza a Ana \(por correo, y no hay SMTP_URL\)/);
});

test('a master key in the data folder makes way for a new one there', async () => {
  const own = mkdtempSync(path.join(tmpdir(), 'cauce-keys-'));
  const store = openSqliteStore(own);
  await (await openVault(store, own, undefined)).create('someone');
  await store.close();
  const before = readMasterKeys(own)!;

  const told = await runIn({ CAUCE_DATA: own, CAUCE_MASTER_KEY: '' }, rotateKeysCommand);

  const after = readMasterKeys(own)!;
  expect([...after.keys.keys()]).toEqual([2]);
  expect(after.keys.get(2)).not.toEqual(before.keys.get(1));
  expect(told).toContain('Guarde en otro lugar una copia nueva');
  // Backups made before need the old one.
  const aside = path.join(own, 'keys/master-before-2.json');
  expect(told).toContain(aside);
  expect(statSync(aside).mode & 0o777).toBe(0o600);
  const { keys } = JSON.parse(readFileSync(aside, 'utf8')) as { keys: Record<string, string> };
  expect(keys).toEqual({ 1: Buffer.from(before.keys.get(1)!).toString('base64') });
  const again = openSqliteStore(own);
  const vault = await openVault(again, own, undefined);
  expect(await vault.isErased('someone')).toBe(false);
  await vault.sealer('someone');
  await again.close();
  rmSync(own, { recursive: true });
});

test('oncall keeps the list, in order, without showing it to who has the database alone', async () => {
  await run(oncallCommand, 'add', 'ana', '--name', 'Ana Rojas', '--email', 'Ana@Example.cl');
  const added = await run(oncallCommand, 'add', 'eva', '--name', 'Eva', '--webhook', 'https://avisos.example.cl/g');
  expect(added).toMatch(/firmado con el secreto/);
  expect(await run(oncallCommand, 'list')).toBe(
    '1. ana · Ana Rojas · ana@example.cl\n2. eva · Eva · https://avisos.example.cl/g',
  );
  expect(JSON.stringify(await house.store.findDocs('oncall'))).not.toContain('example.cl');
  await run(oncallCommand, 'remove', 'ana');
  expect(await run(oncallCommand, 'list')).toMatch(/^1\. eva/);
  await expect(run(oncallCommand, 'remove', 'ana')).rejects.toThrow(UsageError);
  await expect(run(oncallCommand, 'add', 'eva', '--name', 'Eva')).rejects.toThrow(/--email EMAIL, --webhook URL/);
});

test('oncall test reaches who is on the list, from where the service runs, and says who was not reached', async () => {
  const added = await run(oncallCommand, 'add', 'ana', '--name', 'Ana', '--email', 'ana@example.cl');
  expect(added).toContain('Atención: no se alcanzará a Ana');
  const gone = announce(folder, 'http://127.0.0.1:41234');
  expect(await run(oncallCommand, 'test')).toBe('Ana, correo: falló (no hay correo configurado: falta SMTP_URL)');
  gone();
  expect(
    readdirSync(path.join(folder, 'mail')).map(file => readFileSync(path.join(folder, 'mail', file), 'utf8')),
  ).toEqual([expect.stringMatching(/Esto es una prueba.*http:\/\/127\.0\.0\.1:41234\//s)]);
});
