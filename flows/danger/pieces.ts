/**
 * What she says in pieces, a message each: a word of alarm letter by letter, or a blow to the head and, later, that she is
 * dizzy. A list of the protocol that `adds_up` is looked for in the pieces together, too.
 */
import type { Context } from '../context.js';
import { UNSURE } from './dangerQuestion.js';
import { listsOf, saidOf, type WordLists } from '../lists.js';
import type { Protocol } from '../protocol.js';
import { speltBy } from '../sense/sos.js';
import { isByOthers } from '../text/him/byOthers.js';
import { nearingOf, nearingOfHim, nearingWhileNear } from '../text/him/nearing.js';
import { nameOf } from '../text/him/threat.js';
import { asksWhoComes } from '../text/whoComes.js';
import { saidByAnother } from '../sight/whoHolds.js';

/** Of older pieces the beginning is let go. In letters. */
const PIECES_LENGTH_MOST = 400;

/** That her telephone must not ring. */
export const RINGS = 'asks-no-ring';

/** What is kept of her messages to be read with the next one. */
export function piecesAfter(
  { spelt = '', pieces }: Context,
  text: string,
  { sos, readings }: Protocol,
): Pick<Context, 'spelt' | 'pieces'> {
  const isPiece = addingUp(readings).some(list => saidOf(text).holdsPiece(list));
  const kept = isPiece ? joinedOf(pieces, text).slice(-PIECES_LENGTH_MOST) : pieces;
  return { spelt: speltBy(spelt, text, sos), ...(kept === undefined ? {} : { pieces: kept }) };
}

/** Names of the readings that this message completes with what she wrote before, or with who threatens her. */
export function saidTogether(lists: WordLists, context: Context | null, text: string): string[] {
  return [
    ...completed(lists, context?.pieces, text),
    ...ofHim(context?.threat, text),
    ...whileNear(context, text),
    ...(context?.marks.emergency ? ofRinging(lists, text) : []),
    ...saidByAnother(lists, context, text),
    ...ofOrder(lists, context, text),
    ...byOthers(text),
  ];
}

/** "Anoche vino igual", of him who may not come near, as she says in the same breath, asked before, or was last told of. */
function ofOrder(lists: WordLists, context: Context | null, text: string): string[] {
  if (!saidOf(text).reads(lists, 'order-ignored')) return [];
  const [last = ''] = ((context?.kept.given ?? []) as string[]).slice(-1);
  // The name of a sheet says what it is about.
  const before = [context?.answered ?? '', context?.need?.text ?? '', last.replaceAll('-', ' ')];
  return [text, ...before].some(it => saidOf(it).reads(lists, 'names-order')) ? ['may-be-now'] : [];
}

/** He comes, sends, was it or got in, as others told or did it: asked about, unless his coming is all that it tells. */
const byOthers = (text: string): string[] => (isByOthers(text) && nearingOf(text) === null ? ['may-be-now'] : []);

/** "Llegó mi nieto", of him who hits her: he is near, whatever it would mean of anybody else's. */
function ofHim(threat: Context['threat'], text: string): string[] {
  const name = threat ? nameOf(threat) : null;
  const told = name === null ? null : nearingOfHim(text, name);
  if (told === null) return [];
  return ['he-nears', 'hush', ...(told === 'comes' ? ['he-comes-now'] : [])];
}

/**
 * "Paren", "stop", "cortó el agua", "hes out", where he may be near or danger is asked about: he comes, or she asks for silence. In
 * a calm talk it is a word like any other.
 */
function whileNear(context: Context | null, text: string): string[] {
  if (!context || !(context.near === true || context.marks.emergency || isAskedOfDanger(context))) return [];
  const told = nearingWhileNear(text);
  if (told === null || asksWhoComes(text)) return [];
  return ['hush', ...(told === 'comes' ? ['he-nears', 'he-comes-now'] : [])];
}

/** The danger question waits for her answer. */
const isAskedOfDanger = ({ step, marks }: Context): boolean => step === UNSURE || marks.guess === 'asked';

/** "No me llamen", in an emergency: whoever calls must know it first. Of an hour that she has it only calls that off. */
export const ofRinging = (lists: WordLists, text: string): string[] =>
  saidOf(text).reads(lists, RINGS) ? ['asks-no-calls'] : [];

function completed(lists: WordLists, before: string | undefined, text: string): string[] {
  if (before === undefined) return [];
  const [whole, first] = [saidOf(joinedOf(before, text)), saidOf(before)];
  const complete = new Set(addingUp(lists).filter(list => whole.says(list) && !first.says(list)));
  return complete.size === 0
    ? []
    : Object.keys(lists).filter(name => listsOf(lists, name).some(list => complete.has(list)));
}

const joinedOf = (before: string | undefined, text: string): string =>
  before === undefined ? text : `${before}. ${text}`;

const addingUp = (lists: WordLists): readonly WordLists[string][] => {
  const known = adding.get(lists) ?? Object.values(lists).filter(list => list.adds_up === true);
  adding.set(lists, known);
  return known;
};
const adding = new WeakMap<WordLists, readonly WordLists[string][]>();
