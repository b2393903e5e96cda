/**
 * The call side of an emergency: three slots compiled from one definition, each one telephone call to one institution.
 * It goes on whoever owns the talk. *Ended* is not *answered by a person*: only a recorded outcome frees a slot, and
 * what is told to her depends on that outcome.
 */
import type { Action } from '../actions.js';
import type { CallOutcome } from '../events.js';
import type { Condition } from '../guards.js';
import { alert, type Region, type State } from '../region.js';
import type { EmergencySpec } from '../steps/emergency.js';
import type { Move } from '../steps/kind.js';
import { all, mark, say } from '../steps/parts.js';

const TOLD: Record<CallOutcome, string> = {
  dispatched: 'call.dispatched',
  answered: 'call.answered',
  refused: 'call.refused',
  busy: 'call.busy',
  no_answer: 'call.no-answer',
  failed: 'call.failed',
};

export function callRegion(slot: number, { call }: EmergencySpec): Region {
  const here: Condition = { event: 'slot', is: [slot] };
  const at = (state: string): string => `#call${slot}.${state}`;
  const name = (delay: string): string => `call${slot}.${delay}`;
  const result: Move[] = Object.entries(TOLD).flatMap(([outcome, key]) => {
    const ended = all(here, { event: 'outcome', is: [outcome] });
    const isReached = REACHED.includes(outcome as CallOutcome);
    const told: Action[] = [
      { change: { call: 'result' } },
      say(key, { author: 'safety', by: 'call', anyway: true, fact: 'call_result_told' }),
      ...(isReached ? [] : [alert(`call-${outcome.replace('_', '-')}`)]),
    ];
    return [
      { when: all(ended, { marks: { open: 1 } }), go: at('idle'), do: [...told, ...recorded] },
      { when: ended, go: at('idle'), do: told },
    ];
  });
  const states = (['dialing', 'ringing', 'talking', 'ended'] as const).map(state => ({
    when: all(here, { event: 'state', is: [state] }),
    go: at(state),
    do: [{ change: { call: 'state' as const } }],
  }));
  const waits: State = { after: { [name('redial')]: [{ go: at('late'), do: [alert('call-unanswered')] }] } };
  return {
    delays: {
      [name('redial')]: call.redial,
      [name('next')]: Math.max(1_000, call.next - call.redial),
      [name('outcome')]: call.outcome,
    },
    state: {
      initial: 'idle',
      states: {
        idle: {
          on: {
            CALL: [
              {
                when: all(here, { marks: { emergency: true } }),
                go: at('dialing'),
                do: [
                  { change: { call: 'dial' } },
                  { effect: 'place-call' },
                  mark('call_started'),
                  say('call.announce', { author: 'safety', by: 'call' }),
                ],
              },
            ],
          },
        },
        open: {
          initial: 'dialing',
          on: { CALL_STATE: states, CALL_RESULT: result },
          states: {
            dialing: waits,
            ringing: waits,
            late: { after: { [name('next')]: [{ go: at('talking'), do: [alert('call-next-institution')] }] } },
            talking: { after: { [name('outcome')]: [{ go: at('ended'), do: [alert('outcome-missing')] }] } },
            ended: { after: { [name('outcome')]: [{ go: at('ended'), do: [alert('outcome-missing')] }] } },
          },
        },
      },
    },
  };
}

/** Outcomes where somebody answered for the institution. */
const REACHED: readonly CallOutcome[] = ['dispatched', 'answered'];

/** Once no call is open the record is written from what is known, also of calls that nobody answered; a person still ends it. */
const recorded: Action[] = [
  { effect: 'record', params: { record: 'emergency', draft: true } },
  mark('emergency_recorded'),
];
