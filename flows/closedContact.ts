/** What a contact that a person closed may still ask for: people are told of it. */
import { HIS } from './hear.js';
import type { Reading } from './reading.js';

/** "Quiero hablar con una persona", on a closed contact: nothing is answered, and whoever closed it may have been wrong. */
export const asksForSomething = (read: Reading): boolean =>
  !HIS.some(name => read.reads(name)) && (REQUESTS.has(read.intent) || ASKS.some(name => read.reads(name)));
const REQUESTS: ReadonlySet<string> = new Set([
  ...['human', 'general_info', 'specific_question', 'request_status'],
  ...['emotional_support', 'preventive_orientation', 'privacy'],
]);
const ASKS = ['wants-person', 'herself'];
