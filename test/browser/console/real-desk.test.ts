/** The built console with the real desk behind it: what the two say to each other is what the contract says. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../console/house.js';
import { VirtualClock } from '../../support/virtual-clock.js';
import { chromePath, openBrowser } from '../browser.js';
import { composer, expectSeen, mine, openTalk, openWindow, row } from './harness.js';

const pages = path.resolve(import.meta.dirname, '../../../dist/console');

describe.skipIf(!chromePath())('the console at the real desk', () => {
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

  /** Signed in by the form, the one-time password changed, the shift begun as available. */
  async function begins() {
    const { email, password } = await house.users.add({
      email: 'ana@institucion.cl',
      name: 'Ana',
      roles: ['executive'],
    });
    const { page, errors } = await openWindow(browser, { locale: 'es' });
    await page.goto(`${house.url}/console/`);
    await page.getByLabel('Correo').fill(email);
    await page.getByLabel('Contraseña', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Entrar' }).click();
    const next = page.locator('input[autocomplete="new-password"]');
    await next.first().waitFor();
    for (const field of await next.all()) await field.fill('tres gatos en el tejado');
    await page.locator('button[type="submit"]').click();
    await page.getByLabel('Disponible').check();
    await page.getByRole('button', { name: 'Empezar turno' }).click();
    return { page, errors };
  }

  test('from the one-time password to an emergency with its outcome', async () => {
    const conversation = await house.writes('rosa', 'AUXILIO');
    const { page, errors } = await begins();
    const name = (await house.service.contacts.get((await house.store.head(conversation))!.contact))!.pseudonym;

    await openTalk(page, name);
    await expectSeen(page.getByText('AUXILIO'));
    await page.getByRole('button', { name: 'Tomar', exact: true }).first().click();
    await mine(page).waitFor();
    await composer(page).fill('Estoy contigo. ¿Dónde estás?');
    await composer(page).press('Enter');
    await expectSeen(page.getByRole('log').getByText('Estoy contigo. ¿Dónde estás?'));
    await expect
      .poll(async () => (await house.service.settle(), house.sent.at(-1)))
      .toMatchObject({ author: 'executive', name: 'Ana' });

    await house.writes('rosa', 'pasaje las camelias 415, peñalolen');
    await expectSeen(page.getByRole('log').getByText('pasaje las camelias 415, peñalolen'));
    await page.locator('a[href="tel:133"]').first().click();
    await expectSeen(page.getByRole('button', { name: 'Contestó una persona' }));
    expect((await house.service.conversations.state(conversation))!.head.desk.calls).toMatchObject([
      { state: 'dialing' },
      null,
      null,
    ]);
    expect(errors).toEqual([]);
  });

  test('a conversation that begins while she looks comes by itself', async () => {
    const { page } = await begins();
    await house.writes('violeta', 'quiero hablar con una persona');

    await row(page, 'quiero hablar con una persona').waitFor();
    expect(await page.locator('[data-row]').count()).toBe(1);
  });
});
