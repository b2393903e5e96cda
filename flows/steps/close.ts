/**
 * `close`: the conversation comes to rest. It never ends: she can write again any time, and SOS always opens.
 * Whoever told fear, or something of him, is not let go untold: people hear of it as the talk rests (talkMoves.ts).
 * Whoever got here with sensitive content and without the reminder to erase gets it first, whatever the way was.
 *
 *     close.thanks: { close: close.thanks }
 *     close.quiet:  { close: silent }          # nothing is said
 */
import { z } from 'zod';
import { stepKind } from './kind.js';
import type { Action } from '../actions.js';
import { mark, passing, say, set, textKey } from './parts.js';

const schema = z.strictObject({ close: z.union([z.literal('silent'), textKey]) });
type Close = z.infer<typeof schema>;

export const close = stepKind<Close>({
  kind: 'close',
  about: 'La conversación queda en reposo.',
  schema: schema as z.ZodType<Close>,
  node: step => {
    const closing: Action[] = [...(step.close === 'silent' ? [] : [say(step.close)]), mark('closed_normal')];
    return passing(
      [],
      [
        {
          when: { marks: { erase: true } },
          go: '@rest',
          do: [say('del.short', { fact: 'delete_reminder' }), set({ erase: false }), ...closing],
        },
        { go: '@rest', do: closing },
      ],
    );
  },
  targets: () => [],
  texts: step => ['del.short', ...(step.close === 'silent' ? [] : [step.close])],
});
