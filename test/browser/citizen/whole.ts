/** The whole service behind her page: the shipped protocol, the trained senses, the real engine over a store in memory. */
import path from 'node:path';
import { createWebchat } from '../../../bot/channels/webchat/webchat.js';
import type { Thread } from '../../../bot/conversations.js';
import { gateOf } from '../../../bot/gate.js';
import { createIds } from '../../../bot/ids.js';
import { silentLog } from '../../../bot/log.js';
import { parseSource, readProtocolFolder, running } from '../../../bot/publish.js';
import { readTrained } from '../../../bot/sense/trained.js';
import { createService } from '../../../bot/service.js';
import { openMemoryStore } from '../../../bot/store/sqlite/sqlite.js';
import { contextOf } from '../../../flows/turn.js';
import { houseOf } from '../../support/privacy.js';
import { VirtualClock } from '../../support/virtual-clock.js';

const root = path.resolve(import.meta.dirname, '../../..');
const ANA = { id: 'exec-1', name: 'Ana' };

export type Whole = Awaited<ReturnType<typeof whole>>;

export async function whole() {
  const store = openMemoryStore();
  const clock = new VirtualClock();
  const { vault } = await houseOf(store, clock);
  const protocol = parseSource(readProtocolFolder(path.join(root, 'protocols/whatsapp-mujer')));
  const ready = running(protocol, readTrained(root));
  const service = createService({
    store,
    vault,
    clock,
    ids: createIds(clock),
    protocols: { current: () => ready, pinned: () => ready },
    defaultProtocol: protocol.id,
    mailer: { kind: 'file', send: () => Promise.resolve({ result: 'sent' }), close: () => Promise.resolve() },
    log: silentLog,
    worker: 'one',
    staffed: () => true,
  });
  const { channel, router } = createWebchat({
    engine: service.inbound,
    secret: 'of tests',
    file: file => service.files.take(file),
    gate: gateOf({ ids: () => [protocol.id], current: () => ready }),
    clock,
    log: silentLog,
  });
  service.addChannel(channel);
  let thread: Thread | null = null;
  service.onCommit(commit => {
    thread = commit.thread;
  });
  await service.start();
  let acts = 0;

  return {
    router,
    /** What Ana does on her console. */
    async ana(act: { type: 'TAKE' } | { type: 'SAY'; text: string }): Promise<void> {
      await service.conversations.apply(thread!, `act:${++acts}`, live => ({
        event: { ...act, by: ANA, world: service.world(live.running.protocol.id) },
      }));
    },
    anaTypes: (): void => service.inbound.personTypes(thread!.conversation, ANA.name),
    /** Phase of the emergency, as the desk sees it. */
    async emergency(): Promise<string> {
      return (await service.conversations.state(thread!.conversation))!.head.emergency;
    },
    /** Where she is, as an institution would be told. */
    async place(): Promise<string> {
      const live = (await service.conversations.state(thread!.conversation))!;
      return JSON.stringify(contextOf(live.snapshot).place);
    },
    /** Up to which seq her page said that it got. */
    async delivered(): Promise<unknown[]> {
      const turns = await store.turns(thread!.conversation);
      const bodies = await service.inbound.bodies(turns.filter(turn => turn.facts.event === 'ACK'));
      return bodies.map(body => body.event['state']);
    },
    async close(): Promise<void> {
      await service.stop();
      await store.close();
    },
  };
}
