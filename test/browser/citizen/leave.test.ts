import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chromePath, openBrowser } from '../browser.js';
import { addressOf, field, herPage, listening, expectShown, type Side, side, writes } from './harness.js';

describe.skipIf(!chromePath())('leaving in a hurry', () => {
  let browser: Browser;
  let here: Side;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(browser.contexts().map(context => context.close()));
    await here.close();
  });
  /** In the middle of a conversation. */
  const inTalk = async (): Promise<Page> => {
    here = await side();
    const { page } = await herPage(browser, here.url);
    await writes(page, 'hola');
    await expectShown(page, ['hola', 'Leí: hola']);
    return page;
  };
  const press = async (page: Page, key: string, times: number) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };

  test.each([
    ['one touch of the button', (page: Page) => page.getByRole('link', { name: 'Salir rápido' }).click()],
    ['Esc three times', (page: Page) => press(page, 'Escape', 3)],
    ['Shift alone three times', (page: Page) => press(page, 'Shift', 3)],
  ])('%s leads to a site that learns nothing', async (_about, leave) => {
    const page = await inTalk();

    await leave(page);

    await page.waitForURL(here.exitUrl);
    expect(await page.locator('#from').textContent()).toBe('nowhere');
  });

  test('covers before the other site answers, drops what was typed, and never lifts', async () => {
    const page = await inTalk();
    await field(page).fill('un secreto');
    let letGo = (): void => undefined;
    await page.route(here.exitUrl, async route => {
      await new Promise<void>(resolve => {
        letGo = resolve;
      });
      await route.continue().catch(() => undefined);
    });

    await page.evaluate(() => document.getElementById('leave')!.click());

    const left = await page.evaluate(() => ({
      shown: document.body.innerText.trim(),
      html: document.body.innerHTML,
      title: document.title.replace(/\u200e/g, ''),
      kept: sessionStorage.length,
      display: getComputedStyle(document.body).display,
    }));
    expect(left).toEqual({ shown: '', html: '', title: '', kept: 0, display: 'none' });
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('none');
    letGo();
  });

  test('"back" does not return to what was written', async () => {
    here = await side();
    const { page } = await herPage(browser, `${here.exitUrl}?before`);
    await page.goto(here.url);
    await writes(page, 'hola');
    await expectShown(page, ['hola', 'Leí: hola']);

    await page.getByRole('link', { name: 'Salir rápido' }).click();
    await page.waitForURL(here.exitUrl);
    await page.goBack();

    expect(page.url()).toBe(`${here.exitUrl}?before`);
  });

  test('coming back begins anew: nothing of before is shown or reachable', async () => {
    const page = await inTalk();
    await page.getByRole('link', { name: 'Salir rápido' }).click();
    await page.waitForURL(here.exitUrl);

    await page.goto(here.url);
    await page.getByRole('button', { name: 'Tengo una pregunta' }).waitFor();

    expect(await page.locator('article').count()).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('two presses only show two dots, which fade; slow presses and other keys do nothing', async () => {
    const page = await inTalk();
    await press(page, 'Escape', 2);
    expect(await page.locator('#presses').textContent()).toBe('··');
    await page.waitForFunction(() => document.querySelector('#presses')!.textContent === '');

    await press(page, 'Escape', 1);
    await field(page).focus();
    await page.keyboard.type('AAAA');

    expect(page.url()).toBe(here.url);
    expect(await field(page).inputValue()).toBe('AAAA');
  });

  test('the browser keeps one opaque token while the tab is open, and no cookie or file', async () => {
    const page = await inTalk();

    const kept = await page.evaluate(async () => ({
      session: Object.values(sessionStorage),
      local: localStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));

    expect(kept).toEqual({
      session: [expect.stringMatching(/^\{"token":"[\w.-]+"\}$/)],
      local: 0,
      databases: 0,
      caches: 0,
      workers: 0,
    });
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.title()).toBe('Mensajes');
  });

  test('a tab that is opened again later begins anew, even if the browser kept its storage', async () => {
    const page = await inTalk();
    await page.evaluate(() => {
      const { token } = JSON.parse(sessionStorage.getItem('m')!) as { token: string };
      window.addEventListener('pagehide', () =>
        sessionStorage.setItem('m', JSON.stringify({ token, closed: Date.now() - 120_000 })),
      );
    });

    await page.reload();

    await page.getByRole('button', { name: 'Tengo una pregunta' }).waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('while the telephone expectShown its list of applications, the page is blank', async () => {
    const page = await inTalk();
    const hide = (hidden: boolean) =>
      page.evaluate(hidden => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);

    const opacity = () => page.locator('.app').evaluate(app => getComputedStyle(app).opacity);
    await field(page).fill('una palabra');

    await hide(true);
    expect(await opacity()).toBe('0');
    await hide(false);

    expect(await opacity()).toBe('1');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
  });

  describe('from the widget', () => {
    const site = async () => {
      const app = express();
      // As strict as a site may be: no inline style or script of its own or ours.
      app.get('/', (_request, response) => {
        response.set('content-security-policy', `default-src 'none'; script-src ${here.url}; frame-src ${here.url}`);
        response
          .type('html')
          .send(
            `<html lang="es"><title>Municipio</title><h1>Un sitio cualquiera</h1><script src="${here.url}widget.js"></script></html>`,
          );
      });
      return listening(app);
    };

    const opened = async (size = { width: 1440, height: 900 }) => {
      const municipality = await site();
      here = await side({ embedders: [addressOf(municipality).slice(0, -1)] });
      const { page, errors } = await herPage(browser, addressOf(municipality), size);
      await page.getByRole('button', { name: 'Mensajes' }).click();
      const frame = page.frameLocator('iframe');
      await frame.getByRole('textbox').fill('hola');
      await frame.getByRole('textbox').press('Enter');
      await frame.getByText('Leí: hola').waitFor();
      return { municipality, page, frame, errors };
    };

    test('leaving takes the site around along', async () => {
      const { municipality, page, frame, errors } = await opened();
      expect(errors).toEqual([]);

      await frame.getByRole('link', { name: 'Salir rápido' }).click();

      await page.waitForURL(here.exitUrl);
      municipality.close();
    });

    test('Esc three times leaves from the site around too', async () => {
      const { municipality, page } = await opened();
      await page.getByRole('heading', { name: 'Un sitio cualquiera' }).click();

      await press(page, 'Escape', 3);

      await expect.poll(() => page.url()).toBe(here.exitUrl);
      municipality.close();
    });

    test('closing the frame only hides it', async () => {
      const { municipality, page, frame } = await opened();
      const button = page.getByRole('button', { name: 'Mensajes' });
      await button.click();
      expect(await page.locator('iframe').isVisible()).toBe(false);
      expect(await button.getAttribute('aria-expanded')).toBe('false');

      await button.click();

      expect(await frame.getByText('Leí: hola').isVisible()).toBe(true);
      municipality.close();
    });

    test('its title is whole in the frame', async () => {
      const { municipality, frame } = await opened();

      const cut = await frame.locator('h1').evaluate(title => title.scrollWidth - title.clientWidth);

      expect(cut).toBe(0);
      municipality.close();
    });

    test('on a telephone it has the whole screen, but for the button that hides it', async () => {
      const { municipality, page } = await opened({ width: 390, height: 844 });
      const box = await page.locator('iframe').boundingBox();
      expect(box).toEqual({ x: 0, y: 0, width: 390, height: 796 });

      await page.getByRole('button', { name: 'Ocultar mensajes' }).click();

      expect(await page.locator('iframe').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Mensajes', exact: true }).click();
      expect(await page.locator('iframe').boundingBox()).toEqual(box);
      municipality.close();
    });

    test('on a site that was not named there is no empty frame: a line leads to the page, and its owner is told why', async () => {
      const municipality = await site();
      here = await side();
      const { page } = await herPage(browser, addressOf(municipality));
      const warnings: string[] = [];
      page.on('console', message => message.type() === 'warning' && warnings.push(message.text()));

      await page.getByRole('button', { name: 'Mensajes' }).click();
      await page.getByText('Mensajes no se pudo abrir en este sitio.').waitFor();

      expect(await page.locator('iframe').count()).toBe(0);
      expect(warnings.join()).toContain(`add ${addressOf(municipality).slice(0, -1)} to CAUCE_EMBED_ORIGINS`);
      await page.getByRole('link', { name: 'Abrir en su propia página' }).click();
      await page.getByRole('heading', { name: 'Mensajes' }).waitFor();
      municipality.close();
    });
  });
});
