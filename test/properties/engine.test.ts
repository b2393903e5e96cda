/** What holds in every conversation, however strange: random walks over the protocol that ships. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { transition } from 'xstate';
import type { Compiled } from '../../flows/compile.js';
import { compile } from '../../flows/compile.js';
import type { Context } from '../../flows/context.js';
import { isTimer } from '../../flows/events.js';
import { freeze, leaves, SnapshotDoesNotFit, thaw, timersOf } from '../../flows/snapshot.js';
import { advance, contextOf, type Snapshot, type Turned } from '../../flows/turn.js';
import { PAGE, type Talk } from '../support/talk.js';
import { universe } from '../support/universe.js';
import { type Act, take, walks } from './walk.js';

const shipped = universe();

/** Runs `check` after each walk, on the talk it made. */
function expectAfterAnyWalk(check: (talk: Talk, acts: readonly Act[]) => void, numRuns = 60): void {
  fc.assert(
    fc.property(walks, acts => {
      const talk = walked(acts);
      check(talk, acts);
    }),
    { numRuns },
  );
}

/** The talk after a walk; what it remembers is frozen after every act, so that a change of it would throw. */
function walked(acts: readonly Act[], between: (talk: Talk) => void = () => {}): Talk {
  const talk = shipped.talk();
  for (const act of acts) {
    take(talk, act);
    deepFreeze(talk.context);
    between(talk);
  }
  return talk;
}

describe('the engine', () => {
  test('decides on its fast road what XState decides on its own', () => {
    const slow = onXStatesRoad(shipped.compiled);
    expectAfterAnyWalk(talk => {
      for (const { before, event, turned } of talk.turns) {
        expect(shown(advance(slow, before, event, PAGE))).toEqual(shown(turned));
      }
    }, 30);
  });

  test('goes on after every turn from the disk as from memory', () => {
    expectAfterAnyWalk((awake, acts) => {
      const slept = walked(acts, talk => talk.sleeps());
      expect(slept.messages).toEqual(awake.messages);
      expect(slept.facts).toEqual(awake.facts);
      expect(slept.effects).toEqual(awake.effects);
      expect([...slept.timers]).toEqual([...awake.timers]);
      expect(slept.context).toEqual(awake.context);
    });
  });

  test('decides the same twice, and changes nothing that it was given', () => {
    expectAfterAnyWalk(talk => {
      for (const { before, event, turned } of talk.turns) {
        const kept = JSON.stringify(contextOf(before));
        expect(shown(advance(shipped.compiled, before, event, PAGE))).toEqual(shown(turned));
        expect(JSON.stringify(contextOf(before))).toBe(kept);
      }
    }, 30);
  });

  test('runs exactly the timers that its state waits for', () => {
    expectAfterAnyWalk(talk => expect([...talk.timers.keys()].sort()).toEqual(timersOf(talk.snapshot).sort()));
  });

  test('says whole sentences', () => {
    expectAfterAnyWalk(talk => {
      for (const { text } of talk.messages) expect(text).toMatch(/^[^{}]+$/);
    });
  });
});

describe('who may speak', () => {
  test('the robot never speaks while a person owns the talk', () => {
    const gives = ['RELEASE', 'CLOSE'];
    expectAfterAnyWalk(talk => {
      for (const { before, event, turned } of talk.turns) {
        const owned =
          contextOf(turned.snapshot).owner.kind === 'executive' || (isHers(before) && !gives.includes(event.type));
        if (owned) expect(turned.messages.filter(m => m.author === 'bot')).toEqual([]);
      }
    });
  });

  test('author safety speaks only in an emergency', () => {
    expectAfterAnyWalk(talk => {
      for (const { before, turned } of talk.turns) {
        if (turned.messages.some(m => m.author === 'safety')) expect(contextOf(before).marks.emergency).toBe(true);
      }
    });
  });

  test('each change of owner raises the epoch, and nothing lowers it', () => {
    expectAfterAnyWalk(talk => {
      for (const { before, turned } of talk.turns) {
        const [was, is] = [contextOf(before), contextOf(turned.snapshot)];
        expect(is.epoch).toBeGreaterThanOrEqual(was.epoch);
        if (ownerOf(was) !== ownerOf(is)) expect(is.epoch).toBeGreaterThan(was.epoch);
      }
    });
  });

  test('no timer buzzes a telephone that must be still', () => {
    expectAfterAnyWalk(talk => {
      for (const { before, event, turned } of talk.turns) {
        if (contextOf(before).marks.quiet && isTimer(event.type)) expect(turned.messages).toEqual([]);
      }
    });
  });
});

describe('danger', () => {
  test('SOS opens the emergency in one turn, from anywhere', () => {
    expectAfterAnyWalk(talk => {
      talk.says('SOS');
      expect(talk.context.marks.emergency).toBe(true);
      expect(talk.facts).toContain('emergency_open');
    });
  });

  test('only a person ends an emergency, and never while a call has no outcome', () => {
    expectAfterAnyWalk(talk => {
      for (const { before, event, turned } of talk.turns) {
        if (!isOpenEmergency(before) || isOpenEmergency(turned.snapshot)) continue;
        expect(['REFERRAL', 'DISCARD', 'CLOSE']).toContain(event.type);
        expect(contextOf(before).marks.open).toBe(0);
      }
    });
  });

  test('no machine lowers a risk, nor a person without a reason', () => {
    expectAfterAnyWalk(talk => {
      for (const { before, turned } of talk.turns)
        expect(contextOf(turned.snapshot).risk).toBeGreaterThanOrEqual(contextOf(before).risk);
    });
  });

  test('a call that was dialled keeps its place until it has an outcome', () => {
    expectAfterAnyWalk(talk => {
      for (const { before, event, turned } of talk.turns) {
        const lost = contextOf(before).calls.filter((call, slot) => call && !contextOf(turned.snapshot).calls[slot]);
        if (lost.length > 0) expect(event.type).toBe('CALL_RESULT');
      }
    });
  });
});

describe('a state on the disk', () => {
  const other = compile({ ...shipped.protocol, hash: 'another-hash' });

  test('is refused by a machine of another hash, or of another protocol', () => {
    expectAfterAnyWalk(talk => {
      const frozen = freeze(shipped.compiled, talk.snapshot);
      expect(() => thaw(other, frozen)).toThrow(SnapshotDoesNotFit);
      expect(() => thaw(shipped.compiled, { ...frozen, protocol: 'municipio' })).toThrow(SnapshotDoesNotFit);
    }, 10);
  });

  test('is refused when it names a place that is not there', () => {
    const frozen = freeze(shipped.compiled, shipped.talk().snapshot);
    for (const talk of [{ bot: 'gone' }, 'gone', { bot: {} }]) {
      expect(() => thaw(shipped.compiled, { ...frozen, value: { ...(frozen.value as object), talk } })).toThrow(
        SnapshotDoesNotFit,
      );
    }
  });
});

// ---- helpers ------------------------------------------------------------------------------------------------------------

/** The same definition, stepped by XState's public `transition` instead of our inert scope. */
function onXStatesRoad(compiled: Compiled): Compiled {
  const { machine } = compiled;
  const step = (snapshot: never, event: never, scope: { actionExecutor(action: unknown): void }): Snapshot => {
    const [next, actions] = transition(machine, snapshot, event);
    for (const action of actions) scope.actionExecutor(action);
    return next as Snapshot;
  };
  const slow = new Proxy(machine, {
    get: (target, name) => (name === 'transition' ? step : (Reflect.get(target, name, target) as unknown)),
  });
  return { ...compiled, machine: slow };
}

/** All that came of a turn, as plain data. */
const shown = ({ snapshot, timers, ...rest }: Turned) => ({
  ...rest,
  timers: [...timers],
  value: snapshot.value as unknown,
  context: contextOf(snapshot),
});

const isHers = (snapshot: Snapshot): boolean => contextOf(snapshot).owner.kind === 'executive';
const isOpenEmergency = (snapshot: Snapshot): boolean => !leaves(snapshot.value).includes('emergency.idle');
const ownerOf = ({ owner }: Context): string => (owner.kind === 'executive' ? owner.id : owner.kind);

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}
