import { describe, expect, test } from 'vitest';
import { processOf } from '../../test/support/service.js';

/** Nine in the morning in Santiago when the clock of the tests begins. */
const MORNINGS = [{ from: '09:00', to: '13:00' }];
const HOUR = 3_600_000;

async function taken() {
  const house = await processOf();
  await house.writes('hola');
  await house.contacts.profile((await house.thread()).contact, { safeHours: MORNINGS });
  await house.does({ type: 'TAKE' });
  return {
    ...house,
    async says(text: string, more: { anyway?: true } = {}) {
      await house.does({ type: 'SAY', text, ...more });
      await house.settle();
    },
    heard: () => house.sms.sent.filter(one => one.author === 'executive').map(one => one.text),
    async withheld() {
      const { conversation } = await house.thread();
      const bodies = await house.inbound.bodies(await house.store.turns(conversation));
      return bodies.flatMap(({ event }) => (event.state === 'withheld' ? [event.reason] : []));
    },
  };
}

describe('outside the hours that she called safe', () => {
  test('nothing makes her telephone sound, and the executive sees why', async () => {
    const { says, passes, heard, withheld } = await taken();
    await passes(6 * HOUR);
    await says('¿Cómo estás?');
    expect([heard(), await withheld()]).toEqual([[], ['safe-hours']]);
  });

  test('the robot is held back as a person is', async () => {
    const house = await processOf();
    await house.writes('hola');
    await house.contacts.profile((await house.thread()).contact, { safeHours: [{ from: '20:00', to: '21:00' }] });
    const before = house.sms.sent.length;
    await house.passes(HOUR);
    expect(house.sms.sent).toHaveLength(before);
  });

  test('who is writing herself is answered', async () => {
    const { writes, passes, says, heard } = await taken();
    await passes(6 * HOUR);
    await writes('estoy sola un rato');
    await says('Te leo.');
    expect(heard()).toEqual(['Te leo.']);
  });

  test('a person who was told so may send it', async () => {
    const { says, passes, heard } = await taken();
    await passes(6 * HOUR);
    await says('Es urgente.', { anyway: true });
    expect(heard()).toEqual(['Es urgente.']);
  });

  test('within them everything leaves', async () => {
    const { says, passes, heard } = await taken();
    await passes(24 * HOUR);
    await says('Buenos días.');
    expect(heard()).toEqual(['Buenos días.']);
  });
});
