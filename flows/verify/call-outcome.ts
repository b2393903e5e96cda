/**
 * An emergency never ends with a call that lacks an outcome, nor does the conversation come to rest with one. And no call
 * is forgotten: from each state of a call, if nobody records anything, the people are told again and again; the
 * institution that comes next has a number, and where no other comes next a person is told that she must decide.
 */
import { isTimer } from '../events.js';
import { timersOf } from '../snapshot.js';
import type { Config, Graph } from './explore.js';
import { type Failure, failureOf, type Fault, type Proof, type Property } from './property.js';

export const callOutcome: Property = {
  name: 'call-outcome',
  failure: ({ main, inside, compiled: { protocol } }) =>
    ends(main) ?? ends(inside) ?? forgotten(inside) ?? failureOf(chains(protocol)),
  faults: chains,
};

function ends({ edges }: Graph): Failure | null {
  const turn = edges.find(
    e => e.to.open > 0 && ((e.from.emergency !== null && e.to.emergency === null) || e.to.talk === 'rest'),
  );
  return turn ? { turn, why: 'la emergencia termina con una llamada sin resultado' } : null;
}

const callOf = ({ snapshot }: Config): string => JSON.stringify((snapshot.value as Record<string, unknown>).call0);

function forgotten({ configs, edges }: Graph): Failure | null {
  const open = configs.filter(c => c.emergency !== null && callOf(c) !== '"idle"');
  const unarmed = open.find(c => !timersOf(c.snapshot).some(id => id.includes('.call0:')));
  if (unarmed)
    return {
      at: unarmed,
      why: `una llamada en ${callOf(unarmed)} no tiene plazo: nadie recuerda registrar su resultado`,
    };
  const untold = edges.find(
    e => isTimer(e.event.type) && e.event.type.includes('.call0:') && !e.effects.includes('alert'),
  );
  return untold ? { turn: untold, why: 'vence el plazo de una llamada y no se avisa a nadie' } : null;
}

/** Whoever does not answer has somebody after it, until a person decides. */
function chains({ directory: { institutions, rules } }: Proof['compiled']['protocol']): Fault[] {
  const firsts = new Set(Object.values(rules.always_start_with_for).flat());
  return institutions.flatMap(({ id, fallback }, i): Fault[] => {
    const follows = fallback.some(next => (institutions.find(other => other.id === next)?.phones.length ?? 0) > 0);
    if (!firsts.has(id) || follows) return [];
    return [
      {
        file: 'directory.yaml',
        path: ['institutions', String(i)],
        why: `si "${id}" no contesta no sigue ninguna institución con número; agregue una en fallback`,
      },
    ];
  });
}
