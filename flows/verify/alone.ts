/** The regions of an open emergency that verify explores alone (inside.ts), and are left out where all is explored (explore.ts). */
import type { Snapshot } from '../turn.js';

/** A second SOS, her silence, and nobody having taken it or answering her. */
export const ALONE = ['again', 'watch', 'page'] as const;
export type Alone = (typeof ALONE)[number];

/** Its dotted path. */
export const pathOf = (name: Alone): string => `emergency.active.${name}`;

/** The states of an open emergency, by region; undefined without one. */
export const activeOf = (snapshot: Snapshot): Readonly<Record<string, unknown>> | undefined =>
  (snapshot.value as { emergency: { active?: Record<string, unknown> } }).emergency.active;
