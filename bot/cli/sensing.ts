/** What the commands about sense share: the protocol whose lexicon and sheets they use. */
import path from 'node:path';
import type { Protocol } from '../../flows/protocol.js';
import { ProtocolRefused, parseSource, readProtocolFolder } from '../publish.js';
import { type Arguments, type Io, UsageError } from './command.js';

const DEFAULT_PROTOCOL = 'protocols/whatsapp-mujer';

export const PROTOCOL_OPTION = { protocol: { type: 'string' } } as const;

/** The protocol of `--protocol DIR`, or the one that ships. Throws UsageError with every problem of it. */
export function protocolOf({ values }: Arguments, io: Io): Protocol {
  const folder =
    typeof values.protocol === 'string' ? path.resolve(io.cwd, values.protocol) : path.join(io.root, DEFAULT_PROTOCOL);
  try {
    return parseSource(readProtocolFolder(folder));
  } catch (error) {
    if (error instanceof ProtocolRefused) throw new UsageError(error.message);
    throw error;
  }
}
