/** `cauce verify`: proves protocols safe before they run, and shows each failure as a chat that leads to it. */
import path from 'node:path';
import type { Protocol } from '../../flows/protocol.js';
import { TooMany } from '../../flows/verify/explore.js';
import { type PropertyResult, type Verified, verify } from '../../flows/verify/verify.js';
import {
  faultsAt,
  faultsIn,
  ProtocolRefused,
  parseSource,
  protocolFolders,
  readProtocolFolder,
  type Source,
} from '../publish.js';
import { type Command, type Io, UsageError } from './command.js';

export const verifyCommand: Command = {
  name: 'verify',
  about: 'Prueba que los protocolos son seguros, ensayando todo lo que puede pasar, y muestra cada falla como un chat.',
  usage: '[PROTOCOL_DIR…] [--json]',
  example: 'npx cauce verify protocols/whatsapp-mujer',
  options: { json: { type: 'boolean' } },
  arguments: { least: 0, most: Infinity },
  async run({ values, positionals }, io) {
    const { sources, refused } = sourcesOf(positionals, io);
    if (refused.length > 0) {
      if (values.json) for (const row of refused.flatMap(rowsOf)) io.out(JSON.stringify(row));
      throw new UsageError(refused.map(one => one.error.message).join('\n'));
    }
    // Rows are one a property, also of those that need the search.
    if (!values.json) {
      const faults = sources.flatMap(faultsIn);
      for (const line of faults.length > 0 ? toldFirst(faults) : []) io.out(line);
      if (faults.length > 0) return 1;
    }
    let holds = true;
    for (const source of sources) {
      const protocol = parseSource(source);
      const started = performance.now();
      const verified = proved(protocol);
      const seconds = (performance.now() - started) / 1000;
      if (values.json) for (const row of rowsWithFaults(verified, source)) io.out(JSON.stringify(row));
      else for (const line of table(protocol, verified, seconds)) io.out(line);
      holds &&= verified.rows.every(row => row.holds);
    }
    return holds ? 0 : 1;
  },
};

/** A folder that cannot be read as a protocol, and why. */
interface Refused {
  folder: string;
  error: ProtocolRefused;
}

/** Those named, or all of the house. Throws UsageError where there is none. */
function sourcesOf(named: readonly string[], io: Io): { sources: Source[]; refused: Refused[] } {
  const folders = named.length > 0 ? named.map(folder => path.resolve(io.cwd, folder)) : protocolFolders(io.root);
  if (folders.length === 0)
    throw new UsageError('no hay ninguna carpeta en protocols/; nombre una: npx cauce verify PROTOCOL_DIR');
  const refused: Refused[] = [];
  const sources = folders.flatMap(folder => {
    try {
      const source = readProtocolFolder(folder);
      parseSource(source);
      return [source];
    } catch (error) {
      if (!(error instanceof ProtocolRefused)) throw error;
      refused.push({ folder, error });
      return [];
    }
  });
  return { sources, refused };
}

/** One row a problem, in the form of the others: what every protocol must do first is to load. */
function rowsOf({ folder, error }: Refused): object[] {
  const row = { protocol: path.basename(folder), property: 'loads', holds: false, states: 0 };
  return error.problems.map(({ file, line, column, found, expected, message }) => ({
    ...row,
    file,
    line,
    column,
    found,
    expected,
    message,
  }));
}

/** A property that files break says each place, in the form of what does not load. */
function rowsWithFaults({ rows }: Verified, source: Source): object[] {
  const faults = rows.every(row => row.holds) ? [] : faultsAt(source);
  return rows.map(row => {
    const own = faults.filter(fault => fault.property === row.property);
    if (own.length === 0) return row;
    return {
      ...row,
      faults: own.map(({ file, line, column, found, expected, message }) => ({
        file,
        line,
        column,
        found,
        expected: expected ?? null,
        message,
      })),
    };
  });
}

function proved(protocol: Protocol): Verified {
  try {
    return verify(protocol);
  } catch (error) {
    if (error instanceof TooMany) throw new UsageError(`${protocol.id}: ${error.message}`);
    throw error;
  }
}

const toldFirst = (faults: readonly string[]): string[] => [
  ...faults,
  faults.length === 1
    ? '1 falta en los archivos: corríjala y pida verify otra vez. Lo demás se prueba cuando no queda ninguna.'
    : `${faults.length} faltas en los archivos: corríjalas y pida verify otra vez. Lo demás se prueba cuando no queda ninguna.`,
];

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
