import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { composer, mine, noTelephone, openDesk, openTalk, row, startServer, violations } from './harness.js';

// Axe looks at every element of a full desk.
vi.setConfig({ testTimeout: 120_000 });

/** S3: the emergency of whoever sits here, with all that it needs side by side. */
describe.skipIf(!chromePath())('the workspace of an emergency', () => {
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
  const part = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

  test.each([
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
  ])('shows chat, guideline, calls with their script, and the timeline at once ($width)', async size => {
    const { page, errors } = await openDesk(browser, server, { user: 'eva', ...size });
    await openTalk(page, 'Nogal-19');

    await part(page, 'Llamadas y guion').getByText('Está en: Los Aromos 114, Peñalolén, Metropolitana.').waitFor();
    await part(page, 'Llamadas y guion').getByText('Armas: no se sabe.').waitFor();
    await part(page, 'Pauta').getByText('¿Él está ahí contigo o muy cerca?').waitFor();
    await part(page, 'Línea de tiempo').getByText('Volver a marcar Carabineros').waitFor();
    await part(page, 'Línea de tiempo').getByText('+0:00').waitFor();
    await part(page, 'Línea de tiempo')
      .getByText('No se puede terminar: Carabineros sigue sin resultado.')
      .first()
      .waitFor();
    expect(await row(page, 'Violeta-27').count()).toBe(0);
    // The others that call for help stay in sight.
    await page.getByText('1 SOS sin tomar').first().waitFor();
    expect(await violations(page)).toEqual([]);
    // Nothing is wider than the screen, and nobody scrolls sideways.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
  });

  test('what was being written stays, with the caret where it was, when the emergency becomes hers', async () => {
    const { page } = await openDesk(browser, server, { width: 1440, height: 900 });
    await openTalk(page, 'Violeta-27');
    expect(await row(page, 'Violeta-27').count()).toBe(1);
    await page.keyboard.press('t');
    await mine(page).waitFor();
    await part(page, 'Llamadas y guion').waitFor();
    await composer(page).fill('Te leo. Dime');
    await composer(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(2, 2));

    await page.keyboard.press('Escape');
    await page.keyboard.press('w');
    await row(page, 'Violeta-27').waitFor();
    await page.keyboard.press('w');
    await part(page, 'Llamadas y guion').waitFor();

    expect(await composer(page).inputValue()).toBe('Te leo. Dime');
    expect(await composer(page).evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(2);
  });

  test('J leads into the queue beside it, W back; F2 goes from part to part', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva', width: 1440, height: 900 });
    await openTalk(page, 'Nogal-19');
    await part(page, 'Línea de tiempo').waitFor();
    const region = () =>
      page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region'));

    await page.locator('h2[data-heading]').focus();
    const seen: (string | null | undefined)[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('F2');
      seen.push(await region());
    }
    expect(new Set(seen)).toEqual(new Set(['calls', 'guideline', 'timeline', 'chat']));
    await page.locator('h2[data-heading]').focus();
    await page.keyboard.press('j');
    await expect.poll(region).toBe('queue');
    await row(page, 'Violeta-27').waitFor();
    await page.keyboard.press('w');
    await part(page, 'Línea de tiempo').waitFor();
  });

  test('whom to phone stands in sight before anybody is phoned, and the script above the call after', async () => {
    const { page } = await openDesk(browser, server, { width: 1280, height: 720 });
    await noTelephone(page);
    const violeta = server.desk.stories.get('violeta')!;
    violeta.facts = { ...violeta.facts, script: server.desk.stories.get('nogal')!.facts.script };
    await openTalk(page, 'Violeta-27');
    await page.keyboard.press('t');
    await part(page, 'Llamadas y guion').waitFor();
    const top = async (name: string) =>
      (await part(page, 'Llamadas y guion').getByRole('heading', { name, exact: true }).boundingBox())!.y;
    const police = part(page, 'Llamadas y guion').getByRole('link', { name: 'Llamar 133' });

    const { y, height } = (await police.boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(720);
    expect(await top('A quién llamar')).toBeLessThan(await top('Guion'));

    await police.click();
    await page.locator('[data-call]:focus').waitFor();
    expect(await top('Guion')).toBeLessThan(await top('Llamadas'));
    expect(await top('Llamadas')).toBeLessThan(await top('A quién llamar'));
    // What may be done with her words is small beside them.
    const cite = page.getByRole('log').getByRole('button', { name: 'Citar en la pauta' }).first();
    expect((await cite.boundingBox())!.height).toBe(24);
  });

  test('of her silence one asks once by the neutral line, and what is decided stands in the timeline', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva', width: 1440, height: 900 });
    await openTalk(page, 'Nogal-19');

    await page.getByRole('button', { name: 'Enviar línea neutra' }).click();
    await part(page, 'Línea de tiempo').getByText('Eva Pinto le envió la línea neutra').waitFor();
    expect(await page.getByRole('button', { name: 'Enviar línea neutra' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Decidir: llamar con lo que se sabe' }).click();
    await part(page, 'Línea de tiempo')
      .getByText('Ante su silencio, Eva Pinto decidió llamar con lo que se sabe')
      .waitFor();
  });

  test('on a telephone the same stands below the facts', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva', width: 390, height: 844 });
    await openTalk(page, 'Nogal-19');
    await page.getByRole('navigation').getByRole('button', { name: 'Llamadas' }).click();

    await page.getByText('Está en: Los Aromos 114, Peñalolén, Metropolitana.').waitFor();
    await page.getByText('Volver a marcar Carabineros').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
