/**
 * The danger question beside an answer. Of calm sentences about one in ten sounds of danger to a model although no word of
 * alarm is in it. She is answered as if nothing had been guessed, the people are told, and the short question comes last on
 * her screen, once in a talk. Where what she wrote cannot be answered the question is asked alone, and a no to it goes on
 * where she was. What she answers is read by every step (dangerQuestion.ts).
 */
import { changed } from '../actions.js';
import type { Context } from '../context.js';
import { UNSURE } from './dangerQuestion.js';
import type { EventOf, FlowEvent } from '../events.js';
import { picksOnly, readsYes } from '../talk/fits.js';
import type { Milestone } from '../milestones.js';
import type { Protocol } from '../protocol.js';
import { DANGER_LIKELY } from './guess.js';
import { asCalm, type Reading } from '../reading.js';
import { HIGH } from '../sense/types.js';
import { leaves } from '../snapshot.js';
import { kindOf } from '../steps/index.js';
import { MAY_BE_NOW } from './weigh.js';

/** What a guess is hardly wrong about, or what each step keeps quiet at: never taken as calm. */
const NOT_CALM = [
  ...['surely-grave', 'hush', 'wait', 'beside', 'watched', 'eyed', 'unclear-danger', 'hurts'],
  ...['weapon', 'medical', 'neck', 'pills', 'media', 'asks-who', 'is-another', MAY_BE_NOW],
];

/**
 * What she is answered to, with the danger question under it, alone, or not; null where the turn stands as it is.
 *
 * @param before what was known before the turn
 * @param after what is known after it
 */
export function takenAs(before: Context, after: Context, event: FlowEvent, protocol: Protocol): EventOf<'MSG'> | null {
  if (asksOnward(before, event, protocol)) return event;
  // Where a mail that was leaving, or a call, is taken back or in doubt, she is asked by the machine.
  if (after.step !== UNSURE || after.marks.mail !== before.marks.mail || after.marks.booked !== before.marks.booked)
    return null;
  if (after.appointment?.doubt !== before.appointment?.doubt) return null;
  return calmed(before, event, protocol);
}

/** The question stood alone on her screen, in place of a list, and she asks something else, by which no danger is told. */
function asksOnward(
  { marks, step: id, owner }: Context,
  event: FlowEvent,
  { steps, around }: Protocol,
): event is EventOf<'MSG'> {
  if (event.type !== 'MSG' || event.read.risk >= HIGH || marks.guess !== 'asked' || owner.kind !== 'bot') return false;
  const step = id === null ? undefined : steps[id];
  const kind = step && kindOf(step);
  if (!step || !picksOnly(kind?.lists, kind?.fits?.(step as never, around))) return false;
  return event.read.reads('asks') && !ANSWERS.some(name => event.read.reads(name));
}
const ANSWERS = [
  'yes',
  'no',
  'now',
  'no-danger',
  'place',
  'hush',
  'wait',
  'beside',
  'watched',
  'asks-who',
  'is-another',
];

/** The same message as if no model had guessed danger in it, or null where there is more than a guess, or she may not be answered. */
export function calmed(
  { marks, owner, step }: Context,
  event: FlowEvent,
  { readings, zone }: Protocol,
): EventOf<'MSG'> | null {
  if (event.type !== 'MSG' || event.read.risk < HIGH || step === UNSURE) return null;
  if (owner.kind === 'executive' || (owner.kind === 'queue' && marks.asking)) return null;
  if (marks.quiet || marks.doubt || marks.cover || marks.blocked || marks.emergency) return null;
  const { read } = event;
  if (read.intent === 'aggressor' || NOT_CALM.some(name => read.reads(name))) return null;
  if (isLikely(read) && read.risk > HIGH) return null;
  return { ...event, read: asCalm(read, readings, { ms: event.world.now, zone }) };
}

/** Danger is much likelier than not: she is taken as calm only where a sheet answers her. */
export const isLikely = ({ sensed }: Reading): boolean => sensed.riskScore >= DANGER_LIKELY;

/** Where she is with the robot. */
interface Place {
  context: Context;
  /** Where a step of the robot waits, or empty. */
  at: string;
}

export function placeOf(value: unknown, context: Context): Place {
  const { talk } = value as { talk: unknown };
  const waits = typeof talk === 'object' && talk !== null && 'bot' in talk;
  return {
    context,
    at: waits
      ? leaves(talk)
          .join(' ')
          .replace(/\.(?:fresh|quiet)$/, '')
      : '',
  };
}

/**
 * How the danger question goes with a turn in which she was taken as calm:
 * `asked`: the step that she came to asks about danger itself, or it was asked before in this talk;
 * `beside`: she got an answer, and the question comes after it, instead of what the step would ask next where that is a yes
 * or no too;
 * `alone`: it is asked in her step, which asks its own again after a no;
 * null: she was brought to a person, or nowhere, or danger is likely and no sheet answers: asked as if she had not been
 * taken as calm.
 */
export type Question = 'asked' | 'beside' | 'alone' | null;

export function questionOf(
  before: Place,
  after: Place & { milestones: readonly Milestone[]; texts: number },
  read: Reading,
  { steps }: Protocol,
): Question {
  const { guess } = before.context.marks;
  const likely = isLikely(read);
  // While she waits for a person: beside what answers her, and a mere receipt is no answer.
  if (before.context.owner.kind === 'queue') return gives(after.milestones) ? 'beside' : null;
  // Asked alone before, and she asks something: answered by the robot, the question comes under it.
  if (guess === 'asked' && read.risk < HIGH) return gives(after.milestones) ? 'beside' : null;
  if (guess !== 'none' && guess !== 'opened') return likely ? null : 'asked';
  const { context, milestones } = after;
  const step = context.step === null ? undefined : steps[context.step];
  if (after.at !== '' && step && !context.marks.quiet && !context.marks.doubt && !milestones.some(m => LEAVES.has(m))) {
    if (!likely && kindOf(step)?.asksDanger) return 'asked';
    if (gives(milestones)) return 'beside';
    if (!likely && before.at !== '' && (after.at !== before.at || after.texts > 1)) return 'beside';
  }
  return !likely && before.at !== '' && !FOR_A_PERSON.has(read.intent) ? 'alone' : null;
}

const GIVES: ReadonlySet<Milestone> = new Set<Milestone>(['automatic_answer', 'orientation_given']);
/** Nothing was understood, and the step ended. */
const LEAVES: ReadonlySet<Milestone> = new Set<Milestone>(['delete_reminder']);
const FOR_A_PERSON: ReadonlySet<string> = new Set([
  'specific_question',
  'request_status',
  'new_request',
  'human',
  'privacy',
]);

/** The question of her step that would stand beside the danger question, and a yes could mean either: it waits until she answered that. */
export function collides({ step: id }: Context, key: string, given: boolean, { steps, around }: Protocol): boolean {
  const step = id === null ? undefined : steps[id];
  const kind = step && kindOf(step);
  if (!step || !kind || id === null) return false;
  if (!kind.texts(step as never, id).some(text => key === text || key.startsWith(`${text}.`))) return false;
  const fits = kind.fits?.(step as never, around);
  return given || kind.lists === true || (fits !== undefined && readsYes(fits));
}

export const gives = (milestones: readonly Milestone[]): boolean => milestones.some(m => GIVES.has(m));

/** She stays in her step: what she wrote is kept with it, and its question comes again after a no. */
export const stays = (context: Context, calm: EventOf<'MSG'>, known: Protocol): Context =>
  changed(changed(context, calm, { tries: 'reset' }, known), calm, { need: 'join' }, known);

/** She was answered, and danger is likely all the same: a mere yes is enough to open, and a no, or two weak answers, bring her to a person. */
export function stillGrave(context: Context, event: FlowEvent, known: Protocol): Context {
  const { need } = changed(context, event, { need: 'read' }, known);
  return { ...context, tries: 0, need: need && { ...need, sheet: null, sensitive: false, several: [] } };
}
