/**
 * "A person" leads to the queue from everywhere, in one turn, whether it is read in her words or sensed as her intent.
 * Outside the hours it leads there too, with words that are honest: nobody is promised, and numbers that answer are given.
 *
 * A blocked contact is answered nothing but its SOS; what is written in an open emergency has people already.
 */
import type { Edge } from './explore.js';
import { STAFFED } from './outcomes.js';
import type { Property } from './property.js';

export const humanExit: Property = {
  name: 'human-exit',
  failure: ({ main, compiled: { protocol } }) => {
    const lost = main.asked.find(e => !reached(e));
    if (lost)
      return {
        turn: lost,
        why: `quien pide una persona en "${lost.from.talk}" no llega a la cola: queda en "${lost.to.talk}"`,
      };
    const promised = main.asked.find(
      e =>
        e.from.owner !== 'queue' &&
        e.from.owner !== 'executive' &&
        isAway(e) &&
        !honest(e, protocol.texts[protocol.locales[0]!] ?? {}),
    );
    return promised
      ? {
          turn: promised,
          why: `sin nadie de turno, quien pide una persona no recibe horario ni un número que responda ahora`,
        }
      : null;
  },
};

const reached = ({ to, error }: Edge): boolean =>
  error === null && (to.talk === 'queued' || to.talk.startsWith('human') || to.emergency !== null);

const isAway = ({ answers }: Edge): boolean => answers.some(a => a.about === STAFFED && a.left[0] === false);

/** What is said names a number, in figures or as the telephone of an institution. */
const honest = ({ said }: Edge, texts: Readonly<Record<string, string>>): boolean =>
  said.some(s => /\d{3}/.test(s.text) || /\{numero/.test(texts[s.key] ?? ''));
