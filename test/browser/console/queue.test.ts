import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import {
  composer,
  expectSeen,
  focused,
  notesHeard,
  openDesk,
  openTalk,
  row,
  rowsShown,
  startServer,
} from './harness.js';
import { aRow, factsOf } from './parts.js';
import { night } from './scenes.js';

describe.skipIf(!chromePath())('the queue', () => {
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

  test('shows who is in danger first, the SOS that nobody has above all', async () => {
    const { page, errors } = await openDesk(browser, server);

    expect((await rowsShown(page)).slice(0, 4)).toEqual(['Violeta-27', 'Nogal-19', 'Roble-10', 'Lirio-08']);
    expect(await row(page, 'Violeta-27').textContent()).toContain('NADIE');
    expect(errors).toEqual([]);
  });

  test('keeps the SOS in sight however far one scrolls', async () => {
    const { page } = await openDesk(browser, server, { height: 720 });

    await page.getByRole('grid').evaluate(list => list.scrollTo(0, list.scrollHeight));

    expect(await row(page, 'Violeta-27').isVisible()).toBe(true);
    await page.getByText('Fin de la cola').waitFor();
  });

  test('whoever is chosen half under the SOS comes out from under them whole, by pointer and by key', async () => {
    const { page } = await openDesk(browser, server, { height: 720 });
    const list = page.getByRole('grid');
    const below = () =>
      row(page, 'Peumo-42').evaluate(one => {
        const sos = one.closest('[data-queue]')!.querySelector('[role=rowgroup]')!;
        return one.getBoundingClientRect().top - sos.getBoundingClientRect().bottom;
      });
    const sosEnd = () =>
      list
        .getByRole('rowgroup')
        .first()
        .evaluate(sos => sos.getBoundingClientRect().bottom);
    // So far that a third of the row looks out; again where the page had not settled.
    const hides = async () => {
      await expect
        .poll(async () => {
          await list.evaluate((grid, by) => grid.scrollBy(0, by), (await below()) + 28);
          return Math.round(await below());
        })
        .toBe(-28);
    };
    await row(page, 'Peumo-42').waitFor();

    await hides();
    await page.mouse.click(200, (await sosEnd()) + 6);
    await expect.poll(() => row(page, 'Peumo-42').getAttribute('data-open')).not.toBeNull();
    await expect.poll(below).toBeGreaterThanOrEqual(-1);

    await hides();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect.poll(below).toBeGreaterThanOrEqual(-1);
  });

  test('says how many SOS are out of view when they scroll in a list of their own', async () => {
    const many = 12;
    for (let n = 0; n < many; n++)
      server.desk.change(`c${n}`, { emergency: 'confirm', emergencySince: Date.now(), risk: 'imminent' });
    const { page } = await openDesk(browser, server, { height: 600 });
    const list = page.getByRole('grid').getByRole('rowgroup').first();
    const unseen = async () =>
      Number(/(\d+) SOS fuera de vista/.exec((await page.getByText('SOS fuera de vista').textContent()) ?? '')?.[1]);

    await page.getByText('SOS fuera de vista').waitFor();
    const below = await unseen();
    expect(below).toBeGreaterThan(0);
    expect(below).toBeLessThan(many);
    await list.evaluate(sos => sos.scrollTo(0, sos.scrollHeight / 4));
    await expect.poll(() => page.getByText('SOS fuera de vista').count()).toBe(1);
    await list.evaluate(sos => sos.style.setProperty('max-height', 'none'));
    await expect.poll(() => page.getByText('SOS fuera de vista').count()).toBe(0);
  });

  test('scrolls as one list on a telephone, the SOS first in it', async () => {
    server.desk.change('c0', { emergency: 'confirm', emergencySince: Date.now(), risk: 'imminent' });
    server.desk.change('c2', { risk: 'imminent', recordedAt: Date.now() });
    const { page } = await openDesk(browser, server, { width: 390, height: 600 });
    const sos = page.getByRole('grid').getByRole('rowgroup').first();

    expect(await sos.evaluate(list => list.scrollHeight - list.clientHeight)).toBeLessThan(2);
    expect((await rowsShown(page)).slice(0, 3)).toEqual(['Violeta-27', 'Roble-10', 'Nogal-19']);
    expect(await page.getByText('SOS fuera de vista').count()).toBe(0);
    // An emergency that was recorded says so, below the SOS.
    const ended = row(page, 'Maqui-12').getByText('emergencia consignada');
    await ended.waitFor();
    const [word, whole] = [await ended.boundingBox(), await row(page, 'Maqui-12').boundingBox()];
    expect(word!.y + word!.height).toBeLessThanOrEqual(whole!.y + whole!.height);
    expect(word!.x + word!.width).toBeLessThanOrEqual(whole!.x + whole!.width);
    expect(await row(page, 'Maqui-12').getAttribute('data-tone')).toBe('high');
  });

  test.each([1440, 1280, 390])(
    'at %i no row cuts a name or a level, and one of an SOS says all that it has to say',
    async width => {
      const [since, queuedAt] = [Date.now() - 45_000_000, Date.now() - 32_400_000];
      const waits = { owner: { kind: 'queue' as const }, queuedAt, deadlineAt: queuedAt, unread: 12, quiet: true };
      const sos = { ...waits, emergency: 'confirm', emergencySince: since, risk: 'imminent' as const, priority: true };
      const reason = 'está afuera de la puerta con un fierro';
      server.desk.change('c0', { ...sos, name: 'Chañar-204', locale: 'ht', doubt: true, agreed: true, reason: '' });
      const told = { word: 'wrong' as const, places: true as const, unarrivedSince: since, reason };
      server.desk.change('c1', { ...sos, ...told, name: 'Algarrobo-118' });
      server.desk.change('c2', { ...waits, name: 'Algarrobo-212', risk: 'imminent', recordedAt: since, reason });
      const deadlineAt = Date.now() - 3_540_000;
      server.desk.change('c4', { ...waits, name: 'Algarrobo-218', risk: 'imminent', deadlineAt });
      server.desk.change('c3', { ...waits, name: 'Algarrobo-213', risk: 'high', doubt: true, to: 'Eva Pinto', reason });
      const { page } = await openDesk(browser, server, { width });
      await row(page, 'Algarrobo-118').waitFor();

      const cut = await page.locator('[data-row]').evaluateAll(rows =>
        rows
          .map(one => ['name', 'clock', 'risk', 'word'].map(part => one.querySelector(`[class*="_${part}"]`)))
          .map(([name, clock, level, word]) => {
            const [a, b, c, d] = [name!, clock!, level!, word ?? level!].map(part => part.getBoundingClientRect());
            const isMet = a!.right > b!.left && a!.bottom > b!.top + 2;
            // Another level than the gravest may give way, whole.
            const isGone = d!.top > c!.bottom - 2;
            const isCut = isGone ? level!.getAttribute('data-tone') === 'imminent' : d!.right > c!.right + 1;
            return name!.scrollWidth > name!.clientWidth || isMet || isCut ? name!.textContent : '';
          })
          .filter(name => name !== ''),
      );
      expect(cut).toEqual([]);
      for (const [name, last] of [
        ['Chañar-204', 'palabra acordada'],
        ['Algarrobo-118', reason],
        ['Algarrobo-212', 'emergencia consignada'],
      ] as const) {
        const whole = (await row(page, name).boundingBox())!;
        const [said] = await row(page, name)
          .getByText(last)
          .evaluateAll(all => all.map(one => one.getBoundingClientRect().bottom));
        expect(said).toBeLessThanOrEqual(whole.y + whole.height);
      }
      expect(await row(page, 'Algarrobo-118').textContent()).toContain('no le llega lo escrito');
    },
  );

  test('the bar of a telephone cuts no button, whatever it says', async () => {
    for (let n = 0; n < 12; n++)
      server.desk.change(`c${n}`, { emergency: 'confirm', emergencySince: Date.now() - 900_000, risk: 'imminent' });
    const { page } = await openDesk(browser, server, { width: 390, height: 844 });
    await page.getByRole('button', { name: /13 SOS sin tomar/ }).waitFor();
    server.cut(true);
    await page.getByText('reconectando').waitFor();

    const cut = await page.locator('header button').evaluateAll(buttons =>
      buttons
        .filter(one => one.getClientRects().length > 0)
        .flatMap(one => [one, ...one.querySelectorAll('.mantine-Button-label')])
        .filter(one => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth)
        .map(one => one.textContent),
    );
    expect(cut).toEqual([]);
  });

  test('an SOS shows at once: on top, in the title, in the bar, and it sounds until it is seen', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await composer(page).pressSequentially('Estoy con');
    await notesHeard(page);

    server.desk.change('c0', { emergency: 'confirm', emergencySince: Date.now(), risk: 'imminent' });
    server.alarm({ kind: 'sos', conversation: 'c0', name: 'Roble-10', reason: 'auxilio', since: Date.now(), on: true });

    await expect.poll(() => page.title()).toBe('⬣ 2 SOS sin tomar');
    await page.getByRole('button', { name: /2 SOS sin tomar/ }).waitFor();
    expect((await rowsShown(page)).slice(0, 3)).toEqual(['Violeta-27', 'Roble-10', 'Nogal-19']);
    expect(await notesHeard(page)).toBe(2);
    // What was being typed goes on under the hands.
    await page.keyboard.type('tigo');
    expect(await composer(page).inputValue()).toBe('Estoy contigo');
    await page.getByRole('button', { name: 'La vi' }).click();
    expect(await row(page, 'Roble-10').isVisible()).toBe(true);
  });

  test('risen risks are one line with their number, which opens; on a telephone too', async () => {
    const { page, errors } = await openDesk(browser, server, { width: 390, height: 844 });
    for (const [conversation, name] of [
      ['c1', 'Aromo-11'],
      ['c2', 'Maqui-12'],
      ['c3', 'Ulmo-13'],
    ] as const)
      server.alarm({ kind: 'rise', conversation, name, reason: '', since: Date.now() - 130_000, on: true });
    const count = page.getByRole('button', { name: '3 avisos' });
    await count.waitFor();
    const line = await count.evaluate(button => button.closest('div')!.getBoundingClientRect().height);
    expect(line).toBeLessThan(60);
    await count.click();

    const second = page.getByRole('button', { name: /Maqui-12: subió el riesgo/ });
    const clock = second.locator('time');
    const first = await clock.textContent();
    // Also after its first minutes an emergency's clock goes by the second.
    await expect.poll(() => clock.textContent(), { timeout: 3_000 }).not.toBe(first);
    await second.click();

    await page.getByRole('log').waitFor();
    expect(errors).toEqual([]);
  });

  test('F8 goes to the longest waiting SOS, then to the next, also while typing; the draft stays', async () => {
    server.desk.change('c0', { emergency: 'confirm', emergencySince: Date.now(), risk: 'imminent' });
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');
    await composer(page).fill('a medias');

    await page.keyboard.press('F8');
    await page.getByRole('heading', { name: 'Violeta-27' }).waitFor();
    await expect.poll(() => focused(page)).toBe('Violeta-27');
    await page.keyboard.press('F8');
    await page.getByRole('heading', { name: 'Roble-10' }).waitFor();
    await openTalk(page, 'Lirio-08');

    expect(await composer(page).inputValue()).toBe('a medias');
  });

  test('an emergency that a colleague handed over is red in the first line, apart from other alarms, on another page and on a telephone', async () => {
    const server = await startServer(night(Date.now()).slice(0, 1));
    const handed = { conversation: 'lirio', name: 'Lirio-08', reason: '', since: Date.now(), on: true };
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      const { page, errors } = await openDesk(browser, server, { width, height });
      if (width > 600) await page.getByRole('navigation').getByRole('button', { name: 'Registro' }).click();
      for (const conversation of ['a', 'b'])
        server.alarm({ ...handed, kind: 'silence', conversation, name: conversation });
      server.alarm({ ...handed, kind: 'handed' });

      const first = page.getByRole('banner').getByRole('button', { name: /^SOS para ti: Lirio-08/ });
      await first.waitFor();
      await page.getByRole('button', { name: /^Lirio-08: te la entregaron en una emergencia/ }).waitFor();
      await page.getByRole('button', { name: '2 avisos' }).waitFor();
      await page.keyboard.press('F8');
      await page.getByRole('heading', { name: 'Lirio-08' }).waitFor();
      expect(errors).toEqual([]);
    }
    await server.close();
  });

  test('the server hears which people are on the screen', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    await expect
      .poll(() => server.presences.get('ana')?.showing ?? [])
      .toEqual(expect.arrayContaining(['violeta', 'lirio']));
    expect(server.presences.get('ana')).toMatchObject({ state: 'available', visible: true });
  });

  test('holds its order while the pointer is in it, but not for an SOS', async () => {
    const { page } = await openDesk(browser, server);
    await row(page, 'Roble-10').hover();

    server.desk.change('c4', { risk: 'high', deadlineAt: Date.now() });
    await expect.poll(async () => (await row(page, 'Ulmo-14').textContent()) ?? '').toContain('ALTO');
    expect((await rowsShown(page))[2]).toBe('Roble-10');
    server.desk.change('c5', { emergency: 'confirm', emergencySince: Date.now() });
    await expect.poll(async () => (await rowsShown(page))[1]).toBe('Boldo-15');

    await page.getByRole('log').or(page.getByRole('main')).first().hover();
    await expect.poll(async () => (await rowsShown(page))[3]).toBe('Ulmo-14');
  });

  test('is searched without accents, and seen by views', async () => {
    const { page } = await openDesk(browser, server);

    await page.keyboard.press('/');
    await page.keyboard.type('TELEFONO control');
    await expect
      .poll(async () => new Set(await page.locator('[data-row] q').allTextContents()))
      .toEqual(new Set(['me controla el teléfono']));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Mías/ }).click();

    await expect.poll(() => rowsShown(page)).toEqual(['Lirio-08']);
    await page.getByRole('searchbox').fill('nadie se llama así');
    await page.getByText('Nadie en esta vista').waitFor();
    await page.getByRole('button', { name: 'Ver todas' }).click();
    expect((await rowsShown(page)).length).toBeGreaterThan(10);
  });

  test('two thousand people are a short page: only those on the screen are drawn, and the focus follows the person', async () => {
    await server.close();
    server = await startServer(night(Date.now(), 2_000));
    const { page } = await openDesk(browser, server);

    expect(await page.locator('[data-row]').count()).toBeLessThan(60);
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('2003');
    await row(page, 'Lirio-08').focus();
    await page.keyboard.press('End');
    await page.getByText('Fin de la cola').waitFor();
    const last = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['row']);
    server.desk.change('c3', { risk: 'high' });

    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])).toBe(last);
  });

  test('who arrives appears, who leaves goes, without a reload', async () => {
    const { page } = await openDesk(browser, server);

    server.desk.arrive({
      row: aRow('nuevo', 'Quillay-99', Date.now(), { risk: 'high' }),
      items: [],
      facts: factsOf('Quillay-99'),
    });

    await expectSeen(row(page, 'Quillay-99'));
  });

  test('says that nobody waits, and when somebody last came', async () => {
    await server.close();
    server = await startServer([night(Date.now())[0]!]);
    const { page } = await openDesk(browser, server);
    server.desk.leave('lirio');

    await expectSeen(page.getByText(/No hay nadie esperando. Última llegada: \d\d:\d\d\./));
  });
});
