import { expect, test } from 'vitest';
import { newHouse } from '../../test/support/privacy.js';
import { Records } from './records.js';

const AT = Date.UTC(2026, 4, 19, 15);

async function archive() {
  const { store, vault, contacts } = await newHouse();
  const contact = await contacts.resolve('webchat', 'rosa');
  const records = new Records(store, id => vault.sealer(id));
  const thread = { conversation: 'c-rosa', contact: contact.id, channel: 'webchat', protocol: 'p' };
  const write = (id: string, differs: Partial<{ type: string; draft: boolean; data: Record<string, unknown> }> = {}) =>
    records.write({
      id,
      type: 'emergency',
      thread,
      at: AT,
      draft: false,
      data: { place: 'Los Aromos 114' },
      ...differs,
    });
  return { store, vault, contact, write };
}

test('folios follow one another without gaps, by type and year, also when several are written at once', async () => {
  const { write } = await archive();
  const folios = (await Promise.all(['a', 'b', 'c'].map(id => write(id)))).map(one => one.folio);

  expect(folios.sort()).toEqual(['E-2026-000001', 'E-2026-000002', 'E-2026-000003']);
  expect((await write('d', { type: 'data-request' })).folio).toBe('D-2026-000001');
});

test('a draft that is written again keeps its folio, and what was final stays so', async () => {
  const { store, write } = await archive();
  const { folio } = await write('a', { draft: true });

  expect((await write('a', { data: { place: 'Los Aromos 114', reference: '4411' } })).folio).toBe(folio);
  await write('a', { draft: true });

  expect((await store.getDoc('records', 'a'))!.fields).toMatchObject({ folio, draft: false });
});

test('what is personal stands sealed by her key', async () => {
  const { store, vault, contact, write } = await archive();
  await write('a');
  const doc = (await store.getDoc('records', 'a'))!;

  expect(JSON.stringify([doc.fields, doc.data])).not.toContain('Aromos');
  const sealer = await vault.sealer(contact.id);
  expect(sealer.openJson(doc.sealed!, 'record:a')).toEqual({ place: 'Los Aromos 114' });
});
