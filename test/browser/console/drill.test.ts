/** A drill on the built console with the real desk behind it: nobody can take it for real, and everything of it works as if it were. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Role } from '../../../bot/console/contract.js';
import { type House, openHouse } from '../../console/house.js';
import { VirtualClock } from '../../support/virtual-clock.js';
import { chromePath, openBrowser } from '../browser.js';
import { composer, expectSeen, mine, notesHeard, openWindow, pressAnyway, row, violations } from './harness.js';

const pages = path.resolve(import.meta.dirname, '../../../dist/console');
// Axe looks at several whole screens in a test.
vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(!chromePath())('a drill', () => {
  let browser: Browser;
  let house: House;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    house = await openHouse({ pages, clock: new VirtualClock(Date.now()) });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map(context => context.close()));
    await house.close();
  });

  async function works(name: string, roles: Role[], size: { width?: number; height?: number } = {}) {
    const { email, password } = await house.person(name, roles);
    const { page, errors } = await openWindow(browser, { locale: 'es', ...size });
    await page.goto(`${house.url}/console/`);
    await page.getByLabel('Correo').fill(email);
    await page.getByLabel('Contraseña', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByLabel('Disponible').check();
    await page.getByRole('button', { name: 'Empezar turno' }).click();
    await page.getByRole('navigation').first().waitFor();
    return { page, errors };
  }
  const banner = (page: Page) => page.getByRole('region', { name: 'SIMULACRO en curso' });
  const clean = async (page: Page, where: string) =>
    expect((await violations(page)).map(found => `${where}: ${found}`)).toEqual([]);

  test('from the palette to its times, marked on every screen, by keyboard', async () => {
    const eva = await works('Eva', ['supervisor']);
    const ana = await works('Ana', ['executive']);
    await ana.page.keyboard.press('Control+k');
    await ana.page.keyboard.type('simulacro');
    expect(await ana.page.getByRole('option', { name: /Iniciar simulacro/ }).count()).toBe(0);
    await ana.page.keyboard.press('Escape');

    await eva.page.getByRole('navigation').getByRole('button', { name: 'Simulacro' }).click();
    await expectSeen(eva.page.getByText('Todavía no hubo ningún simulacro.'));
    await clean(eva.page, 'no drill yet');
    await eva.page.keyboard.press('Control+k');
    await eva.page.keyboard.type('iniciar simulacro');
    await eva.page.keyboard.press('Enter');
    await expectSeen(eva.page.getByText('No se marca ningún número ni sale ningún mensaje.'));
    await clean(eva.page, 'before it starts');
    await notesHeard(ana.page);
    await eva.page.keyboard.press('Control+Enter');
    for (const { page } of [eva, ana]) {
      await banner(page).getByText('nadie real está en peligro').first().waitFor();
      await page.waitForFunction(() => document.title.startsWith('◇ Simulacro'));
    }
    expect(await banner(ana.page).getByRole('button', { name: 'Terminar' }).count()).toBe(0);
    await expectSeen(ana.page.getByRole('button', { name: /SIMULACRO sin tomar/ }));
    await expect.poll(() => notesHeard(ana.page), { timeout: 10_000 }).toBeGreaterThan(0);
    await row(ana.page, 'SIMULACRO').waitFor();

    await house.passes(17_000);
    await ana.page.keyboard.press('F8');
    await ana.page.getByRole('log').getByText('SOS', { exact: true }).waitFor();
    await ana.page.locator('body').press('t');
    await mine(ana.page).waitFor();
    await expectSeen(ana.page.getByRole('article', { name: /^SIMULACRO, ella/ }));
    await composer(ana.page).fill('Te leo. ¿Dónde estás?');
    await composer(ana.page).press('Enter');
    await expectSeen(ana.page.getByRole('article', { name: /^SIMULACRO, Ana/ }));
    await expectSeen(ana.page.getByText('no se llama a nadie de fuera. Marcar y el resultado'));
    expect(await ana.page.locator('a[href^="tel:"]').count(), 'there is no number to dial').toBe(0);
    await house.passes(10_000);
    await ana.page
      .getByRole('button', { name: /Llamar 133.*simulada/ })
      .first()
      .click();
    await expectSeen(ana.page.getByRole('button', { name: 'Contestó una persona' }));
    await clean(ana.page, 'the drill on the desk');
    await house.passes(1_000);
    await expectSeen(banner(ana.page).getByText('tomada 0:17 · llamada 0:27'));

    // Somebody real: the drill says so at once, above it.
    await house.writes('rosa', 'AUXILIO');
    await banner(ana.page).getByRole('button', { name: 'Llegó un SOS real' }).waitFor();
    await expectSeen(banner(ana.page).getByText('hay 1 emergencia real').first());
    expect(await banner(ana.page).getByText('nadie real está en peligro').count()).toBe(0);
    await expectSeen(ana.page.getByRole('button', { name: /1 SOS sin tomar/ }));
    await ana.page.waitForFunction(() => document.title === '⬣ 1 SOS sin tomar · ◇ Simulacro');
    await clean(ana.page, 'a real SOS in a drill');

    await banner(eva.page).getByRole('button', { name: 'Terminar' }).click();
    await eva.page.getByRole('dialog').getByRole('button', { name: 'Terminar' }).click();
    await banner(ana.page).waitFor({ state: 'detached' });
    await expectSeen(eva.page.getByRole('cell', { name: 'Terminada por Eva' }));
    for (const name of ['0:17', '0:27', 'no se llamó']) await expectSeen(eva.page.getByRole('cell', { name }));
    await clean(eva.page, 'the last drills');
    expect([...eva.errors, ...ana.errors]).toEqual([]);
  });

  test('none is started while somebody real waits: the button is off, and says why', async () => {
    const eva = await works('Eva', ['supervisor']);
    await eva.page.getByRole('navigation').getByRole('button', { name: 'Simulacro' }).click();
    const start = eva.page.getByRole('button', { name: 'Iniciar simulacro…' });
    await expectSeen(start);
    expect(await start.getAttribute('aria-disabled')).toBe(null);

    const waits = await house.writes('rosa', 'AUXILIO');
    await expectSeen(eva.page.getByRole('main').getByText('Hay un SOS de verdad sin tomar.').first());
    expect(await start.getAttribute('aria-disabled')).toBe('true');
    await clean(eva.page, 'a real SOS waits');
    await pressAnyway(start);
    expect(await eva.page.getByRole('dialog').count()).toBe(0);

    const ana = await house.works('Ana');
    await ana.does(waits, { do: 'take' });
    await expect.poll(() => start.getAttribute('aria-disabled')).toBe(null);
  });

  test('on a telephone nothing of it is cut', async () => {
    const eva = await works('Eva', ['supervisor'], { width: 390, height: 844 });
    await eva.page.getByRole('navigation').getByRole('button', { name: 'Más' }).click();
    await eva.page.getByRole('button', { name: 'Simulacros' }).click();
    await eva.page.getByRole('button', { name: 'Iniciar simulacro…' }).click();
    await eva.page.getByRole('dialog').getByRole('button', { name: 'Iniciar simulacro' }).click();
    await banner(eva.page).waitFor();
    await clean(eva.page, 'running');
    const isWide = await eva.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWide).toBe(false);
    await eva.page.getByRole('navigation').getByRole('button', { name: 'Cola' }).click();
    await row(eva.page, 'SIMULACRO').click();
    await eva.page.getByRole('navigation').getByRole('button', { name: 'Llamadas' }).click();
    await expectSeen(eva.page.getByRole('button', { name: /simulada/ }));
    await clean(eva.page, 'calls');
    expect(eva.errors).toEqual([]);
  });
});
