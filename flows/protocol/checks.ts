/**
 * What no file can tell alone: names that lead from one file of a protocol to another, and names that stand twice.
 * Every problem is told at once, in the place where its author would mend it.
 */
import type { Guideline } from '../emergency/guideline.js';
import type { Directory, ProtocolFile, Sheet } from '../protocol.js';
import type { Lexicon } from '../sense/lexicon.js';
import { kindOf } from '../steps/index.js';
import type { Surroundings, Wrong } from '../steps/kind.js';
import { onceOnly, repeatedAt } from '../steps/parts.js';
import { silentCycles } from './cycles.js';
import type { Documents, SourceFile } from './documents.js';
import { oneOf } from './explain.js';

/** The parsed files of a protocol; each is sound in itself. */
export interface Files {
  main: ProtocolFile;
  guideline: Guideline;
  directory: Directory;
  lexicon: Lexicon;
  /** By file. */
  sheets: readonly { path: string; value: readonly Sheet[] }[];
  texts: readonly { path: string; locale: string; value: { texts: Readonly<Record<string, string>> } }[];
  steps: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  around: Surroundings;
}

export function checkTogether(files: Files, docs: Documents): void {
  checkSteps(files, docs);
  checkMain(files, docs);
  checkGuideline(files, docs);
  checkSheets(files, docs);
  checkDirectory(files, docs);
}

const FOLDERS = ['steps', 'readings', 'messages', 'sheets', 'dialogues'];
const SINGLE = ['protocol.yaml', 'guideline.yaml', 'directory.yaml', 'signals.yaml'];
const READ = new RegExp(
  `^(?:${SINGLE.map(name => name.replace('.', '\\.')).join('|')}|messages/[a-z]{2}\\.ya?ml|(?:steps|readings|sheets|dialogues)/.+\\.ya?ml)$`,
);

/** A file whose name is a little wrong would be left out in silence. */
export function checkNames(files: readonly SourceFile[], docs: Documents): void {
  for (const { path } of files) {
    if (!/\.ya?ml$/.test(path) || READ.test(path)) continue;
    const name = path.split('/').at(-1)!;
    const known = [...SINGLE, ...FOLDERS.map(folder => `${folder}/${name}`)];
    docs.blame(path, [], { message: 'nadie lee este archivo', known, found: path });
  }
}

function checkSteps({ main, steps, texts, around }: Files, docs: Documents): void {
  const [first] = main.locales;
  const known = texts.filter(t => t.locale === first).flatMap(t => Object.keys(t.value.texts));
  const keys = new Set(known);
  const ids = Object.keys(steps);
  for (const [id, step] of Object.entries(steps)) {
    const kind = kindOf(step)!;
    const blame = (wrong: Wrong, at: readonly string[] = []): void =>
      docs.blame('steps/', [id, ...at], { ...wrong, message: `el paso "${id}" ${wrong.message}` });
    for (const { at, ...wrong } of kind.problems?.(step as never, around) ?? []) blame(wrong, at);
    for (const to of kind.targets(step as never))
      if (!around.hasStep(to)) blame({ message: `lleva a "${to}", que no existe`, known: ids, found: to });
    for (const key of kind.texts(step as never, id)) if (!keys.has(key)) blame(noText(key, first!, known));
  }
  const nodes = Object.fromEntries(
    Object.entries(steps).map(([id, step]) => [id, kindOf(step)!.node(step as never, id, around)]),
  );
  for (const cycle of silentCycles(nodes))
    docs.blame('steps/', [cycle[0]!], {
      message: `los pasos ${cycle.map(s => `"${s}"`).join(' → ')} dan vueltas sin esperar nunca una respuesta`,
      expected: 'que uno de ellos espere una respuesta, o lleve a otro paso',
    });
  const emergencies = Object.values(steps).filter(step => 'emergency' in step).length;
  if (emergencies !== 1)
    docs.blame('protocol.yaml', [], {
      message: `tiene ${emergencies} pasos de emergencia; debe tener exactamente uno`,
      expected: 'un paso de emergencia, y solo uno',
    });
}

/** A text that a step says and the first language does not have. */
const noText = (key: string, locale: string, known: readonly string[]): Wrong => ({
  message: `dice "${key}", que no está en messages/${locale}.yaml`,
  found: key,
  known,
  expected: `la clave "${key}" en messages/${locale}.yaml, o una de las que están: ${oneOf(key, known)}`,
});

function checkMain({ main, lexicon, steps, texts, around }: Files, docs: Documents): void {
  const blame = (path: readonly string[], wrong: Wrong): void => docs.blame('protocol.yaml', path, wrong);
  const { talk, unsure } = main;
  const groups = lexicon.groups.map(g => g.id);
  const places: [path: string[], step: string][] = [
    [['start'], main.start],
    ...(['release', 'after_person', 'after_emergency', 'menu', 'hush', 'perhaps_there', 'leaves'] as const).flatMap(
      (name): [string[], string][] => (talk[name] ? [[['talk', name], talk[name]]] : []),
    ),
    [['unsure', 'no'], unsure.no],
    [['unsure', 'silent'], unsure.silent],
    ...main.understands.flatMap((u, i): [string[], string][] =>
      u.go ? [[['understands', String(i), 'go'], u.go]] : [],
    ),
  ];
  for (const [path, to] of places)
    if (!around.hasStep(to))
      blame(path, { message: `lleva al paso "${to}", que no existe`, known: Object.keys(steps), found: to });
  const readings: [path: string[], names: readonly string[]][] = [
    ...main.understands.map((u, i): [string[], readonly string[]] => [
      ['understands', String(i), 'reads'],
      u.reads ?? [],
    ]),
    [['no_sheet'], main.no_sheet],
    ...main.danger.map((d, i): [string[], readonly string[]] => [['danger', String(i), 'reads'], d.reads]),
  ];
  for (const [path, names] of readings) {
    for (const name of names) {
      if (!around.readings.includes(name)) blame(path, noReading(name, around));
    }
  }
  for (const [reading, list] of Object.entries(main.readings))
    for (const name of 'also' in list ? (list.also ?? []) : [])
      if (!around.readings.includes(name)) docs.blame('readings/', [reading, 'also'], noReading(name, around));
  for (const [i, { signals }] of main.danger.entries()) {
    for (const name of signals) {
      if (!groups.includes(name))
        blame(['danger', String(i), 'signals'], {
          message: `el grupo "${name}" no está en signals.yaml`,
          known: groups,
          found: name,
        });
    }
  }
  const written = new Set(texts.map(t => t.locale));
  for (const locale of [...main.locales, ...main.safety_locales])
    if (!written.has(locale))
      docs.blame(`messages/${locale}.yaml`, [], {
        message: `falta este archivo: protocol.yaml dice que atiende en "${locale}"`,
        expected: `un archivo messages/${locale}.yaml con sus textos`,
      });
  const known = texts.filter(t => t.locale === main.locales[0]).flatMap(t => Object.keys(t.value.texts));
  for (const name of ['first', 'ask', 'again', 'beside'] as const) {
    const key = unsure[name];
    if (key !== undefined && !around.hasText(key)) blame(['unsure', name], noText(key, main.locales[0]!, known));
  }
  const proposed = main.knowledge?.say;
  if (proposed !== undefined && !around.hasText(proposed))
    blame(['knowledge', 'say'], noText(proposed, main.locales[0]!, known));
}

const noReading = (name: string, { readings }: Surroundings): Wrong => ({
  message: `la lectura "${name}" no existe en este protocolo`,
  known: readings,
  found: name,
});

/** Two questions of one id would be one answer, counted twice. */
function checkGuideline({ guideline: { questions } }: Files, docs: Documents): void {
  for (const i of repeatedAt(questions.map(q => q.id)))
    docs.blame('guideline.yaml', ['questions', String(i), 'id'], {
      message: `la pregunta "${questions[i]!.id}" está dos veces; deje una`,
      expected: onceOnly,
    });
}

function checkSheets({ sheets, around }: Files, docs: Documents): void {
  const seen = new Set<string>();
  for (const { path, value } of sheets) {
    for (const [i, { id, unless = [] }] of value.entries()) {
      if (seen.has(id))
        docs.blame(path, [String(i), 'id'], {
          message: `la ficha "${id}" está dos veces; deje una`,
          expected: 'un nombre que no tenga ya otra ficha',
        });
      seen.add(id);
      for (const name of unless)
        if (!around.readings.includes(name)) docs.blame(path, [String(i), 'unless'], noReading(name, around));
    }
  }
}

function checkDirectory({ directory }: Files, docs: Documents): void {
  const ids = directory.institutions.map(i => i.id);
  const blame = (path: string[], message: string, found: string): void =>
    docs.blame('directory.yaml', path, { message, known: ids, found });
  for (const [i, { id, fallback }] of directory.institutions.entries()) {
    if (ids.indexOf(id) !== i)
      docs.blame('directory.yaml', ['institutions', String(i), 'id'], {
        message: `la institución "${id}" está dos veces; deje una`,
        expected: onceOnly,
      });
    for (const next of fallback)
      if (!ids.includes(next))
        blame(
          ['institutions', String(i), 'fallback'],
          `la institución "${id}" sigue con "${next}", que no existe`,
          next,
        );
  }
  for (const [kind, chain] of Object.entries(directory.rules.always_start_with_for)) {
    for (const id of chain)
      if (!ids.includes(id))
        blame(['rules', 'always_start_with_for', kind], `el peligro "${kind}" empieza con "${id}", que no existe`, id);
  }
}
