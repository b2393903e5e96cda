import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { themes } from '../../../agent-console/tokens/tokens.js';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { openDesk, openTalk, openWindow, startServer, violations } from './harness.js';

// Axe looks at every element of a full desk, several times in a test.
vi.setConfig({ testTimeout: 180_000 });

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];
/** Each size in the first theme, each theme on a desk's screen: themes differ in colours alone, and sizes in everything else. */
const looks = [
  ...sizes.map(size => ({ ...size, theme: themes[0] })),
  ...themes.slice(1).map(theme => ({ width: 1440, height: 900, theme })),
];

/** WCAG 2.2 A and AA on every screen, with what opens over it open. */
describe.skipIf(!chromePath())('everybody can use it', () => {
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

  const tab = async (page: Page, width: number, name: string) => {
    if (width < 900) await page.getByRole('navigation').getByRole('button', { name }).click();
  };
  /** One part of the page after another, each in the state that was reached. */
  const expectNone = async (page: Page, where: string) => {
    expect((await violations(page)).map(found => `${where}: ${found}`)).toEqual([]);
  };

  test.each(looks)('signing in and starting the shift ($width, $theme)', async look => {
    const { page } = await openWindow(browser, look);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByText('Escribe tu correo.').first().waitFor();
    await expectNone(page, 'sign-in with an error');
    await page.getByLabel('Correo').fill('paz@institucion.cl');
    await page.getByLabel('Contraseña', { exact: true }).fill('clave de paz');
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByRole('heading', { name: 'Elige tu contraseña' }).waitFor();
    await expectNone(page, 'new password');
    await page.getByLabel('Contraseña nueva').fill('una frase larga y mía');
    await page.getByLabel('Otra vez').fill('una frase larga y mía');
    await page.getByRole('button', { name: 'Cambiar y seguir' }).click();
    await page.getByText(/^\d+ ms$/).waitFor();
    await expectNone(page, 'start of shift');
  });

  test.each(looks)('the desk, and a talk with every state ($width, $theme)', async look => {
    const { page } = await openDesk(browser, server, look);
    await expectNone(page, 'queue');
    await openTalk(page, 'Lirio-08');
    await page.getByRole('button', { name: 'evidencia: ALTO' }).click();
    await expectNone(page, 'conversation');
    await tab(page, look.width, 'Datos');
    await expectNone(page, 'facts');
  });

  test.each(looks)('the dialogs, the palette and the menus ($width, $theme)', async look => {
    const { page } = await openDesk(browser, server, look);
    await openTalk(page, 'Lirio-08');
    for (const [key, title] of [
      ['b', 'Encender el robot'],
      ['e', 'Cerrar el contacto'],
      ['a', 'Transferir'],
      ['?', 'Teclas'],
    ] as const) {
      await page.locator('body').press(key);
      await page.getByRole('dialog').getByText(title).first().waitFor();
      await expectNone(page, title);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type('a');
    await expectNone(page, 'palette');
    await page.keyboard.press('Escape');
    await tab(page, look.width, 'Datos');
    await page.getByRole('button', { name: 'Editar contacto seguro…' }).click();
    const safe = page.getByRole('dialog');
    await safe.getByLabel('Cuándo es seguro escribirle').waitFor();
    await expectNone(page, 'safe contact');
    const within = await safe.evaluate(one => one.scrollWidth - one.clientWidth);
    expect(within, 'safe contact, sideways').toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await safe.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Menú de Ana Rojas' }).click();
    await page.getByRole('menu').waitFor();
    await expectNone(page, 'user menu');
  });

  test.each(looks)('an emergency with a call ringing, and one that nobody has ($width, $theme)', async look => {
    const { page } = await openDesk(browser, server, { ...look, user: 'eva' });
    await openTalk(page, 'Nogal-19');
    await tab(page, look.width, 'Llamadas');
    await page.getByRole('button', { name: 'Registrar resultado' }).click();
    await expectNone(page, 'emergency');
    await page.keyboard.press('F8');
    await page.getByRole('heading', { name: 'Violeta-27' }).waitFor();
    await expectNone(page, 'SOS that nobody has');
  });

  test.each(looks)('the appointments, and a page without a line ($width, $theme)', async look => {
    const { page } = await openDesk(browser, server, look);
    await tab(page, look.width, 'Más');
    await page.getByRole('button', { name: 'Citas' }).first().click();
    await page.getByRole('heading', { name: 'Citas', level: 1 }).waitFor();
    await expectNone(page, 'appointments');
    await tab(page, look.width, 'Cola');
    if (look.width >= 900) await page.getByRole('navigation').getByRole('button', { name: 'Cola' }).click();
    server.cut(true);
    await page.getByText('Sin conexión desde').first().waitFor({ timeout: 10_000 });
    await expectNone(page, 'offline');
  });
});
