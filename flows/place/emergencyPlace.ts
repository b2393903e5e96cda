/**
 * Where she is, in the chat of an emergency: kept as she says it, read back, corrected, and asked for while it is not known.
 */
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import type { Move } from '../steps/kind.js';
import { all, mark, reads, say } from '../steps/parts.js';

/** Enough for a patrol to go. */
export const wholePlace: Condition = { any: [reads('location'), reads('full-place')] };
/** Something that is not known yet: once the address is whole, a commune named in passing changes nothing. */
export const newPlace: Condition = { any: [wholePlace, all(reads('place'), { not: { marks: { place: 'full' } } })] };

export const kept: Action = { change: { known: 'said' } };
export const placed: Action = { change: { place: 'read' } };

/** Her address stands on her screen, and a no is to it. */
export const toPlaced = { go: '#emergency.placed' };

/** Where she is, as it is understood. What she gives unasked is the first thing answered: what comes after it is asked once all the same. */
export function places(told: readonly Action[], which: Condition = newPlace): Move[] {
  const place: Action[] = [placed, kept, mark('location_kept')];
  return unasked([
    {
      when: all(which, { any: [wholePlace, { marks: { place: 'partial' } }] }),
      ...toPlaced,
      do: [...place, say('sos.confirm-place'), ...told],
    },
    {
      when: which,
      go: '#emergency.collect',
      do: [...place, say('sos.ask-rest-of-place', { fact: 'location_asked' }), ...told],
    },
  ]);
}

/** Where she is came before anything was asked: that is the first thing answered. */
function unasked(moves: readonly (Move & { when: Condition; do: readonly Action[] })[]): Move[] {
  const asked: Action = { change: { count: 'asked', to: 'more' } };
  return moves.flatMap(move => [
    { ...move, when: all(move.when, { not: { asked: { from: 1 } } }), do: [...move.do, asked] },
    move,
  ]);
}

/**
 * She asked for silence, and now writes a whole address: so she can read, and a wrong one sends nobody to her. No more is
 * said than what was understood.
 */
export const readBack = (to: { go?: string } = {}): Move[] =>
  unasked([{ ...to, when: wholePlace, do: [mark('location_kept'), say('sos.read-back')] }]);

/**
 * What she writes changes the address that she gave: it is read back as it is now.
 *
 * @param counts where a bare number of one or two digits is that of the house, and not how many they are
 */
export function corrections(to: { go?: string }, counts: Condition, told: readonly Action[] = []): Move[] {
  const heard: Action[] = [{ change: { place: 'house' } }, kept, mark('location_kept')];
  const left: Action[] = [{ change: { place: 'house' } }, kept];
  const betters: Condition = { any: [{ place: 'completes' }, all({ place: 'counts' }, counts)] };
  const whole: Condition = { any: [{ place: 'suffices' }, all(betters, { marks: { place: 'full' } })] };
  return [
    // Where it is answered beside another thing, nothing leads away from there.
    ...(to.go ? wrongPiece() : []),
    ...(to.go ? wrongNumber(to.go) : []),
    { when: { place: 'moves' }, ...to, do: [...heard, say('sos.moved'), ...told] },
    // Nobody is sent to where she is not: where she is now is asked.
    {
      when: { place: 'leaves' },
      ...to,
      do: [...left, say('sos.left', { by: 'danger', fact: 'location_asked' }), ...told],
    },
    { when: whole, ...to, do: [...heard, say('sos.confirm-place'), ...told] },
    { when: betters, ...to, do: [...heard, say('sos.ask-rest-of-place', { fact: 'location_asked' }), ...told] },
  ];
}

/** "No" to the address as it was understood. */
export function wrongPlace(): Move[] {
  const doubted: Action[] = [kept, { change: { place: 'doubted' } }];
  return [
    {
      when: all(reads('wrong-place'), { not: newPlace }, { marks: { place: 'full' } }),
      go: '#emergency.collect',
      do: [...doubted, say('sos.ask-wrong', { fact: 'location_asked' })],
    },
    {
      when: all(reads('wrong-place'), { not: newPlace }),
      go: '#emergency.collect',
      do: [...doubted, say('sos.ask-place', { by: 'danger', fact: 'location_asked' })],
    },
  ];
}

/** "El número", to which part is wrong, or by itself: it is asked as it is. */
function wrongPiece(): Move[] {
  return [
    {
      // "La calle", to which of several it is, or where she is now.
      when: all(
        reads('wrong-piece'),
        { not: newPlace },
        { not: { any: [{ place: 'completes' }, { place: 'leaves' }] } },
        { marks: { place: 'full' } },
      ),
      go: '#emergency.collect',
      do: [kept, { change: { place: 'doubted' } }, say('sos.ask-right', { fact: 'location_asked' })],
    },
  ];
}

/** "No es el 304", and not what it is: the address is no longer taken for right. */
const wrongNumber = (go: string): Move[] => [
  {
    when: { place: 'denies' },
    go,
    do: [kept, { change: { place: 'doubted' } }, say('sos.ask-right', { fact: 'location_asked' })],
  },
];

/** Where she is was asked, and is not known yet. */
export function unanswered(): Move[] {
  const asked: Condition = { asked: { from: 1 } };
  const go = '#emergency.collect';
  return [
    {
      when: all(asked, { marks: { place: 'none' } }),
      go,
      do: [say('sos.ask-place', { by: 'danger', fact: 'location_asked' })],
    },
    {
      when: { marks: { place: 'partial' } },
      go,
      do: [say('sos.ask-rest-of-place', { fact: 'location_asked' })],
    },
  ];
}
