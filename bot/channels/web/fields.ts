/** The fields that both web channels take, each with its limits, its words when it does not fit, and its documentation. */
import { z } from 'zod';

/** In characters as people count them, not in bytes. */
export const TEXT_MAX = 10_000;
const ID_MAX = 128;
/** The last instant that a Date can hold. */
const LAST_INSTANT = 8_640_000_000_000_000;

/** An id of the other side's making: any characters that can be seen. */
export const externalId = (description: string) =>
  z
    .string({ error: `must be a text of 1 to ${ID_MAX} visible characters` })
    .refine(isVisible, { error: `must have 1 to ${ID_MAX} visible characters, without controls` })
    .meta({ description, minLength: 1, maxLength: ID_MAX });

/** What she wrote. Empty is refused (400), and so is what is longer than a channel could show (413). */
export const messageText = z
  .string({ error: 'must be a text' })
  .refine(text => text.trim() !== '', { error: 'is empty; send what the person wrote' })
  .superRefine((text, context) => {
    if (lengthOf(text) <= TEXT_MAX) return;
    context.addIssue({
      code: 'custom',
      params: { status: 413 },
      message: `has ${lengthOf(text)} characters; at most ${TEXT_MAX}`,
    });
  })
  .meta({ description: 'What the person wrote.', minLength: 1, maxLength: TEXT_MAX, example: 'hola' });

/** An instant, as milliseconds UTC or as ISO 8601 with its zone. Becomes milliseconds. */
export const instant = z
  .union([z.int().min(0).max(LAST_INSTANT), z.iso.datetime({ offset: true })], {
    error: 'must be milliseconds UTC (1772452800000) or ISO 8601 with its zone (2026-03-02T09:00:00-03:00)',
  })
  .meta({ description: 'When the person wrote it: milliseconds UTC, or ISO 8601 with its zone. Arrival when absent.' });

export const toMs = (at: number | string): number => (typeof at === 'number' ? at : Date.parse(at));

/** `after` of an address: how far the caller has read. */
export const afterSeq = z
  .string()
  .regex(/^\d{1,15}$/, { error: 'must be a whole number, such as 0 or 12' })
  .default('0')
  .meta({ description: 'Only what comes after this seq.' });

const lengthOf = (text: string): number => (text.length <= TEXT_MAX ? text.length : [...text].length);

function isVisible(text: string): boolean {
  return text.length <= ID_MAX && /\S/.test(text) && !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u.test(text);
}
