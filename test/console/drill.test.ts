/** A drill at the desk: started by whoever watches over it, on the real queue, measured from its own turns, never mixed with what is real. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DrillsView, QueueRow } from '../../bot/console/contract.js';
import { scriptOf } from '../../bot/drill/script.js';
import type { Paged } from '../../bot/oncall/pages.js';
import { openMemoryStore } from '../../bot/store/sqlite/sqlite.js';
import { openVault } from '../../bot/privacy/vault.js';
import { mongoPlace, withoutMongo } from '../store/mongo-place.js';
import { type House, openHouse, type Page, signIn } from './house.js';

let house: House;
let eva: Page;
beforeEach(async () => {
  house = await openHouse();
  eva = await house.works('Eva', ['supervisor']);
});
afterEach(() => house.close());

const asks = (page: Page, what: 'start' | 'end') => page.socket.emitWithAck('drill', { do: what });
async function viewOf(page: Page): Promise<DrillsView> {
  const reply = await page.socket.emitWithAck('drills', {});
  if (!reply.ok) throw new Error(reply.code);
  return reply;
}
async function started(page = eva): Promise<string> {
  const reply = await asks(page, 'start');
  if (!reply.ok) throw new Error(reply.message);
  await house.service.settle();
  return reply.running!.conversation;
}
const drillIn = async (page: Page) => {
  const reply = await page.sync();
  return reply.kind === 'snapshot' ? reply.drill : null;
};
const texts = async (page: Page, conversation: string) =>
  (await page.open(conversation, 'mirar')).items.flatMap(one => (one.kind === 'message' ? [one] : []));

const STORES = [
  { name: 'SQLite', skip: false, place: () => ({ open: () => openMemoryStore(), drop: async () => undefined }) },
  { name: 'MongoDB', skip: withoutMongo, place: mongoPlace },
];
describe.each(STORES.filter(one => !one.skip))('a drill on $name', ({ place }) => {
  test('goes on writing after a restart, each line once, and leaves a record apart', async () => {
    const { open, drop } = place();
    const store = await open();
    const vault = await openVault(store, '/nonexistent', Buffer.alloc(32, 7).toString('base64'));
    let here = await openHouse({ store, vault });
    const { clock } = here;
    let page = await here.works('Eva', ['supervisor']);
    await asks(page, 'start');
    await here.passes(70_000, 10_000);
    // The process is gone, the store has all of it.
    await here.desk.close();
    await here.service.stop();
    here = await openHouse({ store, vault, clock });
    try {
      page = await here.enters({ email: 'eva@institucion.cl', password: 'tres gatos en el tejado' });
      const drill = await drillIn(page);
      expect(drill).toMatchObject({ number: 1, by: 'Eva', times: { takenMs: null } });
      const { conversation } = drill!;
      await here.passes(420_000, 20_000);
      const written = (await texts(page, conversation)).filter(one => one.direction === 'in').map(one => one.text);
      expect(written).toEqual(scriptOf('es', 'SOS').map(one => one.text));

      await page.does(conversation, { do: 'take' });
      await page.does(conversation, { do: 'record_referral', outcome: 'Se hizo todo' });
      await here.passes(1_000);
      expect(await viewOf(page)).toMatchObject({
        running: null,
        past: [{ outcome: 'recorded', times: { takenMs: 490_000, saidMs: null, dialedMs: null } }],
      });
      const find = (drills?: true) =>
        page.socket.emitWithAck('find', { what: 'records', text: '', ...(drills ? { drills } : {}) });
      expect(await find()).toMatchObject({ found: [] });
      expect(await find(true)).toMatchObject({ found: [{ conversation, drill: true }] });
    } finally {
      await here.close();
      await drop();
    }
  });
});

describe('a drill', () => {
  test('is an emergency in the queue that everybody sees to be none, and is measured from what people did', async () => {
    const ana = await house.works('Ana');
    const conversation = await started();
    await ana.until(() => ana.heard.alarm.length > 0);

    expect(ana.heard.alarm[0]).toMatchObject({ kind: 'sos', conversation, on: true, drill: true });
    expect(await ana.row(conversation)).toMatchObject({ channel: 'drill', owner: { kind: 'queue' }, risk: 'imminent' });
    expect(await drillIn(ana)).toMatchObject({ number: 1, conversation, by: 'Eva', times: { takenMs: null } });

    await house.passes(17_000);
    await ana.does(conversation, { do: 'take' });
    await house.passes(5_000);
    await ana.does(conversation, { do: 'say', text: 'Te leo. ¿Dónde estás?' });
    await house.passes(22_000);
    await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
    await house.passes(1_000);
    const times = { takenMs: 17_000, saidMs: 22_000, dialedMs: 44_000 };
    expect((await drillIn(ana))?.times).toEqual(times);

    await ana.does(conversation, { do: 'call_result', slot: 1, outcome: 'dispatched', reference: '4411' });
    await ana.does(conversation, { do: 'record_referral', outcome: 'Se hizo todo' });
    await house.passes(1_000);
    expect(await drillIn(ana)).toBeNull();
    expect(await viewOf(eva)).toMatchObject({
      running: null,
      past: [{ number: 1, by: 'Eva', outcome: 'recorded', endedBy: 'Ana', times, paged: { calls: 0, reached: 0 } }],
    });
    expect(await ana.rows()).toEqual([]);
    expect(house.sent, 'nothing leaves').toEqual([]);
    expect(await ana.does(conversation, { do: 'take' })).toMatchObject({ message: 'Este simulacro ya terminó.' });
  });

  test('is ended by whoever watches over it: no call and no emergency stays open, and nothing alarms any more', async () => {
    const ana = await house.works('Ana');
    const conversation = await started();
    await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
    await house.passes(2_000);

    expect(await asks(eva, 'end')).toMatchObject({
      ok: true,
      running: null,
      past: [{ outcome: 'ended', endedBy: 'Eva' }],
    });
    expect(await house.store.head(conversation)).toMatchObject({ emergency: 'idle' });
    const { items } = await ana.open(conversation, 'revisar el simulacro');
    expect(items.findLast(item => item.kind === 'event' && item.event === 'call_result_untold')).toMatchObject({
      vars: { institution: expect.stringMatching(/^Carabineros/), outcome: 'failed' },
    });
    expect((await ana.rows()).map(row => row.conversation)).toEqual([]);
    const heard = ana.heard.alarm.length;
    await house.passes(600_000, 10_000);
    expect(ana.heard.alarm.slice(heard).filter(alarm => alarm.on)).toEqual([]);
    expect(await house.store.head(conversation)).toMatchObject({ open: false });
    expect(await asks(eva, 'end')).toMatchObject({ ok: false, message: 'No hay ningún simulacro en curso.' });
  });

  test('that nobody ends ends by itself after its time', async () => {
    await started();
    await house.passes(19 * 60_000, 30_000);
    expect((await viewOf(eva)).running).not.toBeNull();
    await house.passes(60_000, 30_000);
    expect(await viewOf(eva)).toMatchObject({
      running: null,
      past: [{ outcome: 'expired', endedBy: null, times: { takenMs: null, saidMs: null, dialedMs: null } }],
    });
  });

  test('is started by a supervisor or an administrator, one at a time, and not while somebody real waits', async () => {
    const ana = await house.works('Ana');
    const ada = await house.works('Ada', ['administrator', 'executive']);
    expect(await asks(ana, 'start')).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await ana.socket.emitWithAck('drills', {})).toMatchObject({ ok: false, code: 'forbidden' });
    const real = await house.writes('rosa', 'AUXILIO');
    expect(await asks(eva, 'start')).toMatchObject({
      ok: false,
      message: 'Hay un SOS de verdad sin tomar. Atiéndelo antes de un simulacro.',
    });
    await ana.does(real, { do: 'take' });
    const both = await Promise.all([asks(ada, 'start'), asks(eva, 'start')]);
    expect(both.filter(one => one.ok)).toHaveLength(1);
    expect(both.find(one => !one.ok)).toMatchObject({ message: 'Ya hay un simulacro en curso.' });
  });

  test('stands below every real SOS, takes no place of anybody, and no appointment', async () => {
    const ana = await house.works('Ana');
    const drill = await started();
    await ana.does(drill, { do: 'take' });
    expect((await ana.sync()) as { staff: unknown }).toMatchObject({
      staff: expect.arrayContaining([expect.objectContaining({ name: 'Ana', load: 0 })]) as unknown,
    });
    await ana.does(drill, { do: 'transfer', to: 'queue' });
    await house.passes(60_000);
    const real = await house.writes('rosa', 'AUXILIO');
    const order = (rows: QueueRow[]) => rows.map(row => row.conversation);
    expect(order(await ana.rows())).toEqual([real, drill]);
    expect(await ana.does(drill, { do: 'book', startsAt: house.clock.now() })).toMatchObject({
      message: 'En un simulacro no se toman horas de verdad.',
    });
  });

  test('leaves a record that says so, with a folio of its own, in no list unless it is asked for', async () => {
    const ana = await house.works('Ana');
    const conversation = await started();
    await ana.does(conversation, { do: 'take' });
    await ana.does(conversation, { do: 'record_referral', outcome: 'Se hizo todo' });
    await house.passes(1_000);
    const find = (what: 'records' | 'conversations', drills?: true) =>
      eva.socket.emitWithAck('find', { what, text: '', ...(drills ? { drills } : {}) });
    for (const what of ['records', 'conversations'] as const)
      expect(await find(what)).toMatchObject({ ok: true, found: [] });
    const records = await find('records', true);
    expect(records).toMatchObject({
      found: [{ conversation, drill: true, folio: expect.stringMatching(/^SIM-\d{4}-000001$/) as string }],
    });
    expect(await find('conversations', true)).toMatchObject({ found: [{ conversation }] });
    const { id } = (records as { found: { id: string }[] }).found[0]!;
    const reply = await eva.socket.emitWithAck('record-file', { id, reason: 'mirar', format: 'json' });
    const file = (reply as unknown as { file: { bytes: Uint8Array } }).file;
    expect(JSON.parse(Buffer.from(file.bytes).toString())).toMatchObject({ drill: true });

    const real = await house.writes('rosa', 'AUXILIO');
    await ana.does(real, { do: 'take' });
    await ana.does(real, { do: 'record_referral', outcome: 'Llegó la patrulla' });
    await house.service.settle();
    expect(await find('records')).toMatchObject({ found: [{ conversation: real, drill: false }] });
  });

  test('calls people on call as a real one does, marked, and tells who was reached and who saw to it', async () => {
    const raised: Paged[] = [];
    const called = await openHouse({
      paging: {
        load: async () => undefined,
        async raise(page) {
          const try_ = { way: 'email', result: 'sent', person: 'sol', name: 'Sol', at: called.clock.now() } as const;
          const acknowledged = { person: 'sol', name: 'Sol', at: called.clock.now() + 9_000 };
          raised.push({ ...page, calls: 1, nextAt: 0, tries: [try_], acknowledged, endedAt: null });
        },
        tick: async () => undefined,
        of: async conversation => raised.filter(page => page.conversation === conversation),
      },
    });
    try {
      const page = await called.works('Eva', ['supervisor']);
      await asks(page, 'start');
      await called.passes(11_000);
      expect(raised).toMatchObject([{ why: 'unseen', drill: true }]);
      await asks(page, 'end');
      expect(await viewOf(page)).toMatchObject({
        past: [
          { paged: { calls: 1, reached: 1, acknowledgedBy: 'Sol', acknowledgedMs: expect.any(Number) as number } },
        ],
      });
    } finally {
      await called.close();
    }
  });

  test('is told by the API to whoever may start one, and to nobody else', async () => {
    await started();
    await asks(eva, 'end');
    const read = async (cookie?: string) => {
      const response = await fetch(`${house.url}/console/api/drills`, { headers: cookie ? { cookie } : {} });
      return { status: response.status, body: (await response.json()) as unknown };
    };
    expect(await read(eva.cookie)).toMatchObject({ status: 200, body: { running: null, past: [{ number: 1 }] } });
    expect(await read((await signIn(house.url, await house.person('Sol'))).cookie)).toMatchObject({ status: 403 });
    expect(await read()).toMatchObject({ status: 401 });
  });
});
