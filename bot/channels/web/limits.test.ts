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
