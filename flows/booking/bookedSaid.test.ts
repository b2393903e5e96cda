import { expect, test } from 'vitest';
import { herSlot, saidOfHerHour } from './bookedSaid.js';
import { type Context, initialContext } from '../context.js';
import { instantOf } from '../calendar/zones.js';

const zone = 'America/Santiago';
const now = instantOf('2026-05-19T11:00', zone);
const at = instantOf('2026-05-20T13:00', zone);
const start = initialContext('es');
const booked: Context = { ...start, appointment: { id: 'a', at }, marks: { ...start.marks, booked: true } };
const readings = { 'cancel-slot': { words: ['cancelela'] } };
const said = (context: Context, text: string) =>
  saidOfHerHour(context, text, now, { readings, steps: {}, zone } as never);

test('another hour and a day that she cannot are heard of the hour she has', () => {
  expect(said(booked, 'una hora más tarde')).toEqual(['change-slot', 'slot-to']);
  expect(said(booked, 'mi hijo se enfermó, no puedo mañana')).toEqual(['change-slot', 'slot-conflict']);
});

test('without an hour, after it, in an emergency, and where she takes it back, nothing is', () => {
  expect(said(start, 'una hora más tarde')).toEqual([]);
  expect(said({ ...booked, marks: { ...booked.marks, emergency: true } }, 'no puedo mañana')).toEqual([]);
  expect(said(booked, 'no puedo mañana, cancelela')).toEqual([]);
  expect(herSlot(booked, at + 1)).toBeUndefined();
});
