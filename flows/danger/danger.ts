/**
 * What danger does where no person has her: in each step, as the first words of all, at rest, and while she waits for a
 * person. What is imminent by a word of alarm, or surely, has opened the emergency before this (hear.ts). Of the rest one
 * decision is the same everywhere:
 *
 * - somebody is beside her, and only a model hears danger: silence, and the people are told;
 * - grave words, or a guess that was weighed and stands: the danger question, and the people are told.
 *
 * Only what stands around it differs: a step has options of its own, and the queue makes sure first who writes. What answers the
 * question is read in one place, too (dangerQuestion.ts).
 */
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import { AT_HER_SIDE, DRIVES_HER, NO_REPLY, WATCHED } from '../sight/mute.js';
import { alert } from '../region.js';
import type { Move } from '../steps/kind.js';
import { all, firstTry, reads, set, surelyGrave } from '../steps/parts.js';
import { heSees } from '../talk/talkMoves.js';

/** She is back after a quiet, as she says: whether she can write is asked then, whatever a model makes of it. */
const isBack: Condition = all(reads('he-left', 'alone', 'gone-now', 'can-again', 'herself', 'not-here', 'no-danger'), {
  not: reads('grave'),
});

/** Told in words of hers, and no mere guess: he who has her telephone writes none of it. */
export const inHerWords: Condition = reads(
  ...['grave', 'hurts', 'fears-him', 'in-her-voice', 'full-place', 'address', 'location'],
);

/** He was told of as near before, and what is written now may be his. */
export const inHisSight: Condition = all({ marks: { quiet: true } }, { near: true }, { not: inHerWords });

/** What is heard as danger of who was kept quiet for, and may be answered. */
export const inQuiet: Condition = all(
  { sensed: 3 },
  {
    not: {
      any: [
        reads('hush', 'beside', AT_HER_SIDE, 'watched', 'at-home', 'not-alone'),
        isBack,
        inHisSight,
        { intent: ['aggressor'] },
      ],
    },
  },
);

const his: Condition = { intent: ['aggressor'] };

/** "No está acá", "no está él": he is away, or there, as a pause that nobody writes would tell. */
export const perhapsThere: Condition = reads('perhaps-there');

export interface DangerMoves {
  /** She asks for silence, or somebody sees her screen. */
  hush: Move;
  /** Words in disguise are answered in disguise: only the danger question has such words. */
  disguised: Move;
  /** Somebody is beside her, and only a model hears danger: asking about it would show it to him. */
  beside: Move;
  grave: Move;
  /**
   * Danger that only a model sees: hear.ts has weighed it against what she says plainly, and it stands. Where somebody came
   * it is as likely he who writes: the question is not put on her screen, and each place keeps quiet as it does.
   */
  guessed: Move;
}

/**
 * @param quiet how this place keeps quiet
 * @param before done before she is asked
 */
export function dangerMoves(
  disguise: Condition,
  quiet: Move,
  before: readonly Action[],
  need: 'join' | 'read',
): DangerMoves {
  const asks = (when: Condition): Move => ({
    when,
    go: '@unsure',
    do: [firstTry, ...before, { change: { need } }],
  });
  return {
    // "No está él", without a pause: he is there as likely as not.
    hush: { ...quiet, when: reads('hush', 'watched', 'perhaps-there') },
    disguised: asks(disguise),
    beside: {
      ...quiet,
      when: all(
        { sensed: 3 },
        { any: [all(reads('beside'), { not: reads('grave') }), reads(DRIVES_HER, AT_HER_SIDE)] },
        {
          not: { any: [reads('no-danger'), his] },
        },
      ),
    },
    grave: asks(all({ sensed: 3 }, reads('grave'), { not: his })),
    guessed: asks(all({ sensed: 3 }, { not: { any: [his, inHisSight] } })),
  };
}

/**
 * The same while she waits in the queue, also where she was kept quiet for: it is she who writes. She stays on the list, and a
 * no leads back there.
 *
 * @param hush how the queue keeps quiet
 */
export function dangerInQueue(
  disguise: Condition,
  hush: readonly Action[],
): Pick<DangerMoves, 'beside' | 'guessed'> & {
  grave: Move[];
} {
  const before: Action[] = [set({ asking: false, quiet: false, waits: true }), { change: { owner: 'bot' } }];
  const { beside, grave, guessed, disguised } = dangerMoves(disguise, { do: hush }, before, 'read');
  const open = (move: Move, ...not: string[]): Move => ({
    ...move,
    when: all(move.when!, { not: reads(...not) }, { any: [{ marks: { quiet: false } }, inQuiet] }),
  });
  return {
    beside,
    grave: [open(disguised, 'hush'), ...[{ ...grave, when: surelyGrave }, grave].map(move => open(move, ...SEEN))],
    // A blow that shows later has a text of its own.
    guessed: open(guessed, ...SEEN, 'head-hurt', 'belly-hurt'),
  };
}
/** Silence goes before. */
const SEEN = ['hush', 'wait', 'beside', AT_HER_SIDE, 'watched'];

/** A person has her, and he is there: her person sees it, the others are told, and author safety writes nothing either. */
export const besidePerson: Move = {
  when: all({ marks: { emergency: false } }, heSees),
  do: [alert('somebody-came')],
};

/** She writes while nobody has her, and is met with silence: he is there, or nothing is to be written to her. */
export const silentAtRest: Condition = {
  any: [
    reads(NO_REPLY),
    all(reads('hush', ...WATCHED), { not: reads('grave', 'cannot-speak') }),
    all({ sensed: 3 }, reads(DRIVES_HER, AT_HER_SIDE), { not: reads('no-danger', 'he-left') }),
    // She waits for our call.
    all({ marks: { booked: true } }, heSees),
  ],
};
