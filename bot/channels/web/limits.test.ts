import { expect, test } from 'vitest';
import { createLimiter, networkOf } from './limits.js';

test.each([
  ['an IPv4 address is itself', '203.0.113.7', '203.0.113.7'],
  ['also when it is written as IPv6', '::ffff:203.0.113.7', '203.0.113.7'],
  ['an IPv6 address counts with its whole /64', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
  ['however short it is written', '2001:0DB8:1:2::5', '2001:db8:1:2'],
  ['zeros that are left out are counted', '2001:db8::1', '2001:db8:0:0'],
  ['loopback', '::1', '0:0:0:0'],
  ['with its zone', 'fe80::1%eth0', 'fe80:0:0:0'],
])('%s', (_about, ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

test('danger passes beyond what may be written, up to a second measure; an SOS always', async () => {
  const read: string[] = [];
  const limit = createLimiter(
    { address: { points: 2, seconds: 60 }, ip: { points: 100, seconds: 60 } },
    {
      isSos: text => text === 'SOS',
      isDanger(text) {
        read.push(text);
        return text === 'me va a matar';
      },
      isSensed: () => false,
    },
  );
  const writes = (text: string): Promise<boolean> =>
    limit({ address: 'hers', ip: '203.0.113.7', text }).then(
      () => true,
      () => false,
    );

  expect([await writes('hola'), await writes('hola'), await writes('hola')]).toEqual([true, true, false]);
  const passed: boolean[] = [];
  for (let i = 0; i < 20; i++) passed.push(await writes('me va a matar'));

  expect(passed.filter(Boolean)).toHaveLength(9);
  expect(passed.slice(0, 9)).not.toContain(false);
  // What is beyond the second measure is not even read.
  expect(read).toHaveLength(10);
  expect(await writes('SOS')).toBe(true);
});

const QUIET = { isSos: () => false, isDanger: () => false, isSensed: () => false };
const passes = (limited: Promise<void>): Promise<boolean> =>
  limited.then(
    () => true,
    () => false,
  );

test('beyond the limit the models are asked of a text that is not long, as many times again as may be written', async () => {
  const sensed: string[] = [];
  const limit = createLimiter(
    { address: { points: 3, seconds: 60 }, ip: { points: 100, seconds: 60 } },
    {
      ...QUIET,
      isSensed(text) {
        sensed.push(text);
        return text.startsWith('Tiene a mi hijo');
      },
    },
  );
  const writes = (text: string) => passes(limit({ address: 'hers', ip: '203.0.113.7', text }));
  for (let i = 0; i < 3; i++) await writes('hola');

  expect(await writes('Tiene a mi hijo con un arma')).toBe(true);
  expect(await writes(`Tiene a mi hijo${' y no sé qué hacer'.repeat(200)}`)).toBe(false);
  expect(await writes('hola')).toBe(false);
  expect(await writes('Tiene a mi hijo con un arma')).toBe(true);
  expect(await writes('Tiene a mi hijo con un arma')).toBe(false);
  expect(sensed).toHaveLength(3);
});

test('what is known already, and all of an open emergency, passes up to a wide measure of its own', async () => {
  let looked = 0;
  const limit = createLimiter(
    { address: { points: 1, seconds: 60 }, ip: { points: 100, seconds: 60 } },
    QUIET,
    async (address, { id }) => {
      looked += 1;
      return id === 'm-1' ? 'known' : address === 'in danger' ? 'danger' : null;
    },
  );
  const writes = (address: string, id: string) => passes(limit({ address, ip: '203.0.113.7', text: 'hola', id }));
  await writes('hers', 'm-1');
  await writes('in danger', 'm-1');

  expect(await writes('hers', 'm-2')).toBe(false);
  expect(await writes('hers', 'm-1')).toBe(true);
  const passed: boolean[] = [];
  for (let i = 0; i < 30; i++) passed.push(await writes('in danger', `m-${i + 2}`));
  expect(passed.filter(Boolean)).toHaveLength(20);
  expect(looked).toBe(22);
});
