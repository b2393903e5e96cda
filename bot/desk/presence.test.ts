import { expect, test } from 'vitest';
import { Presence, RETURNS_MS } from './presence.js';

const ana = { id: 'ana', name: 'Ana', roles: ['executive' as const] };
const here = (state: 'available' | 'away') => ({ state, showing: [], visible: true });

test('who was available when the service stopped counts as such for a moment after it starts', () => {
  const presence = new Presence(0);
  presence.awaits(['ana'], 0);

  expect(presence.isStaffed(RETURNS_MS - 1)).toBe(true);
  expect(presence.isStaffed(RETURNS_MS)).toBe(false);
});

test('what her own page says counts from then on', () => {
  const presence = new Presence(0);
  presence.awaits(['ana'], 0);
  presence.joined('page', ana, 1_000);
  expect(presence.isStaffed(1_000), 'connected, and nothing said yet').toBe(true);

  presence.said('page', here('away'), 2_000);
  expect(presence.isStaffed(2_000)).toBe(false);
  presence.said('page', here('available'), 3_000);
  expect(presence.isStaffed(RETURNS_MS * 2)).toBe(true);
  expect(presence.available()).toEqual(['ana']);
});

test('nobody awaited is nobody there', () => {
  const presence = new Presence(0);
  presence.awaits([], 0);

  expect(presence.isStaffed(1)).toBe(false);
});
