import { expect, test } from 'vitest';
import { aRow } from '../../test/support/row.js';
import type { QueueRow } from '../console/contract.js';
import { Alarms, callsToHer, hears, type Told } from './alarms.js';

const row = (emergency: string): QueueRow =>
  aRow('c', { risk: 'imminent', emergency, emergencySince: 1, owner: { kind: 'executive', id: 'ana', name: 'Ana' } });
const ANA = { id: 'ana', name: 'Ana', roles: ['executive' as const] };
const alert = (why: string) => [{ id: 'e', type: 'alert', params: { why } }] as never;

test('an emergency that is over takes the alarms of its calls and of her silence along', () => {
  const alarms = new Alarms();
  alarms.afterTurn(row('accompany'), { event: { type: 'TIMER' }, effects: alert('silence') }, 5);
  alarms.afterTurn(row('accompany'), { event: { type: 'CALL_RESULT' }, effects: alert('call-no-answer') }, 6);
  expect(alarms.current(ANA).map(({ kind }) => kind)).toEqual(['silence', 'call']);

  const told = alarms.afterTurn(row('idle'), { event: { type: 'REFERRAL' } }, 7);

  expect(told.map(({ alarm }) => [alarm.kind, alarm.on])).toEqual([
    ['call', false],
    ['silence', false],
  ]);
  expect(alarms.current(ANA)).toEqual([]);
});

test('an answer to the guideline that only agrees with the level is no alarm; one that raises it is', () => {
  const alarms = new Alarms();
  const answered = { event: { type: 'GUIDELINE' }, effects: alert('guideline-high') };
  const calm = aRow('d', { risk: 'high', owner: { kind: 'executive', id: 'ana', name: 'Ana' } });

  alarms.afterTurn(row('accompany'), answered, 5, 'imminent');
  alarms.afterTurn(calm, answered, 6, 'high');
  expect(alarms.current(ANA)).toEqual([]);

  alarms.afterTurn(row('accompany'), answered, 7, 'high');
  alarms.afterTurn(calm, answered, 8, 'low');
  expect(alarms.current(ANA).map(({ kind, conversation }) => `${kind} ${conversation}`)).toEqual(['rise c', 'rise d']);
});

test('an SOS of who is attended already sounds to whoever has her, until she looks; one that she opened herself does not', () => {
  const alarms = new Alarms();
  const hers = aRow('c', {
    risk: 'imminent',
    emergency: 'confirm',
    emergencySince: 1,
    owner: { kind: 'executive', id: 'ana', name: 'Ana' },
  });
  const kinds = () => alarms.current(ANA).map(({ kind }) => kind);

  alarms.afterTurn(hers, { event: { type: 'SOS', why: 'executive' }, effects: alert('sos') }, 5);
  expect(kinds()).toEqual([]);
  alarms.afterTurn(hers, { event: { type: 'SOS', why: 'word' }, effects: alert('sos') }, 6);
  expect(kinds()).toEqual(['rise']);
  alarms.seen(hers, 'ana', 7);
  expect(kinds()).toEqual([]);
});

test('a new attack sounds once until somebody looks, and again when there is another', () => {
  const alarms = new Alarms();
  const untaken = aRow('c', { risk: 'imminent', emergency: 'collect', emergencySince: 1, owner: { kind: 'queue' } });
  const attacked = { event: { type: 'MSG' }, effects: alert('attack-again') };
  const rises = () => alarms.current(ANA).filter(({ kind }) => kind === 'rise').length;

  alarms.afterTurn(untaken, attacked, 5);
  expect(alarms.afterTurn(untaken, attacked, 6)).toEqual([]);
  expect(rises()).toBe(1);

  alarms.seen(untaken, 'ana', 7);
  expect(rises()).toBe(0);
  alarms.afterTurn(untaken, attacked, 8);
  expect(rises()).toBe(1);
  expect(callsToHer('attack-again')).toBe(true);
});

test('a call that was answered and has no outcome yet is told as that, not as one that nobody answers', () => {
  const alarms = new Alarms();
  alarms.afterTurn(row('accompany'), { event: { type: 'TIMER' }, effects: alert('outcome-missing') }, 5);
  expect(alarms.current(ANA).map(({ kind }) => kind)).toEqual(['outcome']);
  alarms.afterTurn(row('accompany'), { event: { type: 'CALL_STATE', state: 'ended' } }, 6);
  expect(alarms.current(ANA).map(({ kind }) => kind)).toEqual(['outcome']);
  alarms.afterTurn(row('accompany'), { event: { type: 'CALL_RESULT' } }, 7);
  expect(alarms.current(ANA)).toEqual([]);
});

test('imminent risk that waits for a person is an SOS that nobody has, until a person or the robot has her', () => {
  const alarms = new Alarms();
  const waits = aRow('c', { risk: 'imminent', queuedAt: 1_000 });
  const kinds = () => alarms.current(ANA).map(({ kind }) => kind);
  const unseen = (row: QueueRow, now: number) => alarms.unseen(new Map([['c', row]]), () => false, now);

  expect(alarms.unseen(new Map(), () => false, 0)).toEqual([]);
  alarms.afterRow(waits, 2_000);
  expect(kinds()).toEqual(['sos']);
  expect(unseen(waits, 5_000)).toEqual([]);
  expect(unseen(waits, 11_000)).toEqual([waits]);

  for (const owner of [{ kind: 'executive', id: 'ana' }, { kind: 'bot' }] as const) {
    const had = { ...waits, owner };
    alarms.afterRow(had, 12_000);
    expect(kinds()).toEqual([]);
    expect(unseen(had, 90_000)).toEqual([]);
    alarms.afterRow(waits, 90_000);
  }
});

test('her owner lost while she is in imminent danger and waits is told to all', () => {
  const alarms = new Alarms();
  alarms.afterTurn(aRow('c', { risk: 'imminent' }), { event: { type: 'RELEASE' }, effects: alert('owner-lost') }, 5);
  alarms.afterTurn(aRow('d', { risk: 'high' }), { event: { type: 'RELEASE' }, effects: alert('owner-lost') }, 5);
  expect(alarms.current(ANA).map(({ kind, conversation }) => `${kind} ${conversation}`)).toEqual([
    'owner-lost c',
    'sos c',
  ]);
});

test('one that waited before anybody could see it counts as unseen from when somebody could', () => {
  const alarms = new Alarms();
  const rows = new Map([['c', aRow('c', { risk: 'imminent', queuedAt: 1_000 })]]);
  const unseen = (now: number) => alarms.unseen(rows, () => false, now).length;
  expect(unseen(600_000)).toBe(0);
  expect(unseen(609_000)).toBe(0);
  expect(unseen(610_000)).toBe(1);
});

test('what has not come to her screen sounds until it has, whatever is written besides, and after a minute for supervisors', () => {
  const alarms = new Alarms();
  const eva = { id: 'eva', name: 'Eva', roles: ['supervisor' as const] };
  const missing = { ...row('accompany'), unarrivedSince: 1_000 };
  const kinds = (of: typeof ANA | typeof eva) => alarms.current(of).map(({ kind }) => kind);
  const late = (now: number) => alarms.late(new Map([['c', missing]]), now).length;

  alarms.afterRow(missing, 21_000);
  alarms.afterTurn(missing, { event: { type: 'SAY' } }, 22_000);
  expect([late(60_000), kinds(ANA), kinds(eva)]).toEqual([0, ['unarrived'], []]);
  expect([late(61_000), late(62_000), kinds(ANA), kinds(eva)]).toEqual([1, 0, ['unarrived'], ['unarrived-long']]);

  alarms.afterRow(row('accompany'), 70_000);
  expect([kinds(ANA), kinds(eva)]).toEqual([[], []]);
});

/** Pages as they stand: each has what was on when it came, and what it heard since. */
class Pages {
  readonly #on = new Map<typeof ANA | typeof EVA, Set<string>>();

  join(alarms: Alarms, ...people: (typeof ANA | typeof EVA)[]): void {
    for (const one of people) this.#on.set(one, new Set(alarms.current(one).map(({ kind }) => kind)));
  }

  hear(told: readonly Told[]): void {
    for (const one of told)
      for (const [person, on] of this.#on)
        if (hears(one, person)) {
          if (one.alarm.on) on.add(one.alarm.kind);
          else on.delete(one.alarm.kind);
        }
  }

  of = (person: typeof ANA | typeof EVA): string[] => [...(this.#on.get(person) ?? [])];
}
const BEA = { ...ANA, id: 'bea', name: 'Bea' };
const EVA = { id: 'eva', name: 'Eva', roles: ['supervisor' as const] };
const missing = (owner: QueueRow['owner']): QueueRow => aRow('c', { risk: 'low', owner, unarrivedSince: 1_000 });
const ofBea = missing({ kind: 'executive', id: 'bea', name: 'Bea' });

test('what all heard and then one person alone stops for the others at the change, and for her when it is over', () => {
  const alarms = new Alarms();
  const pages = new Pages();
  pages.join(alarms, ANA, EVA);
  pages.hear(alarms.afterRow(missing({ kind: 'queue' }), 5));
  pages.join(alarms, BEA);
  expect([ANA, BEA, EVA].map(pages.of)).toEqual([['unarrived'], ['unarrived'], ['unarrived']]);

  const told = alarms.afterRow(ofBea, 6);
  pages.hear(told);
  expect([ANA, BEA, EVA].map(pages.of)).toEqual([[], ['unarrived'], []]);
  expect(told.filter(one => hears(one, BEA)).map(({ alarm }) => alarm.on)).toEqual([true]);

  pages.hear(alarms.afterRow(aRow('c', { risk: 'low', owner: ofBea.owner }), 7));
  expect([ANA, BEA, EVA].map(pages.of)).toEqual([[], [], []]);
});

test('what one person heard and then another stops for the first at the change, and back in the queue all hear it', () => {
  const alarms = new Alarms();
  const pages = new Pages();
  pages.join(alarms, ANA, BEA, EVA);
  pages.hear(alarms.afterRow(missing({ kind: 'executive', id: 'ana', name: 'Ana' }), 5));
  pages.hear(alarms.afterRow(ofBea, 6));
  expect([ANA, BEA, EVA].map(pages.of)).toEqual([[], ['unarrived'], []]);

  pages.hear(alarms.afterRow(missing({ kind: 'queue' }), 7));
  expect([ANA, BEA, EVA].map(pages.of)).toEqual([['unarrived'], ['unarrived'], ['unarrived']]);
  pages.hear(alarms.gone('c', 8));
  expect([ANA, BEA, EVA].map(pages.of)).toEqual([[], [], []]);
});

test('a colleague who asks for company is heard by supervisors alone, until it is over', () => {
  const alarms = new Alarms();
  const EVA = { id: 'eva', name: 'Eva', roles: ['supervisor' as const] };
  const held = row('accompany');
  const asks = (actor: typeof ANA | typeof EVA) => alarms.current(actor).filter(({ kind }) => kind === 'support');

  const told = alarms.support(held, ANA, true, 5);
  expect(told.map(one => [hears(one, ANA), hears(one, EVA)])).toEqual([[false, true]]);
  expect(alarms.support(held, ANA, true, 6), 'pressed again').toEqual([]);
  expect(asks(EVA)).toMatchObject([{ by: 'Ana', conversation: 'c', since: 5 }]);
  expect(asks(ANA)).toEqual([]);

  alarms.seen(held, 'ana', 7);
  expect(alarms.opened(held, ANA, 8), 'she who asks').toEqual([]);
  expect(asks(EVA)).toHaveLength(1);
  expect(alarms.opened(held, EVA, 8).map(({ alarm }) => [alarm.kind, alarm.on])).toEqual([['support', false]]);
  expect(asks(EVA)).toEqual([]);
});

test('a supervisor who asks for company does not hear herself; taken back, nobody does', () => {
  const alarms = new Alarms();
  const EVA = { id: 'eva', name: 'Eva', roles: ['supervisor' as const] };
  const SOL = { id: 'sol', name: 'Sol', roles: ['supervisor' as const] };

  alarms.support(row('accompany'), EVA, true, 5);
  expect([EVA, SOL].map(one => alarms.current(one).length)).toEqual([0, 1]);
  alarms.support(row('accompany'), EVA, false, 6);
  expect(alarms.current(SOL)).toEqual([]);
});

test('a note calls each colleague by herself, until she opens it; called again, she is told by whom', () => {
  const alarms = new Alarms();
  const EVA = { id: 'eva', name: 'Eva', roles: ['executive' as const] };
  const SOL = { id: 'sol', name: 'Sol', roles: ['executive' as const] };
  const held = row('accompany');
  const note = (by: typeof ANA | typeof EVA, ...calls: { id: string; name: string }[]) => ({
    event: { type: 'NOTE', by, text: 'mira esto', calls },
    effects: [],
  });
  const called = (actor: typeof EVA) =>
    alarms.current(actor).flatMap(({ kind, by }) => (kind === 'called' ? [by] : []));

  const told = alarms.afterTurn(held, note(ANA, EVA, SOL), 5).filter(({ alarm }) => alarm.kind === 'called');
  expect(told.map(one => [ANA, EVA, SOL].map(who => hears(one, who)))).toEqual([
    [false, true, false],
    [false, false, true],
  ]);
  expect([EVA, SOL].map(called)).toEqual([['Ana'], ['Ana']]);
  expect(alarms.opened(held, EVA, 6).map(({ alarm, to }) => [alarm.kind, alarm.on, to])).toEqual([
    ['called', false, 'eva'],
  ]);
  expect([EVA, SOL].map(called)).toEqual([[], ['Ana']]);
  alarms.afterTurn(held, note(EVA, SOL), 7);
  expect(called(SOL)).toEqual(['Eva']);
  const over = alarms.gone('c', 8).filter(({ alarm }) => alarm.kind === 'called');
  expect(
    over.map(({ alarm, to }) => [alarm.name, alarm.on, to]),
    'erased',
  ).toEqual([['', false, 'sol']]);
  expect(called(SOL)).toEqual([]);
});
