import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import type { AppointmentsReply } from '../../../bot/console/contract.js';
import { dayStartOf } from '../../../agent-console/console/look/times.js';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { expectSeen, openDesk, openTalk, startServer } from './harness.js';

const HOUR = 3_600_000;

describe.skipIf(!chromePath())('the appointments', () => {
  let browser: Browser;
  let server: FakeServer;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startServer();
    const today = dayStartOf(Date.now());
    server.desk.appointments = {
      ok: true,
      appointments: [
        {
          id: 'a1',
          conversation: 'c1',
          name: 'Aromo-11',
          service: 'containment-call',
          startsAt: today + 10 * HOUR,
          minutes: 45,
          staff: 'Paz M.',
          state: 'confirmed',
          heldUntil: null,
        },
      ],
      free: [
        { startsAt: today + 16 * HOUR, staff: 'Paz M.' },
        { startsAt: today + 16 * HOUR, staff: 'Sol T.' },
      ],
    };
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map(context => context.close()));
    await server.close();
  });

  test('without a line they say so, and come with it', async () => {
    const { page } = await openDesk(browser, server);
    server.cut(true);
    await page
      .getByText(/^Sin conexión desde/)
      .first()
      .waitFor({ timeout: 15_000 });

    await page.getByRole('button', { name: 'Citas' }).click();
    await page.getByText('Sin conexión: las citas se verán al volver.').waitFor();
    server.cut(false);

    await page.getByText('Aromo-11').waitFor({ timeout: 20_000 });
    expect(await page.getByText('Sin conexión: las citas').count()).toBe(0);
  });

  test('show each day with its calls and free hours, and book one for somebody of hers', async () => {
    const { page, errors } = await openDesk(browser, server);
    await page.getByRole('button', { name: 'Citas' }).click();

    await page.getByRole('heading', { name: 'Citas', level: 1 }).waitFor();
    await page.getByText('Aromo-11').waitFor();
    await page.getByText('Libre Paz M., Sol T.').waitFor();
    expect(await page.getByText('Sin horas este día.').count()).toBe(6);
    await page.getByText('Llamada de contención').waitFor();
    await page.getByRole('button', { name: 'Reservar' }).click();
    const asked = page.getByRole('dialog', { name: '¿Reservar para Lirio-08?' });
    await asked.getByText('16:00').waitFor();
    await asked.getByRole('button', { name: 'Volver' }).click();
    await asked.waitFor({ state: 'detached' });
    expect(server.desk.acts).toEqual([]);

    await page.getByRole('button', { name: 'Reservar' }).click();
    await asked.getByRole('button', { name: 'Reservar' }).click();

    await expect
      .poll(() => server.desk.acts.map(({ conversation, act }) => [conversation, act.do]))
      .toEqual([['lirio', 'book']]);
    expect(errors).toEqual([]);
  });

  test('one is cancelled from the list, by keyboard, once it is shown what she will read', async () => {
    const { page, errors } = await openDesk(browser, server);
    const { appointments } = server.desk.appointments as Extract<AppointmentsReply, { ok: true }>;
    const tomorrow = {
      ...appointments[0]!,
      conversation: 'lirio',
      name: 'Lirio-08',
      startsAt: dayStartOf(Date.now()) + 34 * HOUR,
    };
    server.desk.appointments = { ok: true, appointments: [tomorrow], free: [] };
    server.desk.foreseen = { ok: true, text: null, why: 'quiet', epoch: 1 };
    await page.getByRole('button', { name: 'Citas' }).click();
    const open = page.getByRole('button', { name: 'Anular…' });
    await open.focus();
    await page.keyboard.press('Enter');
    const asked = page.getByRole('dialog', { name: '¿Anular la hora de Lirio-08?' });
    await expectSeen(asked.getByText('No se le avisará: pidió silencio'));
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    expect(server.desk.acts).toEqual([]);
    await expect.poll(() => open.evaluate(button => button === document.activeElement)).toBe(true);

    server.desk.foreseen = { ok: true, text: 'Listo, esa hora quedó anulada.', why: null, epoch: 1 };
    await page.keyboard.press('Enter');
    await expectSeen(asked.getByText('Listo, esa hora quedó anulada.'));
    server.desk.appointments = { ok: true, appointments: [], free: [] };
    await page.keyboard.press('Control+Enter');

    await asked.waitFor({ state: 'detached' });
    expect(server.desk.acts.map(({ conversation, act }) => [conversation, act])).toEqual([['lirio', { do: 'unbook' }]]);
    await page.getByText('Anulada la hora de Lirio-08.').first().waitFor();
    await page.getByText('Lirio-08', { exact: true }).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  test('one is moved from the conversation: another hour is chosen, and what she will read is shown', async () => {
    const startsAt = dayStartOf(Date.now()) + 34 * HOUR;
    const story = server.desk.stories.get('lirio')!;
    story.facts = { ...story.facts, appointment: { state: 'confirmed', startsAt, number: null } };
    server.desk.foreseen = { ok: true, text: 'Quedó para el martes.', why: 'safe-hours', epoch: 1 };
    const { page, errors } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('mover su hora');
    await page.keyboard.press('Enter');

    await expectSeen(page.getByText(/^Elige la hora nueva de Lirio-08/).first());
    await page.getByRole('button', { name: 'Mover aquí' }).click();
    const asked = page.getByRole('dialog', { name: '¿Mover la hora de Lirio-08?' });
    await expectSeen(asked.getByText('Quedó para el martes.'));
    await expectSeen(asked.getByText('Por ahora no le llegará: está fuera de sus horas seguras'));
    await asked.getByRole('button', { name: 'Mover la hora' }).click();

    await asked.waitFor({ state: 'detached' });
    expect(server.desk.acts.at(-1)).toMatchObject({ conversation: 'lirio', act: { do: 'book' } });
    await page
      .getByText(/^Elige la hora nueva/)
      .first()
      .waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  test('are reached from the conversation, and ask for the number of who writes from the web chat', async () => {
    server.desk.change('lirio', { channel: 'webchat' });
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('reserv');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Reservar', exact: true }).click();
    const asked = page.getByRole('dialog', { name: '¿Reservar para Lirio-08?' });
    server.desk.refuseNext = { ok: false, code: 'number-needed', message: '' };
    await asked.getByRole('button', { name: 'Reservar' }).click();
    await expectSeen(page.getByText('Falta un número de Chile'));

    await asked.getByLabel('Número al que la llamarán').fill('9 8765 4321');
    await asked.getByRole('button', { name: 'Reservar' }).click();

    await asked.waitFor({ state: 'detached' });
    expect(server.desk.acts.at(-1)?.act).toMatchObject({ do: 'book', phone: '9 8765 4321' });
  });

  test('follow what changes while they are on the screen', async () => {
    const { page } = await openDesk(browser, server);
    await page.getByRole('button', { name: 'Citas' }).click();
    await page.getByText('Confirmada').waitFor();
    const { appointments } = server.desk.appointments as Extract<AppointmentsReply, { ok: true }>;

    server.desk.appointments = {
      ok: true,
      appointments: [...appointments, { ...appointments[0]!, id: 'a2', name: 'Canelo-20', staff: 'Sol T.' }],
      free: [],
    };
    server.desk.change('c1', { updatedAt: Date.now() });

    await page.getByText('Canelo-20').waitFor({ timeout: 5_000 });
    expect(await page.getByText('Libre Paz').count()).toBe(0);
  });

  test('an hour that was just taken says so, and the list is asked again', async () => {
    const { page } = await openDesk(browser, server);
    await page.getByRole('button', { name: 'Citas' }).click();
    await page.getByText('Libre Paz M., Sol T.').waitFor();
    server.desk.refuseNext = { ok: false, code: 'slot-taken', message: '' };
    server.desk.appointments = { ...server.desk.appointments, free: [] };

    await page.getByRole('button', { name: 'Reservar' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reservar' }).click();

    await expectSeen(page.getByText('Esa hora se acaba de ocupar.'));
    await page.getByText('Libre Paz').waitFor({ state: 'detached' });
  });

  test('lead to the conversation', async () => {
    const { page } = await openDesk(browser, server);
    await page.getByRole('button', { name: 'Citas' }).click();

    await page.getByRole('button', { name: 'Abrir conversación' }).click();

    await expectSeen(page.getByRole('heading', { name: 'Aromo-11' }));
  });
});
