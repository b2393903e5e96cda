/**
 * What answers whether it is safe, or whether there is danger, and tells why in the same breath: "sí, está en la pega", "ahora
 * no, está donde su mamá", "not right now, he is at work". The models hear danger in the reason; it is none.
 */
import type { Context } from '../context.js';
import { UNSURE } from './dangerQuestion.js';
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';

/** What leaves no "no" a no: he comes, is near or sees her screen, she is hurt, or is afraid of what comes. */
const DANGER = [
  ...['grave', 'no-for-now', 'he-comes', 'he-comes-now', 'he-nears', 'he-is-back', 'closes-in', 'enters', 'lurks'],
  ...[
    'hush',
    'beside',
    'watched',
    'eyed',
    'weapon',
    'drunk',
    'feels-unsafe',
    'wants-out',
    'just-now',
    'hurts',
    'medical',
  ],
  ...['means-at-hand', 'may-be-now', 'cannot-speak', 'wants-to-die', 'his-threat-to-himself'],
];
/** He is away from her, or nothing is heard any more. */
const REASONS = ['he-is-away', 'quiet-now'];

/**
 * @param asked the question on her screen is whether it is safe to write, or whether there is danger
 * @param asksDanger it is of danger, before a call is booked: a reason alone answers it
 */
export function answersSafety(read: Reading, context: Context | null, asked: boolean, asksDanger = false): boolean {
  if (!context || read.reads('grave')) return false;
  if (context.step === UNSURE)
    return (
      !DANGER.some(name => read.reads(name)) &&
      (REASONS.some(name => read.reads(name)) ||
        ((read.reads('not-now') || read.reads('no')) && (read.reads('elsewhere') || read.reads('away-a-moment'))))
    );
  // "No, está en la cocina", "sí, está en la pega": her answer, and no danger.
  // "Ahora él está en el trabajo": a reason that stands for the no.
  const isAway = read.reads('he-is-away') && !DANGER.some(name => read.reads(name));
  if (isAway && (asked || asksDanger)) return true;
  return asked && (read.reads('at-home') || (read.reads('yes') && read.reads('elsewhere')));
}

/** The question on her screen is whether it is safe to write, or whether there is danger: "no" may be its answer. */
export function wasAskedForSafety({ steps }: Protocol, context: Context | null): boolean {
  if (!context) return false;
  const asks = context.step === null ? undefined : steps[context.step]?.marks;
  return context.marks.asking || (context.owner.kind === 'bot' && Array.isArray(asks) && asks.includes('safety_check'));
}
