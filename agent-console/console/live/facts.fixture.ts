/** The facts column of somebody of whom nothing is known yet, for tests. */
import type { Facts } from '../../../bot/console/contract.js';

export const emptyFacts: Facts = {
  risk: { level: 'low', by: null, previous: null, contributions: [] },
  safeContact: {
    safe: 'unknown',
    later: null,
    hours: [],
    noCall: false,
    checkWord: false,
    mail: 'unknown',
    subject: null,
  },
  step: null,
  steps: [],
  textsReviewed: false,
  guideline: {
    id: 'riesgo',
    version: '0.1.0',
    reviewed: false,
    level: 'none',
    score: 0,
    rule: null,
    action: null,
    answers: [],
  },
  place: null,
  known: [],
  script: [],
  deadlines: [],
  institutions: [],
  suggestions: [],
  calls: [],
  tells: [],
  referral: null,
  appointment: null,
  contact: { name: 'Lirio-08', labels: [], blocked: null, since: 0, conversations: 1, erased: false },
};
