/** A record as another institution gets it: on paper (PDF), or as data (JSON). Both are made of what the screen shows. */
import type { Locale, Recency, RecordFormat, RecordView } from '../console/contract.js';
import { pdfOf } from '../records/pdf.js';
import { paperSay, paperType } from './paperWords.js';

export interface Print {
  locale: Locale;
  /** IANA zone in which the hours are told. */
  zone: string;
  institution: string;
  /** Who asked for it, and when. */
  by: string;
  at: number;
}

export interface Paper {
  /** Name of the file: the folio, which says nothing of her. */
  name: string;
  type: string;
  bytes: Buffer;
}

export async function paperOf(record: RecordView, format: RecordFormat, print: Print): Promise<Paper> {
  return format === 'pdf'
    ? { name: `${record.folio}.pdf`, type: 'application/pdf', bytes: await pdf(record, print) }
    : { name: `${record.folio}.json`, type: 'application/json', bytes: json(record, print) };
}

/** Instants as ISO 8601 in UTC, for whoever reads it by program. */
function json({ id: _ours, ...record }: RecordView, { institution, by, at }: Print): Buffer {
  const iso = (instant: number): string => new Date(instant).toISOString();
  const told = {
    ...record,
    at: iso(record.at),
    openedAt: record.openedAt === null ? null : iso(record.openedAt),
    changedAt: record.changedAt === null ? null : iso(record.changedAt),
    known: record.known.map(one => ({ ...one, at: iso(one.at) })),
    calls: record.ledger.map(one => ({ ...one, at: iso(one.at) })),
    ledger: undefined,
    exported: { by, at: iso(at), institution },
  };
  return Buffer.from(`${JSON.stringify(told, null, 2)}\n`);
}

function pdf(record: RecordView, { locale, zone, institution, by, at }: Print): Promise<Buffer> {
  const say = (word: Parameters<typeof paperSay>[1], vars?: Record<string, string>): string =>
    paperSay(locale, word, vars);
  const time = new Intl.DateTimeFormat(locale === 'es' ? 'es-CL' : 'en-GB', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const when = (instant: number): string => time.format(instant);
  const { folio, type, name, risk, riskBy, outcome, note, ledger, place, guideline, known, discarded } = record;
  const valueOf = ({
    value,
    recency,
  }: Pick<RecordView['guideline']['answers'][number], 'value'> & { recency?: Recency | undefined }): string =>
    [say(`value.${value}`), ...(recency ? [say(`recency.${recency}`)] : [])].join(', ');
  const orElse = (lines: readonly string[], none: string): readonly string[] => (lines.length > 0 ? lines : [none]);
  return pdfOf({
    title: record.drill ? say('drill.title', { type: paperType(locale, type) }) : paperType(locale, type),
    warning: [...(record.drill ? [say('drill')] : []), ...(record.draft ? [say('draft')] : [])].join(' ') || null,
    locale,
    sections: [
      {
        title: say('about'),
        lines: [
          say('folio', { folio }),
          say('at', { at: when(record.at) }),
          say('name', { name }),
          say('risk', {
            risk: say(`risk.${risk}`),
            by: riskBy === null ? say('risk.machine') : say('risk.by', { name: riskBy }),
          }),
        ],
      },
      {
        title: say('outcome'),
        lines: [
          ...(discarded ? [say('discarded')] : []),
          ...orElse(
            [outcome, note].filter(text => text !== null),
            say('outcome.none'),
          ),
          ...(record.by === null ? [] : [say('by', { name: record.by })]),
        ],
      },
      {
        title: say('calls'),
        lines: orElse(
          ledger.map(call =>
            [
              say('call', {
                institution: call.institution,
                number: call.number,
                outcome: say(`call.${call.outcome ?? 'open'}`),
                at: when(call.at),
              }),
              call.by && say('call.by', { by: call.by }),
              call.reference && say('call.reference', { reference: call.reference }),
              call.unit && say('call.unit', { unit: call.unit }),
              call.eta && say('call.eta', { eta: call.eta }),
              call.note,
            ]
              .filter(Boolean)
              .join('\n'),
          ),
          say('calls.none'),
        ),
      },
      { title: say('place'), lines: [place ?? say('place.none')] },
      {
        title: say('guideline', { version: guideline.version }),
        lines: [
          ...orElse(
            guideline.answers.map(({ text, value, by: author, recency, note: beside, others = [] }) =>
              [
                say('guideline.answer', { text, value: valueOf({ value, recency }), by: author }),
                beside,
                ...others.map(other =>
                  [say('guideline.other', { value: valueOf(other), by: other.by }), other.note]
                    .filter(Boolean)
                    .join(': '),
                ),
              ]
                .filter(Boolean)
                .join('\n'),
            ),
            say('guideline.none'),
          ),
          ...(guideline.reviewed ? [] : [say('guideline.unreviewed')]),
        ],
      },
      {
        title: say('known'),
        lines: orElse(
          known.map(one => `${when(one.at)}: ${one.text}`),
          say('known.none'),
        ),
      },
    ],
    foot: say('foot', { institution, name: by, at: when(at) }),
  });
}
