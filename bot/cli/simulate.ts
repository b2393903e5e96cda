/** `cauce simulate`: plays dialogues on the real engine with a clock of its own, and checks what is expected. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { reasonOf } from '../log.js';
import { parseSource, protocolFolders, ProtocolRefused, Published, readProtocolFolder } from '../publish.js';
import { readTrained } from '../sense/trained.js';
import type { Dialogue } from '../simulate/dialogue.js';
import type { Played } from '../simulate/events.js';
import { CannotPlay } from '../simulate/cannot.js';
import { play } from '../simulate/play.js';
import { misreadText, readDialogues } from '../simulate/read.js';
import { hint } from '../simulate/words.js';
import { chatOf, verdictOf } from '../simulate/show.js';
import { textOf } from '../utf8.js';
import { type Command, type Io, UsageError } from './command.js';

/** Whoever waits for many dialogues hears how far it is, beside what is printed. */
const TELLS_EVERY_MS = 5_000;

export const simulateCommand: Command = {
  name: 'simulate',
  about: 'Juega diálogos en el motor real y comprueba lo que se espera.',
  usage: 'FILE…|- [--protocol DIR] [--json]',
  example: 'npx cauce simulate protocols/whatsapp-mujer/dialogues/*.yaml',
  options: { protocol: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  arguments: { least: 1, most: Infinity },
  async run({ values, positionals }, io) {
    const dialogues: Dialogue[] = [];
    for (const file of positionals) dialogues.push(...(await read(file, io)));
    const { protocols, known, folders } = protocolsOf(
      ((values.protocol ?? []) as string[]).map(folder => path.resolve(io.cwd, folder)),
      dialogues,
      io,
    );
    // Of two folders with one id it is not seen which is played; whoever edits one must know.
    if (!values.json && folders.length > 0) io.out(`Plays ${folders.join('; ')}`);
    const played: Played[] = [];
    let unplayed = 0;
    let brokenOff = 0;
    let toldAt = performance.now();
    for (const [i, dialogue] of dialogues.entries()) {
      if (performance.now() - toldAt >= TELLS_EVERY_MS) {
        toldAt = performance.now();
        io.err(`${i} de ${dialogues.length} jugados…`);
      }
      try {
        if (!protocols.ids().includes(dialogue.protocol)) throw notLoaded(dialogue, known);
        const one = await play(dialogue, protocols);
        played.push(one);
        if (values.json) printEvents(one, io);
      } catch (error) {
        // The others are played all the same; that one could not be is the exit code's first word.
        const found = error instanceof CannotPlay ? error.message : brokeOff(dialogue, error);
        if (error instanceof CannotPlay) unplayed += 1;
        else brokenOff += 1;
        io.err(found);
        if (values.json)
          io.out(
            JSON.stringify({
              dialogue: dialogue.id,
              at_s: 0,
              kind: 'result',
              passed: false,
              failures: [{ check: 'playable', found }],
            }),
          );
      }
    }
    if (!values.json) printVerdicts(played, { unplayed, brokenOff }, positionals.length === 1, io);
    if (unplayed > 0) return 2;
    return brokenOff === 0 && played.every(one => one.failures.length === 0) ? 0 : 1;
  },
};

/** `-` is standard input, as for other tools. */
async function read(named: string, io: Io): Promise<Dialogue[]> {
  let bytes: Buffer;
  try {
    bytes = named === '-' ? await buffer(io.stdin) : readFileSync(path.resolve(io.cwd, named));
  } catch {
    throw new UsageError(`${named}: no se puede leer; dé un archivo YAML de diálogos, o - para la entrada estándar`);
  }
  const file = named === '-' ? 'stdin' : named;
  const words = textOf(bytes);
  if (typeof words !== 'string')
    throw new UsageError(`${file}:${words.line}: hay bytes que no son UTF-8; guarde el archivo en UTF-8`);
  const { dialogues, problems } = readDialogues(file, words);
  if (problems.length > 0) throw new UsageError(problems.map(misreadText).join('\n'));
  return dialogues;
}

/** Those of the house, and those that were named; of two with the same id the one that was named. */
function protocolsOf(
  named: readonly string[],
  dialogues: readonly Dialogue[],
  io: Io,
): { protocols: Published; known: readonly string[]; folders: readonly string[] } {
  const wanted = new Set(dialogues.map(d => d.protocol));
  const published = new Published(readTrained(io.root));
  const known = new Set<string>();
  const folders = new Map<string, string>();
  try {
    for (const folder of [...protocolFolders(io.root), ...named]) {
      const protocol = parseSource(readProtocolFolder(folder));
      known.add(protocol.id);
      if (!wanted.has(protocol.id)) continue;
      published.publish(protocol);
      folders.set(
        protocol.id,
        `${protocol.id} v${protocol.version} (${protocol.hash.slice(0, 8)}) of ${shownFolder(folder, io)}`,
      );
    }
  } catch (error) {
    if (error instanceof ProtocolRefused) throw new UsageError(error.message);
    throw error;
  }
  return { protocols: published, known: [...known], folders: [...folders.values()] };
}

/** A defect of the engine, met while it was played: its place is where the dialogue begins. */
const brokeOff = ({ file, line, id }: Dialogue, error: unknown): string =>
  `${file}:${line}: "${id}" se cortó: ${reasonOf(error)}`;

/** From where the caller stands, where it is below. */
function shownFolder(folder: string, { cwd }: Io): string {
  const below = path.relative(cwd, folder);
  return below === '' || below.startsWith('..') ? folder : below;
}

const notLoaded = ({ file, lineOf, id, protocol }: Dialogue, known: readonly string[]): CannotPlay =>
  new CannotPlay(
    `${file}:${lineOf(['protocol'])}: protocol: "${protocol}", de "${id}", no está cargado${hint(protocol, known)} O nombre su carpeta con --protocol DIR.`,
  );

function printEvents({ id, events, failures }: Played, io: Io): void {
  for (const event of events) io.out(JSON.stringify({ dialogue: id, ...event }));
  io.out(
    JSON.stringify({
      dialogue: id,
      at_s: events.at(-1)?.at_s ?? 0,
      kind: 'result',
      passed: failures.length === 0,
      failures,
    }),
  );
}

function printVerdicts(
  played: readonly Played[],
  { unplayed, brokenOff }: { unplayed: number; brokenOff: number },
  oneFile: boolean,
  io: Io,
): void {
  for (const one of played) {
    for (const line of verdictOf(one)) io.out(line);
    if (oneFile && one.failures.length > 0) for (const line of chatOf(one)) io.out(line);
  }
  const unmet = played.filter(one => one.failures.length > 0).length;
  const failed = unmet + brokenOff;
  io.out(
    `${played.length - unmet} se cumplen, ${failed} fallan${unplayed > 0 ? `, ${unplayed} no se pudieron jugar` : ''}`,
  );
}
