/**
 * What no step has to write: danger, a person, the menu, "repeat", another language and "somebody came" are understood
 * wherever a case of any kind ends.
 */
import { describe, expect, test } from 'vitest';
import { leaves } from '../../flows/snapshot.js';
import { MEDIUM } from '../../flows/sense/types.js';
import { stepKinds } from '../../flows/steps/index.js';
import type { Talk } from '../support/talk.js';
import { type Case, casesOf } from './cases.js';
import { playCase } from './play.js';

const ends = stepKinds
  .flatMap(({ kind }) => casesOf(kind).map(c => [kind, c.about, c] as const))
  .filter(([, , c]) => !c.problems);

/** The ends at which the robot waits for her in a step, has not been asked to keep quiet, and asked of no danger yet. */
const listening = ends.filter(([, , c]) => {
  const talk = playCase(c);
  const { quiet, cover, guess } = talk.context.marks;
  return !talk.at.startsWith('@') && !quiet && !cover && guess !== 'asked';
});

test('there are enough of them to mean something', () => {
  expect(new Set(ends.map(([kind]) => kind)).size).toBe(stepKinds.length);
  expect(listening.length).toBeGreaterThan(60);
});

describe.each(ends)('after %s: %s', (_kind, _about, c) => {
  test('SOS opens the emergency in one turn', () => {
    expectOpen(c, talk => talk.says('SOS'));
  });

  test('the SOS button opens it without a word', () => {
    expectOpen(c, talk => talk.says('', { sosButton: true }));
  });

  test('imminent danger opens it, whatever the words', () => {
    expectOpen(c, talk => talk.says('está rompiendo la puerta', { sensed: { risk: 'imminent' } }));
  });

  test('"somebody comes" is answered with silence', () => {
    expect(playCase(c).says('viene').messages).toEqual([]);
  });

  test('it is the same after a night on the disk', () => {
    const [awake, slept] = [playCase(c), playCase(c).sleeps()];
    for (const talk of [awake, slept]) talk.says('no sé qué hacer');
    expect(slept.snapshot.value).toEqual(awake.snapshot.value);
    expect(slept.messages.map(m => m.text)).toEqual(awake.messages.map(m => m.text));
  });
});

describe.each(listening)('where the robot listens, after %s: %s', (_kind, _about, c) => {
  test('a person is one word away', () => {
    const talk = playCase(c);
    talk.says('quiero una persona');
    expect(talk.at).toBe('@queue');
    expect(talk.facts).toContain('handed_to_executive');
  });

  test('meaning a person is enough', () => {
    const talk = playCase(c);
    talk.says('me atiende alguien de verdad', { sensed: { intent: 'human' } });
    expect(talk.at).toBe('@queue');
  });

  test('the menu is one word away', () => {
    const talk = playCase(c);
    talk.says('Menú');
    expect(talk.at).toBe('menu');
  });

  test('"repeat" stays, and says nothing new', () => {
    const talk = playCase(c);
    const [at, before] = [talk.at, new Set(talk.messages.map(m => m.key))];
    const turn = talk.says('repite');
    expect(talk.at).toBe(at);
    expect(turn.messages.filter(m => !before.has(m.key))).toEqual([]);
  });

  test('she is answered in the language she changes to', () => {
    const talk = playCase(c);
    const turn = talk.says('please repeat that', { sensed: { language: 'en' } });
    expect(talk.context.locale).toBe('en');
    expect(turn.messages.filter(m => !m.text.startsWith('en '))).toEqual([]);
  });

  test('"somebody comes" tells the people, who know that she must not be buzzed', () => {
    const talk = playCase(c);
    const turn = talk.says('viene');
    expect(turn.milestones).toEqual(['silent_hold', 'executive_alerted']);
    expect(talk.context.marks.quiet).toBe(true);
  });

  test('grave words are asked about once, and people are told meanwhile', () => {
    const talk = playCase(c);
    const key = talk.context.marks.greeted ? 'in-danger' : 'in-danger-first';
    const turn = talk.says('me va a pegar de nuevo', {
      sensed: {
        risk: 'high',
        riskScore: 0.8,
        // After danger was told a guess without a word of alarm is told to people alone.
        ...(talk.context.risk >= MEDIUM
          ? { signals: [{ group: 'threat', level: 'H' as const, phrase: 'me va a pegar', at: 0 }] }
          : {}),
      },
    });
    expect(talk.at).toBe('@unsure');
    expect(turn.messages.map(m => m.key)).toEqual([key]);
    expect(turn.milestones).toContain('executive_alerted');
  });

  test('what only a model may hear is told to people and asked about last, and a no to it opens nothing', () => {
    const talk = playCase(c);
    const turn = talk.says('me va a retar de nuevo', { sensed: { risk: 'high', riskScore: 0.5 } });
    expect(turn.milestones).toContain('executive_alerted');
    // After danger was told, few words that nobody foresaw are told to people alone: he may look.
    expect(turn.messages.at(-1)?.key).toMatch(/^(?:in-danger|in-danger-first|guideline\.\w+|safe\.unclear)$/);
    talk.says('no');
    expect(talk.context.marks.emergency).toBe(false);
  });

  test('an aggressor on her telephone learns nothing', () => {
    const talk = playCase(c);
    const turn = talk.says('quién es usted, qué le dijo mi mujer', { sensed: { intent: 'aggressor' } });
    expect(turn.messages).toEqual([]);
    expect(talk.at).toBe('@queue');
    expect(talk.context.marks.doubt).toBe(true);
  });

  test('who asks only who writes learns nothing, whatever the step asks', () => {
    const talk = playCase(c);
    const turn = talk.says('oye, kien eres');
    expect(turn.messages).toEqual([]);
    expect(turn.milestones).toContain('executive_alerted');
    expect(talk.at).toBe('@queue');
    expect(talk.context.marks.doubt).toBe(true);
  });
});

function expectOpen(c: Case, act: (talk: Talk) => unknown): void {
  const talk = playCase(c);
  act(talk);
  expect(talk.context.marks.emergency).toBe(true);
  expect(leaves(talk.snapshot.value).filter(leaf => leaf.startsWith('emergency.idle'))).toEqual([]);
  expect(talk.facts).toContain('emergency_open');
}
