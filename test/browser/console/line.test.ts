import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { composer, expectSeen, openDesk, openTalk, pressAnyway, row, rowsShown, startServer } from './harness.js';
import { aRow, factsOf } from './parts.js';

describe.skipIf(!chromePath())('when the line fails', () => {
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

  /** A mark that a reload would wipe. */
  const mark = (page: Page) => page.evaluate(() => void (document.documentElement.dataset['same'] = 'yes'));
  const isSame = (page: Page) => page.evaluate(() => document.documentElement.dataset['same'] === 'yes');

  test('a gap in the numbers is filled by asking, without a reload', async () => {
    const { page } = await openDesk(browser, server);
    await mark(page);

    server.desk.change('c1', { risk: 'high', reason: 'esto se perdió' }, [], true);
    server.desk.change('c5', { unread: 3 });

    await expect.poll(async () => (await row(page, 'Aromo-11').textContent()) ?? '').toContain('esto se perdió');
    expect(await isSame(page)).toBe(true);
  });

  test('a talk with missing turns is opened again by itself', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    const turn = Math.max(...(server.desk.stories.get('lirio')?.items.map(item => item.turn) ?? []));

    server.desk.change(
      'lirio',
      {},
      [{ kind: 'note', turn: turn + 1, at: Date.now(), name: 'Eva Pinto', text: 'esto se perdió' }],
      true,
    );
    server.desk.says('lirio', 'y esto llegó');

    await expectSeen(page.getByRole('log').getByText('y esto llegó'));
    await expectSeen(page.getByRole('log').getByText('esto se perdió'));
  });

  test('cut: says since when, keeps typing possible, what is sent waits here and leaves once', async () => {
    const { page, errors } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await mark(page);
    await composer(page).pressSequentially('Sigo ');

    server.cut(true);
    await page.getByText('reconectando').waitFor();
    await page
      .getByText(/^Sin conexión desde \d\d:\d\d\. Puedes escribir; saldrá al volver, si sigue siendo tuya\.$/)
      .first()
      .waitFor({ timeout: 10_000 });
    await composer(page).pressSequentially('aquí');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('en este equipo').waitFor();
    await pressAnyway(page.getByRole('button', { name: 'Terminar y borrar' }));
    await page.getByText('Sin conexión: se podrá al volver.').first().waitFor();
    server.desk.change('c0', { reason: 'cambió mientras tanto' });
    server.cut(false);

    await page
      .getByText(/^Al día otra vez/)
      .first()
      .waitFor({ timeout: 15_000 });
    await expect.poll(() => server.desk.acts.map(({ act }) => act)).toEqual([{ do: 'say', text: 'Sigo aquí' }]);
    await expect.poll(() => page.getByRole('log').getByText('en este equipo').count()).toBe(0);
    await expect.poll(async () => (await row(page, 'Roble-10').textContent()) ?? '').toContain('cambió mientras tanto');
    expect(await isSame(page)).toBe(true);
    expect(errors).toEqual([]);
  });

  test('one that went back to the queue meanwhile: says that her words did not leave, and where they are', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    server.cut(true);
    await page.getByText('reconectando').waitFor();
    await composer(page).fill('Ya voy');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('en este equipo').waitFor();
    server.desk.change('lirio', { owner: { kind: 'queue' }, epoch: 3, queuedAt: Date.now() }, [], true);
    server.cut(false);

    await page
      .getByText('Te desconectaste y volvió a la cola. Tu mensaje NO salió: está en el borrador. Tómala (T)')
      .first()
      .waitFor({ timeout: 15_000 });
    expect(await composer(page).inputValue()).toBe('Ya voy');
  });

  test('an answer that is lost on the way is asked again with the same id: done once', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    let answer = () => {};
    server.hold = new Promise(resolve => (answer = resolve));
    await composer(page).fill('una sola vez');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('enviando').waitFor();

    server.cut(false);
    answer();

    await expect
      .poll(() =>
        page
          .getByRole('article', { name: /Ana Rojas, \d\d:\d\d/ })
          .getByText('una sola vez')
          .count(),
      )
      .toBe(1);
    expect(server.desk.acts.filter(({ act }) => act.do === 'say')).toHaveLength(1);
  });

  test('a draft survives a reload, and the conversation is still open', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await composer(page).fill('Los Aromos 114');
    await page.getByText('Borrador guardado').waitFor();

    await page.reload();

    await page.getByRole('heading', { name: 'Lirio-08' }).waitFor();
    expect(await composer(page).inputValue()).toBe('Los Aromos 114');
  });

  test('a session that ends keeps the page and the draft: signing in goes over it', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await composer(page).fill('a medias');

    server.expire('ana');
    await page.getByRole('dialog').getByText('La sesión terminó').waitFor({ timeout: 20_000 });
    await page.getByLabel('Contraseña', { exact: true }).fill('clave de ana');
    await page.getByRole('button', { name: 'Entrar' }).click();

    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await composer(page).inputValue()).toBe('a medias');
    server.desk.arrive({
      row: aRow('nuevo', 'Quillay-99', Date.now(), { risk: 'high' }),
      items: [],
      facts: factsOf('Quillay-99'),
    });
    await expect.poll(() => rowsShown(page), { timeout: 10_000 }).toContain('Quillay-99');
  });

  test('two talks keep their own drafts and carets', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await composer(page).fill('para Lirio');
    await composer(page).press('Home');
    await openTalk(page, 'Roble-10');
    await composer(page).fill('para Roble');
    await openTalk(page, 'Lirio-08');

    expect(await composer(page).inputValue()).toBe('para Lirio');
    expect(await composer(page).evaluate(field => (field as HTMLTextAreaElement).selectionStart)).toBe(0);
    expect(await row(page, 'Roble-10').textContent()).toContain('tienes un borrador');
  });

  test('what came since she last looked is marked when she returns', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await openTalk(page, 'Roble-10');
    server.desk.says('lirio', 'volvió a entrar');

    await openTalk(page, 'Lirio-08');

    await expectSeen(page.getByText('nuevo desde que miraste'));
    await expectSeen(page.getByRole('log').getByText('volvió a entrar'));
  });
});
