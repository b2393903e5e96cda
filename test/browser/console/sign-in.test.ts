import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { expectSeen, focused, notesHeard, openWindow, startServer } from './harness.js';

describe.skipIf(!chromePath())('signing in to the console', () => {
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

  const arrive = async (setting = {}) => {
    const opened = await openWindow(browser, setting);
    await opened.page.goto(server.url);
    return opened;
  };
  type Page = Awaited<ReturnType<typeof arrive>>['page'];
  const signIn = async (page: Page, email: string, password: string) => {
    await page.getByLabel('Correo').fill(email);
    await page.getByLabel('Contraseña', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Entrar' }).click();
  };

  test('goes through the card of the start of shift to the queue, as the state that was chosen', async () => {
    const { page, errors } = await arrive();

    await signIn(page, 'ana@institucion.cl', 'clave de ana');
    await page.getByRole('heading', { name: 'Antes de empezar el turno' }).waitFor();
    expect(await page.getByLabel('Disponible').isChecked()).toBe(true);
    await page.getByText(/^\d+ ms$/).waitFor();
    await page.getByRole('button', { name: 'Probar sonido' }).click();
    await page.getByText('suena', { exact: true }).waitFor();
    expect(await notesHeard(page)).toBe(2);
    await page.getByRole('button', { name: 'Empezar turno' }).click();

    await page.getByRole('grid', { name: 'Cola' }).waitFor();
    await expect.poll(() => server.presences.get('ana')?.state).toBe('available');
    expect(errors).toEqual([]);
  });

  test('who left an emergency is told of it, and Enter brings her back to it', async () => {
    const { page } = await arrive();

    await signIn(page, 'eva@institucion.cl', 'clave de eva');
    await page.getByText('Llevabas a Nogal-19 en emergencia').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Empezar turno');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Nogal-19' }).waitFor();
  });

  test('a wrong password and an unknown account read the same, and the focus goes to the field', async () => {
    const { page } = await arrive();

    await signIn(page, 'ana@institucion.cl', 'otra');
    const wrong = await page.locator('.mantine-InputWrapper-error').textContent();
    await signIn(page, 'nadie@institucion.cl', 'otra');
    // The button has the focus until the second answer is there; the first one's text stays until then.
    const password = page.getByLabel('Contraseña', { exact: true });
    await expect.poll(() => password.evaluate(field => field === document.activeElement)).toBe(true);

    expect(wrong).toBe('El correo o la contraseña no coinciden.');
    expect(await page.locator('.mantine-InputWrapper-error').textContent()).toBe(wrong);
  });

  test('after too many tries says how long to wait', async () => {
    const { page } = await arrive();

    for (let tries = 0; tries < 5; tries++) {
      await signIn(page, 'ana@institucion.cl', `otra ${tries}`);
      await page.getByText('no coinciden').first().waitFor();
    }
    await signIn(page, 'ana@institucion.cl', 'clave de ana');

    await expectSeen(page.getByText('Demasiados intentos. Espera 10 min.'));
  });

  test('a one-time password opens nothing but the choice of a real one', async () => {
    const { page } = await arrive();
    await signIn(page, 'paz@institucion.cl', 'clave de paz');
    await page.getByRole('heading', { name: 'Elige tu contraseña' }).waitFor();

    await page.getByLabel('Contraseña nueva').fill('corta');
    await page.getByRole('button', { name: 'Cambiar y seguir' }).click();
    await page.getByText('Es corta').first().waitFor();
    await page.getByLabel('Contraseña nueva').fill('una frase larga y mía');
    await page.getByLabel('Otra vez').fill('una frase larga y tuya');
    await page.getByRole('button', { name: 'Cambiar y seguir' }).click();
    await page.getByText('No son iguales').first().waitFor();
    await page.getByLabel('Otra vez').fill('una frase larga y mía');
    await page.getByRole('button', { name: 'Cambiar y seguir' }).click();

    await page.getByRole('heading', { name: 'Antes de empezar el turno' }).waitFor();
    expect(server.accounts.find(one => one.id === 'paz')?.password).toBe('una frase larga y mía');
  });

  test('speaks English from the first screen, and remembers it', async () => {
    const { page } = await arrive();

    await page.getByText('English').click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();

    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.title()).toBe('Sign in · Cauce');
  });

  test('a role that attends nobody begins no shift, sees no queue, and who can open it', async () => {
    const { page } = await arrive();
    await signIn(page, 'dis@institucion.cl', 'clave de dis');

    await page.getByText('Tu rol no atiende conversaciones').waitFor();
    expect(await page.getByRole('grid').count()).toBe(0);
  });

  test('signing out leaves nothing of her behind', async () => {
    const { page } = await arrive();
    await signIn(page, 'ana@institucion.cl', 'clave de ana');
    await page.getByRole('button', { name: 'Empezar turno' }).click();
    await page.locator('[data-row]').filter({ hasText: 'Lirio-08' }).click();
    await page.locator('[data-composer]').fill('Estoy contigo');
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toContain('cauce.draft.lirio.reply');
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('contigo');

    await page.getByRole('button', { name: 'Menú de Ana Rojas' }).click();
    await page.getByRole('menuitem', { name: 'Salir' }).click();
    await page.getByRole('heading', { name: 'Relevo del turno' }).waitFor();
    server.desk.change('lirio', { owner: { kind: 'queue' }, epoch: 3 });
    await page.getByText('No tienes nada que entregar.').waitFor();
    await page.getByRole('button', { name: 'Terminar turno' }).click();
    await page.getByRole('heading', { name: 'Entrar' }).waitFor();

    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    expect(await focused(page)).not.toContain('contigo');
  });
});
