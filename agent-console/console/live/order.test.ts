import { describe, expect, test } from 'vitest';
import { aRow } from '../../../test/support/row.js';
import { isShown } from './order.js';

describe('what a view shows', () => {
  const lirio = aRow('lirio', {
    reason: 'Él está en la PUERTA',
    owner: { kind: 'executive', id: 'ana', name: 'Ana Rojas' },
  });

  test('mine, not taken and SOS', () => {
    expect(isShown(lirio, 'mine', 'ana')).toBe(true);
    expect(isShown(lirio, 'mine', 'eva')).toBe(false);
    expect(isShown(lirio, 'untaken', 'ana')).toBe(false);
    expect(isShown(aRow('a', { owner: { kind: 'queue' } }), 'untaken', 'ana')).toBe(true);
    expect(isShown(aRow('a', { owner: { kind: 'bot' } }), 'untaken', 'ana')).toBe(false);
    expect(isShown(aRow('a', { owner: { kind: 'bot' }, emergency: 'confirm' }), 'untaken', 'ana')).toBe(true);
    expect(isShown(lirio, 'sos', 'ana')).toBe(false);
  });

  test('a search needs neither accents nor capitals, and every word', () => {
    expect(isShown(lirio, 'all', 'ana', 'el puerta')).toBe(true);
    expect(isShown(lirio, 'all', 'ana', 'lirio rojas')).toBe(true);
    expect(isShown(lirio, 'all', 'ana', 'lirio ventana')).toBe(false);
  });
});
