/**
 * A walk: things that happen to a conversation of the shipped protocol, in any order, as fast-check invents them.
 * Texts come with what is understood of them, so that a walk reaches what real senses would reach only with luck.
 */
import fc from 'fast-check';
import type { Happening, Talk } from '../support/talk.js';
import type { Script } from '../support/senses.js';

export type Act =
  | { kind: 'says'; text: string; sensed: Script }
  | { kind: 'does'; happening: Happening }
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

const executive: fc.Arbitrary<Happening> = fc.oneof(
  by.map((by): Happening => ({ type: 'TAKE', by })),
  by.map((by): Happening => ({ type: 'SAY', by, text: 'Hola, soy yo' })),
  by.map((by): Happening => ({ type: 'RELEASE', by, step: null })),
  by.map((by): Happening => ({ type: 'RELEASE', by, step: 'access.menu' })),
  by.map((by): Happening => ({ type: 'TRANSFER', by, to: 'rosa' })),
  fc
    .tuple(by, fc.constantFrom('done', 'aggressor', 'prank'))
    .map(([by, reason]): Happening => ({ type: 'CLOSE', by, reason, note: null })),
  by.map((by): Happening => ({ type: 'DISCARD', by, reason: 'false alarm' })),
  by.map((by): Happening => ({ type: 'REFERRAL', by, institution: police.id, outcome: 'dispatched' })),
  fc.tuple(by, fc.boolean()).map(([by, on]): Happening => ({ type: 'QUIET', by, on })),
  fc
    .tuple(by, fc.constantFrom(0, 2, 4))
    .map(([by, level]): Happening => ({ type: 'RISK', by, level: level as 0, reason: null })),
  by.map((by): Happening => ({ type: 'UNBLOCK', by, reason: 'mistake' })),
  fc.tuple(by, slotNumber).map(([by, at]): Happening => ({ type: 'CALL', by, slot: at, institution: police })),
);
const world: fc.Arbitrary<Happening> = fc.oneof(
  fc
    .tuple(slotNumber, fc.constantFrom('ringing', 'talking', 'ended'))
    .map(([at, state]): Happening => ({ type: 'CALL_STATE', slot: at, state, by: null })),
  fc
    .tuple(slotNumber, fc.constantFrom('dispatched', 'answered', 'refused', 'busy', 'no_answer', 'failed'))
    .map(([at, outcome]): Happening => ({ type: 'CALL_RESULT', slot: at, outcome, by: null })),
  by.map((by): Happening => ({ type: 'OWNER_LOST', person: by.id, why: 'idle' })),
  fc.constantFrom([], [slot], [slot, later]).map((slots): Happening => ({ type: 'SLOTS', slots, asked: true })),
  fc.constant<Happening>({ type: 'HELD', slot, until: slot.at }),
  fc.constant<Happening>({ type: 'TAKEN', slot }),
  fc.constant<Happening>({ type: 'BOOKED', slot, appointment: 'A-1' }),
  fc.constant<Happening>({ type: 'MAILED', what: 'advice' }),
  fc.constant<Happening>({ type: 'MAIL_FAILED', what: 'advice', reason: 'refused' }),
  fc.constant<Happening>({ type: 'RECORDED', record: 'data-request', folio: 'D-1' }),
  fc.constant<Happening>({ type: 'PARKED', reason: 'sense failed', text: '?' }),
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
