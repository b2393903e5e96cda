/** How expectations are read, as the format says. */
import { expect, test } from 'vitest';
import type { Milestone } from '../../flows/milestones.js';
import type { Happened } from './events.js';
import { failuresOf } from './expect.js';

let at = 0;
const she = (text: string, at_s = 0): Happened => ({ at_s: (at = at_s), kind: 'inbound', text, id: text });
const bot = (text: string, choices?: string[]): Happened => ({
  at_s: at,
  kind: 'outbound',
  text,
  author: 'bot',
  ...(choices ? { choices } : {}),
});
const fact = (name: Milestone, at_s = at): Happened => ({ at_s, kind: 'milestone', name });
const checks = (expected: Parameters<typeof failuresOf>[0], ...events: Happened[]): string[] =>
  failuresOf(expected, events).map(f => f.check);

test('milestones are a subsequence: others may lie between, the order counts', () => {
  const events = [fact('welcome'), fact('menu'), fact('safety_check')];
  expect(checks({ reaches: ['welcome', 'safety_check'] }, ...events)).toEqual([]);
  expect(checks({ reaches: ['safety_check', 'menu'] }, ...events)).toEqual(['reaches safety_check, menu']);
  expect(checks({ reaches: ['menu', 'menu'] }, ...events)).toHaveLength(1);
});

test('what must not happen is told with its time', () => {
  expect(failuresOf({ never: ['survey_sent'] }, [fact('survey_sent', 12)])).toEqual([
    { check: 'never survey_sent', found: 'at 12 s' },
  ]);
});

test('expressions match without accents or case, from the start of a word only', () => {
  const events = [she('hola'), bot('Dirección: ¿dónde ESTÁS?\nLlama al 133')];
  expect(checks({ must_say: ['direccion', 'donde estás', '133', 'estas. llama'] }, ...events)).toEqual([]);
  expect(checks({ must_say: ['33', 'reccion'] }, ...events)).toHaveLength(2);
});

test('what a person writes is no answer of the service, and still must not be said', () => {
  const events: Happened[] = [
    she('hola'),
    { at_s: 1, kind: 'outbound', text: 'Soy Marta, calma', author: 'executive' },
  ];
  expect(checks({ must_say: ['marta'] }, ...events)).toHaveLength(1);
  expect(checks({ must_not_say: ['calma'] }, ...events)).toHaveLength(1);
});

test('labels of choices were said too', () => {
  expect(checks({ must_not_say: ['peligro'] }, she('hola'), bot('Elige', ['Estoy en peligro']))).toHaveLength(1);
});

test('a check covers its turn until the next one', () => {
  const events = [
    she('uno', 0),
    bot('primero'),
    she('dos', 10),
    she('tres', 20),
    bot('tercero'),
    fact('emergency_open', 24),
  ];
  expect(
    checks(
      {
        checks: [
          { after: 2, silent: true },
          { after: 3, must_say: ['tercero'], must_not_say: ['primero'] },
        ],
      },
      ...events,
    ),
  ).toEqual([]);
  expect(checks({ checks: [{ after: 1, silent: true }] }, ...events)).toEqual(['after 1: silent']);
  expect(checks({ checks: [{ after: 'end', reaches: ['emergency_open'], within_s: 5 }] }, ...events)).toEqual([]);
  expect(checks({ checks: [{ after: 3, reaches: ['emergency_open'], within_s: 3 }] }, ...events)).toHaveLength(1);
});

test('within so many turns counts from its own', () => {
  const events = [she('uno', 0), she('dos', 10), fact('menu')];
  expect(checks({ checks: [{ after: 1, reaches: ['menu'], within_turns: 1 }] }, ...events)).toHaveLength(1);
  expect(checks({ checks: [{ after: 1, reaches: ['menu'], within_turns: 2 }] }, ...events)).toEqual([]);
});

test('a message delivered again is a turn of the file, and a turn that never was is told', () => {
  const events: Happened[] = [
    she('uno'),
    bot('hola'),
    { at_s: 1, kind: 'inbound', text: 'uno', id: 'uno', duplicate: true },
  ];
  expect(failuresOf({ checks: [{ after: 2, silent: true }] }, events)).toEqual([]);
  expect(failuresOf({ checks: [{ after: 3, silent: true }] }, events)).toEqual([
    { check: 'after 3: a 3rd citizen turn', found: 'the dialogue has 2' },
  ]);
});

test('an act that the desk refuses fails what it is in; who is late of two who take does not, nor a store out of reach', () => {
  const refused = (what: string, why: string): Happened => ({ at_s: 9, kind: 'refused', what, why });
  expect(failuresOf({}, [refused('say', 'not-yours')])).toEqual([
    { check: 'the desk takes "say"', found: 'refused at 9 s: not-yours' },
  ]);
  expect(
    checks({}, refused('take', 'owned'), refused('say', 'store down'), refused('message a', 'store down')),
  ).toEqual([]);
});
