import { expect, test } from 'vitest';
import { MemoryEngine } from '../../../test/support/engine.js';
import { keptLog, serve } from '../../../test/support/serve.js';
import { VirtualClock } from '../../../test/support/virtual-clock.js';
import { createHttpChannel } from './http.js';

test('asking for what comes after a message says that it is there: once, and never for what was not given', async () => {
  const engine = new MemoryEngine(() => ['Hola.', '¿Es seguro?']);
  const { router } = createHttpChannel({
    engine,
    token: 'a-token-of-tests',
    gate: { isSos: () => false, isDanger: () => false, isSensed: () => false },
    protocols: () => ['whatsapp-mujer'],
    clock: new VirtualClock(),
    log: keptLog(),
  });
  const served = await serve(router);
  const after = (seq: number) =>
    fetch(`${served.url}/channels/http/conversations/c-1/messages?after=${seq}`, {
      headers: { authorization: 'Bearer a-token-of-tests' },
    });
  try {
    await engine.receive({ channel: 'http', address: 'c-1', id: 'm-1', text: 'hola' });

    await after(3);
    await after(0);
    expect(engine.acks).toEqual([]);
    await after(99);
    await after(3);

    const conversation = await engine.conversation('http', 'c-1');
    expect(engine.acks).toEqual([{ channel: 'http', conversation, seq: 3, state: 'sent' }]);

    // Erased, she begins anew, and so do the numbers of her lines.
    engine.erased('c-1', 'http');
    await engine.receive({ channel: 'http', address: 'c-1', id: 'm-2', text: 'hola' });
    await after(0);
    await after(2);
    const next = await engine.conversation('http', 'c-1');
    expect(engine.acks.at(-1)).toEqual({ channel: 'http', conversation: next, seq: 2, state: 'sent' });
  } finally {
    await served.close();
  }
});
