/**
 * Whom the demo plays: citizens' stories out of the protocol's own dialogues, mixed as a day is. Most ask and are answered
 * by the robot, some wait for a person, a few book a call, and one or two are in danger. What a story comes to is not
 * guessed from its name: each is played on the engine first, as its citizen writes it and with nobody answering.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Milestone } from '../../flows/milestones.js';
import type { Protocols } from '../conversations.js';
import { CannotPlay } from '../simulate/cannot.js';
import type { Dialogue } from '../simulate/dialogue.js';
import type { Happened } from '../simulate/events.js';
import { play } from '../simulate/play.js';
import { readDialogues } from '../simulate/read.js';

export interface Line {
  atS: number;
  text: string;
}

export type Sort = 'information' | 'queue' | 'booking' | 'emergency';

export interface Story {
  sort: Sort;
  lines: readonly Line[];
}

/** Of the citizens of a day; who is none of these asks and is answered. */
const SHARE = { emergency: 1 / 14, booking: 1 / 9, queue: 1 / 4 } as const satisfies Partial<Record<Sort, number>>;
/** What comes later in a dialogue is of another hour. */
const WATCHED_S = 3_600;

/** How many of each sort among so many citizens. */
export function mixOf(citizens: number): Record<Sort, number> {
  const part = (sort: keyof typeof SHARE) => Math.round(citizens * SHARE[sort]);
  const [emergency, booking, queue] = [part('emergency'), part('booking'), part('queue')];
  return { information: citizens - emergency - booking - queue, queue, booking, emergency };
}

/** The stories in the order in which they arrive, each sort spread over the whole; fewer sorts when there are no others. */
export async function storiesOf(folder: string, citizens: number, protocols: Protocols): Promise<Story[]> {
  const wanted = mixOf(citizens);
  const found: Record<Sort, Story[]> = { information: [], queue: [], booking: [], emergency: [] };
  for (const dialogue of candidatesIn(folder)) {
    const isFull = (sort: Sort) => found[sort].length >= wanted[sort];
    if (sorts.every(isFull)) break;
    if (isFull(expectedOf(dialogue))) continue;
    const story = await storyOf(dialogue, protocols);
    if (story && !isFull(story.sort)) found[story.sort].push(story);
  }
  const plenty = sorts.find(sort => found[sort].length > 0);
  if (!plenty) return [];
  return sorts
    .flatMap(sort => {
      const those = found[sort].length > 0 ? found[sort] : found[plenty];
      // With more citizens than stories they are told again.
      return Array.from({ length: wanted[sort] }, (_, i) => ({
        at: (i + 0.5) / wanted[sort],
        story: those[i % those.length]!,
      }));
    })
    .sort((a, b) => a.at - b.at)
    .map(({ story }) => story);
}

const sorts: readonly Sort[] = ['information', 'queue', 'booking', 'emergency'];

/** One of each file after the other, so that those who come first are not all about the same. */
function* candidatesIn(folder: string): Generator<Dialogue> {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder)
    .filter(file => /\.ya?ml$/.test(file))
    .sort()
    .map(file => readDialogues(file, readFileSync(path.join(folder, file), 'utf8')).dialogues.filter(isHers));
  for (let i = 0; files.some(dialogues => i < dialogues.length); i++)
    for (const dialogues of files) if (dialogues[i]) yield dialogues[i]!;
}

/** Hers alone, from its beginning: nobody of the service acts in it, and the world does nothing that the demo cannot do. */
const isHers = ({ setup, turns }: Dialogue): boolean =>
  setup.step === undefined &&
  setup.contact === undefined &&
  setup.executives === undefined &&
  turns.every(turn => (turn.from === 'citizen' ? Boolean(turn.text) : turn.from === 'system' && turn.do === 'wait'));

/** By what the dialogue itself expects: saves playing those that are not needed any more. */
function expectedOf({ expect }: Dialogue): Sort {
  const reaches = (milestone: Milestone) => expect?.reaches?.includes(milestone) ?? false;
  if (reaches('emergency_open')) return 'emergency';
  if (reaches('support_confirmed')) return 'booking';
  return reaches('handed_to_executive') ? 'queue' : 'information';
}

/** Null when it is no story to watch: one line alone or over and over, or a danger that opens no emergency and only alarms. */
async function storyOf(dialogue: Dialogue, protocols: Protocols): Promise<Story | null> {
  const lines = dialogue.turns.flatMap(turn =>
    turn.from === 'citizen' && turn.at_s < WATCHED_S ? [{ atS: turn.at_s, text: turn.text ?? '' }] : [],
  );
  if (new Set(lines.map(line => line.text)).size < Math.max(2, lines.length)) return null;
  try {
    const sort = sortOf((await play(dialogue, protocols)).events);
    return sort && { sort, lines };
  } catch (error) {
    if (error instanceof CannotPlay) return null;
    throw error;
  }
}

export function sortOf(events: readonly Happened[]): Sort | null {
  if (events.some(one => one.kind === 'emergency')) return 'emergency';
  if (events.some(one => one.kind === 'risk' && (one.level === 'high' || one.level === 'imminent'))) return null;
  if (events.some(one => one.kind === 'appointment' && one.state === 'confirmed')) return 'booking';
  return events.some(one => one.kind === 'handoff') ? 'queue' : 'information';
}
