import { expect, test } from 'vitest';
import type { Committed } from '../conversations.js';
import type { TurnBody } from '../record.js';
import type { Happened } from './events.js';
import { Report } from './report.js';

const AT = Date.UTC(2026, 4, 20, 13);

/** What is told of turns with these bodies, in order. */
function told(...bodies: Partial<TurnBody>[]): Happened[] {
  const report = new Report(() => 0, {
    zone: 'America/Santiago',
    locales: ['es', 'en'],
    texts: { es: { 'ask.place': '¿Dónde estás?' }, en: {} },
  });
  for (const body of bodies)
    report.committed({
      head: { risk: 0, emergency: 'idle', step: '', owner: 'bot', epoch: 0, desk: {} },
      turn: { facts: { milestones: [] } },
      body: { event: { type: 'MSG' }, messages: [], ...body },
      context: { locale: 'en', calls: [], ledger: [], marks: { priority: false } },
    } as unknown as Committed);
  return report.events;
}

test('what was kept quiet is told in the words that would have been said', () => {
  expect(told({ hushed: [{ key: 'ask.place', why: 'quiet' }] })).toEqual([
    { at_s: 0, kind: 'withheld', text: '¿Dónde estás?', why: 'quiet' },
  ]);
});

test('an emergency that nobody takes goes to the people on call, every other alert to the consoles', () => {
  const alert = (why: string) => ({ id: why, type: 'alert', params: { why } });
  expect(told({ effects: [alert('untaken'), alert('sos')] })).toMatchObject([
    { kind: 'alert', to: 'on-call', why: 'untaken' },
    { kind: 'alert', to: 'executives', why: 'sos' },
  ]);
});

test('a call that is cancelled is told with its time, and a time that was only looked at is not', () => {
  const frees = (params: Record<string, unknown>) => ({ effects: [{ id: 'f', type: 'free-slot', params }] });
  expect(
    told(
      frees({ slot: { at: AT } }),
      { event: { type: 'BOOKED', slot: { at: AT } } },
      frees({ slot: null, appointment: 'a1' }),
      frees({ slot: null, appointment: null }),
    ),
  ).toEqual([
    { at_s: 0, kind: 'appointment', state: 'confirmed', slot: '2026-05-20T09:00' },
    { at_s: 0, kind: 'appointment', state: 'cancelled', slot: '2026-05-20T09:00' },
  ]);
});
