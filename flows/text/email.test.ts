import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEmail } from './email.js';

describe('an address is found in what she writes', () => {
  test.each([
    ['mandelo al correo de mi prima prima.segura@example.org', 'prima.segura@example.org'],
    ['mandelo a floresdepapel@example.org', 'floresdepapel@example.org'],
    ['si, a mi correo mama.nueva@example.org.', 'mama.nueva@example.org'],
    ['es (Ana_1@Correo.CL)', 'Ana_1@correo.cl'],
    ['si porfa, ana@correo.cl', 'ana@correo.cl'],
    ['sí es 1990@correo.cl', '1990@correo.cl'],
    ['correo:ana+muni@sub.correo.cl, gracias', 'ana+muni@sub.correo.cl'],
  ])('%s', (text, address) => {
    expect(parseEmail(text)).toEqual({ ok: true, value: { address } });
  });
});

describe('an address in pieces is put together, and has to be shown to her', () => {
  test.each([
    ['ana @ correo.cl', 'ana@correo.cl'],
    ['ana punto rojas arroba correo punto cl', 'ana.rojas@correo.cl'],
    ['camila 1990 arroba gmail punto com', 'camila1990@gmail.com'],
    ['si es lucia 77 @gmail.com', 'lucia77@gmail.com'],
    ['camila 1990@gmail.com', 'camila1990@gmail.com'],
    ['pia guion bajo 90 arroba hotmail punto com', 'pia_90@hotmail.com'],
    ['pia punto soto guión bajo 90 arroba hotmail punto com', 'pia.soto_90@hotmail.com'],
    ['jo se fa @gmail.com', 'josefa@gmail.com'],
    ['carla at gmail dot com', 'carla@gmail.com'],
    ['carla dot soto at gmail dot com', 'carla.soto@gmail.com'],
    ['maria soto@gmail.com', 'soto@gmail.com'],
  ])('%s', (text, address) => {
    expect(parseEmail(text)).toEqual({ ok: true, value: { address, pieced: true } });
  });
});

test.each(['we are at home dot', 'meet me at the office', 'llego en punto a las 5', 'eso guion bajo no'])(
  '%s: no address',
  text => {
    expect(parseEmail(text)).toEqual({ ok: false, reason: 'none' });
  },
);

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
