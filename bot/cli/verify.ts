/** `cauce verify`: proves protocols safe before they run, and shows each failure as a chat that leads to it. */
import path from 'node:path';
import type { Protocol } from '../../flows/protocol.js';
import { TooMany } from '../../flows/verify/explore.js';
import { type PropertyResult, type Verified, verify } from '../../flows/verify/verify.js';
import { ProtocolRefused, parseSource, protocolFolders, readProtocolFolder } from '../publish.js';
import { type Command, type Io, UsageError } from './command.js';

export const verifyCommand: Command = {
  name: 'verify',
  about: 'Proves protocols safe by trying everything that can happen, and shows each failure as a chat.',
  usage: '[PROTOCOL_DIR…] [--json]',
  example: 'npx cauce verify protocols/whatsapp-mujer',
  options: { json: { type: 'boolean' } },
  arguments: { least: 0, most: Infinity },
  async run({ values, positionals }, io) {
    const protocols = protocolsOf(positionals, io);
    let holds = true;
    for (const protocol of protocols) {
      const started = performance.now();
      const verified = proved(protocol);
      const seconds = (performance.now() - started) / 1000;
      if (values.json) for (const row of verified.rows) io.out(JSON.stringify(row));
      else for (const line of table(protocol, verified, seconds)) io.out(line);
      holds &&= verified.rows.every(row => row.holds);
    }
    return holds ? 0 : 1;
  },
};

/** Those named, or all of the house. Throws UsageError with every problem of every file at its place. */
function protocolsOf(named: readonly string[], io: Io): Protocol[] {
  const folders = named.length > 0 ? named.map(folder => path.resolve(io.cwd, folder)) : protocolFolders(io.root);
  if (folders.length === 0)
    throw new UsageError('there is no folder in protocols/; name one: npx cauce verify PROTOCOL_DIR');
  const problems: string[] = [];
  const protocols = folders.flatMap(folder => {
    try {
      return [parseSource(readProtocolFolder(folder))];
    } catch (error) {
      if (!(error instanceof ProtocolRefused)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return protocols;
}

function proved(protocol: Protocol): Verified {
  try {
    return verify(protocol);
  } catch (error) {
    if (error instanceof TooMany) throw new UsageError(`${protocol.id}: ${error.message}`);
    throw error;
  }
}

const WHO = { citizen: 'Ella', bot: 'Robot', executive: 'Ejecutiva', system: '→' } as const;

function table({ id, version }: Protocol, { rows, states, edges }: Verified, seconds: number): string[] {
  const width = Math.max(...rows.map(row => row.property.length));
  const failed = rows.filter(row => !row.holds).length;
  return [
    `${id} v${version}: ${states} situaciones, ${edges} turnos, ${seconds.toFixed(1)} s`,
    ...rows.flatMap(row => [
      `  ${row.property.padEnd(width)}  ${row.holds ? 'se cumple' : 'NO se cumple'}`,
      ...chat(row),
    ]),
    failed === 0 ? '  Todo se cumple.' : `  ${failed} de ${rows.length} no se cumplen: este protocolo no se publica.`,
  ];
}

/** The chat that shows why, one line a message. */
const chat = ({ counterexample = [] }: PropertyResult): string[] =>
  counterexample.map(
    ({ from, text }) => `      ${WHO[from]}${from === 'system' ? '' : ':'} ${text.replaceAll('\n', '\n        ')}`,
  );
