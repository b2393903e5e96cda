/** Titles of the protocol's steps, for lines and dialogs that name one. */
import type { Facts } from '../../../bot/console/contract.js';

/** In words; its id when nobody may be put there. */
export const stepTitle = (facts: Facts, id: string): string => facts.steps.find(step => step.id === id)?.title ?? id;
