/**
 * From every reachable configuration, an SOS enters the emergency in one turn, and a person or the queue has the talk.
 * The button, imminent sense, a code and a word are one event for the machine; that each agreed word becomes that event is
 * asked of the reading itself.
 */
import { sosWord } from '../sense/sos.js';
import type { Config, Edge } from './explore.js';
import type { Protocol } from '../protocol.js';
import { failureOf, type Fault, type Property } from './property.js';

export const sosOneStep: Property = {
  name: 'sos-one-step',
  failure: ({ main, compiled: { protocol } }) => {
    const tried = new Set(main.edges.filter(e => e.event.type === 'SOS').map(e => e.from));
    const deaf = main.configs.find(config => !tried.has(config));
    if (deaf) return { at: deaf, why: `en "${deaf.talk}" nadie atiende un SOS` };
    const lost = main.edges.find(e => e.event.type === 'SOS' && !opens(e));
    if (lost)
      return {
        turn: lost,
        why: lost.error
          ? `un SOS hace fallar el turno: ${lost.error}`
          : `tras un SOS no hay emergencia, o nadie queda a cargo: la conversación está en "${lost.to.talk}"`,
      };
    return failureOf(unheard(protocol));
  },
  faults: unheard,
};

function unheard({ sos: { words } }: Protocol): Fault[] {
  return words.flatMap((word, i) =>
    sosWord(word, words)
      ? []
      : [
          {
            file: 'protocol.yaml',
            path: ['sos', 'words', String(i)],
            why: `la palabra de SOS "${word}" no se reconoce cuando alguien la escribe`,
            then: [{ from: 'citizen' as const, text: word }],
          },
        ],
  );
}

const opens = ({ to, error }: Edge): boolean => error === null && to.emergency !== null && inHands(to);
const inHands = ({ talk }: Config): boolean => talk === 'queued' || talk.startsWith('human');
