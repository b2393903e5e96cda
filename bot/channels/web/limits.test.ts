import { expect, test } from 'vitest';
import { networkOf } from './limits.js';

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
