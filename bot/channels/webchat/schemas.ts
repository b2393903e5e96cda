/** What her page sends, as schemas. The page is ours, so there is no OpenAPI page for it and its answers may change with it. */
import { z } from 'zod';
import { afterSeq, externalId, messageText } from '../web/fields.js';

/** A message may wait this long in her page for a connection and still say when she wrote it. */
const WAITED_MAX_MS = 7 * 86_400_000;

export const written = z.strictObject({
  id: externalId('Made by the page: the same id again is the same message.'),
  text: messageText,
  /** Milliseconds it waited in the page. Not an instant: the clock of her telephone may be wrong. */
  waited: z.int({ error: 'must be whole milliseconds' }).min(0).max(WAITED_MAX_MS).optional(),
  /** The language of her page, when she just chose it. */
  locale: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'must be two letters, such as es' })
    .optional(),
  sos: z.boolean({ error: 'must be true or false' }).optional(),
  /** Where she is, in degrees. */
  place: z
    .strictObject(
      { lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) },
      { error: 'must be {lat, lon}' },
    )
    .optional(),
});

export const fileQuery = z.object({ id: externalId('Made by the page: the same id again is the same message.') });

export const receivedUpTo = z.strictObject({
  seq: z.int({ error: 'must be the seq of a line' }).min(1).max(1_000_000_000),
  /** Of which conversation that line is, as it says it; an older page does not. */
  of: z.string().max(40).optional(),
});

export const linesQuery = z.object({
  after: afterSeq,
  /** Of which conversation these lines are, as they say it. */
  of: z.string().max(40).default(''),
});
