import { describe, expect, test } from 'vitest';
import { instantOf } from '../../calendar/zones.js';
import { asksByHerHour, cannotThen, relativeWindows } from './herHour.js';

const ZONE = 'America/Santiago';
/** A Tuesday; her hour is on Wednesday at 13:00. */
const AT = { now: instantOf('2026-05-19T11:00', ZONE), zone: ZONE, slot: instantOf('2026-05-20T13:00', ZONE) };
const windows = (text: string) =>
  relativeWindows(text, AT).map(it => (it.from === it.to ? it.from : `${it.from} ${it.to.slice(11)}`));

describe('another hour is told by the one she has', () => {
  test.each([
    ['una hora más tarde', ['2026-05-20T14:00']],
    ['puede ser 2 horas antes', ['2026-05-20T11:00']],
    ['media hora despues', ['2026-05-20T13:30']],
    ['se puede atrasar una hora?', ['2026-05-20T14:00']],
    ['quiero adelantarla una hora', ['2026-05-20T12:00']],
    ['más temprano', ['2026-05-20T00:00 13:00']],
    ['más tarde', ['2026-05-20T13:01 00:00']],
    ['el mismo día pero después', ['2026-05-20T13:01 00:00']],
    ['el mismo día a las 5', ['2026-05-20T17:00']],
    ['el viernes a la misma hora', ['2026-05-22T13:00']],
    ['al día siguiente', ['2026-05-21T00:00 00:00']],
    ['an hour later', ['2026-05-20T14:00']],
    ['same day but earlier', ['2026-05-20T00:00 13:00']],
    ['el viernes', []],
    ['después de las 5', []],
  ] as const)('%s', (text, found) => expect(windows(text)).toEqual(found));

  test.each([
    ['una hora más tarde', true],
    ['se puede más temprano?', true],
    ['hola, puede ser el mismo día pero después', true],
    ['me la puede correr una hora más tarde porque tengo que ir al colegio', true],
    ['can you move it an hour later', true],
    ['más tarde te escribo', false],
    ['después hablamos', false],
    ['una hora más tarde llegó y me gritó', false],
    ['más tarde', false],
  ] as const)('%s: %s', (text, asks) => expect(asksByHerHour(text, false)).toBe(asks));

  test('"más tarde" alone is a time where one was asked for', () =>
    expect(asksByHerHour('más tarde', true)).toBe(true));
});

describe('she cannot at the hour that she has', () => {
  test.each([
    'mi hijo se enfermó, no puedo mañana',
    'tengo turno ese día',
    'mañana me toca control, no puedo',
    'el miércoles se me complica',
    'a esa hora estoy trabajando',
    'no voy a poder ese día con mi hijo enfermo',
    "i can't tomorrow, my son is sick",
    'não posso amanhã',
    'mañana no',
    'mañana no se puede',
    'not tomorrow',
  ])('%s', text => expect(cannotThen(text, AT)).toBe(true));

  test.each([
    'no puedo el viernes',
    'el viernes no',
    'mañana no se puede denunciar',
    'mañana',
    'no puedo mañana llevar a mi hijo al colegio',
    '¿y si no puedo mañana?',
    'mañana voy al juzgado',
    'no puedo más',
    'no puedo respirar',
  ])('%s: of something else', text => expect(cannotThen(text, AT)).toBe(false));
});
