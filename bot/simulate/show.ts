/** What people read of played dialogues: passed or failed, what was expected and found, and the chat when asked for. */
import type { Happened, Played } from './events.js';

export function verdictOf({ id, failures }: Played): string[] {
  if (failures.length === 0) return [`✓ ${id}`];
  return [
    `✗ ${id}`,
    ...failures.flatMap(({ check, found }) => [`    expected: ${check}`, `    found:    ${short(found)}`]),
  ];
}

/** The whole chat follows where one file is played; `--json` has it always. */
const FOUND_MOST = 400;
const short = (found: string): string => (found.length > FOUND_MOST ? `${found.slice(0, FOUND_MOST)}…` : found);

/** One line for what she or they read, one for what happened beside it. */
export function chatOf({ events }: Played): string[] {
  return events.flatMap(event => {
    const line = lineOf(event);
    return line === null
      ? []
      : line.split('\n').map((text, i) => `    ${(i === 0 ? clockOf(event.at_s) : '').padStart(9)}  ${text}`);
  });
}

/** 3725 → 1:02:05 */
function clockOf(seconds: number): string {
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const minutes = `${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds >= 3_600 ? `${Math.floor(seconds / 3_600)}:${minutes}` : minutes;
}

const AUTHOR = { bot: 'bot', safety: 'safety', executive: 'executive' } as const;

function lineOf(event: Happened): string | null {
  switch (event.kind) {
    case 'inbound':
      return `she: ${event.text}${event.media ? `[${event.media}]` : ''}${event.duplicate ? ' (delivered again)' : ''}`;
    case 'outbound':
      return `${AUTHOR[event.author]}${event.name ? ` ${event.name}` : ''}: ${event.text}${event.choices ? `\n[${event.choices.join('] [')}]` : ''}`;
    case 'milestone':
      return `  · ${event.name}`;
    case 'thread':
      return `  · ${event.owner} has her`;
    case 'emergency':
      return `  · emergency ${event.phase}`;
    case 'risk':
      return `  · risk ${event.level}`;
    case 'step':
      return `  · at ${event.id}`;
    case 'call':
      return `  · call ${event.institution} ${event.outcome ?? event.state}`;
    case 'withheld':
      return `  · withheld (${event.why}): ${event.text}`;
    case 'alert':
      return `  · alert: ${event.why}`;
    case 'appointment':
      return `  · appointment ${event.state} ${event.slot ?? ''}`;
    case 'email':
      return `  · e-mail "${event.subject}"`;
    case 'record':
      return `  · record ${event.type}`;
    case 'refused':
      return `  · refused: ${event.what}, ${event.why}`;
    case 'close':
    case 'block':
      return `  · ${event.kind} ${event.reason}`;
    case 'case':
      return `  · case ${event.folio} ${event.status}`;
    default:
      return null;
  }
}
