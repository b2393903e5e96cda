/**
 * `appointment`: her safe windows meet the staff's free times; one is held, asked about, and booked.
 *
 *     support.when:
 *       appointment: containment-call
 *       booked: support.receipt
 *       none_suits: person.specific
 *       declined: support.no
 *       silence: { after: 15m, go: close.quiet }
 *
 * Where nothing is free when she can, the nearest times are shown with their day. A slot is held for ten minutes by a
 * unique reservation, so two people never get the same one. With `change: true` the old slot is freed only once the new
 * one is held, and "no voy a poder" or "va a estar él" is asked whether another time suits, and who says no to that, whether
 * it is to be cancelled: meanwhile it is in doubt (herCall.ts). She is asked for a safe number after the slot is hers. A number counts only where nothing she says tells of somebody else who may answer it:
 * doubt is asked about, a shared number is refused and another asked for, and whoever gives none gets a person. A refusal
 * frees the slot; silence books it without a number, and nobody rings before asking her in writing. Of a voice note people
 * are told. If somebody comes in between, the time is hers again when she is back, or she is told that it is gone.
 */
import type { z } from 'zod';
import type { Action } from '../actions.js';
import { whichNumber } from './appointmentNumber.js';
import {
  ABOUT,
  type Appointment,
  asksFirst,
  asksOfIt,
  booked,
  books,
  finds,
  NOTED,
  noneSuits,
  offTo,
  onCondition,
  otherDays,
  PRIVATE,
  refused,
  schema,
  still,
  taken,
  told,
  unsettled,
  UNSUITABLE,
  WHAT_IF,
  WRITTEN,
} from './appointmentParts.js';
import { CANCELLED } from './cancel-appointment.js';
import { stepKind, type Move, type Node } from './kind.js';
import { all, askAgain, firstTry, mark, reads, say, silence, toldOf } from './parts.js';

const KEYS = [
  ABOUT,
  PRIVATE,
  WHAT_IF,
  WRITTEN,
  NOTED,
  'avail.ask-when',
  'avail.ask-again',
  'avail.ask',
  'avail.near',
  'avail.none',
  'avail.cannot',
  'avail.or-cancel',
  'avail.today',
  'avail.safe-time',
  'avail.number-again',
  'avail.number-sure',
  'avail.number-other',
  'avail.this-number',
  'avail.taken',
  'avail.wait',
  'appt.confirm',
  CANCELLED,
];

export const appointment = stepKind<Appointment>({
  kind: 'appointment',
  about: 'Agenda: calza sus horas seguras con las del equipo.',
  schema: schema as z.ZodType<Appointment>,

  node: step => ({ initial: 'start', states: { ...whichTime(step), ...whichNumber(step), booking: booking(step) } }),

  fits: () => ({
    any: [
      { slotPicked: true },
      reads(
        ...[
          'when',
          'not-on',
          'any-time',
          'asks-today',
          'none-fits',
          'slot-conflict',
          'slot-unsafe',
          'phone',
          'shared-phone',
          'number',
          'yes',
          'no',
        ],
        ...['no-call', 'change-slot', 'only-hours', 'sure'],
      ),
    ],
  }),

  targets: step => [
    ...[step.booked, step.none_suits, step.declined],
    ...[step.cancelled, step.silence.go].filter(target => target !== undefined),
  ],
  texts: step => [...KEYS, ...(step.silence.say ? [step.silence.say] : [])],
  answersToTry: () => ['jueves en la tarde', 'el primero', 'llamen a este mismo', 'no gracias'],
});

/** From when she can to one slot that is kept for her. */
function whichTime(step: Appointment): Record<string, Node> {
  const windows: Action = { change: { keep: 'windows', as: 'when' } };
  const find = finds(step);
  const forgetDay: Action = { change: { forget: 'wanted' } };
  const waits = silence(step.silence);
  const none = noneSuits(step);
  const offered: Action = { change: { slots: 'offer' } };
  const search: Move = { when: reads('when'), go: '.search', do: [firstTry, windows, find, forgetDay] };
  const anyTime: Move = { ...search, when: reads('any-time') };
  const refuses: readonly Move[] = toldOf({ when: refused, go: offTo(step), do: [firstTry] });
  const declines: readonly Move[] = [
    ...refuses,
    // "No tengo hora fija": it is asked again, and a person takes over.
    { when: all(reads('no', 'that-was-all'), { not: reads('lacks') }), go: step.declined, do: [firstTry] },
  ];
  // The day that she names then is the one that does not suit.
  const cannot: readonly Move[] = step.change ? [{ when: UNSUITABLE, go: '.cannot', do: [firstTry] }] : [];
  const today: Move = { when: reads('asks-today'), do: [say('avail.today')] };
  const asking = (entry: Action): Node => ({
    entry: [entry],
    first: asksFirst,
    moves: [
      onCondition,
      today,
      told,
      ...cannot,
      otherDays(step),
      search,
      anyTime,
      ...(step.change ? [{ when: reads('none-fits'), go: '.cannot', do: [firstTry] }] : []),
      ...asksOfIt,
      ...declines,
    ],
    otherwise: askAgain(1, none),
    on: { SLOTS: [{ when: { slots: { from: 1 } }, go: '.offer', do: [offered] }, {}] },
    silence: waits,
  });
  const offering = (entry: Action): Node => ({
    entry: [entry],
    first: asksFirst,
    moves: [
      told,
      onCondition,
      {
        when: { slotPicked: true },
        go: '.holding',
        do: [firstTry, { effect: 'hold-slot' }, { change: { slots: 'pick' } }],
      },
      today,
      {
        when: all(reads('sooner'), { not: reads('when') }),
        go: '.search',
        do: [firstTry, { change: { keep: 'windows', as: 'sooner' } }, find, forgetDay],
      },
      ...cannot,
      otherDays(step),
      search,
      ...asksOfIt,
      ...refuses,
      // "No gracias, era eso nomás": and it is to the call.
      { when: reads('that-was-all'), go: step.declined, do: [firstTry] },
      // None of these: not yet a no to the call.
      { when: reads('none-fits', 'no'), go: '.again', do: [firstTry] },
      {
        when: reads('any-time'),
        go: '.holding',
        do: [firstTry, { change: { slots: 'first' } }, { effect: 'hold-slot', params: { kept: true } }],
      },
    ],
    otherwise: askAgain(1, none),
    on: { SLOTS: [{ when: { slots: { from: 1 } }, again: true, do: [offered] }, {}], TAKEN: [taken(step)] },
    silence: waits,
  });

  // The hour she has does not suit: a no to another one leaves nothing as it was unless she says so.
  const another: readonly Move[] = [
    onCondition,
    today,
    told,
    ...cannot,
    otherDays(step),
    search,
    anyTime,
    ...asksOfIt,
    ...refuses,
    { when: reads('no'), go: '.off', do: [firstTry] },
    { when: reads('yes', 'none-fits'), go: '.ask', do: [firstTry] },
  ];
  const off: Node = {
    entry: [say('avail.or-cancel')],
    first: asksFirst,
    moves: [
      onCondition,
      ...refuses,
      told,
      search,
      anyTime,
      { when: reads('no'), go: step.declined, do: [firstTry, { change: { slots: 'kept' } }, { effect: 'doubt-slot' }] },
      { when: reads('yes'), go: offTo(step), do: [firstTry] },
      ...asksOfIt,
    ],
    otherwise: askAgain(1, none),
    silence: waits,
  };

  return {
    start: {
      always: [
        {
          when: { marks: { held: true } },
          go: '.holding',
          do: [firstTry, { effect: 'hold-slot', params: { kept: true } }],
        },
        { when: reads('asks-today'), go: '.today' },
        // "Se me complicó el lunes": the day that she names is the one that does not suit.
        // "Paselo pal jueves": and the one after these words is the one she wants.
        ...(step.change
          ? [{ ...search, when: all(reads('when'), reads('slot-to'), { not: reads('slot-unsafe') }) }]
          : []),
        ...(step.change ? cannot : [{ when: reads('slot-conflict'), go: '.ask' }]),
        search,
        anyTime,
        // It was asked whether there is danger in what she told of the hour she has.
        ...(step.change
          ? [{ when: { need: { reads: ['slot-unsafe', 'slot-conflict', 'not-rung'] } }, go: '.cannot' }]
          : []),
        // She named a day before it was asked for.
        { when: { kept: 'wanted' }, go: '.search', do: [firstTry, find, forgetDay] },
        { go: '.ask' },
      ],
    },
    ask: asking(say('avail.ask-when', { retry: 'avail.ask-again' })),
    search: {
      otherwise: still,
      moves: [search],
      on: {
        SLOTS: [
          { when: all({ slots: { from: 1 } }, { event: 'near', is: [true] }), go: '.near', do: [offered] },
          { when: { slots: { from: 2 } }, go: '.offer', do: [offered] },
          {
            when: { slots: { from: 1 } },
            go: '.holding',
            do: [offered, { change: { slots: 'first' } }, { effect: 'hold-slot' }],
          },
          { go: '.again' },
        ],
      },
      silence: unsettled(step),
    },
    again: asking(say('avail.none')),
    ...(step.change ? { cannot: { ...asking(say('avail.cannot')), moves: another }, off } : {}),
    today: asking(say('avail.today')),
    offer: offering(say('avail.ask')),
    near: offering(say('avail.near', { retry: 'avail.ask' })),
    holding: {
      otherwise: still,
      on: {
        HELD: [{ go: '.number', do: [firstTry, { change: { slots: 'held' } }, mark('slot_chosen')] }],
        TAKEN: [taken(step)],
      },
      silence: unsettled(step),
    },
  };
}

const booking = (step: Appointment): Node => ({
  entry: [books(step.appointment)],
  otherwise: still,
  on: { BOOKED: [booked(step.booked)], TAKEN: [taken(step)] },
  silence: unsettled(step),
});
