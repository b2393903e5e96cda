/** Shift+F8 on the built console with the real desk behind it: company is asked for without a word in the conversation. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Role } from '../../../bot/console/contract.js';
import { type House, openHouse } from '../../console/house.js';
import { VirtualClock } from '../../support/virtual-clock.js';
import { chromePath, openBrowser } from '../browser.js';
import { composer, expectSeen, mine, openWindow, violations } from './harness.js';

const pages = path.resolve(import.meta.dirname, '../../../dist/console');
vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(!chromePath())('asking for support', () => {
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

  async function works(name: string, roles: Role[]): Promise<{ page: Page; errors: readonly string[] }> {
    const { email, password } = await house.person(name, roles);
    const { page, errors } = await openWindow(browser, { locale: 'es' });
    await page.goto(`${house.url}/console/`);
    await page.getByLabel('Correo').fill(email);
    await page.getByLabel('Contraseña', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByLabel('Disponible').check();
    await page.getByRole('button', { name: 'Empezar turno' }).click();
    await page.getByRole('navigation').first().waitFor();
    return { page, errors };
  }

  test('by its key, also while writing; the supervisor opens it from her bar, and it is over', async () => {
    const conversation = await house.writes('rosa', 'quiero hablar con una persona');
    const name = (await house.service.contacts.get((await house.store.head(conversation))!.contact))!.pseudonym;
    const ana = await works('Ana', ['executive']);
    const eva = await works('Eva', ['supervisor']);
    await ana.page.locator('[data-row]').first().click();
    await ana.page.getByRole('heading', { name, exact: true }).waitFor();
    await ana.page.locator('body').press('t');
    await mine(ana.page).waitFor();

    await composer(ana.page).fill('Estoy contigo');
    await composer(ana.page).press('Shift+F8');
    await expectSeen(ana.page.getByRole('region', { name: 'Avisos', exact: true }).getByText('Se avisó a Eva'));
    expect(await composer(ana.page).inputValue()).toBe('Estoy contigo');
    expect(await violations(ana.page)).toEqual([]);

    const bar = eva.page.getByRole('button', { name: `${name}: Ana pide apoyo` });
    await expectSeen(bar);
    expect(await violations(eva.page)).toEqual([]);
    await bar.click();
    await expectSeen(eva.page.getByRole('log').getByText('quiero hablar con una persona'));
    await bar.waitFor({ state: 'detached' });
    await expectSeen(ana.page.getByText(/mira también: Eva/));

    await ana.page.keyboard.press('Shift+F8');
    await bar.click();
    await bar.waitFor({ state: 'detached' });
    expect([...ana.errors, ...eva.errors]).toEqual([]);
  });
});
