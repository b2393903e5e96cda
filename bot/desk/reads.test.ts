import { expect, test } from 'vitest';
import { newHouse } from '../../test/support/privacy.js';
import { createIds } from '../ids.js';
import { StoreUnavailable } from '../store/store.js';
import { Reads } from './reads.js';

const ANA = { id: 'ana', name: 'Ana', roles: ['executive' as const] };
const OPENING = { conversation: 'c', contact: 'her', reason: '' };

test('an opening that could not be written down is written down at the next one, and then once', async () => {
  const { store, vault, clock } = await newHouse();
  await vault.create('her');
  let away = true;
  const flaky: typeof store = {
    ...store,
    putDoc: (...put) => (away ? Promise.reject(new StoreUnavailable('the store is away')) : store.putDoc(...put)),
  };
  const reads = new Reads({
    store: flaky,
    ids: createIds(clock),
    now: () => clock.now(),
    sealer: contact => vault.sealer(contact),
  });
  await expect(reads.record(OPENING, ANA)).rejects.toThrow(StoreUnavailable);
  away = false;

  await reads.record(OPENING, ANA);
  await reads.record(OPENING, ANA);

  expect((await store.findDocs('reads', {})).map(doc => doc.fields.user)).toEqual(['ana']);
});
