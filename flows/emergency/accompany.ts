/**
 * While a call of an emergency goes on: short lines that ease her wait, fewer and fewer, until a person writes to her or the
 * call is over.
 */
import type { Action } from '../actions.js';
import { COUNT_MOST, type Condition } from '../guards.js';
import { alert, type State } from '../region.js';
import type { EmergencySpec } from '../steps/emergency.js';
import type { Move } from '../steps/kind.js';
import { all, say } from '../steps/parts.js';

type On = NonNullable<State['on']>;

/** @param heard what is done with each thing that she writes meanwhile */
export function accompany({ ease }: EmergencySpec, heard: On): State {
  const anew = (moves: readonly Move[]): Move[] =>
    moves.map(move => (move.go ? move : { ...move, go: '#emergency.accompany' }));
  const counted: Action = { change: { count: 'eased', to: 'more' } };
  const speak: Condition = {
    not: { any: [{ marks: { quiet: true } }, { marks: { cover: true } }, { marks: { doubt: true } }] },
  };
  // What eases would lie unread on top of it, and come all at once: it waits, and people are told again that it does.
  const unarrived: Condition = { world: { unarrived: true } };
  const missing = alert('unarrived');
  const lines = Array.from(
    { length: ease.at_most },
    (_, i): Move => ({
      when: all(speak, { eased: { under: i + 1 } }),
      go: '#emergency.accompany',
      do: [say(ease.texts[i % ease.texts.length]!, { author: 'safety' }), counted],
    }),
  );
  // From the first key that a person presses: the robot does not talk over her.
  const besides: On = { SAY: [{ go: '#emergency.beside' }], TYPES: [{ go: '#emergency.beside' }] };
  return {
    // Typing of hers arms the timer anew: easing comes only when she has not written for a while.
    on: { MSG: anew(heard.MSG ?? []), SOS: anew(heard.SOS ?? []), ...besides },
    always: [{ when: { marks: { open: 0 } }, go: '#emergency.contain' }],
    initial: 'easing',
    states: {
      easing: {
        after: {
          'emergency.ease': [
            { when: unarrived, go: '#emergency.accompany', do: [missing] },
            ...lines,
            { go: '#emergency.later' },
          ],
        },
      },
      later: {
        after: {
          'emergency.ease-later': [
            { when: unarrived, go: '#emergency.later', do: [missing] },
            {
              when: all(speak, { eased: { under: COUNT_MOST } }),
              go: '#emergency.later',
              do: [say(ease.texts[0]!, { author: 'safety' }), counted],
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
