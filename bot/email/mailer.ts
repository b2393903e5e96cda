/**
 * Mail, as a port: SMTP, or files in a folder while one tries the service. Subjects and senders are neutral; addresses
 * come only from what she declared safe.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

export interface Mail {
  /** Idempotency key, also the Message-ID. */
  id: string;
  to: string;
  subject: string;
  text: string;
  /** An iCalendar file for an appointment, with the method PUBLISH: to be known, and not to be answered. */
  ics?: string;
}

/** Refused for good (a 5xx, a bad address), with what an executive should know. Anything worth retrying throws. */
export type Mailed = { result: 'sent' } | { result: 'refused'; reason: string };

export interface Mailer {
  readonly kind: 'smtp' | 'file';
  send(mail: Mail): Promise<Mailed>;
  close(): Promise<void>;
}

/** As it is configured: by SMTP, or into files of the data folder. */
export const mailerOf = ({ smtp, mailFrom, data }: { smtp: string | null; mailFrom: string; data: string }): Mailer =>
  smtp ? smtpMailer(smtp, mailFrom) : fileMailer(join(data, 'mail'), mailFrom);

/** How long a server may take to let us in, and then to say nothing, ms: together less than an effect is ours for. */
const ENTRY_MS = 10_000;
const SILENCE_MS = 20_000;

/** @param timeouts where the URL names none of its own: the library's are up to ten minutes */
export function smtpMailer(
  url: string,
  from: string,
  timeouts = { connectionTimeout: ENTRY_MS, greetingTimeout: ENTRY_MS, socketTimeout: SILENCE_MS },
): Mailer {
  const transport = createTransport({ url, ...timeouts });
  return {
    kind: 'smtp',
    async send(mail) {
      try {
        await transport.sendMail({
          from,
          to: mail.to,
          subject: oneLine(mail.subject),
          text: mail.text,
          messageId: `<${mail.id}@${domainOf(from)}>`,
          ...(mail.ics ? { icalEvent: { method: 'PUBLISH', content: mail.ics } } : {}),
        });
        return { result: 'sent' };
      } catch (error) {
        const code = (error as { responseCode?: number }).responseCode ?? 0;
        if (code >= 500) return { result: 'refused', reason: `smtp ${code}` };
        throw error;
      }
    },
    async close() {
      transport.close();
    },
  };
}

/** Writes each mail to a file; the same id writes the same file. */
export function fileMailer(folder: string, from: string): Mailer {
  return {
    kind: 'file',
    async send(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const head = [
        `From: ${from}`,
        `To: ${mail.to}`,
        `Subject: ${oneLine(mail.subject)}`,
        `Message-ID: <${mail.id}@cauce>`,
      ];
      await writeFile(
        join(folder, `${mail.id}.eml`),
        [...head, '', mail.text, ...(mail.ics ? ['', mail.ics] : [])].join('\r\n'),
        { mode: 0o600 },
      );
      return { result: 'sent' };
    },
    async close() {},
  };
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');
const domainOf = (address: string): string => /@([^>\s]+)/.exec(address)?.[1] ?? 'cauce';
