import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileMailer, type Mailer, smtpMailer } from './mailer.js';

const MAIL = {
  id: '01J8',
  to: 'prima@example.org',
  subject: 'Recordatorio',
  text: 'Tu hora es el martes a las 17:30.',
};
const FROM = 'Mensajes <no-responder@example.cl>';

describe('by SMTP', () => {
  let server: SMTPServer;
  let mailer: Mailer;
  let taken: string[];
  let answer: number | 'never' | null;

  beforeEach(async () => {
    taken = [];
    answer = null;
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (answer === 'never') return;
          if (answer !== null) return done(Object.assign(new Error('no'), { responseCode: answer }));
          taken.push(Buffer.concat(parts).toString());
          done();
        });
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    mailer = smtpMailer(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, FROM);
  });
  afterEach(async () => {
    await mailer.close();
    const closed = once(server, 'close');
    server.close();
    await closed;
  });

  test('a mail leaves with its neutral subject and an id that is the same at each try', async () => {
    expect(await mailer.send(MAIL)).toEqual({ result: 'sent' });

    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatch(/^Subject: Recordatorio\r$/m);
    expect(taken[0]).toMatch(/^Message-ID: <01J8@example\.cl>\r$/im);
    expect(taken[0]).toContain('Tu hora es el martes a las 17:30.');
  });

  test('an appointment comes with a calendar file that asks for no answer', async () => {
    await mailer.send({ ...MAIL, ics: 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n' });

    expect(taken[0]).toMatch(/Content-Type: text\/calendar;.*\smethod=PUBLISH/is);
    expect(taken[0]).not.toContain('REQUEST');
  });

  test('a subject cannot bring headers of its own', async () => {
    await mailer.send({ ...MAIL, subject: 'Recordatorio\r\nBcc: otro@example.org' });

    expect(taken[0]).not.toMatch(/^Bcc:/m);
  });

  test('a server that hangs is not waited for, before it greets and after it took the mail', async () => {
    const mute = createServer(socket => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const patient = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 };
    const urlOf = ({ port }: AddressInfo) => `smtp://127.0.0.1:${port}`;

    const toMute = smtpMailer(urlOf(mute.address() as AddressInfo), FROM, { ...patient, greetingTimeout: 50 });
    await expect(toMute.send(MAIL)).rejects.toThrow(/greeting|timeout/i);
    answer = 'never';
    const toHanging = smtpMailer(urlOf(server.server.address() as AddressInfo), FROM, {
      ...patient,
      socketTimeout: 500,
    });
    await expect(toHanging.send(MAIL)).rejects.toThrow(/timeout/i);

    await Promise.all([toMute.close(), toHanging.close()]);
    mute.close();
  });

  test('what is refused for good is told, and what may pass later is tried again by whoever asked', async () => {
    answer = 550;
    expect(await mailer.send(MAIL)).toEqual({ result: 'refused', reason: 'smtp 550' });

    answer = 451;
    await expect(mailer.send(MAIL)).rejects.toThrow(/451|no/);
  });
});

test('without a mail server it is a file for its owner alone, one for each id', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-mail-'));
  const mailer = fileMailer(path.join(folder, 'mail'), FROM);

  await mailer.send(MAIL);
  await mailer.send(MAIL);

  expect(readdirSync(path.join(folder, 'mail'))).toEqual(['01J8.eml']);
  expect(readFileSync(path.join(folder, 'mail/01J8.eml'), 'utf8')).toContain('To: prima@example.org');
  rmSync(folder, { recursive: true });
});
