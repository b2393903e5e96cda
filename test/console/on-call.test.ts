/** People on call in the story of an emergency: who was called by which way, what became of a telephone, who confirmed. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse } from './house.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

test.each([
  [{ name: 'Ana Rojas', ways: ['email', 'call'], failed: [] }, 'oncall_called', { ways: 'correo, teléfono' }],
  [{ name: 'Ana Rojas', ways: [], failed: ['call'] }, 'oncall_unreached', { ways: 'teléfono' }],
  [{ name: 'Ana Rojas', ways: [], failed: ['call-unset'] }, 'oncall_unreached', { ways: 'teléfono sin configurar' }],
  [{ name: 'Ana Rojas', phone: 'busy' }, 'oncall_phone', { how: 'ocupado' }],
  [{ name: 'Ana Rojas', phone: 'no-answer' }, 'oncall_phone', { how: 'no contestó' }],
  [{ name: 'Ana Rojas', phone: 'answered' }, 'oncall_phone', { how: 'contestaron y nadie confirmó' }],
  [{ name: 'Ana Rojas', phone: 'failed' }, 'oncall_phone', { how: 'la llamada no se pudo hacer' }],
])('%o is told as it was', async (called, event, vars) => {
  const eva = await house.works('Eva');
  const conversation = await house.writes('rosa', 'AUXILIO');
  const thread = (await house.service.threads.ofConversation(conversation))!;
  await house.service.conversations.note(thread, 'act:called', { type: 'NOTE', called });
  const { items } = await eva.open(conversation);
  expect(items.filter(item => item.kind === 'event').at(-1)).toMatchObject({
    event,
    vars: { name: 'Ana Rojas', ...vars },
  });
});
