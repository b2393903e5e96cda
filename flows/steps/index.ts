/** The registry of step kinds: the one place where they are listed. A new kind is one file and one line here. */
import { answer } from './answer.js';
import { appointment } from './appointment.js';
import { ask } from './ask.js';
import { cancelAppointment } from './cancel-appointment.js';
import { choose } from './choose.js';
import { close } from './close.js';
import { emailCopy } from './email-copy.js';
import { emergency } from './emergency.js';
import { eraseCoach } from './erase-coach.js';
import { goTo } from './goto.js';
import { handoff } from './handoff.js';
import { hold } from './hold.js';
import type { StepKind } from './kind.js';
import { offer } from './offer.js';
import { otherNumber } from './other-number.js';
import { profile } from './profile.js';
import { questionnaire } from './questionnaire.js';
import { record } from './record.js';
import { sayStep } from './say.js';
import { survey } from './survey.js';
import { triage } from './triage.js';

export const stepKinds: readonly StepKind<never>[] = [
  sayStep,
  choose,
  ask,
  answer,
  offer,
  triage,
  hold,
  record,
  questionnaire,
  handoff,
  emergency,
  appointment,
  cancelAppointment,
  otherNumber,
  emailCopy,
  eraseCoach,
  survey,
  profile,
  close,
  goTo,
] as unknown as readonly StepKind<never>[];

/** The kind that a step is of, or null: the first property that names one ("handoff: …, say: …" is a handoff). */
export function kindOf(step: Readonly<Record<string, unknown>>): StepKind<never> | null {
  return Object.keys(step).flatMap(name => stepKinds.find(kind => kind.kind === name) ?? [])[0] ?? null;
}
