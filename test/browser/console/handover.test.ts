import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import {
  composer,
  expectSeen,
  focused,
  mine,
  openDesk,
  openTalk,
  pressAnyway,
  row,
  startServer,
  violations,
} from './harness.js';

vi.setConfig({ testTimeout: 180_000 });

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const NOTE = 'él volvió a entrar; hay una niña';
const DRAFT = 'Te leo. ¿Estás en tu pieza?';

describe.skipIf(!chromePath())('the end of a shift', () => {
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

  const hand = (page: Page) => page.locator('[data-hand="lirio"]');
  const leave = async (page: Page) => {
    await page.getByRole('button', { name: 'Menú de Ana Rojas' }).click();
    await page.getByRole('menuitem', { name: 'Salir' }).click();
    await page.getByRole('heading', { name: 'Relevo del turno' }).waitFor();
  };
  const offer = async (page: Page) => {
    await hand(page).getByLabel('Nota para quien la recibe').fill(NOTE);
    await hand(page).getByLabel('Para', { exact: true }).selectOption('eva');
    await hand(page).getByRole('button', { name: 'Entregar Lirio-08 a Eva Pinto' }).click();
    await hand(page).getByText('Sigue a tu cargo hasta que Eva Pinto la tome.').waitFor();
  };

  test.each(sizes)(
    'who signs out with somebody in hand hands her over: note, draft, and only then she leaves ($width)',
    async size => {
      const { page, errors } = await openDesk(browser, server, size);
      await openTalk(page, 'Lirio-08');
      await composer(page).fill(DRAFT);
      if (size.width < 900) await page.getByRole('navigation').getByRole('button', { name: 'Cola' }).click();
      await leave(page);
      await expectSeen(page.getByText('Antes de salir, entrega a quienes llevas.'));
      await pressAnyway(page.getByRole('button', { name: 'Terminar turno' }));
      await pressAnyway(hand(page).getByRole('button', { name: 'Entregar', exact: true }));
      await expectSeen(page.getByText('Elige a quién pasarla.'));
      expect(server.desk.acts).toEqual([]);
      expect(await violations(page)).toEqual([]);

      await hand(page).getByLabel(`Dejarle mi borrador: «${DRAFT}»`).check();
      await offer(page);
      expect(server.desk.acts.map(({ act }) => act)).toEqual([
        { do: 'hand_over', to: 'eva', note: NOTE, draft: DRAFT },
      ]);
      await expectSeen(page.getByText('Aceptadas 0/1'));
      expect(await violations(page)).toEqual([]);
      // Until she accepts, it is hers, and leaving is not possible.
      await pressAnyway(page.getByRole('button', { name: 'Terminar turno' }));
      await page.getByRole('heading', { name: 'Relevo del turno' }).waitFor();

      const eva = await openDesk(browser, server, { ...size, user: 'eva' });
      await expectSeen(row(eva.page, 'Lirio-08').getByText('Ana R. te la ofrece'));
      await openTalk(eva.page, 'Lirio-08');
      await expectSeen(eva.page.getByText('Ana Rojas te ofrece a Lirio-08. La sigue llevando hasta que la tomes.'));
      await expectSeen(eva.page.getByRole('log').getByText(NOTE));
      await expectSeen(eva.page.getByRole('log').getByText(DRAFT));
      expect(await eva.page.getByRole('button', { name: 'Usar este borrador' }).count()).toBe(0);
      expect(await violations(eva.page)).toEqual([]);
      await eva.page.locator('h2[data-heading]').focus();
      await eva.page.keyboard.press('t');
      await mine(eva.page).waitFor();
      await expect.poll(() => focused(eva.page)).toBe('Respuesta a Lirio-08');
      expect(await composer(eva.page).inputValue()).toBe('');
      await eva.page.getByRole('button', { name: 'Usar este borrador' }).click();
      await expect.poll(() => composer(eva.page).inputValue()).toBe(DRAFT);

      await expectSeen(page.getByText('Eva Pinto aceptó a Lirio-08'));
      await expectSeen(page.getByText('Aceptadas 1/1'));
      await expectSeen(page.getByText('No tienes nada que entregar.'));
      await page.getByRole('button', { name: 'Terminar turno' }).click();
      await page.getByRole('button', { name: 'Entrar' }).waitFor();
      // Nothing of the draft went to her.
      expect(server.desk.acts.map(({ act }) => act.do)).toEqual(['hand_over', 'accept']);
      expect([...errors, ...eva.errors]).toEqual([]);
    },
  );

  test('the colleague refuses with a key: the first keeps her, and gives her back to the queue with the note', async () => {
    const { page } = await openDesk(browser, server);
    await leave(page);
    await offer(page);
    const eva = await openDesk(browser, server, { user: 'eva' });
    await openTalk(eva.page, 'Lirio-08');
    await eva.page.locator('h2[data-heading]').focus();
    await eva.page.keyboard.press('Shift+T');
    await expectSeen(eva.page.getByText('Se lo dijimos a Ana Rojas: la sigue llevando.'));

    await hand(page).getByLabel('Nota para quien la recibe').fill('nadie pudo');
    await hand(page).getByRole('button', { name: 'Volver a la cola' }).click();
    await expectSeen(page.getByText('No tienes nada que entregar.'));

    expect(server.desk.acts.map(({ act }) => act)).toEqual([
      { do: 'hand_over', to: 'eva', note: NOTE },
      { do: 'decline' },
      { do: 'note', text: 'nadie pudo' },
      { do: 'transfer', to: 'queue' },
    ]);
  });

  test('who has nobody leaves at once', async () => {
    server.desk.change('lirio', { owner: { kind: 'queue' }, epoch: 3 });
    const { page } = await openDesk(browser, server);
    await page.getByRole('button', { name: 'Menú de Ana Rojas' }).click();
    await page.getByRole('menuitem', { name: 'Salir' }).click();

    await page.getByRole('button', { name: 'Entrar' }).waitFor();
    expect(server.desk.acts).toEqual([]);
  });
});
