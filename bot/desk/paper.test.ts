import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { RecordView } from '../console/contract.js';
import { paperOf, type Print } from './paper.js';

const AT = Date.UTC(2026, 10, 28, 6, 14);
const PRINT: Print = { locale: 'es', zone: 'America/Santiago', institution: 'Institución', by: 'Ana Rojas', at: AT };

const record = (differs: Partial<RecordView> = {}): RecordView => ({
  id: 'emergency:canelo:1',
  folio: 'E-2026-000731',
  type: 'emergency',
  conversation: 'canelo',
  name: 'Canelo-31',
  at: AT,
  openedAt: null,
  changedAt: null,
  draft: false,
  drill: false,
  calls: [{ institution: 'Carabineros', outcome: 'dispatched' }],
  risk: 'imminent',
  riskBy: 'Eva Pinto',
  place: 'Los Ñandúes 114, Peñalolén',
  outcome: 'Llegó la patrulla',
  by: 'Eva Pinto',
  note: null,
  guideline: {
    version: '1.0',
    reviewed: false,
    answers: [
      {
        text: '¿Estás en peligro ahora?',
        value: 'yes',
        by: 'ella',
        others: [{ value: 'no', by: 'Ana', note: 'dijo que salió' }],
      },
    ],
  },
  known: [{ text: 'está en la puerta 😭', at: AT }],
  ledger: [
    { institution: 'Carabineros', number: '133', outcome: 'dispatched', at: AT, by: 'cabo Soto', eta: '10 min' },
  ],
  ...differs,
});

/** What a reader of PDF shows: the strings of each page's drawing, in the order in which they are drawn. */
function textOf(pdf: Buffer): string {
  const pages: string[] = [];
  const raw = pdf.toString('latin1');
  for (const found of raw.matchAll(/stream\r?\n/g)) {
    const from = found.index + found[0].length;
    const bytes = pdf.subarray(from, raw.indexOf('endstream', from));
    try {
      pages.push(inflateSync(bytes).toString('latin1'));
    } catch {
      // A stream of another kind.
    }
  }
  return pages.flatMap(page => [...page.matchAll(/\[([^\]]*)\] TJ/g)].map(one => hexIn(one[1]!))).join('\n');
}

const hexIn = (drawn: string): string =>
  [...drawn.matchAll(/<([0-9a-f]*)>/gi)].map(one => Buffer.from(one[1]!, 'hex').toString('latin1')).join('');

test('paper says all that is known, in the hours of the place, and a picture sign by its code', async () => {
  const { name, type, bytes } = await paperOf(record(), 'pdf', PRINT);
  const text = textOf(bytes);

  expect([name, type]).toEqual(['E-2026-000731.pdf', 'application/pdf']);
  for (const line of [
    'Folio: E-2026-000731',
    'Riesgo: inminente, confirmado por Eva Pinto',
    'Llegó la patrulla',
    'Habló: cabo Soto',
    'Llegada, según dijeron: 10 min',
    'Los Ñandúes 114, Peñalolén',
    '¿Estás en peligro ahora? Sí (ella)',
    'No decide: No (Ana): dijo que salió',
    'Ninguna institución ha revisado esta pauta.',
    'está en la puerta [U+1F62D]',
    '03:14:00',
  ])
    expect(text).toContain(line);
});

test('one that nobody ended says so first, and what is not known is said too', async () => {
  const { bytes } = await paperOf(
    record({ draft: true, outcome: null, by: null, place: null, ledger: [], known: [], riskBy: null }),
    'pdf',
    PRINT,
  );
  const text = textOf(bytes);

  for (const line of [
    'SIN CONSIGNAR',
    'Nadie escribió cómo quedó.',
    'No se llamó a nadie.',
    'No se supo.',
    'Nada guardado.',
  ])
    expect(text).toContain(line);
});

test('one that was discarded says so, with the reason', async () => {
  const text = textOf((await paperOf(record({ discarded: true, outcome: 'Se equivocó' }), 'pdf', PRINT)).bytes);

  expect(text).toContain('Se descartó');
  expect(text).toContain('Se equivocó');
});

test('a long story goes over as many pages as it needs, each with its foot', async () => {
  const known = Array.from({ length: 120 }, (_, i) => ({ text: `mensaje ${i} ${'y grita '.repeat(12)}`, at: AT }));
  const { bytes } = await paperOf(record({ known }), 'pdf', PRINT);
  const text = textOf(bytes);

  expect(text).toContain('mensaje 119');
  const pages = text.match(/(\d+)\/(\d+)/g)!;
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.at(-1)).toBe(`${pages.length}/${pages.length}`);
});

test('as data, instants are ISO 8601 in UTC, and it says who took it out', async () => {
  const { bytes } = await paperOf(record(), 'json', { ...PRINT, locale: 'en' });
  const told = JSON.parse(bytes.toString()) as Record<string, unknown>;

  expect(told).toMatchObject({
    folio: 'E-2026-000731',
    at: '2026-11-28T06:14:00.000Z',
    calls: [{ institution: 'Carabineros', at: '2026-11-28T06:14:00.000Z' }],
    known: [{ text: 'está en la puerta 😭' }],
    exported: { by: 'Ana Rojas', institution: 'Institución' },
  });
  expect(told).not.toHaveProperty('ledger');
});
