/**
 * `close`: the conversation comes to rest. It never ends: she can write again any time, and SOS always opens.
 *
 *     close.thanks: { close: close.thanks }
 *     close.quiet:  { close: silent }          # nothing is said
 */
import { z } from 'zod';
import { stepKind } from './kind.js';
import { mark, passing, say, textKey } from './parts.js';

const schema = z.strictObject({ close: z.union([z.literal('silent'), textKey]) });
type Close = z.infer<typeof schema>;

export const close = stepKind<Close>({
  kind: 'close',
  about: 'La conversación queda en reposo.',
  schema: schema as z.ZodType<Close>,
  node: step => passing([...(step.close === 'silent' ? [] : [say(step.close)]), mark('closed_normal')], [{ go: '@rest' }]),
  targets: () => [],
  texts: step => (step.close === 'silent' ? [] : [step.close]),
});
