/**
 * A few words of which nothing is understood, after she told of violence: no list of the protocol has one, no sheet answers them, and
 * they answer nothing that was asked. So she writes who tells in pieces, in words that nobody foresaw, that he is behind her; and so
 * writes he. The next question, or what this service is, would tell whoever looks. Until she says that he is away she gets
 * words that anybody may see, once, people are told, and what was asked stands; to more of the same nothing is said.
 *
 * A model's guess of danger in such words is a guess: what it would ask is told to the people instead.
 */
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import type { Condition } from '../guards.js';
import { tellsFar, tellsNear } from '../emergency/apart.js';
import { toldOfDanger } from '../sight/herReturn.js';
import { isOfAnother } from '../place/leftPlace.js';
import type { WordLists } from '../lists.js';
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';
import { alert } from '../region.js';
import { HIGH, MEDIUM } from '../sense/types.js';
import type { Move } from '../steps/kind.js';
import { all, reads, say } from '../steps/parts.js';
import { neutral } from '../talk/talkMoves.js';
import { words } from '../text/plain.js';

/** The reading of it, and of more of the same. */
export const UNCLEAR = 'unclear';
const UNCLEAR_AGAIN = 'unclear-again';

/** Who writes more tells something, and a person reads it. */
const WORDS_MOST = 6;
/** What a word sounds like, or that somebody comes, which nothing foresaw how. */
const TELLS_NOTHING = /^(?:sounds-.+|of-herself|he-comes|at-home|way-out|brief)$/;
/** What would be an answer, or asks for something. */
const ANSWERS = [
  'yes',
  'no',
  'unknown',
  'when',
  'hours',
  'email',
  'phone',
  'folio',
  'place',
  'date',
  'rut',
  'asks',
  'media',
];
/** The models make these of anything. */
const OF_ANYTHING: ReadonlySet<string> = new Set(['other', 'sos', 'prank', 'goodbye', 'survey_answer', 'new_request']);
/** From here on what they make of it is more than that. */
const INTENT_SURE = 0.7;
const SHEET_NEAR = 0.7;

/** Violence was told, or danger. */
const isTold = (context: Context): boolean =>
  toldOfDanger(context) || context.risk >= MEDIUM || context.hurtTold === true;

/** Names of the readings that her text has besides. */
export function unclearIn(lists: WordLists, context: Context | null, read: Reading): string[] {
  if (!context || !isTold(context)) return [];
  if (context.away === true && !read.reads('he-comes')) return [];
  const { marks, owner } = context;
  if (marks.emergency || marks.quiet || marks.doubt || marks.cover || owner.kind === 'executive') return [];
  if (read.plain === '' || words(read.text).length > WORDS_MOST || /\d/.test(read.text) || !isUnknown(lists, read))
    return [];
  // Who told of danger and waits in the queue may wait long: there a guess of danger is asked about.
  if (owner.kind === 'queue' && read.risk >= HIGH && (toldOfDanger(context) || context.risk >= HIGH)) return [];
  if (context.unclear !== true) return [UNCLEAR];
  // Of what is no danger yet a person reads more.
  return toldOfDanger(context) || read.risk >= HIGH ? [UNCLEAR_AGAIN] : [];
}

function isUnknown(lists: WordLists, read: Reading): boolean {
  const { intent, confidence, sheet, sheets, signals } = read.sensed;
  // Of what the models are sure, hardly any is another thing.
  if (read.reads('opens-alone')) return false;
  if (signals.length > 0 || sheet !== null || (read.number !== null && words(read.text).length <= 2)) return false;
  if (read.risk < HIGH && (sheets[0]?.score ?? 0) >= SHEET_NEAR) return false;
  if (!OF_ANYTHING.has(intent) && confidence >= INTENT_SURE) return false;
  if (ANSWERS.some(name => read.reads(name))) return false;
  return !Object.keys(lists).some(name => !TELLS_NOTHING.test(name) && read.reads(name));
}

/** What is remembered of it: that he is away, as she last said or answered where she was asked; and that the last text was such. */
export function unclearAfter(
  context: Context,
  event: FlowEvent,
  read: Reading,
  { steps }: Protocol,
): Pick<Context, 'away' | 'unclear' | 'hurtTold'> {
  if (event.type !== 'MSG') return {};
  const marks = context.step === null ? undefined : steps[context.step]?.marks;
  const wasAsked = Array.isArray(marks) && marks.includes('safety_check');
  const isAway = tellsNear(read)
    ? false
    : tellsFar(read) || (wasAsked && isTold(context) && read.reads('yes')) || context.away === true;
  const isUnclear = [UNCLEAR, UNCLEAR_AGAIN].some(name => read.reads(name));
  return {
    ...(read.reads('hurts') && !isOfAnother(context) ? { hurtTold: true as const } : {}),
    ...(isAway !== (context.away === true) ? { away: isAway } : {}),
    ...(isUnclear !== (context.unclear === true) ? { unclear: isUnclear } : {}),
  };
}

const anybodyMaySee = say('safe.unclear', { neutral: true });
const guessed: Condition = { sensed: 3 };
const told = alert('writes-again');

/**
 * The moves of each place, before what it makes of a guess, and before what it does with a text that it does not understand.
 *
 * @param quiet how this place keeps quiet
 */
export const unclear = (quiet: Move, line = anybodyMaySee): { guessed: Move[]; otherwise: Move[] } => {
  const moves: Move[] = [
    { ...quiet, when: reads(UNCLEAR_AGAIN), do: [...(quiet.do ?? []), told] },
    { when: reads(UNCLEAR), do: [told, line] },
  ];
  return { guessed: moves.map(move => ({ ...move, when: all(guessed, move.when!) })), otherwise: moves };
};

/** The same in the queue: a person reads it, and it is not asked for in other words. */
export const inQueue = unclear({}, neutral);
