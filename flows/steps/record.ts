/**
 * `record`: writes something down for the people of the service, and tells her its number.
 *
 *     privacy.record: { record: data-request, told: sys.mis-datos, next: privacy.done }
 *     support.record: { record: referral, next: survey }
 */
import { z } from 'zod';
import { stepKind } from './kind.js';
import { mark, passing, say, stepId, textKey } from './parts.js';

const schema = z.strictObject({ record: z.enum(['data-request', 'referral']), told: textKey.optional(), next: stepId });
type RecordStep = z.infer<typeof schema>;

const WAIT_MS = 60_000;

export const record = stepKind<RecordStep>({
  kind: 'record',
  about: 'Deja constancia, y dice el número.',
  schema: schema as z.ZodType<RecordStep>,
  node: step => {
    const effect = { effect: 'record' as const, params: { record: step.record } };
    if (!step.told) return passing([effect], [{ go: step.next }]);
    return {
      initial: 'recording',
      states: {
        recording: {
          entry: [effect],
          otherwise: [{ do: [say('record.wait')] }],
          on: {
            RECORDED: [
              {
                go: step.next,
                do: [
                  ...(step.record === 'data-request' ? [mark('data_request_recorded')] : []),
                  say(step.told),
                  mark('folio_told'),
                ],
              },
            ],
          },
          silence: {
            after: WAIT_MS,
            moves: [
              { go: '@queue', do: [{ change: { owner: 'queue', reason: 'sin folio' } }, mark('handed_to_executive')] },
            ],
          },
        },
      },
    };
  },
  targets: step => [step.next],
  texts: step => (step.told ? [step.told, 'record.wait'] : []),
});
