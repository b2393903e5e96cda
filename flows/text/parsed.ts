/** What a reader of answers returns: the value, or the reason why there is none, as a code for the message catalogue. */

export type Parsed<T, Reason extends string> = { ok: true; value: T } | { ok: false; reason: Reason };

export const found = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const refused = <Reason extends string>(reason: Reason): { ok: false; reason: Reason } => ({
  ok: false,
  reason,
});
