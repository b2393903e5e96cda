/** People on call by telephone, as the commands see them: on a folder as a service leaves it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ACCOUNT, CALLER, type CallProvider, openCallProvider, TOKEN } from '../../test/support/call-provider.js';
import { houseOf, MASTER } from '../../test/support/privacy.js';
import { openSqliteStore } from '../store/sqlite/sqlite.js';
import { type Command, UsageError } from './command.js';
import { doctorCommand } from './doctor.js';
import { oncallCommand } from './oncall.js';

const ORIGIN = 'https://here.example.cl';
const EVA = ['add', 'eva', '--name', 'Eva', '--call', '9 8765 4321'];

let folder: string;
let provider: CallProvider;
let settings: Readonly<Record<string, string>>;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cauce-oncall-'));
  const store = openSqliteStore(folder);
  await (await houseOf(store)).vault.systemSealer('oncall');
  await store.close();
  provider = await openCallProvider(ORIGIN);
  settings = {
    CAUCE_PUBLIC_URL: ORIGIN,
    TWILIO_URL: provider.url,
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: CALLER,
  };
});
afterEach(async () => {
  await provider.close();
  rmSync(folder, { recursive: true });
});

async function run(env: Readonly<Record<string, string>>, command: Command, ...args: string[]): Promise<string> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true });
  const io = { out: say, err: say, stdin: Readable.from([]), root: folder, cwd: folder };
  await command.run({ values, positionals }, { ...io, env: { CAUCE_MASTER_KEY: MASTER, CAUCE_DATA: folder, ...env } });
  return lines.join('\n');
}

test('a telephone is kept as it is dialled, listed, and rung by a test that says that it is one', async () => {
  expect(await run(settings, oncallCommand, ...EVA)).toBe('Desde ahora se llama a Eva, por teléfono.');
  expect(await run(settings, oncallCommand, 'list')).toBe('1. eva · Eva · +56987654321');
  expect(await run(settings, oncallCommand, 'test')).toBe('Eva, teléfono: salió');
  expect(provider.calls).toMatchObject([
    { to: '+56987654321', said: [expect.stringContaining('esto es una prueba de la guardia')] },
  ]);
  provider.at.mode = 'down';
  expect(await run(settings, oncallCommand, 'test')).toBe(
    'Eva, teléfono: falló (el proveedor de llamadas respondió 500 (E20500))',
  );
});

test('without a provider nobody is put on call by telephone, and doctor tells of who is', async () => {
  await expect(run({}, oncallCommand, ...EVA)).rejects.toThrow(UsageError);
  await run(settings, oncallCommand, ...EVA);
  expect(await run({}, doctorCommand)).toMatch(
    /✗ on call +no se alcanza a Eva \(por teléfono, y no hay TWILIO_ACCOUNT_SID/,
  );
});

test.each(['133', '*4141', '12345', 'a mi casa'])('"%s" is no telephone of somebody on call', async number => {
  await expect(run(settings, oncallCommand, 'add', 'eva', '--name', 'Eva', '--call', number)).rejects.toThrow(
    /no es un teléfono al que se pueda llamar/,
  );
});

test('doctor says whether the provider answers, and knows us', async () => {
  expect(await run(settings, doctorCommand)).toMatch(/✓ calls +el proveedor de llamadas responde/);
  expect(await run({ ...settings, TWILIO_AUTH_TOKEN: 'another' }, doctorCommand)).toMatch(/✗ calls .*401 \(E20003\)/);
  expect(await run({}, doctorCommand)).not.toMatch(/calls/);
});

test('settings of the provider come all together, with the address at which it reaches the service', async () => {
  const said = run({ TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_FROM: '133' }, doctorCommand);
  await expect(said).rejects.toThrow('TWILIO_FROM es "133"; debe ser el número que llama, como +56221234567.');
  await expect(said).rejects.toThrow('Falta TWILIO_AUTH_TOKEN: para telefonear hacen falta');
  await expect(said).rejects.toThrow('Para telefonear hace falta CAUCE_PUBLIC_URL');
});
