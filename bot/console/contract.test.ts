import { describe, expect, test } from 'vitest';
import { aRow } from '../../test/support/row.js';
import { isUntakenSos } from './contract.js';

describe('an SOS that somebody must take now', () => {
  test('is one that nobody has, whatever the robot does meanwhile', () => {
    expect(isUntakenSos(aRow('a', { emergency: 'confirm', owner: { kind: 'queue' } }))).toBe(true);
    expect(isUntakenSos(aRow('a', { emergency: 'confirm', owner: { kind: 'bot' } }))).toBe(true);
    expect(isUntakenSos(aRow('a', { emergency: 'confirm', owner: { kind: 'executive', id: 'eva' } }))).toBe(false);
  });

  test('is not one that a person finished and gave back to the robot: only its level stays', () => {
    expect(isUntakenSos(aRow('a', { risk: 'imminent', owner: { kind: 'bot' } }))).toBe(false);
    expect(isUntakenSos(aRow('a', { risk: 'imminent', owner: { kind: 'queue' } }))).toBe(true);
  });

  test('is none once a person recorded or discarded it, though she waits, until she asks for help again', () => {
    for (const how of ['recordedAt', 'discardedAt'] as const) {
      const ended = aRow('a', { risk: 'imminent', [how]: 5 });
      expect(isUntakenSos(ended)).toBe(false);
      expect(isUntakenSos({ ...ended, emergency: 'confirm', [how]: null })).toBe(true);
    }
  });
});
