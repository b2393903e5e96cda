/** What she writes of the danger, kept for whoever comes: in her words, under what they answer. */
import type { Context } from '../context.js';
import type { Condition } from '../guards.js';
import type { FlowEvent } from '../events.js';
import type { Reading } from '../reading.js';
import { HIGH } from '../sense/types.js';
import { namedIn, threatIn } from '../text/him/threat.js';
import { isAbout } from '../text/topical.js';

/** More would not be read by anybody. */
export const KNOWN_MOST = 40;
/** The last ones; of what she told as a place, all. */
export function latest(known: Context['known']): Context['known'] {
  let tooMany = known.length - KNOWN_MOST;
  return known.filter(({ about }) => about.startsWith('place-') || tooMany-- <= 0);
}

/** The police are not for her. */
export const NO_POLICE = ['asks-no-calls', 'his-police'] as const;
/** What whoever calls for her must know first: kept under its own name among what she said, and the people are told. */
export const FOR_CALLERS = ['his-police', 'fears-coming', 'asks-no-calls', 'how-to-come', 'not-helped'] as const;
/** Which of these her words say; undefined where they say none. */
export const saidForCallers = (read: Reading | null): (typeof FOR_CALLERS)[number] | undefined =>
  FOR_CALLERS.find(name => read?.reads(name));

/** Another, for whom she writes, is not to be written to or called: kept as that, and the people are told in every state. */
export const NOT_TO_HER = 'not-to-her';

/**
 * What is asked of her besides where she is, and the readings by which she tells it unasked: "una navaja", "no ta armado".
 * Whether that is a yes or a no is for who reads her words; she is not asked it again.
 */
const TELLS = {
  who: ['tells-who'],
  injured: [
    'tells-injured',
    'bleeds',
    'wounded',
    'medical',
    'head-hurt',
    'belly-hurt',
    'body-hurt',
    'labour',
    'pregnancy-hurt',
    'swallow-felt',
    'worsens',
  ],
  weapon: ['tells-weapon'],
  children: ['tells-children'],
} as const;
export type Topic = keyof typeof TELLS;
export const TOPICS = Object.keys(TELLS) as Topic[];
export const isTopic = (about: string): about is Topic => about in TELLS;

/** She says yes, no, or that she does not know, to a question that it answers. */
const ANSWERS = ['only-no', 'yes', 'unknown'];

const answersIt = (read: Reading, topic: Topic): boolean => {
  const isNod = topic === 'who' ? read.reads('unknown') : ANSWERS.some(name => read.reads(name));
  return isAbout(topic, read.text, isNod);
};

/** She tells, asked or not, something that whoever comes must know. */
export const tellsAny = (read: Reading): boolean => TOPICS.some(topic => tells(read, topic));

/** Her text answers what she was asked last: a yes, a no, that she does not know, or words about it. */
export const answersAsked = ({ asking }: Context, read: Reading): boolean =>
  asking !== undefined && isTopic(asking) ? answersIt(read, asking) : ANSWERS.some(name => read.reads(name));

/** What she is asked now; the same as before is asked again. */
export function asking(context: Context, about: string): Context {
  const { askedAgain: _, ...rest } = context;
  return { ...rest, asking: about, ...(rest.asking === about ? { askedAgain: true } : {}) };
}

/** What she was asked is not what she tells, and it was not asked a second time. */
export function strays({ asking, askedAgain }: Context, read: Reading | null): boolean {
  if (!read || !asking || !isTopic(asking) || askedAgain) return false;
  return !tells(read, asking) && !answersIt(read, asking);
}

/** Her text tells one of these. */
export const tellsOf = (...topics: readonly Topic[]): Condition => ({ reads: topics.flatMap(it => [...TELLS[it]]) });

const tells = (read: Reading, topic: Topic): boolean => TELLS[topic].some(name => read.reads(name));

/** The kind of danger that a protocol names so, of who has to be looked at. */
const WOUND = 'medical';
/** Whether a wound was told before the text that is read now; to be asked of what was known then. */
export const toldOfWound = ({ danger }: Context): Pick<Context, 'woundBefore'> => ({
  woundBefore: danger.includes(WOUND) || undefined,
});
/** She told it before, or tells it now. */
export function isTold(
  topic: Topic | 'wound' | 'wound-before',
  { known, danger, woundBefore }: Context,
  read: Reading | null,
): boolean {
  if (topic === 'wound-before') return woundBefore === true;
  if (topic === 'wound') return danger.includes(WOUND);
  return known.some(({ about }) => about === topic) || (read !== null && tells(read, topic));
}

/** Of another emergency: who threatens her may be the same, and what she wrote then says nothing of now. */
export const outlasts = ({ about }: Context['known'][number]): boolean => about === 'who' || about === 'his-police';

/** That there is no danger, in any words: she, or whoever has her telephone. It is kept, and stands for nothing that was asked. */
const CALM = 'calm';
/** Her own word for help, in whatever sentence: it is read aloud to nobody. */
const AGREED = 'agreed';
const TAKEN_BACK = ['retraction', 'false-alarm', 'safe-now'];
export const isCalming = (read: Reading): boolean =>
  !read.reads('grave') && [...TAKEN_BACK, 'all-well', 'no-danger'].some(name => read.reads(name));

/** Who threatens her, where she tells of danger; what she writes under cover tells nothing of him. */
export function threatAfter({ marks, asking }: Context, event: FlowEvent, read: Reading): Pick<Context, 'threat'> {
  if (isUnseen(event, read) || (event.type !== 'SOS' && read.risk < HIGH && !marks.emergency)) return {};
  const threat = (asking === 'who' ? namedIn(read.text) : null) ?? threatIn(read.text);
  return threat ? { threat } : {};
}

/** She calls by her own word, and tells of nothing in plain words. */
export const isUnseen = (event: FlowEvent, read: Reading): boolean =>
  event.type === 'SOS' && event.why === 'agreed' && !read.reads('grave');

const calms = (read: Reading, answers: string): boolean =>
  answers === 'said' ? isCalming(read) : TAKEN_BACK.some(name => read.reads(name)) && !read.reads('grave');

/** @param as `answer`: to what was last asked; else the name under which they are kept */
export function withKnown(context: Context, event: FlowEvent, read: Reading, as: string): Context {
  const { asking, askedAgain: _, ...rest } = context;
  const answers = as === 'answer' ? (asking ?? 'said') : as;
  const at = event.world.now;
  const abouts = isUnseen(event, read) ? [AGREED] : underOf(read, answers);
  const known = latest([...context.known, ...abouts.map(about => ({ about, text: read.text, at, by: 'citizen' }))]);
  return as === 'answer' ? { ...rest, known } : { ...context, known };
}

/**
 * "No ta armado", to whether anybody is hurt, is kept under the weapon; "mi marido, con una navaja", to who is there, under both;
 * "gracias, chao" under none: what is read aloud as a weapon has to be about one.
 */
export function underOf(read: Reading, answers: string): readonly string[] {
  const forCallers = saidForCallers(read);
  if (forCallers) return [forCallers];
  if (read.reads(NOT_TO_HER)) return [NOT_TO_HER];
  if (calms(read, answers)) return [CALM];
  const told = TOPICS.filter(topic => tells(read, topic));
  const under = isTopic(answers) && !told.includes(answers) && !answersIt(read, answers) ? 'said' : answers;
  const isOther = under === 'said' || (told.length > 0 && isTopic(under) && !told.includes(under));
  return told.length === 0 ? [under] : isOther ? told : [...new Set([under, ...told])];
}
