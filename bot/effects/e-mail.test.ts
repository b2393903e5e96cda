import { expect, test } from 'vitest';
import type { Protocol } from '../../flows/protocol.js';
import type { Mail } from '../email/mailer.js';
import { processOf } from '../../test/support/service.js';
import { eMail } from './e-mail.js';
import type { Doers } from './effects.js';

const AT = Date.UTC(2026, 2, 4, 13);

/** What is mailed of a booked call. */
async function receipt(appointments: Protocol['appointments']): Promise<Mail> {
  const house = await processOf();
  await house.writes('hola');
  const thread = await house.thread();
  const live = (await house.conversations.state(thread.conversation))!;
  const { context } = live.snapshot as { context: { marks: object; kept: object } };
  const sent: Mail[] = [];
  const doers = {
    conversations: { apply: () => Promise.resolve({ kind: 'nothing' }) },
    mailer: { send: (mail: Mail) => Promise.resolve({ result: sent.push(mail) ? 'sent' : 'failed' }) },
    safeContact: () => Promise.resolve({ subject: 'Su pedido' }),
    world: house.world,
  } as unknown as Doers;
  await eMail(doers)({
    row: { id: 'e1', dueAt: 0 },
    thread,
    now: 0,
    params: { to: 'ella@example.org', what: 'appointment', appointment: { id: 'a1', at: AT } },
    live: {
      ...live,
      running: { ...live.running, protocol: { ...live.running.protocol, appointments } },
      snapshot: {
        ...live.snapshot,
        context: {
          ...context,
          marks: { ...context.marks, mail: 'given' },
          kept: { email: 'ella@example.org' },
        },
      },
    },
  } as never);
  return sent[0]!;
}

test('the event in her calendar is as long as the calls of the protocol', async () => {
  const weekly = { 'mon-fri': '09:00-18:00' };
  const { ics, subject } = await receipt({ service: 'call', minutes: 20, weekly, days_ahead: 5, staff: 1 });
  expect(ics).toContain('DTSTART:20260304T130000Z');
  expect(ics).toContain('DTEND:20260304T132000Z');
  // Under the subject that she called safe.
  expect(subject).toBe('Su pedido');
  expect(ics).toContain('SUMMARY:Su pedido');
});
