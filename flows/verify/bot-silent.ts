/**
 * Where a person owns the talk, author *bot* says nothing. Author *safety* speaks only from the emergency. A turn by which
 * the person gives the talk away (release, transfer, close) may be answered by the bot, once it is no longer hers.
 */
import type { Config, Edge } from './explore.js';
import type { Failure, Property } from './property.js';

export const botSilent: Property = {
  name: 'bot-silent',
  failure: ({ main, inside }) => {
    const edges = [...main.edges, ...inside.edges];
    return wrongOwner([...main.configs, ...inside.configs]) ?? over(edges) ?? outside(edges);
  },
};

/** The state of the talk and its owner say the same: else silence would be kept for the wrong one. */
function wrongOwner(configs: readonly Config[]): Failure | null {
  const at = configs.find(c => c.talk.startsWith('human') !== (c.owner === 'executive'));
  return at ? { at, why: `la conversación está en "${at.talk}" y quien responde figura como "${at.owner}"` } : null;
}

function over(edges: readonly Edge[]): Failure | null {
  const turn = edges.find(e => e.to.owner === 'executive' && e.said.some(s => s.author === 'bot'));
  return turn
    ? { turn, why: `el robot escribe "${said(turn, 'bot')}" en una conversación que tiene una persona` }
    : null;
}

function outside(edges: readonly Edge[]): Failure | null {
  const turn = edges.find(
    e => e.from.emergency === null && e.to.emergency === null && e.said.some(s => s.author === 'safety'),
  );
  return turn
    ? { turn, why: `sin emergencia abierta se dice "${said(turn, 'safety')}", que es de la emergencia` }
    : null;
}

const said = (turn: Edge, author: string): string => turn.said.find(s => s.author === author)?.key ?? '';
