import { expect, test } from 'vitest';
import { aRow } from '../../test/support/row.js';
import type { QueueRow } from '../console/contract.js';
import { Alarms } from './alarms.js';

const row = (emergency: string): QueueRow =>
  aRow('c', { risk: 'imminent', emergency, emergencySince: 1, owner: { kind: 'executive', id: 'ana', name: 'Ana' } });
const alert = (why: string) => [{ id: 'e', type: 'alert', params: { why } }] as never;

test('an emergency that is over takes the alarms of its calls and of her silence along', () => {
  const alarms = new Alarms();
  alarms.afterTurn(row('accompany'), { event: { type: 'TIMER' }, effects: alert('silence') }, 5);
  alarms.afterTurn(row('accompany'), { event: { type: 'CALL_RESULT' }, effects: alert('call-no-answer') }, 6);
  expect(alarms.current('ana').map(({ kind }) => kind)).toEqual(['silence', 'call']);

  const told = alarms.afterTurn(row('idle'), { event: { type: 'REFERRAL' } }, 7);

  expect(told.map(({ alarm }) => [alarm.kind, alarm.on])).toEqual([
    ['call', false],
    ['silence', false],
  ]);
  expect(alarms.current('ana')).toEqual([]);
});

test('a call that was answered and has no outcome yet is told as that, not as one that nobody answers', () => {
  const alarms = new Alarms();
  alarms.afterTurn(row('accompany'), { event: { type: 'TIMER' }, effects: alert('outcome-missing') }, 5);
  expect(alarms.current('ana').map(({ kind }) => kind)).toEqual(['outcome']);
  alarms.afterTurn(row('accompany'), { event: { type: 'CALL_STATE', state: 'ended' } }, 6);
  expect(alarms.current('ana').map(({ kind }) => kind)).toEqual(['outcome']);
  alarms.afterTurn(row('accompany'), { event: { type: 'CALL_RESULT' } }, 7);
  expect(alarms.current('ana')).toEqual([]);
});
