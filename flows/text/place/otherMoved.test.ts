/** Who moved, told of another, as that one would write it herself. */
import { describe, expect, test } from 'vitest';
import { readMove } from './moved.js';
import { asOthersOwn, asSentTo, asStopped, deniesFirst } from './otherMoved.js';

describe('the other is somewhere else now', () => {
  test.each([
    ['se arrancó, ahora está en la bencinera copec de pajaritos', 'bencinera copec de pajaritos'],
    ['salió corriendo, está en la plaza de renca', 'plaza de renca'],
    ['mi mamá se fue al hospital', 'hospital'],
    ['se escondió en la plaza', 'plaza'],
    ['ella ahora está en la plaza', 'plaza'],
    ['mi mamá ahora está en la plaza', 'plaza'],
    ['ella está en la plaza', 'plaza'],
    ['la llevaron al hospital san jose', 'hospital san jose'],
    ['she ran out, she is at the Shell station', 'Shell station'],
    ['ela fugiu, está no metrô Franklin', 'metrô Franklin'],
    ['li kouri ale nan plas la', 'plaza'],
  ])('%s', (text, at) => {
    const own = asOthersOwn(text);
    expect(own && readMove(own)).toMatchObject({ at });
  });

  test.each([
    'él se fue a la plaza',
    'mi papá salió a la plaza',
    'el marido se arrancó al metro',
    'he ran to the station',
    'está en la plaza',
    'mi mamá está en el hospital, trabaja ahi',
    'la casa está en la esquina',
    'le está pegando',
    'renca, calle uno 88',
  ])('nothing of it: %s', text => expect(asOthersOwn(text)).toBeNull());
});

test.each([
  'vayan al 0460, no al 0454',
  'digales que vayan al 0460 no a la casa',
  'manden al 0460',
  'tell them to go to 460',
])('where they are to go: %s', text =>
  expect(readMove(asSentTo(text) ?? '')).toMatchObject({ number: expect.stringMatching(/460$/) }),
);
test.each(['no vayan al 0460', 'vayan rapido', 'manden una patrulla', 'al 0460'])('sends nobody anew: %s', text =>
  expect(asSentTo(text)).toBeNull(),
);

test('the place that was known is not it', () => {
  expect(deniesFirst('vayan al 0460, no al 0454')).toBe(true);
  expect(deniesFirst('vayan al 0460 no a la casa')).toBe(true);
  expect(deniesFirst('vayan al 0460')).toBe(false);
});

test('that in which she is taken has stopped', () => {
  expect(asStopped('se detuvo en el servicentro petrobras de paine')).toBe(
    'ahora estoy en el servicentro petrobras de paine',
  );
  expect(asStopped('paró en la shell de lo boza')).not.toBeNull();
  expect(asStopped('paró en una luz roja')).toBeNull();
  expect(asStopped('no para de gritar')).toBeNull();
});
