/** The danger question: what sounds like danger, and opens nothing by itself, is asked about; people are told meanwhile. */
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import type { Reading } from '../reading.js';
import { alert, type State } from '../region.js';
import { cancels } from '../steps/cancel-appointment.js';
import type { Move } from '../steps/kind.js';
import { all, firstTry, mark, oneMoreTry, reads, say, set } from '../steps/parts.js';
import { AT_HER_SIDE } from '../sight/mute.js';
import { unclear } from './unclear.js';
import { ASKS_WHO, CALLS_OUT, callsOff, parked, sos, takes, toQueue, whoever } from '../talk/talkMoves.js';

export interface DangerQuestion {
  /** Texts, and where each answer leads. `after` in milliseconds. */
  unsure: {
    first: string;
    ask: string;
    again: string;
    beside: string;
    no: string;
    saidNo: string;
    silent: string;
    after: number;
  };
  /** When somebody else seems to write. */
  another: Condition;
  /** What she writes as likely as another does: "¿quién es usted?". */
  perhaps: Condition;
}

/** "La otra vez le tiré un cuchillo": hers, and of another day. */
const DID_BEFORE = 'did-before';
/** What he does as a habit, and nothing of now. */
const OF_NOW = [
  'yes',
  'now',
  'just-now',
  'wants-out',
  'drunk',
  'full-place',
  'address',
  'landmark',
  'location',
  'place',
];
export const isHabit = (read: Pick<Reading, 'reads'>): boolean =>
  read.reads('habit') && !OF_NOW.some(name => read.reads(name)) && (read.reads(DID_BEFORE) || !read.reads('weapon'));
const habit: Condition = all(
  reads('habit'),
  { not: reads(...OF_NOW) },
  { any: [reads(DID_BEFORE), { not: reads('weapon') }] },
);

/** She asks something besides. */
export const asksSomething: Condition = { intent: ['general_info', 'specific_question', 'request_status'] };

/** In place of a step's id while the danger question is open. */
export const UNSURE = '@unsure';

/** @param before done before the emergency opens */
export const sosNow = (...before: Action[]): Move => ({
  go: '#queued',
  do: [
    ...before,
    { change: { place: 'kept' } },
    { raise: 'SOS', why: 'unsure' },
    set({ interrupted: false }),
    ...toQueue('sos'),
    mark('handed_to_executive'),
  ],
});
const HIS: Condition = { intent: ['aggressor'] };
/**
 * He is beside her, comes, or sees her screen, as she says that there is danger, or in place of an answer to whether there is:
 * not a word is sent. "No, está mi mamá" is a no, and "no puedo hablar" says nothing of him.
 */
export const heIsThere: Condition = {
  any: [
    reads('he-is-there'),
    all(
      {
        any: [
          reads('beside', AT_HER_SIDE, 'watched', 'he-nears'),
          all(reads('hush'), reads('surely-grave'), { not: reads('cannot-speak') }),
        ],
      },
      { not: { any: [reads('not-here', 'no-danger', 'no', 'all-well', 'he-left', 'anybody-there'), HIS] } },
    ),
  ],
};
/** She left the question unanswered: it stands on her screen, and a yes to it is heard. */
const standing: Action = set({ guess: 'asked' });
/** No answer, and danger was likely: while she waits, where she is, or a yes, opens. */
export const unanswered: Action = set({ guess: 'left' });
/** Where she is, or a piece of it; the name of a town alone tells nothing. */
export const saysWhere: Condition = { any: [reads('address', 'full-place', 'landmark', 'location'), streetOnly()] };
function streetOnly(): Condition {
  return all(reads('place'), { not: reads('commune', 'asks', 'not-here') });
}

/** No more than a guess is what opens it. */
export const byGuess: Action = set({ guess: 'opened' });
/** Sensed as high: one short question, and a person is told meanwhile. */
export function unsure({ unsure: spec, another, perhaps }: DangerQuestion): State {
  /** Only a bare guess led here. */
  const bare: Condition = { not: { need: { reads: ['likely-grave'] } } };
  /** Polite, or an answer to something else, and no yes, where no word of alarm asked. */
  const nods: Condition = all(reads('nod', 'chatter', 'can-write'), { not: { need: { reads: ['grave'] } } });
  /** Nothing more is heard in what she writes now, or another bare guess. */
  const quieter: Condition = { any: [{ not: { sensed: 3 } }, all(bare, { not: reads('likely-grave') })] };
  /** What was asked about had words of alarm, or was a likely guess. */
  const alarm: Condition = { need: { reads: ['grave'] } };
  const likely: Condition = { need: { reads: ['likely-grave'] } };
  // After a mere guess another one adds up where both are likely; the name of a town, or a word or two, tells nothing.
  const danger: Condition = {
    any: [
      all(reads('yes'), { not: nods }),
      // "Si no estoy segura aquí": a yes or an if, and not safe either way.
      all(reads('feels-unsafe'), { not: reads('no') }),
      reads(
        'now',
        'just-now',
        'wants-out',
        'weapon',
        'drunk',
        'full-place',
        'address',
        'landmark',
        'location',
        'lurks',
        'opens-alone',
        'has-means',
        'better-dead',
      ),
      all(likely, { any: [reads('adds-up'), saysWhere] }),
      all(alarm, reads('place', 'tells')),
    ],
  };
  /** He threatens her children: her "no" is of herself. Only that it is over, or a joke, or that all are well takes it back. */
  const ofChildren: Condition = all(
    { need: { reads: ['children-threatened'] } },
    { not: reads('long-over', 'was-before', 'says-jest', 'all-well', 'nod', 'chatter', 'thanks', 'asks') },
    reads('text'),
  );
  const denies: Condition = {
    any: [
      reads('no-danger'),
      // "Sí, pero fue hace un mes": a yes to whether it happened, and no danger now.
      all(reads('not-now', 'long-over', 'was-before'), { not: reads('grave') }),
      all(reads('no', 'all-well'), quieter),
      // "No, si es broma": said before a person has her, and they read it all the same.
      all(reads('says-jest'), quieter),
      all(reads('he-left', 'not-here'), { not: reads('grave') }),
      // "Está en la pega", "ahora está todo callado": a reason that stands for the no, or the no that goes before it.
      all(reads('he-is-away', 'quiet-now'), quieter, { not: reads('he-comes', 'hush', 'beside', 'weapon', 'drunk') }),
    ],
  };
  const ofHerCall: Condition = all({ marks: { booked: true } }, { need: { reads: ['slot-unsafe', 'slot-conflict'] } });
  const unseen: Condition = all(reads('not-seen'), { not: reads('grave') });
  // About to go, and asks what to take: answered, and the question stands.
  const toTake = all({ tries: { under: 1 } }, reads('asks-what-to-take'), { need: { reads: ['leaving'] } });
  // "No tengo a dónde ir": no "no". Whither is answered each time, and after the second no answer a person reads her.
  const toGo = all(reads('asks-where-to-go'), { not: reads('no-danger', 'place', 'now') });
  const whither: Action = say('queue.where-to-go');
  // "Está en la pega, pero llega curado": what comes after the "but" is no no.
  const forNow: Condition = reads('no-for-now');
  return {
    initial: 'asking',
    states: {
      // Whoever writes first grave words is told who answers, in the same breath.
      asking: {
        // The question on her screen is this one, and none of a step.
        entry: [{ change: { step: UNSURE } }],
        always: [
          {
            when: { marks: { greeted: false, cover: false } },
            go: '#unsure.asked',
            do: [alert('sensed-high'), say(spec.first, { fact: 'welcome', by: 'danger' }), set({ greeted: true })],
          },
          // The call that she takes back may ring before anybody answers her.
          {
            when: all({ marks: { cover: false } }, callsOff),
            go: '#unsure.asked',
            do: [alert('sensed-high'), ...cancels, say(spec.ask, { by: 'danger', retry: spec.again })],
          },
          { go: '#unsure.asked', do: [alert('sensed-high'), say(spec.ask, { by: 'danger', retry: spec.again })] },
        ],
      },
      asked: {},
    },
    on: {
      SOS: sos(),
      PARKED: parked(),
      ...takes({ interrupted: false }),
      MSG: [
        // "Está aquí": all the yes that she can write. It opens, and nothing lights up on her screen.
        { when: heIsThere, ...sosNow(mark('silent_hold'), alert('somebody-came')) },
        // "Mi marido no está, pero me escucha", and "no me escribas": what sounds or lights up, he notices.
        {
          when: all(reads('hush', 'wait', 'watched'), { not: reads('not-here') }),
          go: `step:${spec.silent}`,
          do: [firstTry, standing],
        },
        ...unclear({ go: `step:${spec.silent}`, do: [firstTry, standing] }).otherwise,
        // The question stands: her yes opens, and silence hands her to people.
        { when: { any: [perhaps, reads(...ASKS_WHO, CALLS_OUT)] }, do: [alert('another-writes'), whoever] },
        { when: another, go: `step:${spec.silent}`, do: [firstTry, set({ doubt: true })] },
        { when: ofChildren, ...sosNow() },
        {
          when: all({ tries: { under: 1 } }, toGo),
          go: '#unsure',
          do: [oneMoreTry, whither, { change: { need: 'join' } }],
        },
        { when: toGo, go: `step:${spec.no}`, do: [firstTry, unanswered, whither, { change: { need: 'join' } }] },
        {
          when: all(denies, { not: forNow }, asksSomething),
          go: `step:${spec.saidNo}`,
          do: [firstTry, set({ danger: 'no' }), { change: { need: 'join' } }],
        },
        {
          when: all(denies, { not: forNow }),
          go: `step:${spec.saidNo}`,
          do: [firstTry, set({ danger: 'no' })],
        },
        // What was asked about told of the hour of her call, and she names another.
        {
          when: all(ofHerCall, reads('only-when'), { not: { any: [alarm, danger] } }),
          go: `step:${spec.saidNo}`,
          do: [firstTry],
        },
        {
          when: all({ any: [reads('person', 'wants-person'), { intent: ['human'] }] }, quieter),
          go: `step:${spec.no}`,
          do: [firstTry],
        },
        // "Ok", "ya po": hardly an answer where no word of alarm asked. She is told why, and asked again.
        { when: all({ tries: { under: 1 } }, nods), go: '#unsure', do: [oneMoreTry] },
        { when: toTake, go: '#unsure', do: [oneMoreTry, say('queue.to-take'), { change: { need: 'join' } }] },
        {
          when: all({ tries: { under: 1 } }, reads('asks-other-number')),
          go: '#unsure',
          do: [oneMoreTry, say('queue.whom-to-call'), { change: { need: 'join' } }],
        },
        // "Me pega cuando toma": grave, and no answer. Asked once more, and then a person reads her.
        { when: all({ tries: { under: 1 } }, habit), go: '#unsure', do: [oneMoreTry, { change: { need: 'join' } }] },
        { when: habit, go: `step:${spec.no}`, do: [firstTry, unanswered] },
        // "Hoy no lo he visto": asked once more, and then a person reads her.
        { when: all({ tries: { under: 1 } }, unseen), go: '#unsure', do: [oneMoreTry, { change: { need: 'join' } }] },
        { when: unseen, go: `step:${spec.no}`, do: [firstTry] },
        { when: all(bare, danger), ...sosNow(byGuess) },
        { when: danger, ...sosNow() },
        { when: all(denies, forNow), go: `step:${spec.no}`, do: [firstTry] },
        // Her answer may be in what only a person can hear.
        { when: reads('media'), go: `step:${spec.no}`, do: [firstTry, unanswered] },
        { when: { tries: { under: 1 } }, go: '#unsure', do: [oneMoreTry, { change: { need: 'join' } }] },
        // Not even a word: a person reads it, and whatever was asked about before it.
        { when: { not: reads('text') }, go: `step:${spec.no}`, do: [firstTry, unanswered] },
        // No answer twice: of a guess no more is made, and what she asks is looked at.
        {
          when: all({ not: alarm }, likely),
          go: `step:${spec.saidNo}`,
          do: [firstTry, unanswered, { change: { need: 'join' } }],
        },
        { when: { not: alarm }, go: `step:${spec.saidNo}`, do: [firstTry, { change: { need: 'join' } }] },
        { go: `step:${spec.no}`, do: [firstTry, unanswered] },
      ],
    },
    after: { 'talk.unsure': [{ go: `step:${spec.silent}`, do: [firstTry, standing] }] },
  };
}
