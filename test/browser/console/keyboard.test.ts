import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { composer, focused, mine, noTelephone, openDesk, openTalk, startServer } from './harness.js';

describe.skipIf(!chromePath())('with the keyboard alone', () => {
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

  test('the first tab stop leads to the most urgent SOS; she is taken, answered and handed back', async () => {
    const { page, errors } = await openDesk(browser, server);

    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Ir al SOS más urgente');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Violeta-27' }).waitFor();
    await page.keyboard.press('t');
    await mine(page).waitFor();
    await expect.poll(() => focused(page)).toBe('Respuesta a Violeta-27');
    await page.keyboard.type('Te leo. ¿Qué calle?');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('log').getByText('Te leo. ¿Qué calle?').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    expect(server.desk.acts.map(({ act }) => act)).toEqual([
      { do: 'take' },
      { do: 'say', text: 'Te leo. ¿Qué calle?' },
      { do: 'transfer', to: 'queue' },
    ]);
    expect(errors).toEqual([]);
  });

  test('the queue is one tab stop: arrows move, Enter opens and stays, T takes', async () => {
    const { page } = await openDesk(browser, server);
    await page.locator('[data-row="violeta"]').focus();

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])).toBe('c0');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Roble-10' }).waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])).toBe('c0');
    expect(await page.locator('[data-queue] [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('t');

    await expect.poll(() => focused(page)).toBe('Respuesta a Roble-10');
    expect(server.desk.acts).toHaveLength(1);
  });

  test('J enters the queue from wherever one is, and ? tells the keys of a conversation before one is open', async () => {
    const { page } = await openDesk(browser, server);
    await page.keyboard.press('Shift+?');
    const help = page.getByRole('dialog', { name: 'Teclas' });
    await help.getByText('En una conversación (al abrir una)').waitFor();
    await help.getByText('Encender robot en…').waitFor();
    await page.keyboard.press('Escape');

    const focusedRow = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['row']);
    await page.keyboard.press('j');
    await expect.poll(focusedRow).toBe('violeta');
    await page.keyboard.press('j');
    await expect.poll(focusedRow).not.toBe('violeta');
    await page.keyboard.press('k');

    await expect.poll(focusedRow).toBe('violeta');
  });

  test('letters are letters where she writes', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    await composer(page).focus();
    await page.keyboard.type('tbeapng?./');

    expect(await composer(page).inputValue()).toBe('tbeapng?./');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(server.desk.acts).toEqual([]);
  });

  test('single letters can be switched off', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await page.getByRole('button', { name: 'Menú de Ana Rojas' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Teclas de una letra' }).click();
    await page.locator('h2[data-heading]').focus();

    await page.keyboard.press('b');
    await page.keyboard.press('Control+k');

    await page.getByRole('combobox').waitFor();
    expect(await page.getByRole('dialog').getByText('En qué paso sigue').count()).toBe(0);
  });

  test('the palette finds verbs without accents, shows their keys, runs them, and says why one cannot be done', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Roble-10');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('marcar prio');
    expect(await page.getByRole('option').first().textContent()).toContain('Marcar prioridad');
    await page.keyboard.press('Enter');
    await expect.poll(() => server.desk.acts.map(({ act }) => act.do)).toEqual(['label']);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('encender');
    expect(await page.getByRole('option').first().textContent()).toContain('Tómala primero.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ir a violeta');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Violeta-27' }).waitFor();
  });

  test('the palette has the focus before the next key can come, so that no letter of a name is lost', async () => {
    const { page } = await openDesk(browser, server);

    const role = await page.evaluate(async () => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true }));
      await Promise.resolve();
      return document.activeElement?.getAttribute('role');
    });

    expect(role).toBe('combobox');
  });

  test('a conversation opened from the palette has the focus, not the page', async () => {
    const { page } = await openDesk(browser, server);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('roble-10');
    await page.getByText('1 opción').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Roble-10' }).waitFor();

    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  test('? lists the keys of this screen; F2 goes round the regions and comes back to the caret', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await page.locator('h2[data-heading]').focus();
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog', { name: 'Teclas' }).getByText('Ir al SOS más urgente').waitFor();
    await page.keyboard.press('Escape');

    await composer(page).focus();
    await page.keyboard.press('F2');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region')))
      .toBe('facts');
    await page.keyboard.press('F2');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region')))
      .toBe('queue');
    await page.keyboard.press('F2');

    await expect.poll(() => focused(page)).toBe('Respuesta a Lirio-08');
  });

  test('the guideline is answered with 1, 2, 3 or the letters', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    await page.keyboard.press('g');
    await page.keyboard.press('1');
    await expect.poll(() => server.desk.acts.at(-1)?.act).toEqual({ do: 'answer_guideline', item: 'Q1', value: 'yes' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('d');

    await expect
      .poll(() => server.desk.acts.at(-1)?.act)
      .toEqual({ do: 'answer_guideline', item: 'Q2', value: 'unknown' });
  });

  test('a key of the guideline that cannot be done says why, and is no other key', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.getByText('Responde primero').first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);

    await openTalk(page, 'Nogal-19');
    await page.keyboard.press('g');
    await page.keyboard.press('1');
    await page.locator('[data-tone="warning"]').getByText('La lleva Eva Pinto.').waitFor();

    expect(server.desk.acts).toEqual([]);
  });

  test('. turns every time into its exact hour and back', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await page.locator('h2[data-heading]').focus();

    await page.keyboard.press('.');
    await expect.poll(() => page.locator('[data-row="violeta"] time').textContent()).toMatch(/^\d\d:\d\d:\d\d$/);
    await page.keyboard.press('.');

    await expect.poll(() => page.locator('[data-row="violeta"] time').textContent()).toMatch(/^\d+:\d\d$/);
  });

  test('the width of a column is moved with the arrows, and remembered', async () => {
    const { page } = await openDesk(browser, server);
    const handle = page.getByRole('separator', { name: 'Ancho de la cola' });
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await page.reload();

    expect(await handle.getAttribute('aria-valuenow')).toBe('352');
  });

  test('the menu of more acts: Enter opens it on its first item, arrows reach also what cannot be done, Esc closes it', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    const more = page.getByRole('main').getByRole('button', { name: 'Más' });
    const items = () => page.getByRole('menuitem').allTextContents();
    await more.focus();

    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('Transferir');
    const wide = await items();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toContain('Pedir apoyo');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toContain('Reservar una llamada');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toContain('prioridad');
    await page.keyboard.press('Escape');

    await expect.poll(() => page.getByRole('menu').count()).toBe(0);
    await expect.poll(() => focused(page)).toContain('Más');
    // Where the buttons do not fit, the menu has them first.
    await openTalk(page, 'Roble-10');
    await more.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Terminar y borrarTómala primero.');
    expect(await items()).toHaveLength(wide.length + 2);
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('the palette has the acts of an emergency, each with its reason where there is none', async () => {
    const { page } = await openDesk(browser, server);
    const type = async (typed: string) => {
      await page.keyboard.press('Control+k');
      await page.locator('[role="combobox"]:focus').waitFor();
      await page.keyboard.type(typed);
    };
    const first = async (typed: string) => {
      await type(typed);
      const words = (await page.getByRole('option').first().textContent()) ?? '';
      await page.keyboard.press('Escape');
      await page.getByRole('combobox').waitFor({ state: 'detached' });
      return words;
    };
    await openTalk(page, 'Lirio-08');
    expect(await first('emergencia')).toContain('Iniciar protocolo de emergencia');
    for (const typed of ['llamar', 'resultado', 'consignar', 'descartar'])
      expect(await first(typed)).toContain('No hay una emergencia abierta.');

    await noTelephone(page);
    await openTalk(page, 'Violeta-27');
    await page.keyboard.press('t');
    await mine(page).waitFor();
    expect(await first('llamar')).toMatch(/^Llamar 133/);
    await type('llamar 133');
    await page.keyboard.press('Enter');
    await page.locator('[data-call]:focus').waitFor();
    await type('consignar');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('radio');
    await type('no contesto');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Registrar resultado' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');

    await expect.poll(() => server.desk.acts.at(-1)?.act).toMatchObject({ do: 'call_result', outcome: 'no_answer' });
    // The form closes with the answer, and gives its focus back.
    await page.getByRole('button', { name: 'Registrar resultado' }).waitFor({ state: 'detached' });
    // It asks for her words: the palette leads to where they are written, and the main act is one key away.
    await type('consignar y terminar');
    await page.keyboard.press('Enter');
    await page.getByLabel('Qué quedó resuelto y quién sigue').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('la acompaña su hermana');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => server.desk.acts.at(-1)?.act)
      .toMatchObject({ do: 'record_referral', outcome: 'la acompaña su hermana' });
  });

  test('the palette sends the neutral line and takes what is decided about her silence', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva', width: 1280, height: 720 });
    const run = async (typed: string) => {
      await page.keyboard.press('Control+k');
      await page.locator('[role="combobox"]:focus').waitFor();
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    };
    await openTalk(page, 'Nogal-19');

    await run('linea neutra');
    await expect.poll(() => server.desk.acts.at(-1)?.act).toEqual({ do: 'check_silence' });
    await run('silencio: llamar');
    await expect.poll(() => server.desk.acts.at(-1)?.act).toEqual({ do: 'decide_silence', decision: 'call' });
  });
});
