/**
 * Another system that takes our messages away again when she asks, through a service that is killed and a webhook that
 * fails: what she is told is what became of it, once.
 */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { eventually } from './eventually.js';
import { Gateway, PATIENCE_MS } from './gateway.js';
import { built, ServiceProcess } from './process.js';
import { Receiver } from './receiver.js';

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

beforeAll(built, 600_000);

/** She has asked how she erases the chat, and was offered that ours is taken away. */
async function offered() {
  const receiver = await Receiver.listening();
  undo.push(() => receiver.close());
  const service = await ServiceProcess.on({
    CAUCE_HTTP_WEBHOOK_URL: receiver.url,
    CAUCE_HTTP_WEBHOOK_SECRET: 'secret-of-the-fault-tests',
    CAUCE_HTTP_WEBHOOK_REMOVES: 'true',
  });
  undo.push(() => service.drop());
  service.start();
  await service.ready();
  const gateway = new Gateway(service.url);
  let count = 0;
  const writes = async (text: string): Promise<void> => {
    const m = count++;
    await eventually(
      `"${text}" is answered`,
      PATIENCE_MS,
      async () => (await gateway.posts('c0', m, text)).status === 200,
    );
  };
  for (const text of ['hola', '¿cómo borro este chat?', 'android']) await writes(text);
  const shown = (): string[] => [...receiver.shown.values()];
  await eventually('it is offered, and how she does it', PATIENCE_MS, () =>
    ['escribe BÓRRALO', 'toca el basurero'].every(words => shown().some(text => text.includes(words))),
  );
  return { receiver, service, gateway, writes, shown };
}

test(
  'killed while the webhook fails, it asks again, and she is told once what is gone',
  async () => {
    const { receiver, service, gateway, writes, shown } = await offered();
    const before = receiver.shown.size;
    receiver.refuses = 500;
    await writes('bórralo');
    await eventually('it was asked for', PATIENCE_MS, () => receiver.removals.length > 0);
    await service.kill();
    receiver.refuses = null;
    service.start();
    await service.ready();
    await eventually('she is told', PATIENCE_MS, () => shown().some(text => text.includes('Sacamos de este chat')));

    expect(new Set(receiver.removals).size).toBe(1);
    const told = shown();
    expect(told.filter(text => text.includes(`Sacamos de este chat ${before} mensajes`))).toHaveLength(1);
    expect(told.filter(text => text.includes('escribe BÓRRALO'))).toEqual([]);
    // What has just been posted is among the lines once that is written down.
    await eventually('the lines say the same as her screen', PATIENCE_MS, async () => {
      const lines = await gateway.lines('c0');
      const texts = lines.filter(({ direction }) => direction === 'out').map(({ text }) => text);
      return texts.length === 2 && JSON.stringify(texts) === JSON.stringify(shown());
    });
    const lines = await gateway.lines('c0');
    expect(lines.filter(({ direction }) => direction === 'in')).toHaveLength(4);
  },
  PATIENCE_MS,
);

test(
  'a webhook that knows nothing of removals takes nothing away, and she is told so',
  async () => {
    const { receiver, writes, shown } = await offered();
    const before = shown();
    receiver.refuses = 404;
    await writes('bórralo');
    await eventually('she is told', PATIENCE_MS, () => shown().some(text => text.includes('No pudimos sacar')));

    expect(receiver.removals).toHaveLength(1);
    expect(shown().slice(0, before.length)).toEqual(before);
    expect(shown()).toHaveLength(before.length + 1);
  },
  PATIENCE_MS,
);
