import { expect, test } from 'vitest';
import { VirtualClock } from '../../test/support/virtual-clock.js';
import type { Mail } from '../email/mailer.js';
import { type Page, pageBy } from './ways.js';

const PAGE: Page = {
  id: 'page-1',
  why: 'untaken',
  name: 'Nogal-19',
  since: Date.UTC(2026, 2, 2, 11, 59),
  zone: 'America/Santiago',
  acknowledge: 'https://here.example.cl/guardia/x',
  console: 'https://here.example.cl/console/',
};

async function mailed(page: Page, locale: 'es' | 'en' = 'es'): Promise<Mail> {
  const mails: Mail[] = [];
  const send = (mail: Mail) => {
    mails.push(mail);
    return Promise.resolve({ result: 'sent' as const });
  };
  const reach = pageBy({
    mailer: { kind: 'smtp', send },
    clock: new VirtualClock(),
    telephony: null,
    secretOf: () => 'x',
  });
  await reach({ id: 'ana', name: 'Ana Rojas', locale, email: 'ana@example.cl' }, page, 'ref');
  return mails[0]!;
}

test('a drill says that it is one before all else, in subject and text, and asks for the same', async () => {
  const [real, drill] = [await mailed(PAGE), await mailed({ ...PAGE, drill: true })];
  expect(drill.subject).toBe('SIMULACRO de la guardia: se necesita una persona');
  expect(drill.text).toBe(
    `SIMULACRO: nadie real está en peligro. Responde como lo harías en una emergencia.\n\n${real.text}`,
  );
  expect((await mailed({ ...PAGE, drill: true }, 'en')).subject).toMatch(/^DRILL /);
  expect(real.subject).not.toMatch(/simulacro/i);
});
