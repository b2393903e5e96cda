/** What is measured inside this process: one transition, sensing one message, proving a protocol. */
import type { World } from '../../flows/events.js';
import { hear } from '../../flows/hear.js';
import { advance, begin, contextOf } from '../../flows/turn.js';
import { verify } from '../../flows/verify/verify.js';
import { parseSource, protocolFolders, readProtocolFolder, running } from '../publish.js';
import { readCorpus, readTrained } from '../sense/trained.js';
import { microsOf } from './figures.js';

export interface Inside {
  /** Microseconds of deciding one turn, sense not counted. */
  transition: number;
  /** Microseconds of understanding one message. */
  sense: number;
  /** Milliseconds of proving the largest protocol, and how many configurations it has. */
  verify: number;
  states: number;
}

const SHAPE = { buttons: null, list: null, body: 4_096 };
const ROUNDS = 5;

/** What people ordinarily write, of the messages that sense was trained on. An emergency is rare, and another machine's work. */
export function textsOf(root: string, most: number): string[] {
  const ordinary = readCorpus(root).examples.filter(
    ({ split, risk, lang }) => split === 'train' && risk === 'none' && lang === 'es-CL',
  );
  const step = Math.max(1, Math.floor(ordinary.length / most));
  return ordinary.filter((_, i) => i % step === 0).map(example => example.text);
}

export function measureInside(root: string, texts: readonly string[], now: number): Inside {
  const protocols = protocolFolders(root).map(folder => parseSource(readProtocolFolder(folder)));
  const largest = protocols.sort((a, b) => Object.keys(b.steps).length - Object.keys(a.steps).length)[0]!;
  const begun = performance.now();
  const { states } = verify(largest);
  const proved = performance.now() - begun;

  const { compiled, protocol, senses } = running(largest, readTrained(root));
  const world: World = { now, open: true, staffed: true, onCall: false };
  const sense = microsOf(ROUNDS, texts.length, i => senses.read(texts[i]!, { violence: true, inEmergency: false }));

  // She was greeted and asked: what she writes next meets a step that waits. Each round hears anew, because an event keeps what was read of it.
  const first = begin(compiled);
  const greeted = advance(
    compiled,
    first,
    hear(protocol, senses, contextOf(first), { text: 'hola', media: null }, world),
    SHAPE,
  ).snapshot;
  const heard = Array.from({ length: ROUNDS }, () =>
    texts.map(text => hear(protocol, senses, contextOf(greeted), { text, media: null }, world)),
  );
  let round = 0;
  const transition = microsOf(ROUNDS, texts.length, i => {
    advance(compiled, greeted, heard[round]![i]!, SHAPE);
    if (i === texts.length - 1) round++;
  });
  return { transition, sense, verify: proved, states };
}
