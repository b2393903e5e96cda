import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { composer, mine, openDesk, openTalk, row, startServer } from './harness.js';

describe.skipIf(!chromePath())('two executives and one conversation', () => {
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

  test('the second one to take is told who has her; her draft and her focus stay', async () => {
    const [ana, eva] = await Promise.all([openDesk(browser, server), openDesk(browser, server, { user: 'eva' })]);
    await openTalk(ana.page, 'Roble-10');
    await openTalk(eva.page, 'Roble-10');
    await composer(eva.page).fill('Hola, te leo');
    // Eva's screen has not heard of it when she presses.
    let answer = () => {};
    server.hold = new Promise(resolve => (answer = resolve));
    await ana.page.getByRole('button', { name: 'Tomar', exact: true }).click();
    await ana.page.getByText('tomando…').waitFor();
    await composer(eva.page).press('Enter');
    answer();

    await mine(ana.page).waitFor();
    await eva.page
      .getByText(/La lleva Ana Rojas desde las \d\d:\d\d\. Tu borrador sigue aquí\./)
      .first()
      .waitFor();
    await eva.page.getByText('La lleva Ana Rojas').first().waitFor();
    expect(await composer(eva.page).inputValue()).toBe('Hola, te leo');
    expect(await composer(eva.page).evaluate(field => (field as HTMLTextAreaElement).readOnly)).toBe(true);
    expect(await composer(eva.page).evaluate(field => field === document.activeElement)).toBe(true);
    expect(server.desk.stories.get('c0')?.items.some(item => 'text' in item && item.text === 'Hola, te leo')).toBe(
      false,
    );
  });

  test('a supervisor takes over once she has said from whom; who had her is told wherever she is', async () => {
    const ana = await openDesk(browser, server);
    const { page } = await openDesk(browser, server, { user: 'eva' });
    await openTalk(page, 'Lirio-08');

    await page.getByRole('button', { name: 'Tomar', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Tomar a Lirio-08, que lleva Ana Rojas' });
    await dialog.getByText('Ana Rojas deja de poder escribirle').waitFor();
    expect(server.desk.acts).toEqual([]);
    await dialog.getByRole('button', { name: 'Tomar de Ana Rojas' }).click();
    await mine(page).waitFor();

    expect(server.desk.acts.map(({ act }) => act)).toEqual([{ do: 'take', from: 'ana' }]);
    await ana.page.getByText('lleva ahora a Lirio-08, que llevabas tú').first().waitFor();
  });

  test('T in the queue asks a supervisor the same, on a row of a colleague', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva' });
    await page.locator('[data-row="lirio"]').focus();

    await page.keyboard.press('t');
    await page.getByRole('dialog', { name: 'Tomar a Lirio-08, que lleva Ana Rojas' }).waitFor();

    expect(server.desk.acts).toEqual([]);
  });

  test('losing her while writing makes the composer read only, with the draft in it', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await composer(page).pressSequentially('a medias');

    server.desk.change('lirio', { owner: { kind: 'executive', id: 'eva', name: 'Eva Pinto' }, epoch: 3 });

    await page.getByText('La lleva Eva Pinto. Tu borrador sigue aquí.').waitFor();
    expect(await composer(page).inputValue()).toBe('a medias');
    expect(await page.getByRole('alert').textContent()).toContain('La tomó Eva Pinto');
  });

  test('an answer written with an old epoch is refused and goes back to her hands', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    // The change happened, and its message was lost on the way.
    server.desk.change('lirio', { owner: { kind: 'executive', id: 'eva', name: 'Eva Pinto' }, epoch: 3 }, [], true);
    await composer(page).fill('Estoy contigo');
    await page.keyboard.press('Enter');

    await page.getByText('La lleva Eva Pinto. Tu mensaje NO salió: está en el borrador.').first().waitFor();
    await expect.poll(() => composer(page).inputValue()).toBe('Estoy contigo');
  });

  test('who has nothing written there hears of no draft', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Roble-10');
    const since = new Date(2026, 4, 19, 9, 5).getTime();
    server.desk.change('c0', { owner: { kind: 'executive', id: 'eva', name: 'Eva Pinto', since }, epoch: 3 }, [], true);
    await page.getByRole('button', { name: 'Tomar', exact: true }).click();

    const notice = page.getByText(/La lleva Eva Pinto desde las/).first();
    await notice.waitFor();
    expect(await notice.textContent()).not.toContain('borrador');
  });

  test('what one does is seen by the other at once', async () => {
    const [ana, eva] = await Promise.all([openDesk(browser, server), openDesk(browser, server, { user: 'eva' })]);
    await openTalk(ana.page, 'Roble-10');

    await ana.page.keyboard.press('t');

    await expect.poll(async () => (await row(eva.page, 'Roble-10').textContent()) ?? '').toContain('Ana R.');
  });
});
