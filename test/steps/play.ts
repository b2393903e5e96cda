/** Plays a case on the real parser, compiler and `advance`, and tells what came of it in the words of the cases. */
import { instantOf } from '../../flows/calendar/zones.js';
import { parseProtocol } from '../../flows/protocol.js';
import type { Sensed } from '../../flows/sense/types.js';
import type { Happened } from '../../flows/events.js';
import type { Talk } from '../support/talk.js';
import { LANDED, tinyProtocol } from '../support/tiny-protocol.js';
import { type Universe, universe } from '../support/universe.js';
import type { Case, Said } from './cases.js';

export function problemsOf({ step, more, texts }: Case): string[] {
  const parsed = parseProtocol(tinyProtocol(step, { more, texts }), 'case');
  return 'problems' in parsed ? parsed.problems.map(p => p.message) : [];
}

/** The talk after the last thing that the case says. */
export function playCase(c: Case): Talk {
  const { staffed, removes, ...before } = c.given;
  const talk = universeOf(c).talk().remembers(before);
  if (staffed !== undefined) talk.world.staffed = staffed;
  if (removes) talk.world.removes = true;
  for (const said of [c.arrives, ...c.says]) happens(talk, said);
  return talk;
}

const universes = new WeakMap<Case, Universe>();

function universeOf(c: Case): Universe {
  const made = universes.get(c) ?? universe(tinyProtocol(c.step, { more: c.more, texts: c.texts }));
  universes.set(c, made);
  return made;
}

function happens(talk: Talk, said: Said): void {
  if (typeof said === 'string') talk.says(said);
  else if ('passes' in said) talk.passes(said.passes as string);
  else if ('media' in said) {
    const { media: type, ...point } = said as { media: 'audio' };
    talk.says('', { media: { type, ...point } });
  } else if ('text' in said && !('type' in said)) {
    const { text, uncallable, ...sensed } = said as { text: string; uncallable?: true } & Partial<Sensed>;
    talk.says(text, { sensed, ...(uncallable && { uncallable }) });
  } else talk.does(withInstants(said) as Happened);
}

/** "2026-03-03T15:00" in Santiago → ms UTC, anywhere in an event. */
function withInstants(value: unknown): unknown {
  if (typeof value === 'string') return LOCAL_TIME.test(value) ? instantOf(value, 'America/Santiago') : value;
  if (Array.isArray(value)) return value.map(withInstants);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withInstants(inner)]));
}

const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** Keys of what was said. A landing's question only shows where she arrived. */
export const keysSaid = (talk: Talk): string[] => said(talk).map(m => m.key);
export const textsSaid = (talk: Talk): string[] => said(talk).map(m => m.text);
const said = (talk: Talk) => talk.messages.filter(m => m.key !== LANDED);
