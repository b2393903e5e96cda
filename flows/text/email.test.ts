import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEmail } from './email.js';

describe('an address is found in what she writes', () => {
  test.each([
    ['mandelo al correo de mi prima prima.segura@example.org', 'prima.segura@example.org'],
    ['mandelo a floresdepapel@example.org', 'floresdepapel@example.org'],
    ['si, a mi correo mama.nueva@example.org.', 'mama.nueva@example.org'],
    ['es (Ana_1@Correo.CL)', 'Ana_1@correo.cl'],
    ['ana @ correo.cl', 'ana@correo.cl'],
    ['ana punto rojas arroba correo punto cl', 'ana.rojas@correo.cl'],
    ['correo:ana+muni@sub.correo.cl, gracias', 'ana+muni@sub.correo.cl'],
  ])('%s', (text, address) => {
    expect(parseEmail(text)).toEqual({ ok: true, value: { address } });
  });
});

test('a likely slip in a well-known domain is pointed out', () => {
  expect(parseEmail('ana@gmial.com')).toEqual({
    ok: true,
    value: { address: 'ana@gmial.com', maybe: 'ana@gmail.com' },
  });
  expect(parseEmail('ana@hotmail.con')).toEqual({
    ok: true,
    value: { address: 'ana@hotmail.con', maybe: 'ana@hotmail.com' },
  });
});

describe('an address that is not one says why', () => {
  test.each([
    ['el tiene la clave de mi mail, no manden nada', 'none'],
    ['ana@gmail', 'domain'],
    ['ana@-correo.cl', 'domain'],
    ['@correo.cl', 'form'],
    ['ana..rojas@correo.cl', 'form'],
    ['a@b@correo.cl', 'form'],
    ['begoña@correo.cl', 'accents'],
    ['ana@correo.cl o ana2@correo.cl', 'several'],
    ['ana@correo.cl\nBcc: otra@correo.cl', 'headers'],
    ['ana@correo.cl%0ABcc:x@y.cl', 'headers'],
  ])('%s', (text, reason) => {
    expect(parseEmail(text)).toEqual({ ok: false, reason });
  });
});

test('whatever is written, an accepted address is one line without spaces and has one @', () => {
  const noise = fc.string({ unit: fc.constantFrom('a', '.', '@', ' ', '\n', '\r', '<', '"', ';', ',', 'ñ', ':', '%') });
  fc.assert(
    fc.property(noise, noise, (before, after) => {
      const read = parseEmail(`${before}ana@correo.cl${after}`);
      if (read.ok) expect(read.value.address).toMatch(/^[a-z0-9._+-]+@[a-z0-9.-]+$/i);
    }),
    { numRuns: 500 },
  );
});
