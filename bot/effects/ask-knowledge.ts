/**
 * What no sheet answers, asked outside, where her protocol allows it. A proposal comes back as an event; no answer, one that
 * is late or unfit, and one for a question that is over (she wrote on, or danger came) leave everything as it is.
 */
import { outsideOf, unfitBecause } from '../../flows/knowledge.js';
import { contextOf } from '../../flows/turn.js';
import type { Live } from '../conversations.js';
import { localKnowledge } from '../knowledge/local.js';
import type { Handler } from '../outbox.js';
import type { Doers } from './effects.js';

/** Later than this a message out of nothing may light up on a telephone that is in other hands by then. */
const LATE_MS = 30_000;

export const askKnowledge =
  ({ conversations, knowledge, world }: Doers): Handler =>
  async ({ row, thread, live, params, now }) => {
    const question = String(params.question ?? '');
    const { protocol } = live.running;
    const withheld = (reason: string) => ({ result: 'withheld' as const, reason });
    if (question === '') return withheld('no question');
    if (!stands(live, question)) return withheld('over');
    if (now - row.dueAt > LATE_MS) return withheld('late');
    if (!knowledge) return withheld('off');
    // What the sheets of today answer is not asked outside: a person of the service, or she, finds it there.
    if (await localKnowledge(live.running).ask(question)) return withheld('known here');
    const asked = await knowledge.ask(outsideOf(protocol.knowledge), question);
    if ('abstains' in asked) return withheld(asked.abstains);
    const { proposal } = asked;
    const unfit = unfitBecause(proposal, protocol);
    if (unfit) return withheld(unfit);
    const applied = await conversations.apply(thread, `act:${row.id}`, then => {
      const around = world(protocol.id);
      if (!stands(then, question) || around.now - row.dueAt > LATE_MS) return null;
      return { event: { type: 'PROPOSED', proposal, world: around }, fields: { effect: row.id, proposal } };
    });
    return applied.kind === 'nothing' ? withheld('over') : { result: 'done' };
  };

/** She still waits for an answer to this, and to nothing else. */
const stands = ({ snapshot, head }: Live, question: string): boolean =>
  contextOf(snapshot).outside === question && head.emergency === 'idle';
