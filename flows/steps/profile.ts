/**
 * `profile`: keeps when it is safe to write to her, or a word that only she knows.
 *
 *     person.when-safe: { profile: hours, ask: profile.hours, next: close.noted, way_out: close.noted, silence: { after: 10m, go: close.quiet } }
 *     profile.word:     { profile: check-word, ask: profile.word, next: … }
 *
 * Kept in the contact, encrypted; the sender obeys it (nothing leaves outside her hours). The word is never said back.
 */
import { z } from 'zod';
import { stepKind } from './kind.js';
import { askAgain, firstTry, reads, say, silence, silenceSchema, stepId, textKey, waiting } from './parts.js';

const schema = z.strictObject({
  profile: z.enum(['hours', 'check-word']),
  ask: textKey,
  kept: textKey.optional(),
  next: stepId,
  way_out: stepId,
  silence: silenceSchema,
});
type Profile = z.infer<typeof schema>;

export const profile = stepKind<Profile>({
  kind: 'profile',
  about: 'Guarda cuándo es seguro escribirle, o su palabra.',
  schema: schema as z.ZodType<Profile>,
  node: step =>
    waiting({
      entry: [say(step.ask)],
      moves: [
        { when: reads('no'), go: step.way_out, do: [firstTry] },
        {
          when: reads(step.profile === 'hours' ? 'hours' : 'text'),
          go: step.next,
          do: [
            firstTry,
            {
              change: {
                keep: step.profile === 'hours' ? 'safe_hours' : 'check_word',
                as: step.profile === 'hours' ? 'hours' : 'text',
              },
            },
            { effect: 'contact', params: { profile: step.profile } },
            ...(step.kept ? [say(step.kept)] : []),
          ],
        },
      ],
      otherwise: askAgain(1, { go: step.way_out }),
      silence: silence(step.silence),
    }),
  fits: () => reads('hours', 'when', 'number', 'no'),
  targets: step => [step.next, step.way_out, ...(step.silence.go ? [step.silence.go] : [])],
  texts: step => [step.ask, ...(step.kept ? [step.kept] : [])],
  answersToTry: step => (step.profile === 'hours' ? ['de 10 a 12'] : ['girasol']),
});
