/**
 * Knowledge by Botpress, through its own client: the question is searched for in the files of a bot, and the passage that
 * fits best is what is proposed. No bot runs, no conversation and no user is made there.
 *
 *     GET {url}/v1/files/search?query=…&limit=3    → {passages: [{content, score, meta, file: {key, tags}}]}
 */
import { Client, isApiError } from '@botpress/client';
import { z } from 'zod';
import type { Provider } from './knowledge.js';

export interface BotpressOptions {
  /** Without a slash at the end. */
  url: string;
  token: string;
  botId: string;
  workspaceId: string | null;
  /** Milliseconds until its client gives up by itself. */
  timeoutMs: number;
}

const PASSAGES = 3;
/** Within the time limit: what comes later is of no use. */
const RETRY = { retries: 1, retryDelay: () => 100 };

const found = z.object({
  passages: z.array(
    z.object({
      content: z.string(),
      score: z.number(),
      file: z.object({ key: z.string(), tags: z.record(z.string(), z.string()).optional() }),
    }),
  ),
});

export function botpress({ url, token, botId, workspaceId, timeoutMs }: BotpressOptions): Provider {
  const client = new Client({
    apiUrl: url,
    token,
    botId,
    ...(workspaceId ? { workspaceId } : {}),
    timeout: timeoutMs,
    retry: RETRY,
  });
  return {
    id: 'botpress',
    async ask(question) {
      const answered: unknown = await client.searchFiles({ query: question, limit: PASSAGES }).catch(refuse);
      const read = found.safeParse(answered);
      if (!read.success) throw new Error('Botpress respondió algo que no se entiende');
      const [best] = read.data.passages.toSorted((one, other) => other.score - one.score);
      if (!best) return null;
      return { text: best.content, source: best.file.tags?.title ?? best.file.key, confidence: best.score };
    },
  };
}

/** Its own words may quote the address, with the question in it: the kind of error alone is told. */
function refuse(error: unknown): never {
  const kind = isApiError(error) ? `${error.type} ${error.code}` : 'no responde';
  throw new Error(`Botpress no se puede consultar (${kind})`);
}
