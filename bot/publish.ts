/**
 * Protocols ready to run: read from their folders, checked, proved, kept.
 *
 * A version that ever ran here is kept in the store with its files, so that a conversation goes on with the definition it
 * began with, whatever was published since. A version that was proved once, by this same software, is not proved again.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compile } from '../flows/compile.js';
import type { World } from '../flows/events.js';
import { hear } from '../flows/hear.js';
import { type Problem, type Protocol, parseProtocol, type SourceFile } from '../flows/protocol.js';
import { createSenses, type Trained } from '../flows/sense/sense.js';
import { advance, begin, contextOf } from '../flows/turn.js';
import { type Stated, statedFaults } from '../flows/verify/stated.js';
import { UnknownProtocol } from './channels/engine.js';
import type { Protocols, Running } from './conversations.js';
import { type Doc, RevisionConflict, type Store } from './store/store.js';
import { textOf } from './utf8.js';

/** A protocol cannot be run: what is wrong, where, and what would be right. One line a problem. */
export class ProtocolRefused extends Error {
  override name = 'ProtocolRefused';
  /** Each at its place, where they are of files that were read. */
  readonly problems: readonly (Problem & { found: string })[];

  constructor(message: string, problems: ProtocolRefused['problems'] = []) {
    super(message);
    this.problems = problems;
  }
}

export interface Source {
  /** As it was named, for messages. */
  folder: string;
  files: SourceFile[];
  /** SHA-256 of paths and texts. */
  hash: string;
}

const COLLECTION = 'protocols';
/** A folder of data read by people is smaller than this. */
const FOLDER_MOST = 20 * 2 ** 20;

/** All YAML files under a folder. Throws ProtocolRefused when there are none. */
export function readProtocolFolder(folder: string): Source {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw unread(folder, 'no existe esa carpeta', 'una carpeta que tenga protocol.yaml');
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  if (!paths.includes('protocol.yaml'))
    throw unread(
      folder,
      'no tiene protocol.yaml; un protocolo es una carpeta que lo tiene',
      'un archivo protocol.yaml',
    );
  const size = paths.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  if (size > FOLDER_MOST)
    throw unread(
      folder,
      `tiene ${Math.round(size / 2 ** 20)} MB de archivos; el máximo es ${FOLDER_MOST / 2 ** 20} MB`,
      `${FOLDER_MOST / 2 ** 20} MB o menos`,
    );
  const files = paths.map(file => ({ path: file, text: textOf(readFileSync(path.join(folder, file))) }));
  const broken = files.flatMap(({ path: file, text }) =>
    typeof text === 'string'
      ? []
      : [
          {
            file,
            ...text,
            message: 'hay bytes que no son UTF-8; guarde el archivo en UTF-8',
            expected: 'un archivo guardado en UTF-8',
          },
        ],
  );
  if (broken.length > 0) throw refusal({ folder, files: [] }, broken);
  const read = files as SourceFile[];
  return { folder, files: read, hash: hashOf(read) };
}

/** What is wrong with a folder as a whole. */
const unread = (folder: string, message: string, expected: string): ProtocolRefused =>
  new ProtocolRefused(`${folder}: ${message}`, [{ file: '.', line: 1, column: 1, found: '', expected, message }]);

/** The folders of `protocols/` that hold a protocol. */
export function protocolFolders(root: string): string[] {
  const all = path.join(root, 'protocols');
  if (!existsSync(all)) return [];
  return readdirSync(all, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(path.join(all, entry.name, 'protocol.yaml')))
    .map(entry => path.join(all, entry.name))
    .sort();
}

/** Reading hundreds of kilobytes of YAML takes a while: a source is read once, whoever asks. */
const read = new WeakMap<Source, Protocol>();

/** Throws ProtocolRefused with every problem at its place. */
export function parseSource(source: Source): Protocol {
  const known = read.get(source);
  if (known) return known;
  const parsed = parseProtocol(source.files, source.hash);
  if ('problems' in parsed) throw refusal(source, parsed.problems);
  read.set(source, parsed.protocol);
  return parsed.protocol;
}

/** With what stands at each place: an author sees what was found. */
function refusal(source: Pick<Source, 'folder' | 'files'>, problems: readonly Problem[]): ProtocolRefused {
  return new ProtocolRefused(problems.map(problem => placed(source, problem)).join('\n'), withFound(source, problems));
}

function withFound<P extends Omit<Problem, 'expected'>>(
  { files }: Pick<Source, 'files'>,
  problems: readonly P[],
): (P & { found: string })[] {
  const linesOf = new Map(files.map(({ path: file, text }) => [file, text.split('\n')]));
  return problems.map(problem => ({
    ...problem,
    found: (linesOf.get(problem.file)?.[problem.line - 1] ?? '').slice(
      problem.column - 1,
      problem.column - 1 + FOUND_MOST,
    ),
  }));
}
const FOUND_MOST = 120;

/** What is wrong in its texts, guideline and directory, one line each with the property it breaks: told before the long proof. */
export const faultsIn = (source: Source): string[] =>
  statedFaults(parseSource(source), source.files).map(fault => `${placed(source, fault)} (${fault.property})`);

/** The same, each with its place and what was found there. */
export const faultsAt = (source: Source): (Stated & { found: string })[] =>
  withFound(source, statedFaults(parseSource(source), source.files));

const placed = (
  { folder }: Pick<Source, 'folder'>,
  { file, line, column, message }: Omit<Problem, 'expected'>,
): string => `${path.join(folder, file)}:${line}:${column}: ${message}`;

/** A protocol as it runs: compiled, with what it understands. */
export const running = (protocol: Protocol, trained: Trained): Running => ({
  protocol,
  compiled: compile(protocol),
  senses: createSenses(trained, protocol.lexicon, protocol.sheets),
});

/**
 * Says a few words to a protocol that nobody hears. Its lists of words are made when they are first asked for, which takes
 * seconds on a busy machine: the first who writes after a start shall not wait for them.
 */
export function rehearse({ compiled, protocol, senses }: Running, world: World): void {
  let snapshot = begin(compiled);
  for (const text of ['hola', 'calle 1 123', protocol.sos.words[0] ?? 'sos', 'calle 1 123']) {
    const event = hear(protocol, senses, contextOf(snapshot), { text, media: null }, world);
    ({ snapshot } = advance(compiled, snapshot, event, { buttons: null, list: null, body: 4_096 }));
  }
}

interface Kept {
  /** gzip of the files as JSON, base64. */
  files: string;
  /** Version of the software that proved it. */
  provedBy: string;
}

/** What proving one property of a protocol said. */
export interface Proof {
  property: string;
  holds: boolean;
  /** A chat that leads to the failure. */
  counterexample?: readonly { from: string; text: string }[];
}

export interface Publishing {
  store: Store;
  trained: Trained;
  prove(protocol: Protocol): readonly Proof[];
  /** Names this build of the software; a proof by another is done again. Null: always proved. */
  engine: string | null;
}

export class Published implements Protocols {
  readonly #trained: Trained;
  readonly #current = new Map<string, Running>();
  readonly #kept = new Map<string, { id: string; files: string }>();
  readonly #pinned = new Map<string, Running | null>();

  constructor(trained: Trained) {
    this.#trained = trained;
  }

  /** Reads, checks and proves every source, keeps their files in the store, and loads what was kept before. Throws ProtocolRefused, StoreUnavailable. */
  static async open({ store, trained, prove, engine }: Publishing, sources: readonly Source[]): Promise<Published> {
    const published = new Published(trained);
    for (const doc of await store.findDocs(COLLECTION))
      published.#kept.set(doc.id, { id: String(doc.fields.protocol), files: (doc.data as Kept).files });
    for (const source of sources) {
      const protocol = parseSource(source);
      const before = await store.getDoc(COLLECTION, protocol.hash);
      if (engine === null || (before?.data as Kept | undefined)?.provedBy !== engine) {
        refuseUnsafe(source, prove);
        await keep(store, source, protocol, engine ?? '', before);
      }
      published.publish(protocol);
    }
    return published;
  }

  /** Makes a version the one that new conversations begin with. */
  publish(protocol: Protocol): void {
    const ready = running(protocol, this.#trained);
    this.#current.set(protocol.id, ready);
    this.#pinned.set(protocol.hash, ready);
  }

  current(id: string): Running {
    const found = this.#current.get(id);
    if (!found) throw new UnknownProtocol(`protocol ${id} is not published here`);
    return found;
  }

  pinned(id: string, hash: string): Running | null {
    const made = this.#pinned.get(hash);
    if (made !== undefined) return made;
    const kept = this.#kept.get(hash);
    const restored = kept?.id === id ? this.#restored(hash, kept.files) : null;
    this.#pinned.set(hash, restored);
    return restored;
  }

  ids(): string[] {
    return [...this.#current.keys()];
  }

  /** A version kept by an older software may not be readable any more: then a person takes its conversations. */
  #restored(hash: string, zipped: string): Running | null {
    const files = JSON.parse(gunzipSync(Buffer.from(zipped, 'base64')).toString()) as SourceFile[];
    const parsed = parseProtocol(files, hash);
    return 'protocol' in parsed ? running(parsed.protocol, this.#trained) : null;
  }
}

/** Throws ProtocolRefused with every fault at its place; without one, with the first failure of each property as the chat that leads to it. */
export function refuseUnsafe(source: Source, prove: Publishing['prove']): void {
  const faults = faultsIn(source);
  const told =
    faults.length > 0
      ? faults
      : prove(parseSource(source))
          .filter(proof => !proof.holds)
          .map(sayFailure);
  if (told.length > 0)
    throw new ProtocolRefused([`${source.folder}: the protocol is not safe to run:`, ...told].join('\n'));
}

function sayFailure({ property, counterexample }: Proof): string {
  const chat = (counterexample ?? []).map(line => `      ${line.from}: ${line.text.replaceAll('\n', ' ⏎ ')}`);
  return [`  ${property} does not hold${chat.length > 0 ? ' after:' : ''}`, ...chat].join('\n');
}

async function keep(
  store: Store,
  { files }: Source,
  protocol: Protocol,
  engine: string,
  before: Doc | null,
): Promise<void> {
  const data: Kept = { files: gzipSync(JSON.stringify(files)).toString('base64'), provedBy: engine };
  try {
    await store.putDoc(
      { collection: COLLECTION, id: protocol.hash, fields: { protocol: protocol.id, version: protocol.version }, data },
      before?.version ?? 0,
    );
  } catch (error) {
    // Another process that started with us kept the same bytes.
    if (!(error instanceof RevisionConflict)) throw error;
  }
}

function hashOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { path: file, text } of files) hash.update(file).update('\0').update(text).update('\0');
  return hash.digest('hex');
}
