/** What the chat shows between messages: days, silences, what is new since this person last looked. */
import type { Line } from '../../live/thread.js';
import { dayKeyOf } from '../../look/times.js';

export type ChatLine =
  | Line
  | { key: string; day: number }
  | { key: string; silenceMs: number }
  | { key: string; newHere: true };

/** A silence as long as this is shown, ms. */
const SILENCE_MS = 10 * 60_000;

/** `seenTurn`: the last turn that was on this person's screen before; later ones are hers to catch up with. */
export function chatLines(lines: readonly Line[], seenTurn: number | undefined): ChatLine[] {
  const shown: ChatLine[] = [];
  let before: number | null = null;
  let isMarked = seenTurn === undefined;
  for (const line of lines) {
    const at = atOf(line);
    if (before === null || dayKeyOf(before) !== dayKeyOf(at)) shown.push({ key: `day.${line.key}`, day: at });
    else if (at - before >= SILENCE_MS) shown.push({ key: `silence.${line.key}`, silenceMs: at - before });
    if (!isMarked && 'item' in line && line.item.turn > (seenTurn ?? 0)) {
      shown.push({ key: 'new', newHere: true });
      isMarked = true;
    }
    shown.push(line);
    before = Math.max(before ?? at, at);
  }
  return shown;
}

const atOf = (line: Line): number => {
  if ('lateMark' in line) return line.lateMark.at;
  return line.item.kind === 'message' ? (line.item.lateFrom ?? line.item.at) : line.item.at;
};
