/**
 * The chat side of an emergency: confirm → collect → accompany → contain, beside what runs on whoever owns the talk
 * (watches.ts): a second SOS, her silence, and an emergency that nobody has taken. It is never closed by a timer, and never without an
 * outcome for every call it opened; a person ends it.
 *
 * Author *bot* asks, and only while no person owns the talk. Author *safety* announces calls, eases the wait and
 * reminds her to erase. Nothing is said while we keep quiet, but the result of a call.
 */
import type { Action } from './actions.js';
import { type Condition, COUNT_MOST } from './guards.js';
import { alert, type Region, type State } from './region.js';
import type { EmergencySpec } from './steps/emergency.js';
import type { Move } from './steps/kind.js';
import { all, mark, reads, say, set } from './steps/parts.js';
import { again, page, personOwns, watch } from './watches.js';

export function emergencyRegion(spec: EmergencySpec): Region {
  const { ease, silence, untaken } = spec;
  return {
    delays: {
      'emergency.untaken': untaken.after,
      'emergency.untaken-again': untaken.every,
      'emergency.again': 5_000,
      'emergency.ease': ease.every,
      'emergency.ease-later': ease.then_every,
      'emergency.silence-1': silence[0],
      'emergency.silence-2': Math.max(1_000, silence[1] - silence[0]),
      'emergency.silence-3': Math.max(1_000, silence[2] - silence[1]),
      'emergency.silence-on': 600_000,
      'emergency.untaken-long': 1_800_000,
      'emergency.untaken-later': 900_000,
    },
    state: {
      initial: 'idle',
      states: {
        idle: { on: { SOS: [...opening()] } },
        active: {
          parallel: true,
          on: ends(),
          states: { chat: chat(spec), again: again(), watch: watch(), page: page() },
        },
      },
    },
  };
}

// ---- how it opens -----------------------------------------------------------------------------------------------------

/** SOS sits on `idle` only: a second SOS repeats, it does not open a second emergency. */
function opening(): Move[] {
  const opens: Action[] = [
    set({ sos: true, emergency: true, erase: true, quiet: false, asking: false }),
    { change: { count: 'asked', to: 'reset' } },
    { change: { count: 'eased', to: 'reset' } },
    { change: { risk: 4 } },
    mark('emergency_open'),
    alert('sos'),
  ];
  const placed: Action[] = [{ change: { place: 'read' } }, mark('location_kept')];
  const asks: Action = say('sos.open', { by: 'danger', fact: 'location_asked' });
  const known: Action = { change: { known: 'said' } };
  return [
    // Somebody else may be writing: people are told, and nothing is revealed.
    { when: { marks: { doubt: true } }, go: '#emergency.confirm', do: [...opens, known] },
    { when: personOwns, go: '#emergency.confirm', do: [...opens, { change: { place: 'read' } }, known] },
    {
      when: { marks: { cover: true } },
      go: '#emergency.confirm',
      do: [...opens, { change: { place: 'read' } }, known, say('sos.open', { by: 'danger' })],
    },
    {
      when: { world: { staffed: false } },
      go: '#emergency.confirm',
      do: [
        ...opens,
        { change: { place: 'read' } },
        known,
        say('sos.nobody', { by: 'danger', fact: ['out_of_hours_notice', 'location_asked'] }),
      ],
    },
    // An address that came with the call for help is repeated, not asked again; half of one is kept, and asked for whole.
    {
      when: wholePlace,
      go: '#emergency.confirm',
      do: [...opens, ...placed, known, say('sos.open-placed', { by: 'danger' })],
    },
    { when: reads('place'), go: '#emergency.confirm', do: [...opens, ...placed, known, asks] },
    { go: '#emergency.confirm', do: [...opens, known, asks] },
  ];
}

/** Enough for a patrol to go. */
const wholePlace: Condition = { any: [reads('location'), reads('full-place')] };
/** Something that is not known yet: once the address is whole, a commune named in passing changes nothing. */
const newPlace: Condition = { any: [wholePlace, all(reads('place'), { not: { marks: { place: 'full' } } })] };

// ---- how it ends: by a person, with every call's outcome ---------------------------------------------------------------

function ends(): State['on'] {
  const reminder: Action = say('del.after-emergency', { author: 'safety', fact: 'delete_reminder' });
  const unheard: Condition = { any: [{ marks: { quiet: true } }, { marks: { doubt: true } }] };
  const over: Action[] = [{ change: { session: 'emergency-over' } }];
  const recorded: Action[] = [{ effect: 'record', params: { record: 'emergency' } }, mark('emergency_recorded')];
  const settled: Condition = { marks: { open: 0 } };
  return {
    REFERRAL: [
      // Kept quiet, the reminder is still owed to her.
      { when: all(settled, unheard), go: '#emergency.idle', do: [...recorded, ...over] },
      { when: settled, go: '#emergency.idle', do: [...recorded, reminder, set({ erase: false }), ...over] },
    ],
    DISCARD: [{ when: settled, go: '#emergency.idle', do: over }],
    // Where the talk goes on a close, it reminds her itself.
    CLOSE: [
      {
        when: { all: [settled, { marks: { outcome: true } }, { event: 'reason', is: ['done'] }] },
        go: '#emergency.idle',
        do: [...recorded, ...over],
      },
      { when: settled, go: '#emergency.idle', do: over },
    ],
  };
}

// ---- the chat -----------------------------------------------------------------------------------------------------------

function chat(spec: EmergencySpec): State {
  const toCalls: Move[] = [{ go: '#emergency.accompany' }];
  return {
    initial: 'confirm',
    states: {
      confirm: { on: { ...heard(spec, doubting()), CALL: toCalls } },
      collect: {
        initial: 'asking',
        states: {
          asking: { on: { ...heard(spec, []), CALL: toCalls } },
          placed: { on: { ...heard(spec, wrongPlace()), CALL: toCalls } },
        },
      },
      doubt: { on: { ...stayingInDoubt(heard(spec, [])), CALL: toCalls } },
      accompany: accompany(spec),
      contain: { on: { ...listened(), CALL: toCalls } },
    },
  };
}

/** "No" to the first question: a person decides, and she is told so. Unknown never lowers. */
function doubting(): Move[] {
  return [
    {
      when: { any: [reads('no-danger'), reads('no'), reads('retraction')] },
      go: '#emergency.doubt',
      do: [{ change: { known: 'said' } }, say('sos.doubt'), alert('says-no-danger')],
    },
  ];
}

/** She said no, and now thanks, says goodbye or says it again: it is kept, and nothing is asked anew. */
function stayingInDoubt(on: NonNullable<State['on']>): NonNullable<State['on']> {
  const more = { any: [reads('place', 'hush', 'media', 'grave'), personOwns, { marks: { quiet: true } }] };
  const kept: Action = { change: { known: 'said' } };
  return {
    ...on,
    MSG: [
      { when: all(reads('retraction'), { not: more }), do: [kept, alert('takes-it-back')] },
      {
        when: all({ any: [reads('thanks', 'no-danger', 'bare-no'), { intent: ['goodbye'] }] }, { not: more }),
        do: [kept],
      },
      ...(on.MSG ?? []),
    ],
  };
}

/** "No" to the address as it was understood. */
function wrongPlace(): Move[] {
  return [
    {
      when: all(reads('bare-no'), { not: newPlace }),
      go: '#emergency.collect',
      do: [{ change: { known: 'said' } }, say('sos.ask-place', { by: 'danger', fact: 'location_asked' })],
    },
  ];
}

/** Her text while nobody is on the telephone yet: each answer is kept and usable at once, and the next thing is asked. */
function heard(spec: EmergencySpec, first: readonly Move[]): NonNullable<State['on']> {
  const kept: Action = { change: { known: 'said' } };
  const place: Action[] = [{ change: { place: 'read' } }, kept, mark('location_kept')];
  // A place that she gives unasked is the first thing answered: what comes after it is asked once all the same.
  const asked: Action = { change: { count: 'asked', to: 'more' } };
  const unasked: Condition = { not: { asked: { from: 1 } } };
  const places = (told: Action[]): Move[] =>
    [
      {
        when: all(newPlace, { any: [wholePlace, { marks: { place: 'partial' } }] }),
        go: '#emergency.placed',
        do: [...place, say('sos.confirm-place'), ...told],
      },
      {
        when: newPlace,
        go: '#emergency.collect',
        do: [...place, say('sos.ask-rest-of-place', { fact: 'location_asked' }), ...told],
      },
    ].flatMap(move => [{ ...move, when: all(move.when, unasked), do: [...move.do, asked] }, move]);
  const asks = nextQuestion(spec).map(move => ({ ...move, go: '#emergency.collect', do: [kept, ...(move.do ?? [])] }));
  return {
    MSG: [...always(), ...first, ...places([]), ...asks],
    // More than a word or two is her answer, also when it sounds like danger; a word of alarm again is counted, and answered beside (watches.ts).
    SOS: [
      ...always([alert('sos-again')]),
      ...places([alert('sos-again')]),
      ...asks.map(move => ({ ...move, when: all({ not: reads('brief') }, ...(move.when ? [move.when] : [])) })),
      { do: [kept, { change: { count: 'alerts', to: 'more' } }, alert('sos-again')] },
    ],
  };
}

/** What comes before anything else, in every phase. Whoever has her is told of a second SOS, which nothing answers then. */
function always(told: readonly Action[] = []): Move[] {
  const kept: Action = { change: { known: 'said' } };
  return [
    { when: reads('hush'), do: [kept, set({ quiet: true }), mark('silent_hold'), alert('somebody-came')] },
    {
      when: { any: [personOwns, { marks: { doubt: true } }] },
      do: [{ change: { place: 'read' } }, kept, set({ quiet: false }), ...told],
    },
    {
      when: all({ intent: ['aggressor'] }, reads('his-voice')),
      do: [kept, set({ doubt: true }), mark('silent_hold'), alert('another-writes')],
    },
    { when: all(reads('media'), { not: reads('place') }), do: [kept, set({ quiet: false }), alert('media')] },
    {
      when: { marks: { quiet: true } },
      do: [set({ quiet: false }), { change: { place: 'read' } }, kept, alert('writes-again')],
    },
    { when: reads('retraction'), do: [kept, say('sos.taken-back'), alert('takes-it-back')] },
  ];
}

/** The questions in their order, each once; then she is only told that she is read. */
function nextQuestion({ collect }: EmergencySpec): Move[] {
  const more: Action = { change: { count: 'asked', to: 'more' } };
  const order = collect.filter(about => about !== 'place');
  const questions = order.map(
    (about, i): Move => ({ when: { not: { asked: { from: i + 2 } } }, do: [say(`sos.ask-${about}`), more] }),
  );
  return [
    {
      when: all({ marks: { place: 'none' } }, { not: { asked: { from: 1 } } }),
      do: [say('sos.ask-place', { by: 'danger', fact: 'location_asked' }), more],
    },
    ...questions,
    { when: { not: { asked: { from: order.length + 2 } } }, do: [say('sos.noted'), more] },
    {},
  ];
}

/** While a call is open, or its result is in: she is read, nothing is asked. */
function listened(): NonNullable<State['on']> {
  const kept: Move = { do: [{ change: { place: 'read' } }, { change: { known: 'said' } }] };
  return {
    MSG: [...always(), kept],
    SOS: [
      ...always([alert('sos-again')]),
      { do: [{ change: { place: 'read' } }, { change: { known: 'said' } }, alert('sos-again')] },
    ],
  };
}

function accompany({ ease }: EmergencySpec): State {
  const heardAgain = listened();
  const anew = (moves: readonly Move[]): Move[] =>
    moves.map(move => (move.go ? move : { ...move, go: '#emergency.accompany' }));
  const speak: Condition = {
    not: { any: [{ marks: { quiet: true } }, { marks: { cover: true } }, { marks: { doubt: true } }] },
  };
  const lines = Array.from(
    { length: ease.at_most },
    (_, i): Move => ({
      when: all(speak, { eased: { under: i + 1 } }),
      go: '#emergency.accompany',
      do: [say(ease.texts[i % ease.texts.length]!, { author: 'safety' }), { change: { count: 'eased', to: 'more' } }],
    }),
  );
  return {
    // Typing of hers arms the timer anew: easing comes only when she has not written for a while.
    on: { MSG: anew(heardAgain.MSG ?? []), SOS: anew(heardAgain.SOS ?? []), SAY: [{ go: '#emergency.beside' }] },
    always: [{ when: { marks: { open: 0 } }, go: '#emergency.contain' }],
    initial: 'easing',
    states: {
      easing: { after: { 'emergency.ease': [...lines, { go: '#emergency.later' }] } },
      later: {
        after: {
          'emergency.ease-later': [
            {
              when: all(speak, { eased: { under: COUNT_MOST } }),
              go: '#emergency.later',
              do: [say(ease.texts[0]!, { author: 'safety' }), { change: { count: 'eased', to: 'more' } }],
            },
            { go: '#emergency.beside' },
          ],
        },
      },
      // A person is writing to her: the robot eases no more during this call.
      beside: {},
    },
  };
}
