/**
 * What runs beside the chat of an emergency, whoever owns the talk: a second SOS, her silence, that nobody has taken it,
 * and that the person who has taken it does not answer her. The people are told again and again; her telephone rings for
 * none of it but the answer to what she wrote herself.
 */
import type { Action, Say } from '../actions.js';
import { ALERT_FOR_CALLERS, ATTACK_AGAIN } from '../effects.js';
import { type Condition, COUNT_MOST } from '../guards.js';
import { alert, type State } from '../region.js';
import type { Move } from '../steps/kind.js';
import { all, mark, reads, say } from '../steps/parts.js';

/** Nobody sees "somebody took it" but by these acts. */
const TAKEN_BY = ['TAKE', 'SAY', 'CALL'] as const;
export const personOwns: Condition = { marks: { person: true } };
/** A person opened it: nothing of hers waits for an answer. */
const byPerson: Condition = { event: 'why', is: ['executive'] };
/** By a word of alarm, or the button. */
export const byWord: Condition = { event: 'why', is: ['word', 'button'] };

/** Told as of now, whatever sense makes of the words: fire, a child taken away, blows or screams once more, he is back. */
const ANEW = ['sets-fire', 'strikes-anew', 'he-is-back'] as const;

/**
 * He is back, has a knife, pours petrol: while nobody has it, that is news, however long ago it opened and whatever she is
 * answered. The people hear it once until somebody looks (bot/desk/alarms.ts). A denial has no word of alarm.
 */
const attackAgain: Condition = all(
  { marks: { person: false } },
  { not: all(byWord, reads('brief')) },
  { any: [reads('surely-grave', ...ANEW), reads('he-comes-now', 'enters', 'came-nearer', 'got-in', 'breaks-in')] },
  {
    any: [
      reads('grave', ...ANEW),
      {
        not: reads('denies', 'no-danger', 'all-well', 'he-left', 'safe-now', 'retraction', 'false-alarm', 'long-over'),
      },
    ],
  },
);

/** She is read: in other words each time, so that she sees that somebody is there. */
export const noted = (more: Omit<Say, 'say'> = {}): Action =>
  say('sos.noted', { vary: ['sos.noted-2', 'sos.noted-3'], by: 'danger', ...more });

/** What is first said to a call for help, said again. */
export const opening = (author: 'bot' | 'safety'): { when?: Condition; do: Action[] }[] => [
  {
    when: { world: { staffed: false } },
    do: [say('sos.nobody', { by: 'danger', author, whole: true, fact: ['out_of_hours_notice', 'location_asked'] })],
  },
  { when: { marks: { place: 'full' } }, do: [say('sos.open-placed', { by: 'danger', author, whole: true })] },
  {
    when: { marks: { place: 'partial' } },
    do: [
      say('sos.open-placed', { by: 'danger', author, whole: true }),
      say('sos.ask-missing', { author, fact: 'location_asked' }),
    ],
  },
  { do: [say('sos.open', { by: 'danger', author, whole: true, fact: 'location_asked' })] },
];

// ---- a second SOS ---------------------------------------------------------------------------------------------------------

/**
 * A word of alarm again, by itself, while nobody has come to it: what was first said is said again, so that she knows she
 * is read; within the first seconds only a few words, to each.
 */
export function again(): State {
  const alone = all(byWord, reads('brief'), {
    not: { any: [reads('place'), reads('hush'), reads('media'), reads('retraction')] },
  });
  const untold: Condition = { marks: { person: false, doubt: false, open: 0, outcome: false } };
  const moves = (...more: Condition[]): Move[] =>
    opening('bot').map(({ when, do: said }) => ({
      when: all(alone, untold, { alerts: { under: COUNT_MOST } }, ...more, ...(when ? [when] : [])),
      go: '#emergency.answered',
      do: said,
    }));
  const attentive: NonNullable<State['after']> = { 'emergency.again': [{ go: '#emergency.attentive' }] };
  const afterQuiet = moves({ marks: { quiet: true } });
  const too: Action = say('sos.again', { vary: ['sos.noted-2'] });
  return {
    initial: 'answered',
    states: {
      // Hardly had she been answered: she sees that each of them arrived, and no long text a second time. After a quiet it
      // is news.
      answered: { on: { SOS: [...afterQuiet, { when: all(alone, untold), do: [too] }] }, after: attentive },
      // Long words many times over say no more than a few.
      attentive: { on: { SOS: [...moves(), { when: all(alone, untold), go: '#emergency.answered', do: [noted()] }] } },
    },
  };
}

// ---- the watches ----------------------------------------------------------------------------------------------------------

/**
 * Her silence after danger warns the people; of itself it never buzzes her telephone. A person may ask her once by a line
 * that says nothing, where she did not say that writing is not safe, and decides what is done.
 * Source: helplines' practice (silence is ambiguous: gone, no signal, or he came).
 */
export function watch(): State {
  const heardFrom: Move[] = [
    {
      go: '#emergency.watch-0',
      // Those who were sent may be on their way to where she was.
      do: [
        alert('moved', { any: [{ place: 'moves' }, { place: 'leaves' }, { mayMove: true }] }),
        alert(ALERT_FOR_CALLERS),
        alert(ATTACK_AGAIN, attackAgain),
      ],
    },
  ];
  const safe = {
    not: { any: [{ marks: { quiet: true } }, { marks: { doubt: true } }, { marks: { safe: 'no' } }] },
  } as const;
  const check: Move[] = [
    { when: safe, go: '#emergency.checked', do: [say('sos.check', { author: 'safety', neutral: true })] },
  ];
  // On each state and not on the region: from there they would reset the chat beside it.
  const step = (name: string, after: State['after'], more: State['on'] = {}): [string, State] => [
    name,
    { on: { MSG: heardFrom, SOS: heardFrom, ...more }, ...(after ? { after } : {}) },
  ];
  const told = (go: string): Move[] => [{ go: `#emergency.${go}`, do: [alert('silence-decide')] }];
  const asked = { CHECK: check, DECIDE: [{ go: '#emergency.watch-3' }] };
  const decided = { DECIDE: [{ go: '#emergency.checked-on' }] };
  return {
    initial: 'watch-0',
    states: Object.fromEntries([
      step('watch-0', {
        'emergency.silence-1': [
          // While a call is on, easing goes on: only without one nothing more is sent until she writes.
          { when: { marks: { open: 0 } }, go: '#emergency.watch-1', do: [mark('silent_hold'), alert('silence')] },
          { go: '#emergency.watch-1', do: [alert('silence')] },
        ],
      }),
      step('watch-1', { 'emergency.silence-2': [{ go: '#emergency.watch-2', do: [alert('silence-long')] }] }, asked),
      step('watch-2', { 'emergency.silence-3': told('watch-3') }, asked),
      step('watch-3', { 'emergency.silence-on': told('watch-3') }, asked),
      step('checked', { 'emergency.silence-2': told('checked-on') }, decided),
      step('checked-on', { 'emergency.silence-on': told('checked-on') }, decided),
    ]),
  };
}

/** Where her silence stands: none, long enough that the people were told, or asked about already. */
export function silenceOf(value: unknown): 'none' | 'silent' | 'checked' {
  const at = (value as { emergency?: { active?: { watch?: unknown } } }).emergency?.active?.watch;
  if (typeof at !== 'string' || at === 'watch-0') return 'none';
  return at.startsWith('checked') ? 'checked' : 'silent';
}

/** Nobody took it: the people are told again and again, less often after half an hour, until somebody does. */
export function page(): State {
  const on = Object.fromEntries(TAKEN_BY.map(type => [type, [{ go: '#emergency.taken' }]]));
  const told = (go: string): Move[] => [{ go, do: [alert('untaken')] }];
  return {
    initial: 'untaken',
    states: {
      untaken: {
        always: [
          { when: all(personOwns, byPerson), go: '#emergency.taken' },
          { when: personOwns, go: '#emergency.called' },
        ],
        on,
        after: { 'emergency.untaken': told('#emergency.unanswered') },
      },
      unanswered: {
        initial: 'untaken-again',
        on,
        after: { 'emergency.untaken-long': told('#emergency.untaken-later') },
        states: { 'untaken-again': { after: { 'emergency.untaken-again': told('#emergency.untaken-again') } } },
      },
      'untaken-later': { on, after: { 'emergency.untaken-later': told('#emergency.untaken-later') } },
      taken: taken(),
    },
  };
}

/**
 * Somebody has it. What she writes then and the person leaves without an answer is answered by author *safety*: a call
 * for help by a word of alarm with what is first said to one, anything else with a sign. All the people are told, as the one may be away.
 */
function taken(): State {
  const hushed = all(reads('hush'), { not: reads('cannot-speak') });
  const owed = all(personOwns, { marks: { doubt: false } }, { not: { any: [hushed, byPerson] } });
  const calls: Move[] = [{ when: all(owed, byWord), go: '#emergency.called' }];
  const writes: Move[] = [{ when: owed, go: '#emergency.owed' }];
  const answered: NonNullable<State['on']> = { SAY: [{ go: '#emergency.taken' }] };
  // What came of a call is told to her, and is an answer.
  const heard: NonNullable<State['on']> = { ...answered, CALL_RESULT: [{ go: '#emergency.taken' }], SOS: calls };
  // Under cover he may be reading, and who has her knows how she wrote before: the people are told, and she is not written to.
  const speaks = all(personOwns, { marks: { quiet: false, doubt: false, cover: false } });
  const told = alert('unanswered');
  const back = { go: '#emergency.taken' };
  const sign: Move[] = [
    { when: speaks, ...back, do: [noted({ author: 'safety' }), told] },
    { ...back, do: [told] },
  ];
  const first = opening('safety').map(({ when, do: said }) => ({
    when: all(speaks, { marks: { open: 0, outcome: false } }, ...(when ? [when] : [])),
    ...back,
    do: [...said, told],
  }));
  return {
    initial: 'beside-her',
    on: {
      OWNER_LOST: [{ go: '#emergency.unanswered', do: [alert('owner-lost')] }],
      TRANSFER: [{ go: '#emergency.unanswered' }],
    },
    states: {
      'beside-her': { on: { MSG: writes, SOS: [...calls, ...writes] } },
      owed: {
        on: { ...heard, TYPES: [{ go: '#emergency.typed' }] },
        after: { 'emergency.absent': sign },
      },
      called: {
        on: { ...answered, TYPES: [{ go: '#emergency.typed-first' }] },
        after: { 'emergency.absent': [...first, ...sign] },
      },
      // She is being written to: once more as long, and no longer, whatever is typed and not sent.
      typed: { on: heard, after: { 'emergency.absent': sign } },
      'typed-first': { on: answered, after: { 'emergency.absent': [...first, ...sign] } },
    },
  };
}
