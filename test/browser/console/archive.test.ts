import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { openDesk, startServer, violations } from './harness.js';

describe.skipIf(!chromePath())('the records of what is over', () => {
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

  test('an emergency is found by its folio and read with a reason; nothing found says so', async () => {
    const { page, errors } = await openDesk(browser, server);
    await page.getByRole('navigation').getByRole('button', { name: 'Registro' }).click();
    const row = page.getByRole('button', { name: /Canelo-31.*E-2026-000731.*Carabineros: Envían ayuda/ });
    await row.waitFor();
    await page.getByLabel('Seudónimo, etiqueta o folio').fill('nadie');
    await page.keyboard.press('Enter');
    await page.getByText('Nada coincide').waitFor();
    await page.getByRole('button', { name: 'Quitar filtros' }).click();

    await row.click();
    await page.getByLabel(/¿Por qué lo lees/).fill('reviso el turno');
    await page.getByRole('button', { name: 'Abrir y registrar' }).click();
    await page.getByText('Llegó la patrulla; sigue el centro de la mujer.').waitFor();
    await page.getByText('habló cabo Soto · folio F-114').waitFor();
    expect(await violations(page)).toEqual([]);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Guardar o imprimir (PDF)' }).click();
    expect((await saving).suggestedFilename()).toBe('E-2026-000731.pdf');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await violations(page)).toEqual([]);
    // On a telephone what is read has the page, and its close leads back to the search.
    const field = page.getByLabel('Seudónimo, etiqueta o folio');
    expect(await field.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Cerrar registro' }).click();
    await field.waitFor();
    expect(errors).toEqual([]);
  });
});
