/**
 * Whoever waits is not left waiting: every configuration that owes her something has a timer; when nobody acts, timers
 * alone lead a step of the bot to rest, to the queue or to a person; and where they go round for good (the queue tells
 * the people again and again), each round tells somebody. Outside an emergency, nobody is told while nobody is there: the
 * round goes on until people are.
 */
import { isTimer } from '../events.js';
import { timersOf } from '../snapshot.js';
import type { Config, Edge, Graph } from './explore.js';
import { grouped } from './grouped.js';
import { STAFFED } from './outcomes.js';
import type { Failure, Property } from './property.js';

export const everyWaitEnds: Property = {
  name: 'every-wait-ends',
  failure: ({ main, inside }) => unarmed(main) ?? roundInSteps(main) ?? silentRound(main) ?? silentRound(inside),
};

/** Nothing is owed: nobody has written, or the conversation rests. */
const atRest = (config: Config): boolean =>
  (config.talk === 'rest' || config.talk === 'new') && config.emergency === null && config.open === 0;

function unarmed({ configs }: Graph): Failure | null {
  const at = configs.find(
    config => !atRest(config) && !timersOf(config.snapshot).some(id => /\.(?:step|talk):[^.]*$/.test(id)),
  );
  return at ? { at, why: `en "${at.talk}" no hay plazo: si nadie escribe, la conversación espera para siempre` } : null;
}

const byTimer = (e: Edge): boolean => isTimer(e.event.type) && e.error === null;

/** A step that asks again whenever she is silent would buzz her telephone for ever. */
function roundInSteps({ edges }: Graph): Failure | null {
  const turn = round(edges.filter(e => byTimer(e) && e.from.talk.startsWith('bot.') && e.to.talk.startsWith('bot.')));
  return turn
    ? { turn, why: `si nadie escribe, los plazos dan vueltas y vuelven a "${turn.to.talk}" sin terminar nunca` }
    : null;
}

const isNight = ({ answers, from }: Edge): boolean =>
  from.emergency === null && answers.some(a => a.about === STAFFED && a.left[0] === false);

/** A round of timers in which nobody is told anything. */
function silentRound({ edges }: Graph): Failure | null {
  const turn = round(edges.filter(e => byTimer(e) && e.effects.length === 0 && e.said.length === 0 && !isNight(e)));
  return turn ? { turn, why: `los plazos dan vueltas en "${turn.to.talk}" sin que nadie se entere` } : null;
}

/** An edge that closes a cycle, if there is one. */
function round(edges: readonly Edge[]): Edge | null {
  const out = grouped(edges, edge => edge.from);
  const done = new Set<Config>();
  const walk = (config: Config, path: Set<Config>): Edge | null => {
    if (done.has(config)) return null;
    path.add(config);
    for (const edge of out.get(config) ?? []) {
      if (path.has(edge.to)) return edge;
      const found = walk(edge.to, path);
      if (found) return found;
    }
    path.delete(config);
    done.add(config);
    return null;
  };
  for (const config of out.keys()) {
    const found = walk(config, new Set());
    if (found) return found;
  }
  return null;
}
