/** What the scripted people are made of: rows, facts, lines of a talk. */
import type { Facts, Item, QueueRow, Staff } from '../../../bot/console/contract.js';
import { aRow as quietRow } from '../../support/row.js';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

export interface Story {
  row: QueueRow;
  items: Item[];
  facts: Facts;
}

export const staff = (): Staff[] => [
  { id: 'ana', name: 'Ana Rojas', state: 'available', load: 2, capacity: 4 },
  { id: 'eva', name: 'Eva Pinto', state: 'available', load: 1, capacity: 4 },
  { id: 'sol', name: 'Sol Tapia', state: 'pause', load: 0, capacity: 4 },
  { id: 'paz', name: 'María de los Ángeles Fernández-Undurraga Larraín', state: 'offline', load: 0, capacity: 4 },
];

export const aRow = (conversation: string, name: string, now: number, differs: Partial<QueueRow> = {}): QueueRow =>
  quietRow(conversation, {
    name,
    queuedAt: now - 4 * MINUTE,
    lastInboundAt: now - 4 * MINUTE,
    updatedAt: now,
    ...differs,
  });

const institutions: Facts['institutions'] = [
  {
    id: 'carabineros-133',
    name: 'Carabineros',
    number: '133',
    fallback: ['pdi-134'],
    reviewed: false,
    why: 'peligro ahora, en todo el país',
    askFor: ['folio', 'unidad enviada'],
  },
  {
    id: 'samu-131',
    name: 'SAMU',
    number: '131',
    fallback: ['carabineros-133'],
    reviewed: false,
    why: 'si hay heridas',
    askFor: [],
  },
  {
    id: 'pdi-134',
    name: 'PDI',
    number: '134',
    fallback: ['carabineros-133'],
    reviewed: false,
    why: 'segunda policía',
    askFor: [],
  },
  {
    id: 'bomberos-132',
    name: 'Bomberos',
    number: '132',
    fallback: ['carabineros-133'],
    reviewed: false,
    why: 'fuego o rescate',
    askFor: [],
  },
];

const questions = [
  ['Q1', '¿Estás en peligro ahora mismo?', true],
  ['Q2', '¿Él está ahí contigo o muy cerca?', true],
  ['Q3', '¿Tú o alguien está herida, o le cuesta respirar?', true],
  ['Q4', '¿Él tiene o puede tomar un arma?', true],
  ['Q5', '¿Alguna vez te ha apretado el cuello?', true],
  ['Q6', '¿Hay niños en la casa?', false],
] as const;

export function factsOf(name: string, differs: Partial<Facts> = {}): Facts {
  return {
    risk: { level: 'low', by: null, previous: null, contributions: [] },
    safeContact: {
      safe: 'unknown',
      later: null,
      hours: [],
      noCall: false,
      checkWord: false,
      word: null,
      coverWords: 0,
      where: null,
      channels: [],
      mail: 'unknown',
      subject: null,
    },
    step: { id: 'orientacion.explorar', kind: 'choose' },
    textsReviewed: false,
    steps: [
      { id: 'bienvenida', title: 'Bienvenida' },
      { id: 'orientacion.explorar', title: 'Orientación: explorar' },
      { id: 'borrado', title: 'Instrucciones de borrado' },
    ],
    guideline: {
      id: 'cauce-riesgo-chat',
      version: '0.1.0',
      reviewed: false,
      level: 'none',
      score: 0,
      rule: null,
      action: null,
      answers: questions.map(([item, text, critical], i) => ({
        item,
        text,
        critical,
        short: i < 3,
        also: [],
        value: 'not_asked',
        by: '',
        contribution: 0,
        others: [],
      })),
    },
    place: null,
    known: [],
    script: [],
    deadlines: [],
    silence: { state: 'none', line: null },
    institutions,
    apart: [{ id: 'directemar-137', name: 'Emergencias marítimas', number: '137', why: 'no atiende donde está ella' }],
    suggestions: [
      {
        sheet: '114',
        title: 'Medidas de protección',
        score: 0.91,
        text: 'Una medida de protección puede pedirse en el juzgado de familia, sin abogado.',
        reviewed: false,
      },
      {
        sheet: '027',
        title: 'Dónde denunciar',
        score: 0.64,
        text: 'Puedes denunciar en Carabineros, la PDI, la fiscalía o el juzgado.',
        reviewed: true,
      },
    ],
    calls: [],
    tells: [],
    referral: null,
    appointment: null,
    contact: { name, labels: [], blocked: null, since: Date.UTC(2026, 7, 12), conversations: 4, erased: false },
    ...differs,
  };
}

export function heard(
  turn: number,
  at: number,
  text: string,
  differs: Partial<Extract<Item, { kind: 'message' }>> = {},
): Item {
  return {
    kind: 'message',
    turn,
    seq: turn,
    at,
    direction: 'in',
    author: 'citizen',
    text,
    lang: 'es-CL',
    state: 'delivered',
    ...differs,
  };
}

export function told(
  turn: number,
  at: number,
  author: 'bot' | 'safety' | 'executive',
  text: string,
  differs: Partial<Extract<Item, { kind: 'message' }>> = {},
): Item {
  return {
    kind: 'message',
    turn,
    seq: turn,
    at,
    direction: 'out',
    author,
    text,
    lang: 'es-CL',
    state: 'delivered',
    ...differs,
  };
}

export const happened = (
  turn: number,
  at: number,
  event: string,
  vars: Record<string, string | number> = {},
): Item => ({ kind: 'event', turn, at, event, vars });

/** Some words of her own for each outcome. */
export const tellsOf = (calls: QueueRow['calls']): Facts['tells'] =>
  calls
    .filter(call => call.outcome === null)
    .flatMap(({ slot, name }) =>
      (['dispatched', 'answered', 'refused', 'busy', 'no_answer', 'failed'] as const).map(outcome => ({
        slot,
        outcome,
        text: [`Llamamos a ${name} (${outcome}). Folio: `, '.'],
        lang: 'es',
        why: null,
      })),
    );
