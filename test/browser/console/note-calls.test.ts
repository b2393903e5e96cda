/** `@` in a note on the built console with the real desk behind it: by the keyboard alone, and opened without a reason. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type House, openHouse } from '../../console/house.js';
import { VirtualClock } from '../../support/virtual-clock.js';
import { chromePath, openBrowser } from '../browser.js';
import { composer, expectSeen, mine, openWindow, violations } from './harness.js';

const pages = path.resolve(import.meta.dirname, '../../../dist/console');
vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(!chromePath())('calling a colleague to look', () => {
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

  async function works(name: string, width = 1440, height = 900): Promise<{ page: Page; errors: readonly string[] }> {
    const { email, password } = await house.person(name, ['executive']);
    const { page, errors } = await openWindow(browser, { locale: 'es', width, height });
    await page.goto(`${house.url}/console/`);
    await page.getByLabel('Correo').fill(email);
    await page.getByLabel('Contraseña', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByLabel('Disponible').check();
    await page.getByRole('button', { name: 'Empezar turno' }).click();
    await page.getByRole('navigation').first().waitFor();
    return { page, errors };
  }

  test('the list is chosen from by arrows and Enter; she opens it from her bar, and the note says whom it called', async () => {
    const conversation = await house.writes('rosa', 'quiero hablar con una persona');
    const name = (await house.service.contacts.get((await house.store.head(conversation))!.contact))!.pseudonym;
    const ana = await works('Ana Rojas');
    const eva = await works('Eva Pinto', 390, 844);
    const sol = await works('Sol Mena');
    await ana.page.locator('[data-row]').first().click();
    await ana.page.getByRole('heading', { name, exact: true }).waitFor();
    await ana.page.locator('body').press('t');
    await mine(ana.page).waitFor();

    await ana.page.getByRole('log').focus();
    await ana.page.keyboard.press('n');
    const field = composer(ana.page);
    await field.pressSequentially('mira @');
    await expectSeen(ana.page.getByRole('option', { name: 'Eva Pinto' }));
    expect(await ana.page.getByRole('option').allTextContents()).toEqual([
      expect.stringContaining('Eva Pinto'),
      expect.stringContaining('Sol Mena'),
    ]);
    expect(await violations(ana.page)).toEqual([]);
    await ana.page.keyboard.press('ArrowDown');
    await ana.page.getByRole('option', { name: 'Sol Mena', selected: true }).waitFor();
    await ana.page.keyboard.press('ArrowUp');
    await ana.page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('mira @Eva Pinto ');
    await field.pressSequentially('dice que salió');
    await expectSeen(ana.page.getByText('llama a Eva Pinto'));
    await ana.page.keyboard.press('Enter');
    const note = ana.page.getByRole('article', { name: /NOTA, Ana Rojas/ });
    await expectSeen(note.getByText('mira @Eva Pinto dice que salió'));
    await expectSeen(note.getByText(/llama a Eva Pinto/));
    expect(await field.inputValue()).toBe('');
    expect(await violations(ana.page)).toEqual([]);

    const bar = eva.page.getByRole('button', { name: `${name}: Ana Rojas te llama a mirar` });
    await expectSeen(bar);
    expect(await violations(eva.page)).toEqual([]);
    await bar.click();
    await expectSeen(eva.page.getByRole('log').getByText('mira @Eva Pinto dice que salió'));
    await bar.waitFor({ state: 'detached' });
    expect(await sol.page.getByText('te llama a mirar').count()).toBe(0);
    expect([...ana.errors, ...eva.errors, ...sol.errors]).toEqual([]);
  });

  test('begun by its verb; an @ that calls nobody says so, and what is typed by hand in full calls too', async () => {
    await house.writes('rosa', 'quiero hablar con una persona');
    const ana = await works('Ana Rojas', 390, 844);
    await works('Eva Pinto');
    await ana.page.locator('[data-row]').first().click();
    await ana.page.getByRole('log').waitFor();
    await ana.page.keyboard.press('Control+k');
    await ana.page.getByRole('combobox').fill('pedir a una colega');
    await ana.page.keyboard.press('Enter');
    const field = composer(ana.page);
    await expectSeen(ana.page.getByRole('option', { name: 'Eva Pinto' }));
    await field.focus();
    await ana.page.keyboard.press('Escape');
    await ana.page.getByRole('option').waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('@');
    await expectSeen(ana.page.getByText('no llama a nadie'));
    await field.fill('que mire @eva pinto');
    await expectSeen(ana.page.getByText('llama a Eva Pinto'));
    expect(await violations(ana.page)).toEqual([]);
    expect(ana.errors).toEqual([]);
  });
});
