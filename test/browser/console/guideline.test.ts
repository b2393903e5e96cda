import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { mine, openDesk, openTalk, startServer } from './harness.js';

describe.skipIf(!chromePath())('the guideline at the desk', () => {
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
  const acts = () => server.desk.acts.map(({ act }) => act);

  test('the short form comes first in an emergency; when it was is said of a yes, and hers is contested with a reason', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Violeta-27');
    await page.keyboard.press('t');
    await mine(page).waitFor();
    const guideline = page.locator('[data-guideline]');
    await guideline.locator('li').nth(2).waitFor();
    expect(await guideline.locator('li').count()).toBe(3);
    await page.getByRole('button', { name: /^Completa/ }).click();
    await expect.poll(() => guideline.locator('li').count()).toBe(6);

    const weapon = guideline.locator('[data-item="Q4"]');
    await weapon.getByRole('button', { name: 'Sí', exact: true }).click();
    await weapon.getByRole('button', { name: 'últimas 48 horas' }).click();
    await expect
      .poll(() => acts().slice(1))
      .toEqual([
        { do: 'answer_guideline', item: 'Q4', value: 'yes' },
        { do: 'answer_guideline', item: 'Q4', value: 'yes', recency: '48h' },
      ]);
    // Her own yes is taken back by answering again; somebody else's only by contesting it.
    const hers = guideline.locator('[data-item="Q3"]');
    await hers.getByRole('button', { name: 'No', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Decide la tuya').waitFor();
    await dialog.getByRole('textbox').fill('era otra persona');
    await dialog.getByRole('button', { name: 'Disputar' }).click();
    await expect
      .poll(() => acts().at(-1))
      .toEqual({ do: 'contest_guideline', item: 'Q3', value: 'no', reason: 'era otra persona' });
  });
});
