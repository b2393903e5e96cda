/** The people of the browser tests: a night at the desk, written by hand. Pseudonyms only; nobody here exists. */
import type { CallView, Facts, Item, QueueRow } from '../../../bot/console/contract.js';
import { aRow, factsOf, happened, heard, MINUTE, SECOND, tellsOf, told, type Story } from './parts.js';

/** The long one: every state of a message. */
function lirio(now: number): Story {
  const at = (minutesAgo: number) => now - minutesAgo * MINUTE;
  const items: Item[] = [
    told(1, at(26), 'bot', 'Hola. Te escribe un asistente automático. ¿Es seguro escribir ahora?', {
      choices: [
        { id: 'yes', label: 'Sí' },
        { id: 'no', label: 'No' },
      ],
      state: 'read',
    }),
    heard(2, at(25), 'si'),
    told(3, at(25), 'bot', 'Gracias. ¿Qué te gustaría conversar?', { sheet: { id: '114', reviewed: false } }),
    heard(4, at(24), 'quiero saber de medidas de proteccion', {
      sensed: {
        intent: 'preventive_orientation',
        confidence: 0.88,
        risk: 'low',
        riskScore: 0.12,
        sheet: '114',
        evidence: [{ kind: 'word', what: '«medidas»', weight: 0.4 }],
      },
    }),
    heard(5, at(6), 'el tiene un arma', {
      sensed: {
        intent: 'sos',
        confidence: 0.71,
        risk: 'high',
        riskScore: 0.83,
        sheet: null,
        evidence: [
          { kind: 'signal', what: '«tiene un arma»' },
          { kind: 'word', what: '«arma»', weight: 0.23 },
        ],
      },
    }),
    happened(6, at(6), 'risk', { from: 'low', to: 'high', by: 'regla', why: '«tiene un arma»' }),
    happened(7, at(5), 'taken', { name: 'Ana Rojas' }),
    told(8, at(5), 'bot', 'Te dejo tres lugares donde puedes pedir ayuda.', { state: 'withheld', reason: 'taken' }),
    told(9, at(4), 'executive', '¿Está él ahí contigo?', { name: 'Ana Rojas', state: 'read' }),
    heard(10, at(1), 'no', { lateFrom: at(3) }),
    { kind: 'note', turn: 11, at: at(1), name: 'Ana Rojas', text: 'Eva, mira esto: dice que él salió a comprar.' },
    told(12, at(1), 'executive', 'Estoy contigo. ¿Hay niños en la casa?', {
      name: 'Ana Rojas',
      state: 'failed',
      reason: 'no-ack',
    }),
    heard(13, at(0.5), 'ññ??¿ 🙏', { parked: 'sense' }),
  ];
  const risk = {
    level: 'high',
    by: null,
    previous: 'low',
    contributions: [
      { what: '«tiene un arma»', from: 'señal', at: at(6) },
      { what: 'silencio 40 s tras Q4', from: 'regla', at: at(5) },
    ],
  } satisfies Facts['risk'];
  return {
    row: aRow('lirio', 'Lirio-08', now, {
      risk: 'high',
      owner: { kind: 'executive', id: 'ana', name: 'Ana Rojas' },
      epoch: 2,
      reason: 'el tiene un arma',
      queuedAt: null,
      lastInboundAt: at(0.5),
      unread: 2,
      priority: true,
    }),
    items,
    facts: factsOf('Lirio-08', {
      risk,
      safeContact: {
        safe: 'yes',
        later: null,
        hours: ['09:00–13:00'],
        noCall: false,
        checkWord: true,
        word: null,
        coverWords: 0,
        where: null,
        channels: [],
        mail: 'unknown',
        subject: 'Recordatorio',
      },
      known: [{ label: 'Hijos', value: 'uno, de 4 años', by: 'ella', at: at(20) }],
      contact: {
        name: 'Lirio-08',
        labels: ['programa'],
        blocked: null,
        since: at(60 * 24 * 90),
        conversations: 4,
        erased: false,
      },
    }),
  };
}

const ringing = (now: number): CallView => ({
  slot: 1,
  institution: 'carabineros-133',
  name: 'Carabineros',
  number: '133',
  state: 'ringing',
  outcome: null,
  since: now - 26 * SECOND,
});

/** An SOS that nobody has. */
function violeta(now: number): Story {
  const { guideline } = factsOf('Violeta-27');
  return {
    row: aRow('violeta', 'Violeta-27', now, {
      risk: 'imminent',
      emergency: 'confirm',
      emergencySince: now - 41 * SECOND,
      reason: 'está en la puerta',
      queuedAt: now - 41 * SECOND,
      deadlineAt: now - 11 * SECOND,
      unread: 1,
      lastInboundAt: now - 41 * SECOND,
    }),
    items: [
      told(1, now - 50 * SECOND, 'bot', 'Hola. ¿Es seguro escribir ahora?'),
      heard(2, now - 41 * SECOND, 'esta en la puerta', {
        sensed: {
          intent: 'sos',
          confidence: 0.97,
          risk: 'imminent',
          riskScore: 0.98,
          sheet: null,
          evidence: [{ kind: 'signal', what: '«está en la puerta»' }],
        },
      }),
      happened(3, now - 41 * SECOND, 'emergency', { why: '«está en la puerta»' }),
      told(4, now - 40 * SECOND, 'safety', 'Te leemos. ¿Estás en peligro ahora? Basta S o N.'),
      heard(5, now - 20 * SECOND, 'los aromos 114 peñalolen'),
    ],
    facts: factsOf('Violeta-27', {
      risk: {
        level: 'imminent',
        by: null,
        previous: 'none',
        contributions: [{ what: '«está en la puerta»', from: 'señal', at: now - 41 * SECOND }],
      },
      step: null,
      guideline: {
        ...guideline,
        answers: guideline.answers.map(one =>
          one.item === 'Q3' ? { ...one, value: 'yes', by: 'ella', contribution: 10 } : one,
        ),
      },
      referral: { stored: false, missing: [], record: null },
    }),
  };
}

/** An SOS that Eva handles, a call ringing. */
function nogal(now: number): Story {
  const call = ringing(now);
  return {
    row: aRow('nogal', 'Nogal-19', now, {
      risk: 'imminent',
      riskBy: 'Eva Pinto',
      emergency: 'accompany',
      emergencySince: now - 200 * SECOND,
      owner: { kind: 'executive', id: 'eva', name: 'Eva Pinto' },
      reason: 'me va a matar',
      queuedAt: null,
      epoch: 2,
      calls: [call],
    }),
    items: [
      heard(1, now - 210 * SECOND, 'me va a matar'),
      happened(2, now - 200 * SECOND, 'taken', { name: 'Eva Pinto' }),
    ],
    facts: factsOf('Nogal-19', {
      risk: { level: 'imminent', by: 'Eva Pinto', previous: 'low', contributions: [] },
      calls: [call],
      tells: tellsOf([call]),
      place: {
        text: 'Los Aromos 114',
        words: null,
        commune: 'Peñalolén',
        region: 'Metropolitana',
        confidence: 'media',
      },
      known: [{ label: 'Quién la amenaza', value: 'mi pareja', by: 'ella', at: now - 150 * SECOND }],
      script: [
        {
          about: 'service',
          lang: 'es',
          text: 'Llamo de Servicio de prueba. Una persona está en peligro ahora.',
          known: true,
        },
        { about: 'place', lang: 'es', text: 'Está en: Los Aromos 114, Peñalolén, Metropolitana.', known: true },
        { about: 'who', lang: 'es', text: 'Quién la amenaza: «mi pareja».', known: true },
        { about: 'weapon', lang: 'es', text: 'Armas: no se sabe.', known: false },
      ],
      silence: { state: 'silent', line: '¿Algo más que agregar?' },
      deadlines: [
        { what: 'Volver a marcar Carabineros', at: now + 12 * SECOND },
        { what: 'Sin noticias de ella: mirar', at: now + 40 * SECOND },
      ],
      referral: { stored: false, missing: ['resultado de Carabineros'], record: 'emergency:canelo:1' },
    }),
  };
}

const trees = [
  'Roble',
  'Aromo',
  'Maqui',
  'Coihue',
  'Ulmo',
  'Boldo',
  'Canelo',
  'Litre',
  'Peumo',
  'Quillay',
  'Arrayán',
  'Lenga',
];

/** The rest of the queue: one high, some medium, some that nobody assessed, many low. */
function others(now: number, most: number): Story[] {
  return Array.from({ length: most }, (_, i): Story => {
    const name = `${trees[i % trees.length]}-${10 + i}`;
    const id = `c${i}`;
    const kinds: Partial<QueueRow>[] = [
      { risk: 'high', reason: 'me amenazó con un cuchillo', deadlineAt: now + 22 * SECOND, unread: 1 },
      { risk: 'medium', reason: 'me controla el teléfono', deadlineAt: now + 5 * MINUTE },
      { risk: 'none', assessed: false, owner: { kind: 'bot' }, queuedAt: null },
      {
        reason: 'horario de la oficina',
        owner: { kind: 'bot' },
        queuedAt: null,
        lastInboundAt: now - (4 + i) * MINUTE,
      },
      { reason: 'how to report', locale: 'en', deadlineAt: now + 8 * MINUTE },
    ];
    const differs = i === 0 ? kinds[0] : kinds[1 + (i % 4)];
    const row = aRow(id, name, now, { lastInboundAt: now - (i + 1) * MINUTE, ...differs });
    return {
      row,
      items: [heard(1, now - 10 * MINUTE, row.reason || 'hola')],
      facts: factsOf(name, { risk: { level: row.risk, by: null, previous: null, contributions: [] } }),
    };
  });
}

export const night = (now: number, most = 34): Story[] => [lirio(now), violeta(now), nogal(now), ...others(now, most)];
