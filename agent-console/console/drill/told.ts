/** How long it took, as a clock; a dash while nobody has. */
import { clockOf } from '../look/times.js';

export const toldTime = (ms: number | null): string => (ms === null ? '–' : clockOf(ms));
