/** What she writes of the danger, kept for whoever comes: in her words, under what they answer. */
import type { Context } from './context.js';
import type { Condition } from './guards.js';
import type { Reading } from './reading.js';

/** More would not be read by anybody. */
const KNOWN_MOST = 40;

/** What whoever calls for her must know first: kept under its own name among what she said, and the people are told. */
export const FOR_CALLERS = ['asks-no-calls', 'his-police'] as const;
/** Which of these her words say; undefined where they say none. */
export const saidForCallers = (read: Reading | null): (typeof FOR_CALLERS)[number] | undefined =>
  FOR_CALLERS.find(name => read?.reads(name));

/**
 * What is asked of her besides where she is, and the readings by which she tells it unasked: "una navaja", "no ta armado".
 * Whether that is a yes or a no is for who reads her words; she is not asked it again.
 */
const TELLS = {
  who: ['tells-who'],
  injured: ['tells-injured', 'bleeds', 'wounded', 'medical', 'head-hurt', 'belly-hurt'],
  weapon: ['tells-weapon'],
  children: ['tells-children'],
} as const;
export type Topic = keyof typeof TELLS;
export const TOPICS = Object.keys(TELLS) as Topic[];
export const isTopic = (about: string): about is Topic => about in TELLS;

/** Her text tells one of these. */
export const tellsOf = (...topics: readonly Topic[]): Condition => ({ reads: topics.flatMap(it => [...TELLS[it]]) });

const tells = (read: Reading, topic: Topic): boolean => TELLS[topic].some(name => read.reads(name));

/** She told it before, or tells it now. */
export const isTold = (topic: Topic, { known }: Context, read: Reading | null): boolean =>
  known.some(({ about }) => about === topic) || (read !== null && tells(read, topic));

/** @param as `answer`: to what was last asked; else the name under which they are kept */
export function withKnown(context: Context, read: Reading, at: number, as: string): Context {
  const { asking, ...rest } = context;
  const answers = as === 'answer' ? (asking ?? 'said') : as;
  const known = [
    ...context.known,
    ...underOf(read, answers).map(about => ({ about, text: read.text, at, by: 'citizen' })),
  ].slice(-KNOWN_MOST);
  return as === 'answer' ? { ...rest, known } : { ...context, known };
}

/** "No ta armado", to whether anybody is hurt, is kept under the weapon; "mi marido, con una navaja", to who is there, under both. */
function underOf(read: Reading, answers: string): readonly string[] {
  const forCallers = saidForCallers(read);
  if (forCallers) return [forCallers];
  const told = TOPICS.filter(topic => tells(read, topic));
  const isOther = answers === 'said' || (told.length > 0 && isTopic(answers) && !told.includes(answers));
  return told.length === 0 ? [answers] : isOther ? told : [...new Set([answers, ...told])];
}
