/**
 * The chat side of an emergency: confirm → collect → accompany → contain, beside two watches that run on whoever owns
 * the talk: her silence, and an emergency that nobody has taken. It is never closed by a timer, and never without an
 * outcome for every call it opened; a person ends it.
 *
 * Author *bot* asks, and only while no person owns the talk. Author *safety* announces calls, eases the wait and
 * reminds her to erase. Nothing is said while we keep quiet, but the result of a call.
 */
import type { Action } from './actions.js';
import type { Condition } from './guards.js';
import { alert, type Region, type State } from './region.js';
import type { EmergencySpec } from './steps/emergency.js';
import type { Move } from './steps/kind.js';
import { all, mark, reads, say, set } from './steps/parts.js';

/** Nobody sees "somebody took it" but by these acts. */
const TAKEN_BY = ['TAKE', 'SAY', 'CALL'] as const;

export function emergencyRegion(spec: EmergencySpec): Region {
  const { ease, silence, untaken } = spec;
  return {
    delays: {
      'emergency.untaken': untaken.after,
      'emergency.untaken-again': untaken.every,
      'emergency.ease': ease.every,
      'emergency.ease-later': ease.then_every,
      'emergency.silence-1': silence[0],
      'emergency.silence-2': Math.max(1_000, silence[1] - silence[0]),
      'emergency.silence-3': Math.max(1_000, silence[2] - silence[1]),
      'emergency.silence-on': 600_000,
    },
    state: {
      initial: 'idle',
      states: {
        idle: { on: { SOS: [...opening()] } },
        active: {
          parallel: true,
          on: ends(),
          states: { chat: chat(spec), watch: watch(), page: page() },
        },
      },
    },
  };
}

// ---- how it opens -----------------------------------------------------------------------------------------------------

/** SOS sits on `idle` only: a second SOS repeats, it does not open a second emergency. */
function opening(): Move[] {
  const opened: Action[] = [set({ sos: true, emergency: true, quiet: false, asking: false }), { change: { count: 'asked', to: 'reset' } }, { change: { count: 'eased', to: 'reset' } }, { change: { risk: 4 } }, mark('emergency_open'), alert('sos')];
  const placed: Action[] = [{ change: { place: 'read' } }, mark('location_kept')];
  const asks: Action = say('sos.open', { by: 'danger', fact: 'location_asked' });
  const known: Action = { change: { known: 'said' } };
  return [
    // Somebody else may be writing: people are told, and nothing is revealed.
    { when: { marks: { doubt: true } }, go: '#emergency.confirm', do: [...opened, known] },
    { when: { marks: { cover: true } }, go: '#emergency.confirm', do: [...opened, known, say('sos.open', { by: 'danger' })] },
    { when: personOwns, go: '#emergency.confirm', do: [...opened, { change: { place: 'read' } }, known] },
    { when: { world: { staffed: false } }, go: '#emergency.confirm', do: [...opened, { change: { place: 'read' } }, known, say('sos.nobody', { by: 'danger', fact: 'location_asked' }), mark('out_of_hours_notice')] },
    { when: reads('place'), go: '#emergency.collect', do: [...opened, ...placed, known, asks] },
    { go: '#emergency.confirm', do: [...opened, known, asks] },
  ];
}

const personOwns: Condition = { marks: { person: true } };

// ---- how it ends: by a person, with every call's outcome ---------------------------------------------------------------

function ends(): State['on'] {
  const reminder: Action[] = [say('del.after-emergency', { author: 'safety', fact: 'delete_reminder' }), set({ erase: false })];
  const over: Action[] = [{ change: { session: 'emergency-over' } }];
  const recorded: Action[] = [{ effect: 'record', params: { record: 'emergency' } }, mark('emergency_recorded')];
  const settled: Condition = { marks: { open: 0 } };
  return {
    REFERRAL: [{ when: settled, go: '#emergency.idle', do: [...recorded, ...reminder, ...over] }],
    DISCARD: [{ when: settled, go: '#emergency.idle', do: over }],
    CLOSE: [
      { when: { all: [settled, { marks: { outcome: true } }, { event: 'reason', is: ['done'] }] }, go: '#emergency.idle', do: [...recorded, ...reminder, ...over] },
      { when: settled, go: '#emergency.idle', do: over },
    ],
  };
}

// ---- the chat -----------------------------------------------------------------------------------------------------------

function chat(spec: EmergencySpec): State {
  const toCalls: Move[] = [{ go: '#emergency.accompany', do: [{ change: { count: 'eased', to: 'reset' } }] }];
  return {
    initial: 'confirm',
    states: {
      confirm: { on: { ...heard(spec, doubting()), CALL: toCalls } },
      collect: { on: { ...heard(spec, []), CALL: toCalls } },
      doubt: { on: { ...heard(spec, []), CALL: toCalls } },
      accompany: accompany(spec),
      contain: { on: { ...listened(), CALL: toCalls } },
    },
  };
}

/** "No" to the first question: a person decides, and she is told so. Unknown never lowers. */
function doubting(): Move[] {
  return [{ when: { any: [reads('no-danger'), reads('no'), reads('retraction')] }, go: '#emergency.doubt', do: [{ change: { known: 'said' } }, say('sos.doubt'), alert('says-no-danger')] }];
}

/** Her text while nobody is on the telephone yet: each answer is kept and usable at once, and the next thing is asked. */
function heard(spec: EmergencySpec, first: readonly Move[]): NonNullable<State['on']> {
  const kept: Action = { change: { known: 'said' } };
  const place: Action[] = [{ change: { place: 'read' } }, kept, mark('location_kept')];
  const full: Condition = { any: [reads('location'), reads('full-place'), { marks: { place: 'partial' } }] };
  const moves: Move[] = [
    ...always(),
    ...first,
    { when: all(reads('place'), full), go: '#emergency.collect', do: [...place, say('sos.confirm-place'), { change: { count: 'asked', to: 'more' } }] },
    { when: reads('place'), go: '#emergency.collect', do: [...place, say('sos.ask-rest-of-place', { fact: 'location_asked' })] },
    ...nextQuestion(spec).map(move => ({ ...move, go: '#emergency.collect', do: [kept, ...(move.do ?? [])] })),
  ];
  return { MSG: moves, SOS: [...always(), { when: reads('place'), go: '#emergency.collect', do: [...place, say('sos.confirm-place'), alert('sos-again')] }, { do: [kept, { change: { count: 'alerts', to: 'more' } }, alert('sos-again')] }] };
}

/** What comes before anything else, in every phase. */
function always(): Move[] {
  const kept: Action = { change: { known: 'said' } };
  return [
    { when: reads('hush'), do: [kept, set({ quiet: true }), mark('silent_hold'), alert('somebody-came')] },
    { when: { any: [personOwns, { marks: { doubt: true } }] }, do: [{ change: { place: 'read' } }, kept, set({ quiet: false })] },
    { when: all(reads('media'), { not: reads('place') }), do: [kept, set({ quiet: false }), alert('media')] },
    { when: { marks: { quiet: true } }, do: [set({ quiet: false }), { change: { place: 'read' } }, kept, alert('writes-again')] },
    { when: reads('retraction'), do: [kept, say('sos.noted'), alert('takes-it-back')] },
  ];
}

/** The questions in their order, each once; then she is only told that she is read. */
function nextQuestion({ collect }: EmergencySpec): Move[] {
  const more: Action = { change: { count: 'asked', to: 'more' } };
  const order = collect.filter(about => about !== 'place');
  const questions = order.map((about, i): Move => ({ when: { not: { asked: { from: i + 2 } } }, do: [say(`sos.ask-${about}`), more] }));
  return [{ when: all({ marks: { place: 'none' } }, { not: { asked: { from: 1 } } }), do: [say('sos.ask-place', { by: 'danger', fact: 'location_asked' }), more] }, ...questions, { when: { not: { asked: { from: order.length + 2 } } }, do: [say('sos.noted'), more] }, {}];
}

/** While a call is open, or its result is in: she is read, nothing is asked. */
function listened(): NonNullable<State['on']> {
  const kept: Move = { do: [{ change: { place: 'read' } }, { change: { known: 'said' } }] };
  return { MSG: [...always(), kept], SOS: [...always(), { do: [{ change: { place: 'read' } }, { change: { known: 'said' } }, alert('sos-again')] }] };
}

function accompany({ ease }: EmergencySpec): State {
  const heardAgain = listened();
  const again = (moves: readonly Move[]): Move[] => moves.map(move => (move.go ? move : { ...move, go: '#emergency.accompany' }));
  const speak: Condition = { not: { any: [{ marks: { quiet: true } }, { marks: { cover: true } }, { marks: { doubt: true } }] } };
  const lines = Array.from({ length: ease.at_most }, (_, i): Move => ({
    when: all(speak, { eased: { under: i + 1 } }),
    go: '#emergency.accompany',
    do: [say(ease.texts[i % ease.texts.length]!, { author: 'safety' }), { change: { count: 'eased', to: 'more' } }],
  }));
  return {
    // Typing of hers arms the timer anew: easing comes only when she has not written for a while.
    on: { MSG: again(heardAgain.MSG ?? []), SOS: again(heardAgain.SOS ?? []), SAY: [{ go: '#emergency.beside' }], CALL: [{ do: [{ change: { count: 'eased', to: 'reset' } }] }] },
    always: [{ when: { marks: { open: 0 } }, go: '#emergency.contain' }],
    initial: 'easing',
    states: {
      easing: { after: { 'emergency.ease': [...lines, { go: '#emergency.later' }] } },
      later: { after: { 'emergency.ease-later': [{ when: all(speak, { alerts: { under: 6 } }), go: '#emergency.later', do: [say(ease.texts[0]!, { author: 'safety' }), { change: { count: 'alerts', to: 'more' } }] }, { go: '#emergency.beside' }] } },
      // A person is writing to her: the robot eases no more during this call.
      beside: {},
    },
  };
}

// ---- the watches ----------------------------------------------------------------------------------------------------------

/** Her silence after danger warns the people; it never buzzes her telephone. */
function watch(): State {
  const heardFrom: Move[] = [{ go: '#emergency.watch-0' }];
  const step = (delay: string, go: string, why: string, facts: Action[] = []): State => ({ after: { [delay]: [{ go, do: [...facts, alert(why)] }] } });
  return {
    initial: 'watch-0',
    on: { MSG: heardFrom, SOS: heardFrom },
    states: {
      'watch-0': step('emergency.silence-1', '#emergency.watch-1', 'silence', [mark('silent_hold')]),
      'watch-1': step('emergency.silence-2', '#emergency.watch-2', 'silence-long'),
      'watch-2': step('emergency.silence-3', '#emergency.watch-3', 'silence-decide'),
      'watch-3': step('emergency.silence-on', '#emergency.watch-3', 'silence-decide'),
    },
  };
}

/** Nobody took it: the people are told again and again, until somebody does. */
function page(): State {
  const taken: Move[] = [{ go: '#emergency.taken' }];
  return {
    initial: 'untaken',
    states: {
      untaken: {
        always: [{ when: personOwns, go: '#emergency.taken' }],
        on: Object.fromEntries(TAKEN_BY.map(type => [type, taken])),
        after: { 'emergency.untaken': [{ go: '#emergency.untaken-again', do: [alert('untaken')] }] },
      },
      'untaken-again': { on: Object.fromEntries(TAKEN_BY.map(type => [type, taken])), after: { 'emergency.untaken-again': [{ go: '#emergency.untaken-again', do: [alert('untaken')] }] } },
      taken: { on: { OWNER_LOST: [{ go: '#emergency.untaken-again', do: [alert('owner-lost')] }], TRANSFER: [{ go: '#emergency.untaken-again' }] } },
    },
  };
}

