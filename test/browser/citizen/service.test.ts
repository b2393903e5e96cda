import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromePath, openBrowser } from '../browser.js';
import { herPage, type Network, network, said, writes } from './harness.js';
import { type Whole, whole } from './whole.js';

describe.skipIf(!chromePath())('with the real service behind her page', () => {
  let browser: Browser;
  let service: Whole;
  let net: Network;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    service = await whole();
    net = await network([service.router]);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map(context => context.close()));
    await service.close();
    await net.close();
  });
  const seen = (page: Page, text: string | RegExp) => said(page).filter({ hasText: text }).first().waitFor();
  const texts = (page: Page) => said(page).allTextContents();

  test('she says hello, says that it is safe, picks by a button and gets an answer', async () => {
    const { page, errors } = await herPage(browser, net.url);

    await writes(page, 'hola');
    await seen(page, '¿es seguro para ti escribir ahora?');
    await writes(page, 'sí');
    await page.getByRole('button', { name: 'Información', exact: true }).click();
    await seen(page, '¿Qué quieres saber?');
    await writes(page, 'cómo pido una medida de protección');
    await seen(page, 'Medidas de protección');

    const sheet = page.locator('article', { hasText: 'Medidas de protección y cautelares' });
    expect(await sheet.locator('.tag').textContent()).toBe('en revisión');
    expect(errors).toEqual([]);
  });

  test('one press opens the emergency, and a person goes on in the same page', async () => {
    const { page } = await herPage(browser, net.url);

    await page.getByRole('button', { name: 'Necesito ayuda ahora' }).click();
    await seen(page, '¿Dónde estás?');
    expect(await service.emergency()).not.toBe('idle');
    await page.getByText('Esperas a una persona del equipo').waitFor();

    await service.ana({ type: 'TAKE' });
    await page.getByText('Ana, del equipo, lee esta conversación.').waitFor();
    service.anaTypes();
    await page.getByText('Ana está escribiendo…').waitFor();
    await service.ana({ type: 'SAY', text: 'Soy Ana. Estoy contigo.' });
    await seen(page, 'Soy Ana. Estoy contigo.');
    expect(await page.locator('article[data-author=executive] .who').textContent()).toMatch(/^Ana, del equipo · /);
    await expect.poll(() => service.delivered()).toContain('delivered');
  });

  test('in an emergency she sends where she is with one press', async () => {
    const { page } = await herPage(browser, net.url);
    expect(await page.getByRole('button', { name: 'Enviar dónde estoy' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Necesito ayuda ahora' }).click();
    await seen(page, '¿Dónde estás?');

    await page.getByRole('button', { name: 'Enviar dónde estoy' }).click();
    await page.getByText('No pudimos leer tu ubicación. Escribe calle').waitFor();
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: -33.45, longitude: -70.66 });
    await page.getByRole('button', { name: 'Enviar dónde estoy' }).click();

    await seen(page, 'Mi ubicación');
    await expect.poll(() => service.place()).toContain('-33.45');
  });

  test('the network breaks in the middle: nothing is lost, doubled or out of order', async () => {
    const { page } = await herPage(browser, net.url);
    await writes(page, 'hola');
    await seen(page, '¿es seguro para ti escribir ahora?');

    await net.cut();
    await writes(page, 'sí');
    await net.back();
    await page.getByRole('button', { name: 'Información', exact: true }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Información', exact: true }).waitFor();

    const shown = await texts(page);
    expect(shown.filter(text => text === 'sí')).toHaveLength(1);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.map(text => text.slice(0, 14))).toEqual([
      'hola',
      'Hola. Este es ',
      'Antes de segui',
      'sí',
      '¿Qué necesitas',
    ]);
  });

  test('a page in English is answered in English from the first word', async () => {
    const { page } = await herPage(browser, net.url, { locale: 'en-GB' });

    await writes(page, 'hi');

    await seen(page, 'is it safe for you to write now?');
    expect(await page.getByRole('button', { name: 'I need help now' }).count()).toBe(1);
  });
});
