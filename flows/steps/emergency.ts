/**
 * `emergency`: the one step of a protocol that says how its emergency goes. Leading to it is an SOS.
 *
 *     emergency:
 *       emergency: imminent
 *       collect: [place, who, injured, weapon, children]     # asked in this order, each answer usable at once
 *       untaken: { after: 30s, every: 60s }                   # nobody took it: the people are told again
 *       ease: { every: 30s, at_most: 6, then_every: 90s, texts: [wait.here, wait.breathe] }
 *       silence: [60s, 180s, 300s]                            # her silence: a person is told, she is not buzzed
 *       call: { redial: 30s, next: 60s, outcome: 120s }
 *
 * The machine of the emergency itself is in flows/emergency/emergency.ts, emergencyChat.ts, watches.ts and calls.ts; it cannot be switched off.
 */
import { z } from 'zod';
import { stepKind } from './kind.js';
import { duration, textKey } from './parts.js';

export const COLLECT = ['place', 'who', 'injured', 'weapon', 'children'] as const;

export const emergencySchema = z.strictObject({
  emergency: z.literal('imminent'),
  collect: z.array(z.enum(COLLECT)).min(1).max(5),
  untaken: z.strictObject({ after: duration, every: duration }),
  ease: z.strictObject({
    every: duration,
    at_most: z.number().int().min(0).max(8),
    then_every: duration,
    texts: z.array(textKey).min(1),
  }),
  silence: z.tuple([duration, duration, duration]),
  call: z.strictObject({ redial: duration, next: duration, outcome: duration }),
});
export type EmergencySpec = z.infer<typeof emergencySchema>;

/** Texts that the emergency says besides its easing lines; each may have variants by kind of danger and a cover. */
export const EMERGENCY_TEXTS = [
  'sos.open',
  'sos.open-placed',
  'sos.ask-missing',
  'sos.nobody',
  'sos.ask-place',
  'sos.ask-rest-of-place',
  'sos.confirm-place',
  'sos.ask-wrong',
  'sos.ask-right',
  'sos.ask-who',
  'sos.ask-injured',
  'sos.ask-weapon',
  'sos.ask-children',
  'sos.again',
  'sos.doubt',
  'sos.word',
  'sos.doubt-menu',
  'sos.doubt-noted',
  'sos.safe-now',
  'sos.language',
  'sos.media',
  'sos.media-kept',
  'sos.fire',
  'sos.fire-where',
  'sos.medical',
  'sos.medical-where',
  'sos.in-writing',
  'sos.ask-near',
  'sos.way-out',
  'sos.no-line',
  'sos.to-call',
  'sos.whom-to-call',
  'sos.other-number',
  'sos.where-to-go',
  'sos.to-person',
  'sos.home-noted',
  'sos.to-get-off',
  'sos.to-take',
  'sos.what-to-do',
  'sos.arrival',
  'sos.if-known',
  'sos.if-heard',
  'sos.to-report',
  'sos.untold',
  'sos.told-people',
  'sos.told-nobody',
  'sos.free',
  'sos.to-be-seen',
  'sos.menu',
  'sos.menu-placed',
  'sos.moved',
  'sos.left',
  'sos.not-him',
  'sos.noted',
  'sos.check',
  'sos.noted-2',
  'sos.noted-3',
  'sos.noted-where',
  'sos.noted-where-2',
  'sos.over',
  'sos.read-back',
  'sos.self-harm',
  'sos.his-life',
  'sos.where-seen',
  'sos.taken-back',
  'sos.who-calls',
  'call.announce',
  'call.dispatched',
  'call.answered',
  'call.refused',
  'call.no-answer',
  'call.busy',
  'call.failed',
  'del.after-emergency',
];

export const emergency = stepKind<EmergencySpec>({
  kind: 'emergency',
  about: 'La emergencia: se llega a ella y es un SOS.',
  schema: emergencySchema as z.ZodType<EmergencySpec>,
  node: () => ({
    initial: 'raising',
    states: {
      raising: { entry: [{ raise: 'SOS', why: 'unsure' }], silence: { after: 60_000, moves: [{ go: '@queue' }] } },
    },
  }),
  targets: () => [],
  texts: step => [...EMERGENCY_TEXTS, ...step.ease.texts],
});
