import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { ROOT } from '../root.js';
import type { Io } from './command.js';
import { simulateCommand } from './simulate.js';

const given = async (words: string) => {
  const said: string[] = [];
  const io: Io = {
    out: line => said.push(line),
    err: line => said.push(line),
    stdin: Readable.from([words]),
    env: {},
    root: ROOT,
    cwd: ROOT,
  };
  const code = await simulateCommand.run({ values: {}, positionals: ['-'] }, io);
  return { code, said };
};

test('a dialogue comes from standard input too', async () => {
  const { code, said } = await given(`
- id: from-a-pipe
  protocol: whatsapp-mujer
  channel: whatsapp
  turns:
  - {at_s: 0, from: citizen, text: "sos"}
  expect:
    reaches: [emergency_open]
`);

  expect({ code, said }).toEqual({
    code: 0,
    said: [
      expect.stringMatching(/^Plays whatsapp-mujer v\d+ \([0-9a-f]{8}\) of protocols\/whatsapp-mujer$/),
      expect.stringContaining('from-a-pipe'),
      '1 passed, 0 failed',
    ],
  });
});

test('what is wrong with it is told by its line', async () => {
  await expect(given('- id: 7')).rejects.toThrow(/^stdin:1: /);
});
