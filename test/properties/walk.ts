/**
 * A walk: things that happen to a conversation of the shipped protocol, in any order, as fast-check invents them.
 * Texts come with what is understood of them, so that a walk reaches what real senses would reach only with luck.
 */
import fc from 'fast-check';
import type { Happened } from '../../flows/events.js';
import type { Talk } from '../support/talk.js';
import type { Script } from '../support/senses.js';

export type Act =
  | { kind: 'says'; text: string; sensed: Script }
  | { kind: 'does'; happening: Happened }
  | { kind: 'passes'; time: string }
  | { kind: 'world'; staffed: boolean };

const marta = { id: 'marta', name: 'Marta' };
const rosa = { id: 'rosa', name: 'Rosa' };
const slot = { at: Date.UTC(2026, 2, 3, 18), staff: 'eva' };
const later = { at: Date.UTC(2026, 2, 4, 18), staff: 'eva' };
const police = { id: 'carabineros-133', name: 'Carabineros', number: '133', kind: 'police' };

const text = fc.constantFrom(
  ...[
    'hola',
    'sí',
    'no',
    'no sé',
    '1',
    '2',
    '3',
    '4',
    '5',
    '7',
    'menú',
    'repite',
    'persona',
    'viene',
    'gracias',
    'estoy sola',
    'no estoy sola',
  ],
  ...[
    'mañana en la tarde',
    'el primero',
    'a este mismo',
    'a mi correo ana@example.org',
    'no hay peligro',
    'era broma',
    'después de las 10',
  ],
  ...[
    'Los Aromos 114, Peñalolén',
    'en Maipú',
    'tiene un cuchillo',
    'mis datos',
    'otra hora',
    'no me llamen',
    'samsung',
    'me siento muy mal',
    '🙂',
    '',
  ],
);
const sensed: fc.Arbitrary<Script> = fc.record({
  intent: fc.constantFrom(
    'other',
    'general_info',
    'specific_question',
    'emotional_support',
    'preventive_orientation',
    'human',
    'aggressor',
    'privacy',
    'goodbye',
  ),
  risk: fc.constantFrom('none', 'none', 'none', 'low', 'medium', 'high'),
  sheet: fc.constantFrom(null, null, 'faq-plan-seguridad', 'clave-unica'),
  language: fc.constantFrom('es-CL', 'es-CL', 'en', 'ht'),
});
const by = fc.constantFrom(marta, rosa);
const slotNumber = fc.constantFrom(0, 1, 2);

const executive: fc.Arbitrary<Happened> = fc.oneof(
  by.map((by): Happened => ({ type: 'TAKE', by })),
  by.map((by): Happened => ({ type: 'SAY', by, text: 'Hola, soy yo' })),
  by.map((by): Happened => ({ type: 'RELEASE', by, step: null })),
  by.map((by): Happened => ({ type: 'RELEASE', by, step: 'access.menu' })),
  by.map((by): Happened => ({ type: 'TRANSFER', by, to: 'rosa' })),
  fc
    .tuple(by, fc.constantFrom('done', 'aggressor', 'prank'))
    .map(([by, reason]): Happened => ({ type: 'CLOSE', by, reason, note: null })),
  by.map((by): Happened => ({ type: 'DISCARD', by, reason: 'false alarm' })),
  by.map((by): Happened => ({ type: 'REFERRAL', by, institution: police.id, outcome: 'dispatched' })),
  by.map((by): Happened => ({ type: 'TYPES', by })),
  by.map((by): Happened => ({ type: 'CHECK', by })),
  by.map((by): Happened => ({ type: 'DECIDE', by, decision: 'call' })),
  fc.tuple(by, fc.boolean()).map(([by, on]): Happened => ({ type: 'QUIET', by, on })),
  fc
    .tuple(by, fc.constantFrom(0, 2, 4))
    .map(([by, level]): Happened => ({ type: 'RISK', by, level: level as 0, reason: null })),
  by.map((by): Happened => ({ type: 'UNBLOCK', by, reason: 'mistake' })),
  by.map((by): Happened => ({ type: 'UNBOOK', by })),
  fc.tuple(by, slotNumber).map(([by, at]): Happened => ({ type: 'CALL', by, slot: at, institution: police })),
);
const world: fc.Arbitrary<Happened> = fc.oneof(
  fc
    .tuple(slotNumber, fc.constantFrom('ringing', 'talking', 'ended'))
    .map(([at, state]): Happened => ({ type: 'CALL_STATE', slot: at, state, by: null })),
  fc
    .tuple(slotNumber, fc.constantFrom('dispatched', 'answered', 'refused', 'busy', 'no_answer', 'failed'))
    .map(([at, outcome]): Happened => ({ type: 'CALL_RESULT', slot: at, outcome, by: null })),
  by.map((by): Happened => ({ type: 'OWNER_LOST', person: by.id, why: 'idle' })),
  fc.constantFrom([], [slot], [slot, later]).map((slots): Happened => ({ type: 'SLOTS', slots, asked: true })),
  fc.constant<Happened>({ type: 'HELD', slot, until: slot.at }),
  fc.constant<Happened>({ type: 'TAKEN', slot }),
  fc.constant<Happened>({ type: 'BOOKED', slot, appointment: 'A-1' }),
  fc.constant<Happened>({ type: 'BOOKED', slot: later, appointment: 'A-2', person: true }),
  fc.constant<Happened>({ type: 'MAILED', what: 'advice' }),
  fc.constant<Happened>({ type: 'MAIL_FAILED', what: 'advice', reason: 'refused' }),
  fc.constant<Happened>({ type: 'REMOVED', removed: 3, left: 1 }),
  fc.constant<Happened>({ type: 'NOT_REMOVED', reason: 'refused' }),
  fc.constant<Happened>({ type: 'RECORDED', record: 'data-request', folio: 'D-1' }),
  fc.constant<Happened>({
    type: 'PROPOSED',
    proposal: { provider: 'botpress', text: 'algo', source: 'un documento', confidence: 0.9 },
  }),
  fc.constant<Happened>({ type: 'PARKED', reason: 'sense failed', text: '?' }),
);

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(text, sensed).map(([text, sensed]): Act => ({ kind: 'says', text, sensed })) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'says', text: 'SOS', sensed: {} }) },
  { weight: 3, arbitrary: executive.map((happening): Act => ({ kind: 'does', happening })) },
  { weight: 2, arbitrary: world.map((happening): Act => ({ kind: 'does', happening })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('5s', '1m', '3m', '20m', '25h').map((time): Act => ({ kind: 'passes', time })),
  },
  { weight: 1, arbitrary: fc.boolean().map((staffed): Act => ({ kind: 'world', staffed })) },
);

export const walks = fc.array(act, { minLength: 1, maxLength: 25 });

export function take(talk: Talk, step: Act): void {
  // Whoever telephones for her opens the emergency first, as the desk does it.
  const telephones = step.kind === 'does' && step.happening.type === 'CALL';
  if (telephones && !talk.context.marks.emergency) talk.does({ type: 'SOS', why: 'executive', read: null });
  if (step.kind === 'says') talk.says(step.text, { sensed: step.sensed });
  else if (step.kind === 'does') talk.does(step.happening);
  else if (step.kind === 'passes') talk.passes(step.time);
  else talk.world.staffed = step.staffed;
}
