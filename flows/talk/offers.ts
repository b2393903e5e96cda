/**
 * When her words name no one sheet: "pensión" is in three, and a long question can be near to several and sure of none.
 * Instead of giving one of them as if it were sure, the nearest are offered, and she says which (`offer`, a step kind).
 */
import type { Reading, Option } from '../reading.js';
import { listsOf, saidOf, type WordLists } from '../lists.js';
import type { ReadingList } from '../shelf.js';
import { soundsOf } from '../text/bare.js';
import { isQuestion } from '../text/followUp.js';
import { soundOf } from '../text/normalise.js';
import { words } from '../text/plain.js';

export interface Titled {
  id: string;
  title: string;
  questions: readonly string[];
  /** What says that something else is meant. */
  refusedBy?: readonly ReadingList[];
}

/**
 * The sheets, each with the lists of what it is no answer to.
 *
 * @param noSheet names of readings of what none of them answers
 */
export const toldApart = <S extends { unless?: readonly string[] | undefined }>(
  sheets: readonly S[],
  readings: WordLists,
  noSheet: readonly string[] = [],
): (S & Pick<Titled, 'refusedBy'>)[] =>
  sheets.map(sheet => {
    const names = [...noSheet, ...(sheet.unless ?? [])];
    return names.length > 0 ? { ...sheet, refusedBy: names.flatMap(name => listsOf(readings, name)) } : sheet;
  });

/** What is known of the nearest sheets of a text. */
export interface Near {
  text: string;
  sheet: string | null;
  sheets: readonly { id: string; score: number }[];
}

interface Found {
  sheet: string | null;
  /** Those to choose from; then none is sure. */
  several: readonly string[];
  /** No word says what she wants to know: "tengo una duda". */
  unasked?: true;
  /** She asks just as a sheet is asked: a general question, whatever else it was taken for. */
  written?: true;
}

/** More than these she has to read. */
const OFFERED_MOST = 3;
/**
 * Under a quarter of the belief in all sheets, the nearest one is a guess; so it is with more of it where the sheet has
 * less than a third of her words in what it is asked by. These and the next were chosen on messages of the train split,
 * held out from what was trained.
 */
const BELIEVED = 0.25;
const BELIEVED_UNNAMED = 0.4;
const NAMED = 1 / 3;
/** What is believed less than a fifth as much as the nearest is not worth naming beside it. */
const BESIDE = 0.2;
/** Where no sheet is sure enough, one so near is asked about; with less, where it has a word of hers that few others have. */
const WORTH_ASKING = 0.2;
const WORTH_NAMING = 0.08;
const TELLING = 3;
/** Words are the same by the beginning of their sound: "abogada" and "abogado". */
const BEGINNING = 5;

/** From here on a sheet is sure of itself: once those that she does not mean are left out, or in a question, though others have her word. */
const SURE = 0.7;
/** Fewer words are hardly more than the one: "¿pensión?". */
const ASKS_LEAST = 3;

/**
 * Which sheets answer: the one that is sure, or those to choose from, or none. What is asked just as in a sheet's title or
 * one of its questions is sure of that sheet. One word of meaning is sure of a sheet only where no other has that word, or
 * where the search is sure of a whole question, and of none where no sheet has it. Where none is sure enough to be given, those that are worth
 * asking about are offered. What denies what she wants, or the other way round, is none of them.
 */
export function sheetsFor(near: Near, all: readonly Titled[]): Found {
  const last = lastFound.get(near.sheets);
  if (last?.text === near.text && last.sheet === near.sheet && last.all === all) return last.found;
  const found = foundFor(near, all);
  lastFound.set(near.sheets, { text: near.text, sheet: near.sheet, all, found });
  return found;
}

/** Of what was sensed of a message: conditions and changes of one turn ask for it several times. */
const lastFound = new WeakMap<
  Near['sheets'],
  { text: string; sheet: string | null; all: readonly Titled[]; found: Found }
>();

function foundFor(near: Near, all: readonly Titled[]): Found {
  const { asked, carriers } = indexOf(all);
  const unmeant = unmeantIn(near.text, all);
  const { text, sheet, sheets } = meantOf(near, unmeant);
  const meant = meaning(text);
  if (meant.length === 0) return { sheet: null, several: [], unasked: true };
  const written = asked.get(questionIn(text))?.filter(id => !unmeant.has(id));
  if (written?.length)
    return written.length === 1
      ? { sheet: written[0]!, several: [], written: true }
      : { sheet: null, several: written.slice(0, OFFERED_MOST), written: true };
  if (meant.length === 1) {
    const carry = (carriers.get(meant[0]!.slice(0, BEGINNING)) ?? []).filter(id => !unmeant.has(id));
    if (carry.length === 0) return { sheet: null, several: [] };
    if (carry.length === 1 && (sheet === null || sheet === carry[0])) return { sheet, several: [] };
    const near = new Map(sheets.map(({ id, score }) => [id, score]));
    // "¿Es solo para mujeres?": what frames her word asks, too.
    const sure = sheet !== null && sheets[0]?.id === sheet && sheets[0].score >= SURE;
    if (sure && isQuestion(text) && words(text).length >= ASKS_LEAST) return { sheet, several: [] };
    const ordered = [...new Set([...carry, ...(sheet === null ? [] : [sheet])])];
    ordered.sort((a, b) => (near.get(b) ?? 0) - (near.get(a) ?? 0));
    return { sheet: null, several: ordered.slice(0, OFFERED_MOST) };
  }
  const [first] = sheets;
  if (!first) return { sheet, several: [] };
  const has = (id: string, most = Infinity): string[] =>
    meant.filter(word => {
      const carry = carriers.get(word.slice(0, BEGINNING)) ?? [];
      return carry.length <= most && carry.includes(id);
    });
  if (sheet === null) {
    const several = sheets.filter(
      ({ id, score }) => score >= WORTH_ASKING || (score >= WORTH_NAMING && has(id, TELLING).length > 0),
    );
    return { sheet, several: several.map(({ id }) => id) };
  }
  // "Certificado de residencia", "clave del wifi": of its word she means one that no sheet has, and she is asked.
  const ofOther = complements(text).some(
    ([head, of]) => has(first.id).includes(head) && !(carriers.get(of.slice(0, BEGINNING)) ?? []).includes(first.id),
  );
  if (ofOther) return { sheet: null, several: [first.id] };
  const named = has(first.id).length >= meant.length * NAMED;
  if (first.score >= (named ? BELIEVED : BELIEVED_UNNAMED)) return { sheet, several: [] };
  const several = sheets.filter(({ score }) => score >= first.score * BESIDE).slice(0, OFFERED_MOST);
  return { sheet: null, several: several.map(({ id }) => id) };
}

/**
 * The sheets to choose from where nobody asked for one: that which is surely meant, or the two nearest, where the second is
 * worth naming; none where she asks nothing.
 */
export function nearIn(near: Near, all: readonly Titled[]): readonly string[] {
  const { sheet, several, written } = sheetsFor(near, all);
  if (sheet === null) return several.slice(0, NEAREST);
  const { sheets } = meantOf(near, unmeantIn(near.text, all));
  const first = sheets.find(({ id }) => id === sheet)?.score ?? 0;
  if (written || first >= SURE) return [sheet];
  const beside = sheets.filter(({ id, score }) => id !== sheet && score >= first * BESIDE && score >= WORTH_NAMING);
  return [sheet, ...beside.map(({ id }) => id)].slice(0, NEAREST);
}
const NEAREST = 2;

/** Of the last few texts: a turn asks for it several times, of what she writes and of what she wrote before. */
const lastUnmeant = new WeakMap<readonly Titled[], Map<string, ReadonlySet<string>>>();
const TEXTS_KEPT = 8;

/** Those that deny what she wants, name what she does not want, or say of themselves that her words mean something else. */
export function unmeantIn(text: string, all: readonly Titled[]): ReadonlySet<string> {
  const last = lastUnmeant.get(all) ?? new Map<string, ReadonlySet<string>>();
  lastUnmeant.set(all, last);
  const unmeant = last.get(text) ?? unmeantBy(text, all);
  if (last.size >= TEXTS_KEPT) last.clear();
  last.set(text, unmeant);
  return unmeant;
}

function unmeantBy(text: string, all: readonly Titled[]): ReadonlySet<string> {
  const { titled, refused, refusing } = indexOf(all);
  const said = saidOf(text);
  return new Set([
    ...wishesIn(text).flatMap(({ verb, not }) => {
      const denying = refused.get(verb) ?? [];
      return not ? (titled.get(verb) ?? []).filter(id => !denying.includes(id)) : denying;
    }),
    ...refusing.flatMap(({ id, refusedBy = [] }) =>
      refusedBy.some(list => said.says(list) || said.isOnly(list)) ? [id] : [],
    ),
  ]);
}

/** The nearest without those that are not meant; the next of them may be sure then. */
function meantOf(near: Near, unmeant: ReadonlySet<string>): Near {
  const left = near.sheets.filter(({ id }) => !unmeant.has(id));
  if (left.length === near.sheets.length && (near.sheet === null || !unmeant.has(near.sheet))) return near;
  const belief = 1 - near.sheets.reduce((sum, { id, score }) => sum + (unmeant.has(id) ? score : 0), 0);
  const sheets = left.map(({ id, score }) => ({ id, score: belief > 0 ? Math.min(1, score / belief) : 0 }));
  const [first] = sheets;
  const kept = near.sheet !== null && !unmeant.has(near.sheet) ? near.sheet : null;
  return { ...near, sheet: kept ?? (first && first.score >= SURE ? first.id : null), sheets };
}

/** "Quiero denunciar", "no lo voy a denunciar", "I do not want to report": what somebody wants to do, or does not, by the beginning of its sound. */
function wishesIn(text: string): { verb: string; not: boolean }[] {
  const sounds = soundsOf(text.replace(NO_APART, ''));
  return sounds.flatMap((sound, at) => {
    if (!WANTS.has(sound)) return [];
    const next = sounds.slice(at + 1).find(word => !BEFORE_A_VERB.has(word));
    const before = sounds.slice(Math.max(0, at - 3), at).reverse();
    const not = NEGATES.has(before.find(word => !BEFORE_A_VERB.has(word)) ?? '');
    return next === undefined ? [] : [{ verb: next.slice(0, BEGINNING), not }];
  });
}
const WANTS: ReadonlySet<string> = new Set(
  'quiero kiero quisiera deseo pienso voy want wanna going'.split(' ').map(soundOf),
);
const BEFORE_A_VERB: ReadonlySet<string> = new Set(
  'a lo la le los las les me te se nos ir to i do im am really'.split(' ').map(soundOf),
);
const NEGATES: ReadonlySet<string> = new Set(['no', 'not', 'dont', "don't", 'nunca', 'never'].map(soundOf));

/** Whether one of these words stands in what a sheet is asked by. */
export const isAbout = (sheet: string, subject: readonly string[], all: readonly Titled[]): boolean =>
  subject.some(sound => indexOf(all).carriers.get(sound.slice(0, BEGINNING))?.includes(sheet) ?? false);

/** The only sheet that is asked by one of these words, if they are in none of what `but` is asked by. */
export function onlyAbout(subject: readonly string[], but: string | null, all: readonly Titled[]): string | null {
  const { carriers } = indexOf(all);
  const [id, ...more] = new Set(subject.flatMap(sound => carriers.get(sound.slice(0, BEGINNING)) ?? []));
  return id === undefined || more.length > 0 || id === but ? null : id;
}

/** What is offered, as she sees it; the last one is none of them. */
export const offered = (several: readonly string[], all: readonly Titled[], other: Option): Option[] => [
  ...several.flatMap(id =>
    all.filter(sheet => sheet.id === id).map(({ title }) => ({ id, label: title, accepts: [] })),
  ),
  other,
];

/** The sheet that she picks of those on offer, `other` for none of them, or null. A yes to a single one means that one. */
export function pickedOf(
  read: Reading,
  several: readonly string[],
  all: readonly Titled[],
  other: Option,
): string | null {
  if (several.length === 1 && read.reads('yes')) return several[0]!;
  return read.pick(offered(several, all, other));
}

/** The sounds of the words that say what a text is about. */
const meaning = (text: string): string[] => [...new Set(soundsOf(text).filter(sound => !SAYS_LITTLE.has(sound)))];

/** The pairs of "clave del wifi": a word, and that of which it is. */
function complements(text: string): [head: string, of: string][] {
  const sounds = soundsOf(text);
  return sounds.flatMap((sound, at): [string, string][] => {
    if (!OF.has(sound) || at === 0) return [];
    const of = sounds.slice(at + 1, at + 3).find(next => !ARTICLES.has(next));
    return of === undefined || SAYS_LITTLE.has(of) ? [] : [[sounds[at - 1]!, of]];
  });
}
const OF: ReadonlySet<string> = new Set(['de', 'del'].map(soundOf));
const ARTICLES: ReadonlySet<string> = new Set(['la', 'el', 'los', 'las'].map(soundOf));

/** What is asked, whatever frames it: "¿Dónde puedo denunciar?" and "no, solo quiero saber dónde denunciar" are one. */
const questionIn = (text: string): string =>
  [...new Set(soundsOf(text.replace(NO_APART, '')).filter(sound => !SAYS_LITTLE.has(sound) || ASKS.has(sound)))]
    .sort()
    .join(' ');

/** A "no" set off from what follows denies nothing of it. */
const NO_APART = /^\s*no+\s*[,.;:]+/gim;

/** By the beginning of a word's sound, ids of sheets. */
type Words = ReadonlyMap<string, readonly string[]>;

interface Index {
  /** The sheets that have the word in their title or their questions. */
  carriers: Words;
  /** Those that have it in their title. */
  titled: Words;
  /** Those whose title says that it is not wanted. */
  refused: Words;
  /** By a title or a question as it sounds, the sheets that have it. */
  asked: ReadonlyMap<string, readonly string[]>;
  /** Those that say by what they are refused. */
  refusing: readonly Titled[];
}

const indexes = new WeakMap<readonly Titled[], Index>();

function indexOf(all: readonly Titled[]): Index {
  const known = indexes.get(all);
  if (known) return known;
  const carriers = new Map<string, string[]>();
  const titled = new Map<string, string[]>();
  const refused = new Map<string, string[]>();
  const asked = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, id: string): void => {
    const ids = to.get(key) ?? [];
    if (!ids.includes(id)) to.set(key, [...ids, id]);
  };
  for (const { id, title, questions } of all) {
    for (const word of meaning(title)) add(titled, word.slice(0, BEGINNING), id);
    for (const { verb, not } of wishesIn(title)) if (not) add(refused, verb, id);
    for (const text of [title, ...questions]) {
      add(asked, questionIn(text), id);
      for (const word of meaning(text)) add(carriers, word.slice(0, BEGINNING), id);
    }
  }
  const index = { carriers, titled, refused, asked, refusing: all.filter(sheet => sheet.refusedBy) };
  indexes.set(all, index);
  return index;
}

/** They change what is asked: to report is one thing, where to do it another, and not to do it a third. */
const ASKS: ReadonlySet<string> = new Set(
  'no ni sin donde cuando cuanto como quien where when how who not without'.split(' ').map(soundOf),
);

/** Words that frame a question in any of the languages, and are not what it is about. */
const SAYS_LITTLE: ReadonlySet<string> = new Set(
  `a al ante aca aqui ahi alla algo alguien alguna alguno asi aun aunque bien buen buena buenas buenos con como cual cuales
   cuando cuanto cuanta da dan dar de del desde dia dias donde dos e el ella ellas ellos en entonces era eran es esa ese eso esos esta
   estan estas este esto estoy fue fui fuiste fueron fuimos gracias gustaria ha haber hace hacer hago ayuda ayudar ayudarme ayuden help hacen han hasta hay he hola hoy ir va van
   la las le les lo los llama llaman llamas mas me mi mis mio mia mucho muy nada ni no nos o os otra otro para pero por porque porfa porfavor favor puede pueden
   puedes puedo podria podrian podrias que q k x xq d pq quien quienes quisiera queria quiero kiero quiere necesito necesitaba necesita saber se
   ser si sin sobre solo son soy su sus tal tambien tan te ti tiene tienen tienes tengo tener tenia toda todo todos tu tus un una unas
   uno unos usted ustedes y ya yo consulta pregunta duda informacion info tema cosa señorita señora disculpe disculpa
   about am an and any are be but can could do does for from get have hello hi how i im in is it me my of on or our please
   so some that the there this to want was we what when where which who will with would you your know need
   oi ola bom boa dia tarde tardes noite noche noches eu meu minha um uma
   bonjou mwen yon nan pou ki sa eske`
    .split(/\s+/)
    .map(soundOf),
);
