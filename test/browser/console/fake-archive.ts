/** What is over in the browser tests: one record that opens with a reason, and one conversation. */
import type {
  Found,
  FindRequest,
  RecordFile,
  RecordFileRequest,
  RecordRequest,
  RecordView,
  Refusal,
} from '../../../bot/console/contract.js';

const AT = Date.UTC(2026, 10, 12, 6, 14);

const record: RecordView = {
  id: 'emergency:canelo:1',
  folio: 'E-2026-000731',
  type: 'emergency',
  conversation: 'canelo',
  name: 'Canelo-31',
  at: AT,
  openedAt: AT - 120_000,
  changedAt: AT + 600_000,
  draft: false,
  drill: false,
  calls: [{ institution: 'Carabineros', outcome: 'dispatched' }],
  risk: 'imminent',
  riskBy: 'Eva Pinto',
  place: 'Los Aromos 114, Peñalolén',
  outcome: 'Llegó la patrulla; sigue el centro de la mujer.',
  by: 'Eva Pinto',
  note: null,
  guideline: {
    version: '1.0',
    reviewed: false,
    answers: [{ text: '¿Estás en peligro ahora?', value: 'yes', by: 'ella' }],
  },
  known: [{ text: 'está en la puerta', at: AT }],
  ledger: [
    { institution: 'Carabineros', number: '133', outcome: 'dispatched', at: AT, by: 'cabo Soto', reference: 'F-114' },
  ],
};

export function found({ what, text }: FindRequest): Found {
  const matches = [record.name, record.folio].some(one => one.toLowerCase().includes(text.toLowerCase()));
  if (what === 'records') return { ok: true, what, found: matches ? [record] : [], more: false };
  const { conversation, name, at } = record;
  const talk = { conversation, name, labels: ['priority'], channel: 'webchat', risk: 'imminent' as const };
  return {
    ok: true,
    what,
    found: matches ? [{ ...talk, owner: 'rest', ownerName: '', emergency: false, createdAt: at, updatedAt: at }] : [],
    more: false,
  };
}

export const opened = ({ reason }: RecordRequest): { ok: true; record: RecordView } | Refusal =>
  reason ? { ok: true, record } : { ok: false, code: 'reason-needed', message: '' };

export const saved = ({ reason, format }: RecordFileRequest): { ok: true; file: RecordFile } | Refusal =>
  reason
    ? { ok: true, file: { name: `${record.folio}.${format}`, type: 'application/json', bytes: Buffer.from('{}') } }
    : { ok: false, code: 'reason-needed', message: '' };
