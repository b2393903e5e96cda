/** Bytes of a file as text, or where they are none: what is no UTF-8 would be read as other words than were written. */

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text; or the line and column, from 1, of the first byte that is none. */
export function textOf(bytes: Buffer): string | { line: number; column: number } {
  try {
    return UTF8.decode(bytes);
  } catch {
    return placeOf(bytes);
  }
}

function placeOf(bytes: Buffer): { line: number; column: number } {
  const back = Buffer.from(bytes.toString('utf8'), 'utf8');
  const length = Math.min(bytes.length, back.length);
  let at = 0;
  while (at < length && bytes[at] === back[at]) at++;
  const before = bytes.toString('utf8', 0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
