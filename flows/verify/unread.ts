/** A text of hers of which nothing is known: guards are answered by `Unknowns`, and other code needs something to read. */
import type { Reading } from '../reading.js';

/** Her text as code that is no guard sees it: it reads nothing, and means what no code looks for. Its words are enough for one sheet. */
export function unreadReading(sheet: string | null): Reading {
  return {
    text: 'palabras que ella escribió',
    plain: 'palabras que ella escribio',
    media: null,
    callable: true,
    intent: '?',
    risk: 0,
    sensed: {
      intent: 'other',
      confidence: 0,
      risk: 'none',
      riskScore: 0,
      chance: 0,
      language: 'es-CL',
      sheet,
      sheets: [],
      signals: [],
      evidence: [],
    },
    sureSheet: sheet,
    place: null,
    email: null,
    phone: null,
    folio: null,
    grade: null,
    number: null,
    rut: null,
    date: null,
    when: [],
    notOn: [],
    hours: [],
    reads: () => false,
    pick: () => null,
  };
}
