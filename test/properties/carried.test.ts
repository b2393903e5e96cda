/** A conversation whose own definition is gone, whatever it was in the middle of: taken over, and nothing of her is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carried } from '../../flows/carried.js';
import { compile } from '../../flows/compile.js';
import type { Context } from '../../flows/context.js';
import type { World } from '../../flows/events.js';
import { type Frozen, freeze, leaves, timersOf } from '../../flows/snapshot.js';
import { contextOf, type Snapshot, type Turned } from '../../flows/turn.js';
import { PAGE } from '../support/talk.js';
import { universe } from '../support/universe.js';
import { take, walks } from './walk.js';

const shipped = universe();
const other = compile({ ...shipped.protocol, hash: 'another-hash' });
const world: World = { now: Date.UTC(2026, 4, 19, 15), open: true, staffed: true, onCall: false };

const over = (frozen: Frozen | undefined, armed: Iterable<string> = []): Turned =>
  carried(other, frozen, { world, shape: PAGE, armed });

const isOpenEmergency = (snapshot: Snapshot): boolean => !leaves(snapshot.value).includes('emergency.idle');

/** What must be the same whoever has her. */
const known = ({ risk, riskBy, place, known: said, calls, ledger, guideline, kept, appointment }: Context) => ({
  risk,
  riskBy,
  place,
  said,
  calls,
  ledger,
  guideline,
  kept,
  appointment,
});

describe('a conversation that is taken over', () => {
  test('keeps what is known of her, her emergency, her calls and her person; what it waits for is armed', () => {
    fc.assert(
      fc.property(walks, acts => {
        const talk = shipped.talk();
        for (const act of acts) take(talk, act);
        const before = talk.context;
        const { snapshot, timers, effects } = over(freeze(shipped.compiled, talk.snapshot), talk.timers.keys());
        const after = contextOf(snapshot);

        expect(isOpenEmergency(snapshot)).toBe(isOpenEmergency(talk.snapshot));
        expect(known(after)).toEqual(known(before));
        expect(after.owner).toEqual(
          before.owner.kind === 'executive' ? before.owner : { kind: 'queue', reason: expect.any(String) as string },
        );
        expect(after.epoch).toBeGreaterThanOrEqual(before.epoch);
        expect(effects.map(effect => effect.type)).toContain('alert');
        const armed = new Set(talk.timers.keys());
        for (const [timer, change] of timers) {
          if (change === 'cancelled') armed.delete(timer);
          else armed.add(timer);
        }
        expect([...armed].sort()).toEqual(timersOf(snapshot).sort());
      }),
      { numRuns: 60 },
    );
  });

  test('whose places are gone has its emergency opened anew, and its calls kept', () => {
    const talk = shipped.talk();
    const by = { id: 'ana', name: 'Ana' };
    const institution = { id: 'carabineros-133', name: 'Carabineros', number: '133', kind: 'police' };
    talk.does({ type: 'SOS', why: 'word', read: null });
    talk.does({ type: 'TAKE', by });
    talk.does({ type: 'CALL', by, slot: 0, institution });
    const frozen = freeze(shipped.compiled, talk.snapshot);
    const value = { ...(frozen.value as object), emergency: 'gone', call0: 'gone', talk: 'gone' };

    const { snapshot } = over({ ...frozen, value, historyValue: {} }, talk.timers.keys());
    const after = contextOf(snapshot);

    expect(isOpenEmergency(snapshot)).toBe(true);
    expect(after.marks).toMatchObject({ emergency: true, open: 0 });
    expect(after.owner.kind).toBe('queue');
    expect(after.epoch).toBeGreaterThan(talk.context.epoch);
    expect(after.risk).toBe(talk.context.risk);
    expect(after.ledger).toMatchObject([{ institution, outcome: null }]);
  });

  test('of which nothing can be read goes to a person', () => {
    for (const frozen of [undefined, {}, { value: 'x', context: null }])
      expect(contextOf(over(frozen as Frozen | undefined).snapshot).owner.kind).toBe('queue');
  });
});
