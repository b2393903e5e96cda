/** Opens the console as a person would have it: signed in, the shift begun, on a screen of some size and theme. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type axeCore from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Theme } from '../../../agent-console/tokens/tokens.js';
import { openContext } from '../browser.js';
import { FakeServer } from './fake-server.js';
import type { Story } from './parts.js';

const root = path.resolve(import.meta.dirname, '../../..');
const dist = path.join(root, 'dist/console');

export async function startServer(stories?: readonly Story[]): Promise<FakeServer> {
  if (!existsSync(path.join(dist, 'index.html'))) {
    throw new Error('dist/console is not built: run `node scripts/setup.mjs --build=web` first.');
  }
  return FakeServer.start(dist, stories);
}

export interface Setting {
  user?: string;
  width?: number;
  height?: number;
  theme?: Theme;
  locale?: 'es' | 'en';
  state?: 'available' | 'away';
}

/** A window of her own where nothing happened yet; its errors are collected, and none is expected. */
export async function openWindow(
  browser: Browser,
  setting: Setting = {},
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await openContext(browser, setting);
  const prefs = { theme: setting.theme ?? null, locale: setting.locale ?? null };
  await context.addInitScript(`localStorage['cauce.prefs'] ??= ${JSON.stringify(JSON.stringify(prefs))}`);
  await context.addInitScript(countNotes);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  page.on('console', message => {
    // The browser itself reports the answers 4xx and 5xx that the tests ask for.
    if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text()))
      errors.push(message.text());
  });
  return { context, page, errors };
}

/** Signed in by the side door, the shift begun, the queue on the screen. */
export async function openDesk(
  browser: Browser,
  server: FakeServer,
  setting: Setting = {},
): Promise<{ page: Page; errors: string[] }> {
  const { context, page, errors } = await openWindow(browser, setting);
  const user = setting.user ?? 'ana';
  await context.request.post(`${server.url}api/sign-in`, {
    data: { email: `${user}@institucion.cl`, password: `clave de ${user}` },
  });
  const shift = JSON.stringify({ user, state: setting.state ?? 'available' });
  await context.addInitScript(`sessionStorage.setItem('cauce.shift', ${JSON.stringify(shift)})`);
  await page.goto(server.url);
  await page.locator('[data-row]').first().waitFor();
  return { page, errors };
}

export const row = (page: Page, name: string) => page.locator('[data-row]').filter({ hasText: name });
export const composer = (page: Page) => page.locator('[data-composer]');
/** The line that says that she has her. */
export const mine = (page: Page) => page.locator('strong[data-mine]');
/** Presses what may not be pressed now (`aria-disabled`), as a person would: it stays in reach and says why. */
export const pressAnyway = (button: Locator) => button.click({ force: true });
export const openTalk = async (page: Page, name: string) => {
  await row(page, name).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByRole('log').waitFor();
};

/** The telephone of this computer is not part of the test: the link is followed by nobody. */
export const noTelephone = (page: Page) =>
  page.evaluate(() =>
    document.addEventListener(
      'click',
      event => (event.target as Element).closest('a[href^="tel:"]') && event.preventDefault(),
      true,
    ),
  );

/** Names of the rows as they stand on the screen, from above. */
export const rowsShown = (page: Page): Promise<string[]> =>
  page.locator('[data-row]').evaluateAll(rows =>
    rows
      .map(one => ({
        top: one.getBoundingClientRect().top,
        name: one.querySelector('[class*="name"]')?.textContent ?? '',
      }))
      .sort((a, b) => a.top - b.top)
      .map(one => one.name),
  );

/** Fails when it does not come to be seen. */
export const expectSeen = (place: Locator): Promise<void> => place.first().waitFor();

export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });

/** How many notes have sounded since the last time this was asked. */
export const notesHeard = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const heard = Number(document.documentElement.dataset['notes'] ?? 0);
    document.documentElement.dataset['notes'] = '0';
    return heard;
  });

const countNotes = `{
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) {
    const { dataset } = document.documentElement;
    dataset.notes = String(Number(dataset.notes ?? 0) + 1);
    return start.apply(this, when);
  };
}`;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 A and AA and its own good practice: an empty list is what is expected. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: typeof axeCore };
    const { violations: found } = await runner.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.flatMap(one =>
      one.nodes.map(node => `${one.id}: ${node.target.join(' ')} · ${node.any.map(check => check.message).join('; ')}`),
    );
  });
}
