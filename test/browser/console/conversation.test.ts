import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { composer, expectSeen, mine, openDesk, openTalk, pressAnyway, row, startServer } from './harness.js';

describe.skipIf(!chromePath())('a conversation', () => {
  let browser: Browser;
  let server: FakeServer;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map(context => context.close()));
    await server.close();
  });
  const acts = () => server.desk.acts.map(({ act }) => act);

  test('shows what is true of each message', async () => {
    const { page, errors } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    const log = page.getByRole('log');
    await log.getByText('Retenido: una persona la tomó antes de que saliera. Ella no lo ve.').waitFor();
    await log.getByText('No salió: el canal no confirmó. Ella no lo ha visto.').waitFor();
    await log.getByText(/llegó tarde \(\d\d:\d\d\), escrito \d\d:\d\d/).waitFor();
    await log.getByText('No se pudo procesar: respóndele a mano.').waitFor();
    await log.getByText('solo equipo').waitFor();
    expect(await log.getByRole('article', { name: /^ROBOT, \d\d:\d\d, Retenido/ }).count()).toBe(1);
    expect(errors).toEqual([]);
  });

  test('one that was open before can be written in while the server answers, and keeps the caret when it has', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await openTalk(page, 'Roble-10');
    let answer = () => {};
    server.holdOpen = new Promise(resolve => (answer = resolve));
    await openTalk(page, 'Lirio-08');
    await page.locator('body').press('r');
    await page.keyboard.type('Estoy ');

    server.desk.says('lirio', 'sigues ahi?');
    answer();
    await page.getByRole('log').getByText('sigues ahi?').waitFor();
    await page.keyboard.type('contigo');

    expect(await composer(page).inputValue()).toBe('Estoy contigo');
  });

  test('says what was sensed of her words, and why', async () => {
    const { page, errors } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    await page.getByRole('button', { name: 'evidencia: ALTO' }).click();

    await page.getByText('palabra de alarma:').waitFor();
    await page.getByText('«tiene un arma»').first().waitFor();
    await expectSeen(page.getByText('Lo leyó el robot.'));
    await page.getByRole('button', { name: 'evidencia: ALTO' }).click();
    await page.getByText('Lo leyó el robot.').waitFor({ state: 'detached' });
    // Closing it leaves the console as it was.
    await expectSeen(composer(page));
    expect(errors).toEqual([]);
  });

  test('what was read of a short message covers none of it', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    const message = page.getByRole('article').filter({ hasText: 'quiero saber de medidas' });
    await message.hover();

    const button = await message.getByRole('button', { name: 'qué se leyó' }).boundingBox();
    const words = await message.boundingBox();
    expect(button!.x).toBeGreaterThanOrEqual(words!.x + words!.width - 2);
  });

  test('taking her puts the caret in the composer; the first answer leaves as hers', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Roble-10');

    await page.getByRole('button', { name: 'Tomar', exact: true }).click();
    await mine(page).waitFor();
    await expect.poll(() => composer(page).evaluate(field => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Estoy contigo');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('Estoy contigo').waitFor();
    expect(await composer(page).inputValue()).toBe('');
    const sent = server.desk.stories.get('c0')?.items.at(-1);
    server.desk.state('c0', [{ seq: sent?.turn ?? 0, state: 'delivered', at: Date.now() }]);

    await page.getByRole('article', { name: /Ana Rojas, \d\d:\d\d, entregado/ }).waitFor();
    expect(acts()).toEqual([{ do: 'take' }, { do: 'say', text: 'Estoy contigo' }]);
  });

  test('writing to somebody whom nobody has takes her first, and asks nothing else', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Roble-10');

    await composer(page).fill('Hola, te leo');
    await page.getByRole('button', { name: 'Tomar y enviar' }).click();
    await page.getByRole('log').getByText('Hola, te leo').waitFor();

    expect(acts().map(act => act.do)).toEqual(['take', 'say']);
  });

  test('a note is for the team: another paper, another word, another act', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    await page.getByRole('button', { name: 'Nota interna' }).click();
    await composer(page).fill('Pedir apoyo a Eva');
    await page.getByRole('button', { name: 'Guardar nota' }).click();

    await page
      .getByRole('article', { name: /^NOTA, Ana Rojas/ })
      .getByText('Pedir apoyo a Eva')
      .waitFor();
    expect(acts()).toEqual([{ do: 'note', text: 'Pedir apoyo a Eva' }]);
  });

  test('the robot goes on at the step that is chosen, and it can be undone', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    await page.getByRole('button', { name: 'Encender robot' }).click();
    await page.getByLabel('Instrucciones de borrado').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Encender robot' }).click();
    await page.getByText('La atiende el robot.').waitFor();
    await page.getByRole('button', { name: 'Deshacer' }).click();

    await mine(page).waitFor();
    expect(acts()).toEqual([{ do: 'release', step: 'borrado' }, { do: 'take' }]);
  });

  test('finishing asks whether she is safe, and says what she will receive', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await page.getByRole('button', { name: 'Terminar y borrar' }).click();
    const dialog = page.getByRole('dialog');

    await dialog.getByText('Recibirá los pasos para borrar').waitFor();
    await pressAnyway(dialog.getByRole('button', { name: 'Terminar y borrar' }));
    expect(acts()).toEqual([]);
    await dialog.getByLabel('Dijo que está a salvo').check();
    await dialog.getByRole('button', { name: 'Terminar y borrar' }).click();

    await dialog.waitFor({ state: 'detached' });
    expect(acts()).toEqual([{ do: 'close', reason: 'done', note: 'Dijo que está a salvo' }]);
  });

  test('closing a contact needs its reason, starts on the first one, and keeps what was written in it', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await page.getByRole('button', { name: 'Cerrar contacto' }).click();
    const dialog = page.getByRole('dialog');
    const first = dialog.getByRole('radio').first();
    await expect.poll(() => first.evaluate(radio => radio === document.activeElement)).toBe(true);
    expect(await first.isChecked()).toBe(false);

    await dialog.getByLabel('Qué lo muestra').fill('escribe él');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Cerrar contacto');
    await page.getByRole('button', { name: 'Cerrar contacto' }).click();
    expect(await dialog.getByLabel('Qué lo muestra').inputValue()).toBe('escribe él');
    await dialog.getByLabel('posible agresor').check();
    await dialog.getByText('un SOS seguirá pasando').waitFor();
    await dialog.getByRole('button', { name: 'Cerrar contacto' }).click();

    await dialog.waitFor({ state: 'detached' });
    expect(acts()).toEqual([{ do: 'close', reason: 'aggressor', note: 'escribe él' }]);
  });

  test('is passed to a colleague with her state and load in sight, or back to the queue', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    await page.keyboard.press('a');
    const [sol, paz] = [page.getByLabel(/^Sol Tapia está en pausa/), page.getByLabel(/^María .* no está conectada/)];
    expect([await sol.isDisabled(), await paz.isDisabled()]).toEqual([true, true]);
    const [short, long] = [await sol.boundingBox(), await paz.boundingBox()];
    expect(long?.height).toBe(short?.height);
    await page.getByLabel(/^Eva Pinto Disponible · 1\/4/).check();
    await page.getByRole('button', { name: 'Transferir a Eva Pinto' }).click();

    await page
      .getByText(/^La lleva Eva Pinto/)
      .first()
      .waitFor();
    expect(acts()).toEqual([{ do: 'transfer', to: 'eva' }]);
  });

  test('the risk is confirmed with one key, and lowered only with a reason', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    await page.keyboard.press('p');
    await page.getByText('confirmó Ana Rojas').waitFor();
    await page.getByRole('button', { name: 'Bajar…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Escribe por qué baja.').first().waitFor();
    await dialog.getByLabel('¿Por qué baja?').fill('Era una película');
    await dialog.getByRole('button', { name: 'Bajar a MEDIO' }).click();

    await dialog.waitFor({ state: 'detached' });
    expect(acts()).toEqual([
      { do: 'mark_risk', level: 'high' },
      { do: 'mark_risk', level: 'medium', reason: 'Era una película' },
    ]);
  });

  test.each(['u', 'Control+z'])('priority is marked and can be undone with %s, outside a text', async key => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Roble-10');

    await page.getByRole('button', { name: 'Más', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Marcar prioridad' }).click();
    await page.getByText('Marcada como prioritaria.').first().waitFor();
    // There, it is of what she types.
    await composer(page).pressSequentially('hola');
    await page.keyboard.press('Control+z');
    await expect.poll(() => composer(page).inputValue()).not.toBe('hola');
    expect(acts()).toHaveLength(1);
    await page.locator('h2[data-heading]').focus();
    await page.keyboard.press(key);

    await expect.poll(acts).toEqual([
      { do: 'label', label: 'priority', on: true },
      { do: 'label', label: 'priority', on: false },
    ]);
  });

  test('a suggested sheet is put in the answer by / and never sent by itself', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    await composer(page).pressSequentially('/denun');
    await page.getByText('Dónde denunciar').first().waitFor();
    await page.keyboard.press('Enter');

    expect(await composer(page).inputValue()).toContain('Puedes denunciar en Carabineros');
    expect(acts()).toEqual([]);
  });

  test('somebody else’s opens with a reason, which is recorded', async () => {
    server.desk.guarded.add('nogal');
    const { page } = await openDesk(browser, server);

    await row(page, 'Nogal-19').click();
    await page.getByLabel('Esta conversación no es tuya. ¿Por qué la abres? Quedará registrado.').fill('apoyo a Eva');
    await page.getByRole('button', { name: 'Abrir y registrar' }).click();

    await page.getByRole('log').getByText('me va a matar').waitFor();
    expect(server.desk.reasons).toEqual([{ conversation: 'nogal', reason: 'apoyo a Eva' }]);
  });

  test('stays at its end when it becomes narrower', async () => {
    const { page } = await openDesk(browser, server, { width: 1440 });
    await openTalk(page, 'Lirio-08');
    const toEnd = () =>
      page.getByRole('log').evaluate(log => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));
    await expect.poll(toEnd).toBeLessThan(2);

    for (const width of [1280, 1000, 390]) {
      await page.setViewportSize({ width, height: 700 });
      await expect.poll(toEnd).toBeLessThan(2);
    }
  });

  test('says who else looks and who writes, never about her', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    server.viewers('lirio', ['Ana Rojas', 'Eva Pinto'], ['Eva Pinto']);

    await expectSeen(page.getByText('mira también: Eva P.'));
    await expectSeen(page.getByText('Eva P. escribe'));
  });

  test('when the silence was asked for, says it where one writes', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    await page.getByRole('button', { name: 'Más', exact: true }).click();
    await page.getByRole('menuitem', { name: 'No es seguro: callar' }).click();

    await page.getByRole('region', { name: 'Escribir' }).getByText('Callar: no le escribimos').waitFor();
    await page.getByRole('button', { name: 'Volver a escribirle' }).click();
    await expect.poll(acts).toEqual([
      { do: 'quiet', on: true },
      { do: 'quiet', on: false },
    ]);
  });

  test('the line of her hours says when what is written leaves at once all the same', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    server.desk.change('lirio', { lastInboundAt: Date.now() - 20 * 60_000 });
    await expectSeen(page.getByText('Fuera de esas horas el mensaje espera.'));
    server.desk.change('lirio', { lastInboundAt: Date.now() });
    await expectSeen(page.getByText('Escribió hace poco: sale igual.'));
    server.desk.change('lirio', { emergency: 'confirm', emergencySince: Date.now() });

    await expectSeen(page.getByText('Con la emergencia abierta sale igual.'));
  });
});
