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
 * one is held, and "no voy a poder" is asked whether another time suits or it is to be cancelled. She is asked for a safe
 * number after the slot is hers. A number counts only where nothing she says tells of somebody else who may answer it:
 * doubt is asked about, a shared number is refused and another asked for, and whoever gives none gets a person. A refusal
 * frees the slot; silence books it without a number, and nobody rings before asking her in writing. Of a voice note people
 * are told. If somebody comes in between, the time is hers again when she is back, or she is told that it is gone.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import { stepKind, type Move, type Node, type Silence } from './kind.js';
import {
  all,
  askAgain,
  firstTry,
  mark,
  oneMoreTry,
  reads,
  say,
  silence,
  silenceSchema,
  stepId,
  toldOf,
} from './parts.js';

const schema = z.strictObject({
  appointment: z.string().regex(/^[a-z][a-z-]*$/),
  change: z.boolean().default(false),
  booked: stepId,
  none_suits: stepId,
  declined: stepId,
  /** Where a refusal of the call itself leads, where a mere no leads elsewhere. */
  cancelled: stepId.optional(),
  silence: silenceSchema,
});
type Appointment = z.infer<typeof schema>;

const ABOUT = 'avail.about';
const WRITTEN = 'avail.written';
const KEYS = [
  ABOUT,
  WRITTEN,
  'avail.ask-when',
  'avail.ask-again',
  'avail.ask',
  'avail.near',
  'avail.none',
  'avail.cannot',
  'avail.today',
  'avail.safe-time',
  'avail.number-again',
  'avail.number-sure',
  'avail.number-other',
  'avail.this-number',
  'avail.taken',
  'avail.wait',
  'appt.confirm',
];
/** How long she may leave the question for a safe number open before the slot is booked without it. */
const NUMBER_WAIT_MS = 5 * 60_000;
/** The shell answers at once; if it does not, a person takes over. */
const SHELL_WAIT_MS = 60_000;

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
          'any-time',
          'asks-today',
          'none-fits',
          'slot-conflict',
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

/** What she asks of the call is answered, and the question on her screen is asked again. */
const asksOfIt: readonly Move[] = [
  { when: reads('asks-cost', 'asks-about-call'), again: true, do: [say(ABOUT)] },
  { when: reads('prefers-writing'), again: true, do: [say(WRITTEN)] },
];

/** No time suits, or the shell does not answer: a person takes over. */
const noneSuits = (step: Appointment): Move => ({ go: step.none_suits, do: [firstTry] });
const unsettled = (step: Appointment): Silence => ({ after: SHELL_WAIT_MS, moves: [noneSuits(step)] });
const still: readonly Move[] = [{ do: [say('avail.wait')] }];
const finds = (step: Appointment): Action => ({
  effect: 'find-slots',
  params: { service: step.appointment, change: step.change },
});
const taken = (step: Appointment): Move => ({
  go: '.search',
  do: [say('avail.taken'), { change: { slots: 'drop' } }, finds(step)],
});
const refused = reads('no-call', 'cancel-slot');
/** Of a call that she only wanted to move, too: "mejor anúlela" leaves nothing as it was. */
const offTo = (step: Appointment): string => step.cancelled ?? step.declined;

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
  const declines: readonly Move[] = [
    ...toldOf({ when: refused, go: offTo(step), do: [firstTry] }),
    { when: reads('no'), go: step.declined, do: [firstTry] },
  ];
  // The day that she names then is the one that does not suit.
  const cannot: readonly Move[] = step.change ? [{ when: reads('slot-conflict'), go: '.cannot', do: [firstTry] }] : [];
  const today: Move = { when: reads('asks-today'), do: [say('avail.today')] };
  const asking = (entry: Action): Node => ({
    entry: [entry],
    moves: [
      today,
      ...cannot,
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
    moves: [
      {
        when: { slotPicked: true },
        go: '.holding',
        do: [firstTry, { effect: 'hold-slot' }, { change: { slots: 'pick' } }],
      },
      today,
      ...cannot,
      search,
      ...asksOfIt,
      ...toldOf({ when: refused, go: offTo(step), do: [firstTry] }),
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
        { when: reads('slot-conflict'), go: step.change ? '.cannot' : '.ask' },
        search,
        anyTime,
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
    ...(step.change ? { cannot: asking(say('avail.cannot')) } : {}),
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

/** At which number: hers alone, or none. */
function whichNumber(step: Appointment): Record<string, Node> {
  const number = reads('phone');
  const certain: Condition = { not: reads('shared-phone', 'doubt', 'no-call') };
  const freed: Action[] = [firstTry, { effect: 'free-slot' }, { change: { slots: 'drop' } }];
  const withPerson: Move = {
    go: step.none_suits,
    do: [{ change: { keep: 'phone_note', as: 'text' } }, ...freed],
  };
  // Another of the times she was shown, another time by its day or hour, or she does not say which.
  const changes: Condition = { any: [reads('change-slot'), all(reads('only-hours'), { not: number })] };
  const named: Condition = all(changes, { not: reads('slot-conflict') });
  const otherTime: readonly Move[] = [
    {
      when: all(named, { slotPicked: true }),
      go: '.holding',
      do: [...freed, { effect: 'hold-slot' }, { change: { slots: 'pick' } }],
    },
    {
      when: all(named, reads('when')),
      go: '.search',
      do: [...freed, { change: { keep: 'windows', as: 'when' } }, finds(step)],
    },
    { when: changes, go: '.ask', do: freed },
  ];
  const refuses: Move = { when: all(refused, { not: number }), go: offTo(step), do: freed };
  // Who else answers may be whom she fears: where that sounds like danger, people are told.
  const notThere: Condition = { any: [reads('shared-phone'), all(number, reads('no-call'))] };
  const refusedNumber = toldOf({ when: notThere, go: '.other', do: [firstTry] });
  const keep: Action[] = [firstTry, { change: { keep: 'phone', as: 'phone' } }];
  const unsure: Move = { when: number, go: '.sure', do: keep };
  // A voice note names no number that can be read, and a person must hear it. Were she queued for it here, the time
  // would stay kept for her and never be booked.
  const toHear: Action = { effect: 'alert', params: { why: 'media' } };
  const unheard: readonly Move[] = [
    { when: all(reads('media'), { tries: { under: 1 } }), again: true, do: [oneMoreTry, toHear] },
    { when: reads('media'), ...withPerson, do: [toHear, ...(withPerson.do ?? [])] },
  ];
  const lapses = { after: step.silence.after, moves: [{ go: step.silence.go ?? '@rest', do: freed }] };

  return {
    number: {
      // A number of an earlier booking, or one that she was not sure of, is no answer to this.
      entry: [{ change: { forget: 'phone' } }, say('avail.safe-time', { retry: 'avail.number-again' })],
      moves: [
        ...otherTime,
        ...toldOf(refuses),
        ...refusedNumber,
        { when: all(number, certain), go: '.booking', do: keep },
        unsure,
        {
          when: all(reads('bare-yes'), reads('callable'), certain),
          go: '.sure',
          do: [firstTry, { change: { keep: 'phone', as: 'this-phone' } }],
        },
        { when: reads('no'), go: '.other', do: [firstTry] },
        ...asksOfIt,
        ...unheard,
      ],
      otherwise: askAgain(1, withPerson),
      on: { TAKEN: [taken(step)] },
      silence: { after: NUMBER_WAIT_MS, moves: [{ go: '.booking' }] },
    },
    sure: {
      entry: [say('avail.number-sure')],
      moves: [
        ...otherTime,
        ...toldOf(refuses),
        { when: all({ any: [reads('bare-yes', 'sure')] }, { not: number }, certain), go: '.booking', do: [firstTry] },
        // A number, and no doubt any more.
        { when: all(number, certain), go: '.booking', do: keep },
        ...asksOfIt,
        ...unheard,
      ],
      otherwise: [...refusedNumber, { go: '.other', do: [firstTry] }],
      on: { TAKEN: [taken(step)] },
      silence: { after: NUMBER_WAIT_MS, moves: [{ go: '.booking', do: [{ change: { forget: 'phone' } }] }] },
    },
    // She said no to a number: nothing is booked any more without one that she is sure of.
    other: {
      entry: [{ change: { forget: 'phone' } }, say('avail.number-other')],
      moves: [
        ...otherTime,
        ...toldOf({ ...refuses, when: refused }),
        { when: all(reads('no'), { not: number }), go: step.declined, do: freed },
        ...toldOf({ when: reads('shared-phone'), ...withPerson }),
        unsure,
        ...asksOfIt,
        ...unheard,
      ],
      otherwise: askAgain(1, withPerson),
      on: { TAKEN: [taken(step)] },
      silence: lapses,
    },
  };
}

const booking = (step: Appointment): Node => ({
  entry: [{ effect: 'book-slot', params: { service: step.appointment } }],
  otherwise: still,
  on: {
    BOOKED: [
      { go: step.booked, do: [{ change: { slots: 'booked' } }, mark('support_confirmed'), say('appt.confirm')] },
    ],
    TAKEN: [taken(step)],
  },
  silence: unsettled(step),
});
