/**
 * A short conversation to a step or a fact, found by having it: texts that each kind of step says take its exits,
 * what the shell answers, and time. On the real machine, first where less is left to go (far.ts). verify's own search
 * (pathTo) finds what this one does not, and takes longer.
 */
import type { FlowEvent, World } from '../../flows/events.js';
import { hear } from '../../flows/hear.js';
import { leaves, timersOf } from '../../flows/snapshot.js';
import { kindOf } from '../../flows/steps/index.js';
import { advance, begin, contextOf, type Snapshot } from '../../flows/turn.js';
import type { Running } from '../conversations.js';
import { farFrom, type Goal } from './far.js';

export interface Before {
  event: FlowEvent;
  /** What she writes, where it is she who does. */
  text: string | null;
}

/** What she may write anywhere. */
const TEXTS = ['hola', 'sí', 'no', 'gracias', 'persona', 'mis datos', 'auxilio', 'Los Aromos 114'];
/** Situations looked at before the search is given up. */
const SEEN_MOST = 600;
/** A step that is left to go counts as much as so many turns already gone: without it a booking, many turns away, drowns in all that is nearer. */
const FAR_WEIGHS = 5;
/** Steps whose answers may be asked for before they are reached. */
const ANYWHERE: ReadonlySet<string> = new Set(['choose', 'email-copy', 'appointment']);
const SHAPE = { buttons: null, list: null, body: 4_096 };
const BY = { id: 'A', name: 'Ejecutiva A' };
const REASONS = ['done', 'aggressor', 'prank'] as const;
const HOUR_MS = 3_600_000;

interface Place {
  snapshot: Snapshot;
  path: readonly Before[];
}

/** Null when nothing of the kind leads there. @param now ms UTC of the whole conversation */
export function shortWay(running: Running, goal: Goal, now: number): readonly Before[] | null {
  const { compiled, protocol, senses } = running;
  const world: World = { now, open: true, staffed: true, onCall: false };
  const anywhere = textsOf(running);
  const heard = new Map<string, FlowEvent>();
  const hears = (text: string, snapshot: Snapshot): FlowEvent => {
    const { step, marks, risk, locale } = contextOf(snapshot);
    const key = [text, step, marks.emergency, marks.greeted, risk, locale].join('|');
    const event = heard.get(key) ?? hear(protocol, senses, contextOf(snapshot), { text, media: null }, world);
    heard.set(key, event);
    return event;
  };
  const far = farFrom(protocol, goal);
  const first: Place = { snapshot: begin(compiled), path: [] };
  const seen = new Set([keyOf(first.snapshot)]);
  // By how long the way is and, more, by how far it still is: of those alike, first come first served.
  const open: Place[][] = [];
  const put = (place: Place): void =>
    void (open[place.path.length + FAR_WEIGHS * far(contextOf(place.snapshot).step)] ??= []).push(place);
  put(first);
  for (let place = take(open); place; place = take(open)) {
    const { snapshot, path } = place;
    const written = [...new Set([...anywhere, ...answersOf(snapshot, running)])].map(text => ({
      event: hears(text, snapshot),
      text,
    }));
    const next: Before[] = [...written, ...shellEvents(snapshot, running, world).map(event => ({ event, text: null }))];
    for (const before of next) {
      const turned = advance(compiled, snapshot, before.event, SHAPE);
      const here = [...path, before];
      if (
        'milestone' in goal
          ? turned.milestones.includes(goal.milestone)
          : contextOf(turned.snapshot).step === goal.step && contextOf(turned.snapshot).owner.kind === 'bot'
      )
        return here;
      const key = keyOf(turned.snapshot);
      if (seen.has(key) || seen.size > SEEN_MOST) continue;
      seen.add(key);
      put({ snapshot: turned.snapshot, path: here });
    }
  }
  return null;
}

const take = (open: readonly Place[][]): Place | undefined => open.find(places => places?.length)?.shift();

/** What the step that waits says would take its exits. */
function answersOf(snapshot: Snapshot, { protocol }: Running): string[] {
  const { step: id } = contextOf(snapshot);
  const step = id === null ? undefined : protocol.steps[id];
  return (step && kindOf(step)?.answersToTry?.(step as never)) ?? [];
}

/** What may be written anywhere: words that choose something of a menu or ask for a copy or a day, and a question that a sheet answers. */
function textsOf({ protocol }: Running): string[] {
  const tried = Object.values(protocol.steps).flatMap(step => {
    const kind = kindOf(step);
    return kind && ANYWHERE.has(kind.kind) ? (kind.answersToTry?.(step as never) ?? []) : [];
  });
  const asked = protocol.sheets
    .filter(s => !s.sensitive)
    .flatMap(s => s.questions.slice(0, 1))
    .slice(0, 3);
  return [...new Set([...TEXTS, ...asked, ...tried.filter(text => text.length > 1)])];
}

/** What the shell and time may answer in this state. */
function shellEvents(snapshot: Snapshot, { protocol: { directory } }: Running, world: World): FlowEvent[] {
  const { slot, slots, owner, calls, marks } = contextOf(snapshot);
  const first = directory.institutions.find(i => i.emergency_dispatch && i.phones[0]);
  const institution = first && { id: first.id, name: first.name, number: first.phones[0]!.dial, kind: first.kind };
  const free = [1, 2].map(days => ({ at: world.now + days * 24 * HOUR_MS, staff: 'staff-1' }));
  const held = slot ?? slots[0] ?? free[0]!;
  const call = calls.findIndex(c => c !== null);
  const events: (FlowEvent | null)[] = [
    { type: 'SLOTS', slots: free, asked: true, world },
    slots.length > 0 ? { type: 'HELD', slot: held, until: world.now + HOUR_MS, world } : null,
    slot ? { type: 'BOOKED', slot, appointment: 'before', world } : null,
    { type: 'MAILED', what: 'advice', world },
    { type: 'MAILED', what: 'appointment', world },
    { type: 'REMOVED', removed: 2, left: 0, world },
    { type: 'RECORDED', record: 'data-request', folio: 'D-0', world },
    ...(owner.kind === 'executive'
      ? REASONS.map((reason): FlowEvent => ({ type: 'CLOSE', by: BY, reason, note: null, world }))
      : [{ type: 'TAKE', by: BY, world } as const]),
    marks.emergency && call === -1 && institution ? { type: 'CALL', by: BY, slot: 0, institution, world } : null,
    call === -1 ? null : { type: 'CALL_RESULT', slot: call, outcome: 'dispatched', by: BY, world },
    ...timersOf(snapshot).map(type => ({ type: type as `xstate.after.${string}`, world })),
  ];
  return events.filter(event => event !== null);
}

/** Two situations that are alike are looked at once. */
function keyOf(snapshot: Snapshot): string {
  const { marks, tries, owner, need } = contextOf(snapshot);
  return [
    leaves((snapshot.value as { talk: unknown }).talk).join(' '),
    leaves((snapshot.value as { emergency: unknown }).emergency).join(' '),
    JSON.stringify(marks),
    tries,
    owner.kind,
    need?.intent ?? '',
  ].join('|');
}
