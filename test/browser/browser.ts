/**
 * A real browser for tests: the system's Chromium, driven by Playwright, speaking Chilean Spanish on
 * Santiago's clock. Importing this file gives the tests of that file a browser's patience.
 *
 *     describe.skipIf(!chromePath())('the citizen’s page', () => { … });
 */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** No sandbox, because CI runs as root; and nothing that would call out to the network by itself. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser to test with, `CHROME_PATH` alone when it is set, or undefined when it is not there. */
export function chromePath(): string | undefined {
  const places = process.env.CHROME_PATH ? [process.env.CHROME_PATH] : PLACES;
  return places.find(file => existsSync(file));
}

/** Starts it. Throws a sentence when there is none: ask `chromePath()` first. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = chromePath();
  if (!executablePath) throw new Error('No Chromium on this machine; install it or set CHROME_PATH.');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** A person's own window: nothing is shared with another context. `width` 390 is a telephone. */
export async function openContext(
  browser: Browser,
  { width = 1440, height = 900, locale = 'es-CL' } = {},
): Promise<BrowserContext> {
  return browser.newContext({ locale, timezoneId: 'America/Santiago', viewport: { width, height } });
}
