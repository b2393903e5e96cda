import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CannotOpen, openWith, sealWith } from './seal.js';

const key = randomBytes(32);

test('what is sealed opens as it was, with the same key, owner and purpose', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.string(), fc.string(), (bytes, owner, purpose) => {
      expect(Buffer.from(bytes).equals(openWith(key, owner, purpose, sealWith(key, owner, purpose, bytes)))).toBe(true);
    }),
  );
});

test('it does not open for another person, in another place, with another key, or after one bit changed', () => {
  const sealed = sealWith(key, 'her', 'turn:c:1', Buffer.from('me quiere matar'));
  expect(() => openWith(key, 'other', 'turn:c:1', sealed)).toThrow(CannotOpen);
  expect(() => openWith(key, 'her', 'turn:c:2', sealed)).toThrow(CannotOpen);
  // The border between owner and purpose is part of it.
  expect(() => openWith(key, 'hert', 'urn:c:1', sealed)).toThrow(CannotOpen);
  expect(() => openWith(randomBytes(32), 'her', 'turn:c:1', sealed)).toThrow(CannotOpen);
  for (let i = 0; i < sealed.length; i++) {
    const changed = Uint8Array.from(sealed);
    changed[i]! ^= 1;
    expect(() => openWith(key, 'her', 'turn:c:1', changed)).toThrow(CannotOpen);
    expect(() => openWith(key, 'her', 'turn:c:1', sealed.subarray(0, i))).toThrow(CannotOpen);
  }
});

test('the same words never look the same twice, and none of them shows', () => {
  const words = Buffer.from('avenida siempre viva');
  const sealed = Array.from({ length: 2000 }, () => Buffer.from(sealWith(key, 'her', 'p', words)));
  expect(new Set(sealed.map(s => s.toString('hex', 1, 13))).size).toBe(2000);
  expect(sealed.some(s => s.includes('avenida'))).toBe(false);
});

test('an error says where the value stands, and not what it holds', () => {
  const sealed = sealWith(key, 'her', 'turn:c:1', Buffer.from('SECRETO'));
  expect(() => openWith(randomBytes(32), 'her', 'turn:c:1', sealed)).toThrow(
    /^turn:c:1 does not open with the key of her: (?!.*SECRETO)/,
  );
  expect(() => openWith(key, 'her', 'turn:c:1', Buffer.from('SECRETO'))).toThrow(
    'turn:c:1 is not sealed in a way known here',
  );
});
