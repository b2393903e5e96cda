/**
 * The talk: who may speak. The robot's steps, the danger question, the queue, a person, rest. Each change of owner
 * raises the epoch; the robot's steps keep a deep history so that a person can give the talk back where it was.
 *
 * An SOS moves the talk from the robot to the queue. From rest, from a blocked contact, from anywhere.
 */
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import { type KnowledgeSpec, proposed } from '../knowledge.js';
import { ANSWERABLE } from '../sight/mute.js';
import * as queue from './queue.js';
import { afterQuiet } from './queueQuiet.js';
import { alert, type Region, type State } from '../region.js';
import type { Option } from '../reading.js';
import type { Move, Surroundings } from '../steps/kind.js';
import { all, calm, firstTry, mark, reads, say, set, surelyGrave } from '../steps/parts.js';
import { besidePerson, dangerInQueue, dangerMoves, silentAtRest } from '../danger/danger.js';
import { CANCELLED, cancels } from '../steps/cancel-appointment.js';
import { notesNoCall } from '../steps/say.js';
import { inQueue as unread } from '../danger/unclear.js';
import { type DangerQuestion, unsure } from '../danger/dangerQuestion.js';
import { BOOKED, bookedOutside, unbookedOutside } from '../booking/bookedOutside.js';
import {
  answered,
  callsOff,
  gone,
  handed,
  hersToKeep,
  lost,
  marked,
  parked,
  quiet,
  rests,
  said,
  sos,
  takes,
  toQueue,
  urgent,
} from './talkMoves.js';

export interface TalkSpec extends DangerQuestion {
  /** Ids of all steps. */
  steps: readonly string[];
  /** Where a person gives the talk back when no step was interrupted. */
  release: string;
  /** Who waits for a person and wants to wait no more. */
  leaves?: string;
  /** Where it is asked whether she can write, after "no está acá". */
  perhapsThere?: string;
  afterPerson: string;
  afterEmergency: string;
  menu: string;
  /** When she orders as in a shop. */
  disguise: Condition;
  knowledge?: KnowledgeSpec;
  /** Milliseconds. */
  queueAgain: number;
  ownerIdle: number;
}

/**
 * Texts that the talk itself says.
 * @internal protocols of tests have them all
 */
export const TALK_TEXTS = [
  ...queue.QUEUE_TEXTS,
  'person.coming',
  'person.hours-kept',
  'person.no-call-kept',
  'safe.no',
  'safe.neutral',
  'safe.unclear',
  'release.bot',
  'close.prank',
  BOOKED,
  'survey.thanks',
  CANCELLED,
];

/** @param texts a text in each locale that has it */
export function talkRegion(spec: TalkSpec, steps: Record<string, State>, texts: Surroundings['texts']): Region {
  return {
    delays: {
      'talk.unsure': spec.unsure.after,
      'talk.queue': spec.queueAgain,
      'talk.owner-idle': spec.ownerIdle,
      'talk.owner-absent': 15_000,
      'talk.owner-left': 120_000,
      'talk.forgotten': 24 * 3_600_000,
    },
    state: {
      initial: 'new',
      on: {
        LABEL: [{ do: [{ change: { contact: 'label' } }, { effect: 'contact', params: { label: 'priority' } }] }],
        PROFILE: [{ do: [{ change: { contact: 'safe' } }, { effect: 'contact', params: { profile: 'safe' } }] }],
        RISK: [{ do: [{ change: { risk: 'event' } }] }],
        GUIDELINE: answered(),
        PLACE: [{ do: [{ change: { place: 'read' } }] }],
        QUIET: quiet(),
        // An SOS came from a closed contact: whoever has her may reopen it without ending anything.
        UNBLOCK: [{ do: [{ change: { contact: 'unblocked' } }, { effect: 'contact', params: { unblocked: true } }] }],
        BOOKED: bookedOutside,
        UNBOOK: unbookedOutside,
        // It was kept for her while somebody came: remembered until she is back.
        HELD: [{ do: [{ change: { slots: 'held' } }] }],
      },
      states: {
        bot: {
          initial: '@entry',
          // Asked to keep quiet, the robot waits for her to write: a step that went on by itself would end with what it may not say.
          on: {
            SOS: sos(),
            PARKED: parked(),
            ...takes({ interrupted: true }),
            CLOSE: closes(spec),
            QUIET: quiet('step:hush'),
            ...proposed(spec.knowledge),
          },
          states: { ...steps, '@back': { history: true } },
        },
        unsure: unsure(spec),
        queued: queued(spec, queue.noneOfThem(texts)),
        human: human(spec),
        new: beginning(spec),
        rest: { ...beginning(spec), entry: rests },
      },
    },
  };
}

/** Whoever gives her back, or ends it, has seen that it is her, and that she may be answered. */
const cleared: Action[] = [{ change: { owner: 'bot' } }, set({ doubt: false, ...ANSWERABLE })];

/** Only a person closes a contact; SOS stays open to it. Nobody closes while a call has no outcome. */
function closes(spec: TalkSpec): Move[] {
  const settled: Condition = { marks: { open: 0 } };
  const blocked = (reason: 'aggressor' | 'prank', facts: Action[]): Move => ({
    when: all(settled, { event: 'reason', is: [reason] }),
    go: '#rest',
    do: [
      ...facts,
      { effect: 'contact', params: { blocked: reason } },
      mark(reason === 'prank' ? 'closed_prank' : 'closed_aggressor'),
      { change: { contact: 'blocked' } },
    ],
  });
  return [
    blocked('aggressor', []),
    blocked('prank', [say('close.prank', { author: 'executive' })]),
    { when: all(settled, { marks: { sos: true } }), go: `step:${spec.afterEmergency}`, do: cleared },
    { when: settled, go: `step:${spec.afterPerson}`, do: cleared },
  ];
}

/** She takes back that she wanted a person. Where danger was heard, or who writes is not sure, people see her all the same. */
const leaving: Condition = all(
  reads('leaves-queue'),
  { marks: { sos: false, doubt: false, quiet: false } },
  { not: { any: [{ marks: { safe: 'no' } }, { risk: { from: 3 } }, { sensed: 3 }] } },
);

/** Waiting for a person. The robot keeps her safe hours, answers what it surely can (queue.ts), and otherwise holds its tongue. */
function queued(spec: TalkSpec, none: Option): State {
  // "No gracias", when she has waited for a while: to what she read since, and no answer to that question.
  const late: Condition = all(reads('thanks', 'nothing'), { not: { marks: { waited: 'no' } } });
  const notSafe = all(
    { not: reads('no-danger') },
    {
      any: [
        reads('not-alone', 'beside', 'at-home', 'perhaps-there'),
        all(reads('only-no', 'unknown', 'feels-unsafe'), { not: { any: [reads('alone'), late] } }),
      ],
    },
  );
  const left: Action[] = [set({ asking: false }), { change: { need: 'read' } }, { change: { owner: 'bot' } }];
  const isSafe: Condition = reads('yes', 'no-danger', 'alone', 'he-left');
  const coming: Action[] = [set({ asking: false, safe: 'yes' }), say('person.coming')];
  const lapsed: Action[] = [{ change: { need: 'lapse' } }];
  const silenced = set({ asking: false, quiet: true, safe: 'no' });
  const hushed: Action[] = [silenced, firstTry, mark('silent_hold'), alert('not-safe')];
  const danger = dangerInQueue(spec.disguise, hushed);
  return {
    entry: [firstTry, set({ waits: false })],
    on: {
      SOS: [{ do: toQueue('sos') }],
      PARKED: [{ do: [alert('parked')] }],
      ...takes({ interrupted: false, waits: true }),
      CLOSE: closes(spec),
      TRANSFER: [{}],
      ...proposed(spec.knowledge),
      MSG: [
        { when: { marks: { emergency: true } } },
        ...queue.inDoubt(spec.another),
        ...queue.askedWho(spec.perhaps),
        ...queue.stillAsked,
        // Another voice: nothing more is said into that hand, and the people are told at once.
        {
          when: spec.another,
          do: [set({ doubt: true, asking: false }), mark('silent_hold'), alert('another-writes')],
        },
        // Somebody comes, perhaps; on our page it leaves her screen, too.
        { when: all(queue.erasesPage, reads('hush')), do: [...hushed, ...queue.removesPage] },
        { when: all({ marks: { asking: true } }, reads('hush', 'wait')), do: hushed },
        ...unread.guessed,
        ...danger.grave,
        queue.callsForAnother,
        // It may ring before anybody takes the talk.
        { when: all(callsOff, { not: reads('hush', 'watched') }), do: cancels },
        ...(spec.leaves ? [{ when: leaving, go: `step:${spec.leaves}`, do: left }] : []),
        { when: all({ marks: { asking: true } }, notSafe), do: [...hushed, say('safe.no', { anyway: true })] },
        danger.beside,
        danger.guessed,
        ...queue.shownOnceSafe(isSafe, none),
        // While nobody is there her yes is noted below, with her hours; nobody is promised.
        { when: all({ marks: { asking: true } }, { world: { staffed: true } }, isSafe), do: coming },
        { when: reads('hush', 'wait', 'perhaps-there'), do: hushed },
        // Her mark, asked for before something else brought her here.
        {
          when: calm(all({ marks: { survey: true, quiet: false, asking: false } }, reads('grade'), reads('brief'))),
          do: marked,
        },
        ...afterQuiet(coming),
        {
          when: hersToKeep,
          do: [
            set({ asking: false }),
            { change: { keep: 'safe_hours', as: 'hours' } },
            { effect: 'contact', params: { profile: 'hours' } },
            say('person.hours-kept'),
          ],
        },
        // Who answers it may be another: whoever takes her sees so.
        {
          when: reads('not-by-telephone'),
          do: [set({ asking: false }), ...notesNoCall, say('person.no-call-kept')],
        },
        ...unread.otherwise,
        ...queue.meanwhile(none),
        {},
      ],
    },
    after: {
      'talk.queue': [
        { when: { marks: { waited: 'no' } }, go: '#queued', do: [set({ waited: 'once' }), alert('waiting')] },
        // While nobody is there it was said once; it is said again when people are. Danger is told at any hour.
        {
          when: all({ world: { staffed: false } }, { marks: { sos: false, emergency: false } }),
          go: '#queued',
          do: lapsed,
        },
        { go: '#queued', do: [...lapsed, alert('waiting')] },
      ],
    },
  };
}

/** A person owns it: the robot is silent, whatever is written. */
function human(spec: TalkSpec): State {
  const mine: Condition = { owner: 'same' };
  const free: Condition = { marks: { emergency: false } };
  const back: Action[] = [...cleared, say('release.bot')];
  const grave: Move[] = [besidePerson, { when: all(free, surelyGrave), go: '#human.grave' }];
  return {
    initial: 'calm',
    on: {
      SOS: [{}],
      PARKED: [{ do: [alert('parked')] }],
      SAY: [{ when: mine, go: '#human.calm', do: [said] }],
      // From one person's hands to another's at once. What she waits for goes on being owed, for the whole time anew.
      TAKE: handed(),
      RELEASE: [
        ...spec.steps.map(
          (id): Move => ({ when: all(mine, free, { event: 'step', is: [id] }), go: `step:${id}`, do: back }),
        ),
        { when: all(mine, free, { marks: { interrupted: true, sos: false } }), go: '#back', do: back },
        { when: all(mine, free), go: `step:${spec.release}`, do: cleared },
      ],
      TRANSFER: [{ when: mine, go: '#queued', do: [...toQueue('transfer'), mark('handed_to_executive')] }],
      OWNER_LOST: [{ when: mine, go: '#queued', do: lost }],
      CLOSE: closes(spec).map(move => ({ ...move, when: move.when ? all(mine, move.when) : mine })),
    },
    states: {
      // What she writes next does not put it off: the wait runs from the first message that nobody answered.
      calm: {
        on: {
          MSG: [...grave, { when: { marks: { emergency: true } }, go: '#human.owed-now' }, { go: '#human.owed' }],
          SOS: urgent,
        },
        after: { 'talk.forgotten': [{ go: '#human.calm', do: [alert('forgotten')] }] },
      },
      owed: {
        on: { MSG: grave, SOS: urgent, TAKE: handed('#human.owed') },
        after: { 'talk.owner-idle': [{ do: gone }] },
      },
      // In an emergency nobody else hears of her while somebody has her. Whoever types is there; whoever is on the telephone
      // for her, or was asked to write nothing, has not left her.
      'owed-now': {
        on: {
          TYPES: [{ when: mine, go: '#human.owed-now' }],
          TAKE: handed('#human.owed-now'),
          // She was written to, or it was decided what her silence means.
          CHECK: [{ when: mine, go: '#human.calm' }],
          DECIDE: [{ when: mine, go: '#human.calm' }],
        },
        after: {
          'talk.owner-left': [
            { when: { marks: { emergency: true, open: 0, quiet: false, doubt: false } }, do: gone },
            { go: '#human.owed' },
          ],
        },
      },
      // Danger that the person leaves without an answer is an emergency: all the people are told, and author safety
      // answers her (watches.ts).
      grave: {
        on: { SOS: [{ go: '#human.owed-now' }] },
        after: { 'talk.owner-absent': [{ go: '#human.owed', do: [{ raise: 'SOS', why: 'unsure' }] }] },
      },
    },
  };
}

/** Nobody has written yet, or nothing is owed to her. What she writes begins anew; a late mark still counts. */
function beginning({ another, disguise }: TalkSpec): State {
  const owned: Action[] = [{ change: { owner: 'bot' } }];
  const { disguised, guessed, hush } = dangerMoves(disguise, { go: 'step:hush', do: owned }, owned, 'read');
  return {
    on: {
      SOS: sos(),
      PARKED: parked(),
      ...takes({ interrupted: false }),
      MSG: [
        {
          when: calm(all({ marks: { survey: true } }, reads('grade'))),
          do: [...marked, mark('closed_normal')],
        },
        disguised,
        // He comes, his eyes are on the screen, and only a model hears danger; or nothing is to be written to her, whatever
        // she tells: the people are told.
        { ...hush, when: silentAtRest },
        { ...guessed, when: all(guessed.when!, { not: another }) },
        hush,
        { when: { any: [reads('thanks'), { intent: ['goodbye'] }] } },
        // "Ok", "ya lo borré": it ended, and nothing is asked.
        { when: all({ marks: { greeted: true } }, reads('chatter', 'erased')) },
        { go: '#entry', do: [{ change: { need: 'read' } }, { change: { owner: 'bot' } }] },
      ],
    },
  };
}
