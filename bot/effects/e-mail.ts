/**
 * A copy of the advice, or the receipt of an appointment, to an address she declared safe. It is kept here when since
 * it was decided she took it back, somebody came, another seems to write, or an emergency opened.
 */
import ical, { ICalCalendarMethod } from 'ical-generator';
import { contextOf } from '../../flows/turn.js';
import type { Protocol } from '../../flows/protocol.js';
import { sheetText } from '../../flows/text/sheetText.js';
import { sayDay, sayTime } from '../../flows/text/time/display.js';
import type { Handler, Work } from '../outbox.js';
import type { Doers } from './effects.js';
import { minutesOf } from '../appointments/appointments.js';
import { answer } from './slots.js';

export const eMail =
  (doers: Doers): Handler =>
  async work => {
    const { to, what } = work.params as { to: string | null; what: 'advice' | 'appointment' };
    const { marks, kept } = contextOf(work.live.snapshot);
    const { mail: declared, quiet, doubt } = marks;
    if (work.live.head.emergency !== 'idle') return { result: 'withheld', reason: 'emergency' };
    if (declared !== 'given' || quiet || doubt) return { result: 'withheld', reason: 'not safe' };
    if (to && kept.email !== to) return { result: 'withheld', reason: 'another address' };
    if (!to) return answer(doers, work, { type: 'MAIL_FAILED', what, reason: 'no address' });
    const { protocol } = work.live.running;
    // The subject that she called safe, also in what her calendar shows.
    const { subject } = await doers.safeContact(work.thread.contact);
    const mail = what === 'appointment' ? receipt(protocol, work, subject) : advice(protocol, work, subject);
    const mailed = await doers.mailer.send({ id: work.row.id, to, ...mail });
    return answer(
      doers,
      work,
      mailed.result === 'sent' ? { type: 'MAILED', what } : { type: 'MAIL_FAILED', what, reason: mailed.reason },
    );
  };

const text = (protocol: Protocol, locale: string, key: string): string =>
  protocol.texts[locale]?.[key] ?? protocol.texts[protocol.locales[0]!]?.[key] ?? '';

function advice(protocol: Protocol, { params, live }: Work, hers?: string): { subject: string; text: string } {
  const locale = live.head.locale;
  const given = (params.given ?? []) as string[];
  const sheets = protocol.sheets.filter(s => given.includes(s.id)).map(sheetText);
  return {
    subject: hers || text(protocol, locale, 'mail.subject-neutral'),
    text: [text(protocol, locale, 'mail.body-head'), ...sheets].join('\n\n'),
  };
}

/** Day and hour, and nothing of what it is about: calendars pop up on shared screens. */
function receipt(
  protocol: Protocol,
  { params, live, row }: Work,
  hers?: string,
): { subject: string; text: string; ics?: string } {
  const locale = live.head.locale;
  const appointment = params.appointment as { id: string; at: number } | null;
  const subject = hers || text(protocol, locale, 'appt.reminder-subject');
  if (!appointment) return { subject, text: text(protocol, locale, 'mail.body-head') };
  const body = text(protocol, locale, 'appt.trusted-receipt')
    .replace('{dia}', sayDay(appointment.at, protocol.zone, locale))
    .replace('{hora}', sayTime(appointment.at, protocol.zone));
  const calendar = ical({ method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: appointment.id,
    start: new Date(appointment.at),
    end: new Date(appointment.at + minutesOf(protocol) * 60_000),
    summary: subject,
    stamp: new Date(row.dueAt),
  });
  return { subject, text: body, ics: calendar.toString() };
}
