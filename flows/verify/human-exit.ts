/**
 * "A person" leads to the queue from everywhere, in one turn, whether it is read in her words or sensed as her intent.
 * Outside the hours it leads there too, with words that are honest: nobody is promised, and numbers that answer are given.
 *
 * A blocked contact is answered nothing but its SOS; what is written in an open emergency has people already.
 */
import type { Answer } from './unknowns.js';
import type { Edge } from './explore.js';
import type { Property } from './property.js';

export const humanExit: Property = {
  name: 'human-exit',
  failure: ({ main, compiled: { protocol } }) => {
    const asking = main.edges.filter(e => e.event.type === 'MSG' && e.from.emergency === null && asksForPerson(e.answers));
    const lost = asking.find(e => !reached(e));
    if (lost) return { turn: lost, why: `quien pide una persona en "${lost.from.talk}" no llega a la cola: queda en "${lost.to.talk}"` };
    const unserved = main.configs.find(c => c.talk.startsWith('bot.') && !asking.some(e => e.from === c));
    if (unserved) return { at: unserved, why: `en "${unserved.talk}" nadie entiende que se pida una persona: agregue "person" a understands` };
    const promised = asking.find(e => e.from.owner !== 'queue' && e.from.owner !== 'executive' && isAway(e.answers) && !honest(e, protocol.texts[protocol.locales[0]!] ?? {}));
    return promised ? { turn: promised, why: `sin nadie de turno, quien pide una persona no recibe horario ni un número que responda ahora` } : null;
  },
};

const reached = ({ to, error }: Edge): boolean => error === null && (to.talk === 'queued' || to.talk.startsWith('human') || to.emergency !== null);

/** Her text asks for a person, and reads as nothing else. */
function asksForPerson(answers: readonly Answer[]): boolean {
  const hers = answers.filter(a => a.about.startsWith('read') || a.about.startsWith('picks')).filter(a => a.left[0] !== a.of[0]);
  return hers.length === 1 && ((hers[0]!.about === 'reads.person') || (hers[0]!.about === 'read.intent' && hers[0]!.left.length === 1 && hers[0]!.left[0] === 'human'));
}

const isAway = (answers: readonly Answer[]): boolean => answers.some(a => a.about === 'world.staffed' && a.left[0] === false);

/** What is said names a number, in figures or as the telephone of an institution. */
const honest = ({ said }: Edge, texts: Readonly<Record<string, string>>): boolean => said.some(s => /\d{3}/.test(s.text) || /\{numero/.test(texts[s.key] ?? ''));
