/** The whole house once: the built service in its own process, her page in one browser window, the console in another. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Cauce, newFolder, removeFolders, startCauce } from '../../start/cauce.js';
import { chromePath, openBrowser } from '../browser.js';
import { herPage, said, writes } from '../citizen/harness.js';
import { composer, mine, openWindow } from '../console/harness.js';

// A long story, and a service that proves its protocol before it begins.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const PASSWORD = 'cuatro palabras que nadie junta';

describe.skipIf(!chromePath())('a citizen and an executive, from the first word to the last', () => {
  let browser: Browser;
  let service: Cauce;
  beforeAll(async () => {
    browser = await openBrowser();
    service = await startCauce(path.join(newFolder(), 'data'));
  });
  afterAll(async () => {
    await browser.close();
    await service.stop();
    removeFolders();
  });

  test('she is answered, taken by a person, given back, helped in an emergency, and taught to erase', async () => {
    const ana = await signedIn(browser, service);
    const her = await herPage(browser, `${service.url}/`);
    const row = ana.page.locator('[data-row]').first();
    const log = ana.page.getByRole('log');
    const hears = (text: string | RegExp) => said(her.page).filter({ hasText: text }).last().waitFor();

    // The robot answers; the console shows her while nobody has to come.
    await writes(her.page, 'hola');
    await hears('¿es seguro para ti escribir ahora?');
    await writes(her.page, 'sí');
    await hears('¿Qué necesitas hoy?');
    await row.click();
    await log.getByText('¿Qué necesitas hoy?').first().waitFor();

    // A person takes her: what she writes arrives, and the robot is silent.
    await ana.page.locator('body').press('t');
    await mine(ana.page).waitFor();
    await says(ana.page, 'Te leo. ¿En qué te ayudo?');
    await hears('Te leo. ¿En qué te ayudo?');
    await log.getByRole('article').filter({ hasText: 'Te leo. ¿En qué te ayudo?' }).getByText('entregado').waitFor();
    const before = await said(her.page).count();
    await writes(her.page, 'quiero saber del 1455');
    await log.getByText('quiero saber del 1455').waitFor();
    // Hers is the only thing that was added.
    expect(await said(her.page).count()).toBe(before + 1);

    // The robot again, at a step that the person chose.
    await ana.page.getByRole('button', { name: 'Encender robot' }).click();
    await ana.page.getByLabel('Buscar un paso').fill('menu');
    await ana.page.getByRole('radio', { name: /¿Qué necesitas hoy/ }).check();
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Encender robot' }).click();
    await log.getByText(/encendió el robot en/).waitFor();
    await expect.poll(() => said(her.page).filter({ hasText: '¿Qué necesitas hoy?' }).count()).toBe(2);

    // One press asks for help: everybody hears, one person takes it.
    await her.page.getByRole('button', { name: 'Necesito ayuda ahora' }).click();
    await ana.page.getByRole('button', { name: /1 SOS sin tomar/ }).waitFor();
    await ana.page.keyboard.press('F8');
    await ana.page.locator('body').press('t');
    await mine(ana.page).waitFor();
    await ana.page.getByText('Sin SOS esperando').waitFor();
    await writes(her.page, 'los aromos 114, peñalolén');
    await log
      .getByRole('article')
      .filter({ hasText: 'los aromos 114' })
      .getByRole('button', { name: '→ Dirección' })
      .click();

    // The call, its outcome told to her without a time, and the record.
    await ana.page.getByRole('link', { name: 'Llamar 133' }).click();
    await hears(/llamando a Carabineros/);
    await ana.page.getByRole('button', { name: 'Contestó una persona' }).click();
    await ana.page.getByLabel('Envían ayuda').check();
    await ana.page.getByLabel('Quién contestó').fill('cabo Soto');
    await ana.page.getByLabel('Llegada, como la dijeron').fill('diez minutos');
    await ana.page.getByRole('button', { name: 'Registrar resultado' }).click();
    await hears(/enviaron una patrulla/);
    expect((await said(her.page).allTextContents()).join('\n')).not.toMatch(/diez minutos/);
    await ana.page
      .getByLabel('Qué quedó resuelto y quién sigue')
      .fill('Llegó Carabineros. Sigue el centro de la mujer.');
    await ana.page.getByRole('button', { name: 'Consignar y terminar' }).click();
    await log.getByText(/consignó la derivación/).waitFor();

    // The end: she learns to erase. Whoever looks at the story later says why.
    await ana.page.getByRole('button', { name: 'Terminar y borrar' }).click();
    await ana.page.getByLabel('Dijo que está a salvo').check();
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Terminar y borrar' }).click();
    await hears(/borra/i);
    await ana.page.reload();
    await ana.page.getByLabel(/¿Por qué la abres\?/).fill('reviso cómo terminó');
    await ana.page.getByRole('button', { name: 'Abrir y registrar' }).click();
    await log.getByText('Te leo. ¿En qué te ayudo?').waitFor();
    await log.getByText(/consignó la derivación/).waitFor();

    expect(her.errors).toEqual([]);
    expect(ana.errors).toEqual([]);
  });
});

/** The first administrator, with the password that was printed once, then one of her own; her shift begun. */
async function signedIn(browser: Browser, service: Cauce): Promise<{ page: Page; errors: string[] }> {
  // Printed after the addresses.
  const shown = /correo\s+(\S+)\s+clave\s+(\S+)\n/;
  await expect.poll(() => service.out()).toMatch(shown);
  const [, email = '', password = ''] = shown.exec(service.out()) ?? [];
  const { context, page, errors } = await openWindow(browser);
  // The browser would ask which telephone to use, over the page.
  await context.addInitScript(
    `addEventListener('click', event => event.target.closest('a[href^="tel:"]') && event.preventDefault(), true)`,
  );
  await page.goto(`${service.url}/console/`);
  await page.getByLabel('Correo').fill(email);
  await page.getByLabel('Contraseña', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByLabel('Contraseña nueva').fill(PASSWORD);
  await page.getByLabel('Otra vez').fill(PASSWORD);
  await page.getByRole('button', { name: 'Cambiar y seguir' }).click();
  await page.getByLabel('Disponible').check();
  await page.getByRole('button', { name: 'Empezar turno' }).click();
  await page.getByText('No hay nadie esperando').waitFor();
  return { page, errors };
}

async function says(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}
