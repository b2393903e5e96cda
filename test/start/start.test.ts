/** What an operator sees who starts the service, well and badly. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { mongoPlace, withoutMongo } from '../store/mongo-place.js';
import { cauce, newFolder, removeFolders, startCauce } from './cauce.js';

const ROOT = path.join(import.meta.dirname, '../..');

/** A first start proves the protocol, which takes a while on a busy machine. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** A data folder that had its first start, and what that one printed. */
let data: string;
let first: string;

beforeAll(async () => {
  data = path.join(newFolder(), 'data');
  const service = await startCauce(data);
  first = service.out();
  await service.stop();
});
afterAll(removeFolders);

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

test('the first start makes data and keys for its owner alone, and shows what is shown once', () => {
  expect(first).toMatch(
    /Primera cuenta de administración \(se muestra una vez[\s\S]*correo\s+\S+@\S+\n\s+clave\s+\S{12,}/,
  );
  expect(first).toContain('Textos que ninguna institución ha revisado: whatsapp-mujer (');
  expect(statSync(path.join(data, 'keys/master.json')).mode & 0o777).toBe(0o600);
  expect(statSync(path.join(data, 'keys/http-token')).mode & 0o777).toBe(0o600);
  expect(statSync(data).mode & 0o777).toBe(0o700);
});

test('the second start shows nothing of that, serves every page, answers, and stops when told', async () => {
  const token = /Token del canal HTTP[^\n]*\n {2}(\S+)/.exec(first)?.[1];
  const service = await startCauce(data);

  expect(service.out()).not.toMatch(/se muestra una vez/);
  for (const page of [
    '/',
    '/widget.js',
    '/console/',
    '/api/docs',
    '/api/openapi.json',
    '/healthz',
    '/readyz',
    '/metrics',
  ]) {
    const { status } = await fetch(`${service.url}${page}`);
    expect(`${page} ${status}`).toBe(`${page} 200`);
  }
  const asked = await fetch(`${service.url}/channels/http/messages?reply=wait`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ conversation: 'c1', id: 'm1', text: 'hola' }),
  });
  expect(asked.status).toBe(200);
  expect(((await asked.json()) as { replies: unknown[] }).replies.length).toBeGreaterThan(0);
  expect(await service.stop()).toBe(0);
  expect(readdirSync(data)).not.toContain('pid');
});

test('an ordinary start warns of nothing, and speaks Spanish', async () => {
  const service = await startCauce(data, { LOG_LEVEL: 'warn' });

  expect(service.out()).toContain('Cauce está en marcha. Ctrl+C lo detiene.');
  expect(service.out()).not.toMatch(/\b(?:the|is|of|page)\b/i);
  await service.stop();
  expect(service.err()).toBe('');
});

describe.each([
  { name: 'SQLite', skip: false, settings: () => ({}) },
  { name: 'MongoDB', skip: withoutMongo, settings: onMongo },
])('on $name', ({ skip, settings }) => {
  test.skipIf(skip)(
    'a protocol is proved at the first start alone: whoever comes back does not wait for it',
    async () => {
      const folder = path.join(newFolder(), 'data');
      const env = settings();
      for (const proved of [true, false]) {
        const service = await startCauce(folder, env);
        expect(service.out().includes('Se prueba que')).toBe(proved);
        await service.stop();
      }
    },
  );
});

describe('what cannot work is told in one message, with exit code 2, and makes nothing', () => {
  test('a port in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const folder = path.join(newFolder(), 'data');

    const { status, err } = cauce(['start', '--port', String(port), '--data', folder]);

    taken.close();
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(`El puerto ${port} de 127.0.0.1 está ocupado`);
    expect(existsSync(folder)).toBe(false);
  });

  test('a data folder that is a file', () => {
    const file = path.join(newFolder(), 'data');
    writeFileSync(file, '');

    const { status, err } = cauce(['start', '--port', '0', '--data', file]);

    expect(status).toBe(2);
    expect(err).toContain(`${file} no se puede usar: es un archivo`);
  });

  test('a data folder where none can be made', () => {
    const { status, err } = cauce(['start', '--port', '0', '--data', '/proc/nope/data']);

    expect(status).toBe(2);
    expect(err).toMatch(
      /^La carpeta de datos \/proc\/nope\/data no se puede usar: (?:ahí no se puede hacer una carpeta|este usuario no puede escribirla)\. Dé a su dueño permiso de escribirla, o nombre otra carpeta en CAUCE_DATA\.\n$/,
    );
  });

  test('a master key that is none', () => {
    const folder = path.join(newFolder(), 'data');

    const { status, err } = cauce(['start', '--port', '0', '--data', folder], { CAUCE_MASTER_KEY: '1:abc' });

    expect(status).toBe(2);
    expect(err).toContain('CAUCE_MASTER_KEY debe ser "<versión>:<llave>"');
    expect(err).not.toContain('1:abc');
    expect(existsSync(folder)).toBe(false);
  });

  test('a database that is not there, before the proof', () => {
    const folder = path.join(newFolder(), 'data');
    const start = (uri: string) => cauce(['start', '--port', '0', '--data', folder], { MONGODB_URI: uri });

    const { status, out, err } = start('mongodb://ana:secreto@127.0.0.1:9/cauce');

    expect(status).toBe(2);
    expect(out).not.toContain('Se prueba');
    expect(err).toMatch(/^No se puede usar la base de datos: MongoDB no responde ahora: .*127\.0\.0\.1:9.*\n$/);
    expect(start('mongodb://ana:se/creto@127.0.0.1/cauce').err).toMatch(
      /^No se puede usar la base de datos: la dirección de MongoDB no se puede leer: (?!.*creto)[^\n]*\n$/,
    );
    expect(existsSync(folder)).toBe(false);
  });

  test('a data folder that another process has', async () => {
    const service = await startCauce(data);

    const { status, err } = cauce(['start', '--port', '0', '--data', data]);

    await service.stop();
    expect(status).toBe(2);
    expect(err).toContain(`la usa el proceso ${service.process.pid}`);
  });

  test('a setting that is none, and one that is not usable', () => {
    expect(cauce(['start'], { CAUCE_PROTOCOLO: 'x' }).err).toBe(
      'CAUCE_PROTOCOLO no es un ajuste. ¿Quiso decir CAUCE_PROTOCOL? Vea .env.example.\n',
    );
    expect(cauce(['start'], { PORT: 'http' }).err).toBe(
      'PORT es "http"; debe ser un puerto de 0 a 65535 (0 toma uno libre).\n',
    );
    const short = cauce(['start'], { CAUCE_HTTP_TOKEN: 'secreto', HOST: '0.0.0.0' });
    expect(short.err).toContain('CAUCE_HTTP_TOKEN es demasiado corto donde otros alcanzan el servicio');
    expect(short.err).not.toContain('secreto');
    expect(cauce(['start'], { CAUCE_HTTP_TOKEN: 'dos palabras' }).err).toContain('CAUCE_HTTP_TOKEN no sirve');
    expect(cauce(['start'], { PORT: 'http' }).status).toBe(2);
  });

  test('a protocol that is not there', () => {
    const { status, err } = cauce(['start', '--port', '0'], { CAUCE_PROTOCOL: 'otro' });

    expect(status).toBe(2);
    expect(err).toContain('CAUCE_PROTOCOL es "otro"');
  });

  test('a bad line of .env', () => {
    const root = copyOfHouse();
    writeFileSync(path.join(root, '.env'), '# settings\nPORT 9000\nCAUCE_DRILL_MINUTES=x\n');

    const { status, err } = cauce(['start'], {}, root);

    expect(status).toBe(2);
    // All at once: what is wrong after it as well.
    expect(err).toBe(
      '.env, línea 2: falta "=" después de PORT. Escriba PORT=valor.\n' +
        '.env, línea 3: CAUCE_DRILL_MINUTES es "x"; debe ser minutos, de 1 a 240.\n',
    );
  });

  test('a protocol with an error, at its place', () => {
    const root = copyOfHouse();
    const file = path.join(root, 'protocols/whatsapp-mujer/steps/close.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('next: survey.person', 'next: survey.persona'));

    const { status, err } = cauce(['start', '--port', '0'], {}, root);

    expect(status).toBe(2);
    expect(err).toMatch(/steps\/close\.yaml:\d+:\d+: .*"survey\.persona".*¿Quiso decir "survey\.person"\?/);
    expect(existsSync(path.join(root, 'data'))).toBe(false);
  });

  test('a protocol that is not safe, with a chat that shows it', () => {
    const root = copyOfHouse();
    const file = path.join(root, 'protocols/whatsapp-mujer/directory.yaml');
    // Carabineros' number only in office hours: at night nobody could be called.
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll("hours: { type: '24x7' }", 'hours: { type: office }'));

    const { status, err } = cauce(['start', '--port', '0'], {}, root);

    expect(status).toBe(2);
    expect(err).toContain('the protocol is not safe to run');
    expect(err).toContain('directory-sound');
    expect(existsSync(path.join(root, 'data'))).toBe(false);
  });
});

function onMongo(): { MONGODB_URI: string } {
  const { uri, database, drop } = mongoPlace();
  undo.push(drop);
  const named = new URL(uri);
  named.pathname = `/${database}`;
  return { MONGODB_URI: named.href };
}

/** The built house with protocols of its own, which may be spoiled. */
function copyOfHouse(): string {
  const root = newFolder();
  for (const part of ['dist', 'protocols', 'package.json', 'bot/sense']) {
    mkdirSync(path.dirname(path.join(root, part)), { recursive: true });
    cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  return root;
}
