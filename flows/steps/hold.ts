/**
 * `hold`: one empty word at most, and then nothing more until she writes.
 *
 *     access.unsafe:
 *       hold: safe.no                 # "Entendido." and no more; `silent` says nothing at all
 *       alert: { after: 15m, why: no-es-seguro, at_once: false }
 *       resume: access.safe-back      # when she writes again
 *
 * Silence after "it is not safe" is the service's most important message. People are told; she is not buzzed.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import { inQuiet } from '../danger/danger.js';
import type { Condition } from '../guards.js';
import { stepKind, type Move, type Node } from './kind.js';
import { all, duration, firstTry, mark, reads, say, set, stepId, textKey } from './parts.js';

const schema = z.strictObject({
  hold: z.union([z.literal('silent'), textKey]),
  alert: z.strictObject({ after: duration, why: z.string().max(60), at_once: z.boolean().default(false) }),
  resume: stepId,
});
type Hold = z.infer<typeof schema>;

/** Somebody came, or sees her screen. */
const came: Condition = {
  any: [reads('hush', 'watched'), all(reads('beside'), { not: reads('no-danger', 'anybody-there') })],
};

export const hold = stepKind<Hold>({
  kind: 'hold',
  about: 'Calla hasta que ella escriba; avisa a las personas.',
  schema: schema as z.ZodType<Hold>,
  node: step => {
    const alert = { effect: 'alert' as const, params: { why: step.alert.why } };
    const back: Move[] = [
      // Somebody came, in whatever silence: the people are told at once, it begins anew, and not even its one word is said twice.
      { when: came, go: step.alert.at_once ? '.still' : 'hush', do: [firstTry] },
      // "Espera": it goes on.
      { when: reads('wait'), go: '.still' },
      // She asks for a person or sends what only a person can hear, and is still not safe: people are told, and her
      // telephone stays still.
      {
        when: { any: [{ reads: ['person', 'wants-person', 'media'] }, { intent: ['human'] }] },
        go: '@queue',
        do: [
          firstTry,
          { change: { need: 'join' } },
          { change: { owner: 'queue', reason: step.alert.why } },
          alert,
          mark('handed_to_executive'),
        ],
      },
      // "No me contesten": whatever she tells, the silence goes on.
      { when: { marks: { mute: true } }, go: '.still', do: [alert] },
      // Danger: whether she can write is no question then.
      { when: inQuiet, go: '@unsure', do: [firstTry, set({ quiet: false }), { change: { need: 'join' } }] },
      // Words in disguise are answered in disguise; whatever else could be said has no such form.
      {
        when: { marks: { cover: true } },
        go: '@unsure',
        do: [firstTry, set({ quiet: false }), { change: { need: 'join' } }],
      },
      {
        when: { risk: { from: 2 } },
        go: step.resume,
        do: [firstTry, set({ quiet: false }), { change: { need: 'join' } }, alert],
      },
      { go: step.resume, do: [firstTry, set({ quiet: false }), { change: { need: 'join' } }] },
    ];
    const still: Action[] = [set({ quiet: true }), mark('silent_hold'), ...(step.alert.at_once ? [alert] : [])];
    const listening: Node = {
      deaf: true,
      otherwise: back,
      silence: {
        after: step.alert.after,
        moves: [{ do: [alert] }],
        then: {
          after: 24 * 3_600_000,
          moves: [
            { go: '@queue', do: [{ change: { owner: 'queue', reason: step.alert.why } }, mark('handed_to_executive')] },
          ],
        },
      },
    };
    const word: Action[] = step.hold === 'silent' ? [] : [say(step.hold, { anyway: true })];
    return {
      initial: 'waiting',
      states: { waiting: { ...listening, entry: [...word, ...still] }, still: { ...listening, entry: still } },
    };
  },
  targets: step => [step.resume],
  texts: step => (step.hold === 'silent' ? [] : [step.hold]),
});
