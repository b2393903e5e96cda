import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { ConfigError } from '../config.js';
import { StoreUnavailable } from '../store/store.js';
import { type Command, UsageError } from './command.js';
import { run } from './run.js';

async function ran(error: Error | null, argv: readonly string[] = ['fail']) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const command: Command = {
    name: 'fail',
    about: 'Fails.',
    usage: '',
    example: 'npx cauce fail',
    options: {},
    arguments: { least: 0, most: 0 },
    async run() {
      if (error) throw error;
      return 1;
    },
  };
  const io = { out: say, err: say, stdin: Readable.from([]), env: () => ({}), root: '.', cwd: '.' };
  return { code: await run(argv, io, [command]), said: said.join('\n') };
}

test.each([
  ['a check that failed', null, 1, ''],
  ['bad input', new UsageError('Give a file.'), 2, 'Give a file.'],
  ['bad settings', new ConfigError('PORT is no number.'), 2, 'PORT is no number.'],
  [
    'a database that is away',
    new StoreUnavailable('the disk is full'),
    3,
    'No se puede usar la base de datos: the disk is full',
  ],
  ['a defect', new TypeError('no such thing'), 3, 'cauce fail falló: no such thing'],
])('%s ends with its code and says why', async (_about, error, code, words) => {
  const ended = await ran(error);

  expect(ended.code).toBe(code);
  expect(ended.said.split('\n')[0]).toContain(words);
});

test('a command that is misspelt is told with the one that was meant', async () => {
  expect(await ran(null, ['fial'])).toMatchObject({
    code: 2,
    said: expect.stringContaining('¿Quiso decir "fail"?') as string,
  });
});
