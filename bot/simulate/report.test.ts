import { expect, test } from 'vitest';
import type { Committed } from '../conversations.js';
import type { TurnBody } from '../record.js';
import type { Happened } from './events.js';
import { Report } from './report.js';

const AT = Date.UTC(2026, 4, 20, 13);

/** What is told of turns with these bodies, in order. */
function told(...bodies: (Partial<Omit<TurnBody, 'head'>> & { head?: object })[]): Happened[] {
  const report = new Report(() => 0, {
    zone: 'America/Santiago',
    locales: ['es', 'en'],
    texts: { es: { 'ask.place': '¿Dónde estás?' }, en: {} },
  });
  for (const { head, ...body } of bodies)
    report.committed({
      head: { risk: 0, emergency: 'idle', step: '', owner: 'bot', epoch: 0, desk: {}, ...head },
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

test('the thread is of the robot, the queue or an executive: at rest it is of the robot again', () => {
  const of = (owner: string, epoch: number) => ({ head: { owner, epoch } });
  expect(told(of('queue', 1), of('A', 2), of('rest', 2), of('bot', 2))).toEqual([
    { at_s: 0, kind: 'thread', owner: 'queue', epoch: 1 },
    { at_s: 0, kind: 'thread', owner: 'A', epoch: 2 },
    { at_s: 0, kind: 'thread', owner: 'bot', epoch: 2 },
  ]);
});

test('a question of danger that stands is still the phase in which it was asked', () => {
  const emergency = (phase: string) => ({ head: { emergency: phase } });
  expect(told(emergency('confirm'), emergency('still'), emergency('collect'))).toMatchObject([
    { kind: 'emergency', phase: 'confirm' },
    { kind: 'emergency', phase: 'collect' },
  ]);
});
