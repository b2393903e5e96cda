import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { composer, mine, openDesk, openTalk, pressAnyway, startServer, violations } from './harness.js';

describe.skipIf(!chromePath())('how it is safe to reach her', () => {
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

  test('is written down with her consent, and what is left empty is not sent', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Violeta-27');
    await page.keyboard.press('t');
    await mine(page).waitFor();
    await page.getByRole('button', { name: 'Editar contacto seguro…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Cuándo es seguro escribirle').fill('09:00-12:00');
    await dialog.getByLabel('Palabras para pedir ayuda').fill('la tía Marta, el gásfiter');
    await pressAnyway(dialog.getByRole('button', { name: 'Guardar' }));
    await dialog.getByText('Esto se anota solo si ella está de acuerdo.').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('Ella está de acuerdo').check();
    await dialog.getByRole('button', { name: 'Guardar' }).click();

    await expect
      .poll(() => acts().at(-1))
      .toEqual({
        do: 'safe_contact',
        consent: true,
        hours: '09:00-12:00',
        noCall: false,
        where: '',
        channels: [],
        coverWords: ['la tía Marta', ' el gásfiter'],
      });
  });

  test('why it was refused stands in the dialog, and what was written stays', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Violeta-27');
    await page.keyboard.press('t');
    await mine(page).waitFor();
    await page.getByRole('button', { name: 'Editar contacto seguro…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Palabra de control').fill('hola');
    await dialog.getByLabel('Ella está de acuerdo').check();
    server.desk.refuseNext = { ok: false, code: 'invalid', message: 'Esa palabra la escribe cualquiera.' };
    await dialog.getByRole('button', { name: 'Guardar' }).click();

    await dialog.getByText('Esa palabra la escribe cualquiera.').waitFor();
    expect(await dialog.getByLabel('Palabra de control').inputValue()).toBe('hola');
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('[data-tone="warning"]').count(), 'nothing lies behind the dialog').toBe(0);
    await dialog.getByLabel('Palabra de control').fill('girasol');
    await dialog.getByText('Esa palabra la escribe cualquiera.').waitFor({ state: 'detached' });
  });

  test('a notice lies over no field that is typed in, and is closed by Escape', async () => {
    const { page } = await openDesk(browser, server, { width: 390, height: 844 });
    await openTalk(page, 'Violeta-27');
    await page.keyboard.press('t');
    await mine(page).waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'Llamadas' }).click();
    const place = page.getByRole('textbox').first();
    // Had already: what is pressed is refused.
    await page.locator('body').press('t');
    const notice = page.getByRole('region', { name: 'Avisos', exact: true });
    await notice.waitFor();
    await place.focus();
    await place.evaluate(field => field.scrollIntoView({ block: 'end' }));

    const covers = async (): Promise<boolean> => {
      const [one, other] = [(await notice.boundingBox())!, (await place.boundingBox())!];
      return !(one.y + one.height <= other.y || other.y + other.height <= one.y);
    };
    await expect.poll(covers).toBe(false);
    await page.keyboard.press('Escape');
    await notice.waitFor({ state: 'detached' });
  });

  test('what is not safe to send now stays with its reason, and leaves once it is sent all the same', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Violeta-27');
    await page.keyboard.press('t');
    await mine(page).waitFor();
    server.desk.refuseNext = { ok: false, code: 'unsafe', message: 'Callamos hasta que ella escriba.' };
    await composer(page).fill('¿Estás ahí?');
    await page.keyboard.press('Enter');

    const waits = page.getByRole('article', { name: /Callamos hasta que ella escriba/ });
    await waits.waitFor();
    expect(await violations(page)).toEqual([]);
    await waits.getByRole('button', { name: 'Enviar igual' }).click();
    await expect.poll(() => acts().at(-1)).toEqual({ do: 'say', text: '¿Estás ahí?', anyway: true });
  });

  test('shows the words agreed with her by a click alone, and one that is emptied there is removed', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await mine(page).waitFor();
    await page.getByRole('button', { name: 'Editar contacto seguro…' }).click();
    const dialog = page.getByRole('dialog');
    expect(await page.getByText('girasol').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Ver las palabras' }).click();
    await expect.poll(() => dialog.getByLabel('Palabra de control').inputValue()).toBe('girasol');
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('Palabras para pedir ayuda').fill('paraguas');
    await dialog.getByLabel('Palabra de control').fill('');
    await dialog.getByLabel('Ella está de acuerdo').check();
    await dialog.getByRole('button', { name: 'Guardar' }).click();

    await expect.poll(() => acts().at(-1)).toMatchObject({ checkWord: '', coverWords: ['paraguas'] });
  });
});
