import { expect, test } from 'vitest';
import { instantOf } from '../calendar/zones.js';
import { barrierOf, isOpenAt, isSureNext } from './directory.js';
import { directorySchema } from '../protocol/contents.js';

const ZONE = 'America/Santiago';
const at = (local: string) => ({ now: instantOf(local, ZONE), zone: ZONE });
/** A Tuesday. */
const NOON = at('2026-05-19T12:00');

const entry = (id: string, differs: object = {}): object => ({
  id,
  name: id,
  phones: [{ dial: '133' }],
  kind: 'police',
  hours: { type: '24x7' },
  regions: ['nacional'],
  emergency_dispatch: true,
  verified: true,
  ...differs,
});
const directory = directorySchema.parse({
  version: 1,
  reviewed: false,
  rules: { always_start_with_for: { violence: ['police'] } },
  areas: { costa: ['Valparaíso', 'Arica'] },
  institutions: [
    entry('police', { accepts: ['violence', 'child'] }),
    entry('sea', { regions: ['costa'] }),
    entry('fire', { accepts: ['fire'] }),
    entry('line', { hours: { type: 'weekly', open: 'lun-vie 08:00-24:00', holidays: 'closed' } }),
    entry('evening', { hours: { type: 'weekly', open: 'lun-sáb 16:00-22:00' } }),
    entry('office', { hours: { type: 'office', open: 'lun-vie, según oficina' } }),
    entry('centre', { regions: ['Valparaíso', 'Biobío'] }),
    entry('street', { regions: ['por comuna'], phones: [] }),
  ],
});
const of = (id: string) => directory.institutions.find(one => one.id === id)!;
const place = (commune: string, region: string) => ({ text: commune, commune, region, confidence: 'high' as const });
const santiago = place('Santiago', 'Metropolitana');
const valparaiso = place('Valparaíso', 'Valparaíso');
const inland = place('Los Andes', 'Valparaíso');

test.each([
  ['police', santiago, [], null],
  ['police', null, [], null],
  ['sea', valparaiso, [], null],
  ['sea', santiago, [], 'elsewhere'],
  ['sea', inland, [], 'elsewhere'],
  ['sea', null, [], 'place-unknown'],
  ['centre', inland, [], null],
  ['centre', santiago, [], 'elsewhere'],
  ['fire', santiago, [], 'other-danger'],
  ['fire', santiago, ['fire'], null],
  ['fire', santiago, ['weapon'], 'other-danger'],
  ['police', santiago, ['children'], null],
  ['street', santiago, [], null],
] as const)('%s, with her at %j, in danger %j: %s', (id, where, danger, barrier) => {
  expect(barrierOf(directory, of(id), { place: where, danger: [...danger] }, NOON, false)).toBe(barrier);
});

test('who was chosen for this danger is asked for no other', () => {
  expect(barrierOf(directory, of('fire'), { place: santiago, danger: [] }, NOON, true)).toBe(null);
});

test.each([
  ['line', '2026-05-19T12:00', true],
  ['line', '2026-05-19T03:00', false],
  // A holiday, and a Sunday.
  ['line', '2026-05-21T12:00', false],
  ['line', '2026-05-24T12:00', false],
  ['evening', '2026-05-23T17:00', true],
  ['evening', '2026-05-19T12:00', false],
  ['office', '2026-05-19T12:00', null],
  ['police', '2026-05-19T03:00', true],
] as const)('%s at %s is open: %s', (id, local, isOpen) => {
  expect(isOpenAt(of(id), at(local))).toBe(isOpen);
  expect(barrierOf(directory, of(id), { place: santiago, danger: [] }, at(local), true)).toBe(
    isOpen === false ? 'closed' : null,
  );
});

test('a text names as the next only who surely answers there', () => {
  expect(['police', 'sea', 'line', 'street'].map(id => isSureNext(directory, of(id), santiago))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
