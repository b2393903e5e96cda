import { expect, test } from 'vitest';
import { isSignedBy, signatureOf } from './signature.js';

/** As the provider's documentation works it out. */
const URL = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const FIELDS = {
  To: '+18005551212',
  CallSid: 'CA1234567890ABCDE',
  Digits: '1234',
  From: '+14158675309',
  Caller: '+14158675309',
};
const SIGNATURE = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';

test('what the documentation signs is signed so', () => {
  expect(signatureOf('12345', URL, FIELDS)).toBe(SIGNATURE);
  expect(isSignedBy('12345', { url: URL, fields: FIELDS, signature: SIGNATURE })).toBe(true);
});

test.each([
  ['another address', { url: `${URL}&x=1`, fields: FIELDS, signature: SIGNATURE }],
  ['another field', { url: URL, fields: { ...FIELDS, Digits: '1' }, signature: SIGNATURE }],
  ['a field less', { url: URL, fields: { CallSid: FIELDS.CallSid }, signature: SIGNATURE }],
  ['no signature', { url: URL, fields: FIELDS, signature: '' }],
])('%s is not signed by it', (_, signed) => expect(isSignedBy('12345', signed)).toBe(false));

test('another token signs otherwise', () =>
  expect(isSignedBy('54321', { url: URL, fields: FIELDS, signature: SIGNATURE })).toBe(false));

test.each([
  ['https://here.example.cl/llamadas/x', 'https://here.example.cl:443/llamadas/x'],
  ['https://here.example.cl:8443/llamadas/x', 'https://here.example.cl/llamadas/x'],
])('the port counts neither way: %s', (known, signed) => {
  const signature = signatureOf('12345', signed, FIELDS);
  expect(isSignedBy('12345', { url: known, fields: FIELDS, signature })).toBe(true);
});
