import { expect, test } from 'vitest';
import { processOf } from '../test/support/service.js';
import { createLog } from './log.js';

function kept() {
  const lines: string[] = [];
  return { log: createLog('debug', { write: line => void lines.push(line) }), text: () => lines.join('') };
}

test('fields that may hold a person are not written, however deep they stand', () => {
  const { log, text } = kept();
  const her = { text: 'me pegó', name: 'Ana', phone: '+56 9 1111 2222' };
  log.error('request failed', { ...her, message: her, of: { message: her, list: { message: her } }, seq: 7 });
  expect(text()).not.toMatch(/me pegó|Ana|1111/);
  expect(text()).toContain('"seq":7');
});

test('a house in which everything fails writes no word, name, number or address of hers', async () => {
  const { log, text } = kept();
  const house = await processOf({ logged: log });
  const words =
    'me llamo Rosamel Quintrileo, vivo en los aromos 114 depto 3, mi numero es 9 8765 4321 rosamel@correo.cl';
  const { read } = house.senses;

  // Sense fails, quoting her.
  house.senses.read = said => {
    throw new Error(`no model for "${said}"`);
  };
  await house.writes(words, { address: '56987654321' });
  house.senses.read = read.bind(house.senses);

  // The machine fails, quoting a part of it.
  const thread = await house.thread('sms', '56987654321');
  await house.conversations.apply(thread, 'in:odd', live => ({
    event: {
      type: 'MSG',
      world: house.world(live.running.protocol.id),
      get read(): never {
        throw new TypeError('cannot place Rosamel Quintrileo of los aromos 114');
      },
    },
    inbound: { id: 'odd', text: words, at: house.clock.now() },
  }));

  // The channel fails, quoting the whole message, and whom it was for.
  house.sms.instead = message =>
    Promise.reject(new Error(`550 56987654321 <rosamel@correo.cl> of calle los aromos 114 refused: ${message.text}`));
  await house.does({ type: 'TAKE' }, { of: thread });
  await house.does({ type: 'SAY', text: 'Hola Rosamel, soy Carla' }, { of: thread });
  for (let i = 0; i < 12; i++) await house.passes(300_000);

  expect(text()).toContain('"message parked"');
  expect(text()).toContain('"effect retried"');
  expect(text()).not.toMatch(/soy Carla|8765|4321|rosamel|quintrileo|aromos/i);
});
