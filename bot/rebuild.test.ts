import { expect, test } from 'vitest';
import { processOf } from '../test/support/service.js';
import { eraseContact } from './privacy/erase.js';
import { rebuildHeads } from './rebuild.js';
import type { Head } from './store/store.js';

test('heads that were lost or spoilt are those of the log again, whatever happened in the conversation', async () => {
  const house = await processOf();
  const refused = () => Promise.resolve({ state: 'refused' as const, reason: 'number unknown' });
  await house.writes('hola');
  house.sms.instead = refused;
  await house.writes('sigo aquí');
  house.sms.instead = null;
  await house.does({ type: 'TAKE' });
  await house.does({ type: 'SAY', text: 'Soy Carla.' });
  await house.passes(1_000);
  await house.does({ type: 'RELEASE', step: 'menu' });
  await house.writes('SOS');
  await house.writes('hola', { address: 'eva' });
  const heads = () => house.store.heads({});
  const before = await heads();
  for (const head of before) {
    const spoilt: Head = { ...head, step: '', risk: 0, open: false, desk: {} };
    await house.store.putHead(spoilt);
  }

  const sealer = (contact: string) => house.vault.sealer(contact);
  expect(await rebuildHeads(house.store, sealer)).toEqual({ conversations: 2, changed: 2, unreadable: 0 });
  expect(await heads()).toEqual(before);
  expect(await rebuildHeads(house.store, sealer)).toMatchObject({ changed: 0 });
});

test('the head of somebody who was erased comes from the facts alone, and waits for nobody', async () => {
  const house = await processOf();
  await house.writes('SOS');
  const { contact, conversation } = await house.thread();
  await eraseContact(
    {
      store: house.store,
      vault: house.vault,
      clock: house.clock,
      log: house.erasures,
      forget: () => house.forget([conversation]),
    },
    contact,
    'citizen',
    'asked',
  );

  const sealer = (id: string) => house.vault.sealer(id);
  expect(await rebuildHeads(house.store, sealer)).toEqual({ conversations: 1, changed: 0, unreadable: 1 });
  expect(await house.store.head(conversation)).toMatchObject({ open: false, risk: 4, channel: 'sms' });
});
