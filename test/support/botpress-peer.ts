/**
 * Botpress as its client meets it: a search in the files of a bot, over HTTP, as its API documents it. How it answers is
 * told by the test; what it was asked is kept.
 */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export const BOT = { token: 'token-of-the-bot', botId: 'bot-1', workspaceId: 'space-1' };

/** One passage that it knows. */
export interface Passage {
  content: string;
  score: number;
  title?: string;
}

export type BotpressPeer = Awaited<ReturnType<typeof openBotpress>>;

export async function openBotpress() {
  const asked: { query: Record<string, string>; headers: IncomingHttpHeaders; body: string }[] = [];
  const at = {
    mode: 'up' as 'up' | 'silent' | 'down' | 'refusing' | 'garbage' | 'page',
    passages: [] as Passage[],
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', bytes => (body += String(bytes)));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://peer');
      asked.push({ query: Object.fromEntries(searchParams), headers: request.headers, body });
      const answer = (status: number, json: object): void =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
      const fault = (code: number, type: string): void => answer(code, { code, type, message: type, id: 'err_1' });
      if (at.mode === 'silent') return;
      if (at.mode === 'down') return fault(503, 'Internal');
      if (at.mode === 'garbage') return answer(200, { passages: [{ content: 7 }] });
      if (at.mode === 'page') {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Portal cautivo</h1>');
        return;
      }
      if (at.mode === 'refusing' || request.headers.authorization !== `Bearer ${BOT.token}`)
        return fault(401, 'Unauthorized');
      if (request.method !== 'GET' || pathname !== '/v1/files/search') return fault(404, 'ResourceNotFound');
      answer(200, { passages: at.passages.map(passage) });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    at,
    asked,
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const passage = ({ content, score, title }: Passage, i: number) => ({
  content,
  score,
  meta: { type: 'chunk', position: i },
  file: {
    id: `file_${i}`,
    key: `guias/${i}.md`,
    contentType: 'text/markdown',
    metadata: {},
    tags: title === undefined ? {} : { title },
    createdAt: '2026-03-02T12:00:00.000Z',
    updatedAt: '2026-03-02T12:00:00.000Z',
  },
});
