/** What the chat shows between messages: days, silences, what is new since this person last looked, calls as one line. */
import type { Item } from '../../../../bot/console/contract.js';
import type { Line } from '../../live/thread.js';
import { dayKeyOf } from '../../look/times.js';

export type ChatLine =
  | Line
  | { key: string; day: number }
  | { key: string; silenceMs: number }
  | { key: string; newHere: true }
  | { key: string; calls: readonly EventItem[] };

export type EventItem = Extract<Item, { kind: 'event' }>;

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
    add(shown, line);
    before = Math.max(before ?? at, at);
  }
  return shown;
}

/** While nobody takes her, people are called each minute and her silence is told again: one line of calls, the last silence. */
function add(shown: ChatLine[], line: Line): void {
  const event = 'item' in line && line.item.kind === 'event' ? line.item : null;
  const last = shown.length - (isSilence(shown.at(-1)) ? 2 : 1);
  const before = shown[last];
  const run = before && 'calls' in before ? before : null;
  if (event && isCall(event)) {
    if (run) shown[last] = { key: run.key, calls: [...run.calls, event] };
    else shown.push({ key: line.key, calls: [event] });
  } else if (run && event?.event === 'silence' && last < shown.length - 1) shown[shown.length - 1] = line;
  else shown.push(line);
}

const CALLS: ReadonlySet<string> = new Set(['oncall_called', 'oncall_unreached', 'oncall_phone']);
const isCall = ({ event }: EventItem): boolean => CALLS.has(event);
const isSilence = (line: ChatLine | undefined): boolean =>
  line !== undefined && 'item' in line && line.item.kind === 'event' && line.item.event === 'silence';

const atOf = (line: Line): number => {
  if ('lateMark' in line) return line.lateMark.at;
  return line.item.kind === 'message' ? (line.item.lateFrom ?? line.item.at) : line.item.at;
};
