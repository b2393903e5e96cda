/** `L`: a link to one message leads to it, also in another window, and opens nothing without the reason that is asked. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { expectSeen, openDesk, openTalk, startServer, violations } from './harness.js';

vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(!chromePath())('a link to a message', () => {
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

  test('is copied of the chosen one, and leads there; one that is gone is said to be', async () => {
    const { page, errors } = await openDesk(browser, server);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openTalk(page, 'Lirio-08');
    const lines = page.locator('[data-line]');
    await lines.last().focus();
    await page.keyboard.press('Home');
    const first = await page.locator('[data-line]:focus').getAttribute('data-line');
    await page.keyboard.press('l');
    await expectSeen(page.getByRole('region', { name: 'Avisos', exact: true }).getByText(/^Enlace copiado/));
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(new RegExp(`^${server.url}#/desk/[^/]+/${first}$`));
    expect(await violations(page)).toEqual([]);

    const other = await openDesk(browser, server, { width: 390, height: 844 });
    await other.page.evaluate(hash => (window.location.hash = hash), new URL(link).hash);
    await other.page.locator(`[data-line="${first}"]:focus`).waitFor();
    await other.page.getByRole('heading', { name: 'Lirio-08', exact: true }).waitFor();
    expect(await isInLog(other.page, first!)).toBe(true);
    await other.page.evaluate(hash => (window.location.hash = `${hash}99999`), new URL(link).hash);
    await expectSeen(other.page.getByText('El mensaje del enlace ya no está en esta conversación.').first());
    expect(await violations(other.page)).toEqual([]);

    server.desk.guarded.add('lirio');
    const eva = await openDesk(browser, server, { user: 'eva' });
    await eva.page.evaluate(hash => (window.location.hash = hash), new URL(link).hash);
    await expectSeen(eva.page.getByLabel('Esta conversación no es tuya. ¿Por qué la abres? Quedará registrado.'));
    expect([...errors, ...other.errors, ...eva.errors]).toEqual([]);
  });
});

/** The line lies within what is seen of the messages. */
const isInLog = (page: Page, line: string) =>
  page.evaluate(key => {
    const log = document.querySelector('[role="log"]')!.getBoundingClientRect();
    const { top, bottom } = document.querySelector(`[data-line="${key}"]`)!.getBoundingClientRect();
    return bottom > log.top && top < log.bottom;
  }, line);
