/**
 * A small protocol in which every property holds, and ways to break it: other files of its author, or a machine that
 * somebody changed in flows/.
 */
import { createMachine } from 'xstate';
import { type Compiled, compile } from '../../flows/compile.js';
import type { SourceFile } from '../../flows/protocol.js';
import { type PropertyResult, ask, prove } from '../../flows/verify/verify.js';
import { type Step, TESTED, tinyProtocol } from '../support/tiny-protocol.js';
import { universe } from '../support/universe.js';

const silence = { after: '10m', go: 'closed' };

export const STEPS: Readonly<Record<string, Step>> = {
  question: {
    ask: 'question.ask',
    as: 'text',
    save: 'question',
    need: 'read',
    next: 'answered',
    way_out: 'person',
    silence,
  },
  answered: { answer: 'sheets', found: 'reminded', not_found: 'person' },
  reminded: { 'erase-coach': 'short', next: 'bye' },
  bye: { close: 'bye.said' },
  menu: {
    choose: 'menu.ask',
    labels: true,
    options: [
      { id: 'question', accepts: ['pregunta'], go: 'question' },
      { id: 'danger', accepts: ['peligro'], go: 'emergency' },
    ],
    other_text: 'answered',
    silence,
  },
  release: { goto: 'menu' },
  // Where a person's talk ends, too: what she was told is not known here.
  closed: { 'erase-coach': 'short', next: 'ended' },
  ended: { close: 'silent' },
};

const TEXTS = {
  'person.nobody': 'Ahora no hay nadie. Llama al 133.',
  'sos.nobody': 'Ahora no hay nadie. Llama al 133. ¿Dónde estás?',
};

export interface Author {
  /** Steps that are other than in the base. */
  steps?: Readonly<Record<string, Step>>;
  texts?: Readonly<Record<string, string>>;
  /** What stands in a file, and what stands there instead. */
  edits?: readonly { file: string; from: string; to: string }[];
}

const EDITS: NonNullable<Author['edits']> = [
  { file: 'directory.yaml', from: 'violence: [police]', to: 'violence: [police], weapon: [police, ambulance]' },
  { file: 'directory.yaml', from: '{ type: always }', to: '{ type: 24x7 }' },
  { file: 'directory.yaml', from: 'regions: [all]', to: 'regions: [nacional]' },
  { file: 'directory.yaml', from: 'verified: false', to: 'verified: true' },
  {
    file: 'directory.yaml',
    from: 'emergency_dispatch: true, verified',
    to: 'emergency_dispatch: true, fallback: [police], verified',
  },
];

export function filesBy({ steps = {}, texts = {}, edits = [] }: Author = {}): SourceFile[] {
  const start: Step = {
    triage: 'need',
    routes: [
      { reads: ['person'], go: 'person' },
      { intent: ['human'], go: 'person' },
    ],
    otherwise: 'question',
  };
  const { [TESTED]: first = start, ...more } = { ...STEPS, ...steps };
  const files = tinyProtocol(first, { more, texts: { ...TEXTS, ...texts } });
  return [...EDITS, ...edits].reduce<SourceFile[]>((all, edit) => all.map(file => edited(file, edit)), files);
}

function edited(file: SourceFile, { file: path, from, to }: { file: string; from: string; to: string }): SourceFile {
  if (file.path !== path) return file;
  if (!file.text.includes(from)) throw new Error(`${path} has no "${from}" to change`);
  return { path, text: file.text.replaceAll(from, to) };
}

export const compiledBy = (author?: Author): Compiled => compile(universe(filesBy(author)).protocol);

/** Rows of the properties that do not hold. */
export const failing = (compiled: Compiled): PropertyResult[] => ask(prove(compiled)).rows.filter(row => !row.holds);

/** The base's machine with the state at a path changed, as a slip in flows/ would change it. */
export function changedMachine(path: readonly string[], change: (state: State) => State, author?: Author): Compiled {
  const compiled = compiledBy(author);
  const config = at(compiled.machine.config as State, path, change);
  return {
    ...compiled,
    machine: createMachine(
      config as never,
      compiled.machine.implementations as never,
    ) as unknown as Compiled['machine'],
  };
}

interface State {
  on?: Record<string, unknown>;
  always?: unknown;
  after?: unknown;
  states?: Record<string, State>;
}

function at(state: State, [next, ...rest]: readonly string[], change: (state: State) => State): State {
  if (next === undefined) return change(state);
  const inner = state.states?.[next];
  if (!inner) throw new Error(`the machine has no state ${next}`);
  return { ...state, states: { ...state.states, [next]: at(inner, rest, change) } };
}
