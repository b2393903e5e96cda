/** Knowledge from outside as it is configured; null where nobody outside is asked. The sheets are always there. */
import type { Config } from '../config.js';
import { botpress } from './botpress.js';
import { type Knowledge, knowledgeOver, type KnowledgeParts, type Provider } from './knowledge.js';

type Settings = Pick<Config, 'botpress' | 'knowledgeMs'>;

export function knowledgeOf(config: Settings, parts: Pick<KnowledgeParts, 'clock' | 'log'>): Knowledge | null {
  const provider = botpressOf(config);
  return provider ? knowledgeOver([provider], { ...parts, timeoutMs: config.knowledgeMs, later }) : null;
}

export const botpressOf = ({ botpress: given, knowledgeMs: timeoutMs }: Settings): Provider | null =>
  given ? botpress({ ...given, timeoutMs }) : null;

function later(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
