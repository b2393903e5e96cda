/** The protocol that ships is safe, and a way to each of its steps can be shown. */
import { expect, test, vi } from 'vitest';
import { pathTo } from '../../flows/verify/route.js';
import { verify } from '../../flows/verify/verify.js';
import { universe } from '../support/universe.js';

// Tens of thousands of turns are tried, on whatever machine this is.
vi.setConfig({ testTimeout: 180_000 });

const { protocol, compiled } = universe();

test('every property holds in WhatsApp Mujer', () => {
  expect(verify(protocol).rows.filter(row => !row.holds)).toEqual([]);
});

test('a way to a step and to a fact of the service is found, and none to what does not exist', () => {
  expect(pathTo(compiled, { milestone: 'survey_sent' })).not.toBeNull();
  expect(pathTo(compiled, { step: 'access.menu' })?.[0]?.event.type).toBe('MSG');
  expect(pathTo(compiled, { step: 'no.such-step' })).toBeNull();
});
