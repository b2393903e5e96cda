import { afterEach, describe, expect, test } from 'vitest';
import { MemoryEngine } from '../../../test/support/engine.js';
import { keptLog, serve, type Served } from '../../../test/support/serve.js';
import { VirtualClock } from '../../../test/support/virtual-clock.js';
import { AttachmentRefused } from '../../store/blobs.js';
import { createWebchat, type WebchatOptions } from './webchat.js';

const open: Served[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(served => served.close()));
});

async function webchat(keep: WebchatOptions['file'] = () => Promise.resolve({ type: 'image', blob: 'b1' })) {
  const engine = new MemoryEngine(() => ['Una persona lo va a mirar.']);
  const { router } = createWebchat({
    engine,
    secret: 'a secret',
    file: keep,
    gate: { isSos: () => false, isDanger: () => false, isSensed: () => false },
    clock: new VirtualClock(),
    log: keptLog(),
  });
  const served = await serve(router);
  open.push(served);
  const url = (path: string) => `${served.url}/channels/webchat/${path}`;
  return {
    engine,
    url,
    async begin(): Promise<string> {
      return ((await (await fetch(url('sessions'), { method: 'POST' })).json()) as { session: string }).session;
    },
    async ask(session: string) {
      const response = await fetch(url('messages?after=0'), { headers: { authorization: `Bearer ${session}` } });
      return { body: (await response.json()) as unknown };
    },
  };
}

describe('a file', () => {
  const file = (at: string, session: string, id = 'f1', bytes = 'bytes') =>
    fetch(at, { method: 'POST', headers: { authorization: `Bearer ${session}` }, body: bytes }).then(
      async response => ({
        id,
        status: response.status,
        body: (await response.json()) as { error?: { field?: string } },
      }),
    );

  test('is a message of its own, and its line says what it was', async () => {
    const { url, begin, engine, ask } = await webchat();
    const session = await begin();
    expect((await file(url('files?id=f1'), session)).status).toBe(202);
    expect(engine.stored).toMatchObject([{ id: 'f1', text: '', media: { type: 'image', blob: 'b1' } }]);
    expect((await ask(session)).body).toMatchObject({ messages: [{ direction: 'in', file: 'image' }, {}] });
  });

  test.each([
    ['size', 413],
    ['type', 400],
    ['empty', 400],
  ] as const)('that is refused for its %s is told so, and is no message', async (why, status) => {
    const { url, begin, engine } = await webchat(() =>
      Promise.reject(new AttachmentRefused(why, 'the attachment does not fit')),
    );
    expect(await file(url('files?id=f1'), await begin())).toMatchObject({ status, body: { error: { field: 'file' } } });
    expect(engine.stored).toEqual([]);
  });

  test('needs a session and an id, and many at once wait', async () => {
    const { url, begin } = await webchat();
    expect((await file(url('files?id=f1'), 'none')).status).toBe(401);
    const session = await begin();
    expect((await file(url('files'), session)).status).toBe(400);
    for (let i = 0; i < 12; i++) await file(url(`files?id=f${i}`), session);
    expect((await file(url('files?id=more'), session)).status).toBe(429);
  });
});
