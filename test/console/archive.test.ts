/** What is over is found again: by pseudonym, label, folio and date, and a record is read as its conversation is. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FindRequest, Found, FoundConversation, FoundRecord, RecordFile } from '../../bot/console/contract.js';
import { erasureLogIn, eraseContact } from '../../bot/privacy/erase.js';
import { exportContact } from '../../bot/privacy/export.js';
import { type House, openHouse, type Page } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

type Of<W extends FindRequest['what']> = W extends 'records' ? FoundRecord[] : FoundConversation[];
async function find<W extends FindRequest['what']>(
  page: Page,
  what: W,
  differs: Partial<FindRequest> = {},
): Promise<Of<W>> {
  const reply: Found | { ok: false } = await page.socket.emitWithAck('find', { what, text: '', ...differs });
  if (!reply.ok) throw new Error('refused');
  return reply.found as Of<W>;
}

/** An emergency that Ana had, from the first word to its record. */
async function ended(ana: Page): Promise<string> {
  const conversation = await house.writes('rosa', 'AUXILIO, estoy en los aromos 114 peñalolén');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
  await ana.does(conversation, { do: 'call_result', slot: 1, outcome: 'dispatched', by: 'Cabo Soto' });
  await ana.does(conversation, { do: 'record_referral', outcome: 'Llegó la patrulla' });
  await ana.does(conversation, { do: 'close', reason: 'done', note: 'a salvo' });
  await house.service.settle();
  return conversation;
}

test('an emergency that is over is found by folio, pseudonym and date, and read with a reason that is kept', async () => {
  const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
  const conversation = await ended(ana);
  const [record, ...others] = await find(eva, 'records');
  expect(others, 'from its draft to its end it is one').toEqual([]);
  expect(record).toMatchObject({
    type: 'emergency',
    conversation,
    draft: false,
    calls: [{ outcome: 'dispatched' }],
    folio: expect.stringMatching(/^E-\d{4}-\d{6}$/) as string,
  });
  const { folio, name, at, id } = record!;

  for (const text of [folio, folio.toLowerCase().slice(-4), name, name.toLowerCase().split('-')[0]!])
    expect((await find(eva, 'records', { text })).map(one => one.folio)[0]).toBe(folio);
  expect(await find(eva, 'records', { text: 'nadie-99' })).toEqual([]);
  expect(await find(eva, 'records', { from: at + 1 })).toEqual([]);
  expect(await find(eva, 'records', { to: at })).toEqual([]);
  expect((await find(eva, 'conversations', { text: folio })).map(one => one.conversation)).toEqual([conversation]);
  expect(await find(eva, 'conversations', { text: name })).toMatchObject([{ name, owner: 'rest', emergency: false }]);

  expect(await eva.socket.emitWithAck('record', { id })).toMatchObject({ ok: false, code: 'reason-needed' });
  expect(await eva.socket.emitWithAck('record', { id, reason: 'reviso el turno' })).toMatchObject({
    ok: true,
    record: { folio, name, outcome: 'Llegó la patrulla', by: 'Ana', ledger: [{ by: 'Cabo Soto', number: '133' }] },
  });
  expect((await house.store.findDocs('reads')).map(one => one.fields.conversation)).toContain(conversation);
});

test('a record is taken out on paper or as data, with a reason, and that it was is kept with her', async () => {
  const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
  const conversation = await ended(ana);
  const [{ id, folio } = { id: '', folio: '' }] = await find(eva, 'records');
  const ask = (format: 'pdf' | 'json', reason = '') =>
    eva.socket.emitWithAck('record-file', { id, format, reason }) as Promise<
      { ok: true; file: RecordFile } | { ok: false; code: string }
    >;
  expect(await ask('pdf')).toMatchObject({ ok: false, code: 'reason-needed' });

  const [paper, data] = [await ask('pdf', 'lo pide la fiscalía'), await ask('json', 'lo pide la fiscalía')];
  if (!paper.ok || !data.ok) throw new Error('refused');
  expect(paper.file).toMatchObject({ name: `${folio}.pdf`, type: 'application/pdf' });
  expect(Buffer.from(paper.file.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(JSON.parse(Buffer.from(data.file.bytes).toString())).toMatchObject({
    folio,
    outcome: 'Llegó la patrulla',
    calls: [{ by: 'Cabo Soto', number: '133', outcome: 'dispatched' }],
    exported: { by: 'Eva' },
  });
  const { contact } = (await house.store.head(conversation))!;
  const told = await exportContact(house.service, contact, { now: house.clock.now(), files: false });
  expect(JSON.stringify(told.documents)).toContain('lo pide la fiscalía · sacó el registro (PDF)');
});

test('one that was discarded leaves a record with the reason, also after help was sent', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'AUXILIO');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
  await ana.does(conversation, { do: 'call_result', slot: 1, outcome: 'dispatched' });
  await ana.does(conversation, { do: 'discard_emergency', reason: 'Se equivocó de tecla' });
  await house.service.settle();

  const [record, ...others] = await find(ana, 'records');
  expect(others).toEqual([]);
  expect(record).toMatchObject({ draft: false, discarded: true, calls: [{ outcome: 'dispatched' }] });
  expect(await ana.socket.emitWithAck('record', { id: record!.id })).toMatchObject({
    record: { outcome: 'Se equivocó de tecla', by: 'Ana', discarded: true },
  });
});

test('calls that nobody answered are on record before the emergency ends', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'AUXILIO');
  await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
  await ana.does(conversation, { do: 'call_result', slot: 1, outcome: 'no_answer' });
  await house.service.settle();

  expect(await find(ana, 'records')).toMatchObject([{ draft: true, calls: [{ outcome: 'no_answer' }] }]);
});

test('an open emergency is taken out as it stands, with the call that rings and both authors of an answer', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'AUXILIO');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'answer_guideline', item: 'Q4', value: 'no' });
  const eva = await house.works('Eva');
  await ana.does(conversation, { do: 'transfer', to: 'queue' });
  await eva.does(conversation, { do: 'take' });
  await eva.does(conversation, { do: 'answer_guideline', item: 'Q4', value: 'yes', note: 'oyó un disparo' });
  await eva.does(conversation, { do: 'call', institution: 'carabineros-133' });
  const { facts } = await eva.open(conversation);
  const id = facts.referral!.record!;

  const taken = (await eva.socket.emitWithAck('record-file', { id, format: 'json' })) as { file: RecordFile };
  expect(JSON.parse(Buffer.from(taken.file.bytes).toString())).toMatchObject({
    draft: true,
    calls: [{ number: '133', outcome: null }],
    guideline: { answers: [{ value: 'yes', by: 'Eva', note: 'oyó un disparo', others: [{ value: 'no', by: 'Ana' }] }] },
  });

  await eva.does(conversation, { do: 'call_result', slot: 1, outcome: 'dispatched' });
  await eva.does(conversation, { do: 'record_referral', outcome: 'a salvo' });
  await house.service.settle();
  expect(await find(ana, 'records'), 'it is one, with one folio').toMatchObject([
    { id, draft: false, folio: taken.file.name.replace('.json', '') },
  ]);
});

test('a conversation is found by a label, and nothing is left of who was erased', async () => {
  const ana = await house.works('Ana');
  const conversation = await ended(ana);
  const { contact } = (await house.store.head(conversation))!;
  await house.service.contacts.label(contact, 'programa', true);
  expect((await find(ana, 'conversations', { text: 'PROGRAMA' })).map(one => one.conversation)).toEqual([conversation]);
  const [record] = await find(ana, 'records', { text: 'programa' });
  expect(record?.conversation).toBe(conversation);

  const { store, vault, clock } = house.service;
  const log = erasureLogIn(path.join(mkdtempSync(path.join(tmpdir(), 'cauce-archive-')), 'erasures.jsonl'));
  await eraseContact({ store, vault, clock, log, forget: () => undefined }, contact, 'citizen', 'asked');
  expect(await find(ana, 'conversations', { text: 'programa' })).toEqual([]);
  // It says that she was erased, and not that nothing was ever done.
  expect(await ana.socket.emitWithAck('record', { id: record!.id, reason: 'reviso' })).toMatchObject({
    code: 'erased',
  });
  expect(await find(ana, 'records')).toMatchObject([{ id: record!.id, erased: true }]);
  expect(await find(ana, 'conversations')).toMatchObject([{ conversation, erased: true }]);
});
