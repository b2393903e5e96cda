/**
 * Every path that handled something sensitive (a kind of step says so of itself) passes the erase reminder before the
 * conversation comes to rest. A contact that a person blocked is told nothing.
 */
import type { Property } from './property.js';

export const eraseReminded: Property = {
  name: 'erase-reminded',
  failure: ({ main }) => {
    // Shown, if it can be, by what she does herself: a release can lead anywhere.
    const turn = main.edges.find(e => e.unreminded && e.event.type !== 'RELEASE') ?? main.edges.find(e => e.unreminded);
    return turn
      ? { turn, why: `la conversación se cierra desde "${turn.from.talk}" sin recordar que borre lo que habló` }
      : null;
  },
};
