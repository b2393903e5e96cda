/** A sheet as it is written to her: title, what it is, the steps, and where to ask; and what she must know of the page itself. */
import type { Sheet } from '../protocol.js';

const made = new WeakMap<Sheet, string>();

export function sheetText(sheet: Sheet): string {
  const text = made.get(sheet) ?? textOf(sheet);
  made.set(sheet, text);
  return text;
}

function textOf(sheet: Sheet): string {
  const steps = sheet.steps.map(step => `• ${step}`).join('\n');
  const where = [sheet.cost, sheet.phone ? `Tel. ${sheet.phone}` : '', sheet.url_hint ?? '']
    .filter(Boolean)
    .join(' · ');
  return [`${sheet.title}\n${sheet.summary}`, steps, where].filter(Boolean).join('\n\n');
}

/** Where the page is not in her language, its notice stands before it: it says so, and what she can do. */
export const withNotice = (sheet: Sheet, notice: string, isForeign: boolean): string =>
  (isForeign ? [notice, sheetText(sheet)] : [sheetText(sheet), notice]).filter(Boolean).join('\n\n');

/** `{horario}` in a summary is what the protocol says of the hours: no page says them by itself. */
export const withHours = <S extends { summary: string }>(sheets: readonly S[], hours: string): S[] =>
  sheets.map(sheet => ({ ...sheet, summary: sheet.summary.replaceAll('{horario}', hours) }));
