import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chromePath, openBrowser } from '../browser.js';
import { violations } from '../console/harness.js';
import { herPage, expectShown, type Side, side, writes } from './harness.js';

describe.skipIf(!chromePath())('everybody can use her page', () => {
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
  const long = { id: 'x', label: 'Medidas de protección' };
  const answer = () => [
    { text: 'Ficha', unreviewed: true as const },
    { text: '¿Qué quieres saber?', choices: [{ id: 'a', label: 'Sí' }, long] },
  ];

  /** Every state that the page can be in, one after the other. */
  const states = async (page: Page, look: (state: string) => Promise<void>) => {
    await look('first screen');
    await writes(page, 'hola');
    await page.getByRole('button', { name: long.label }).waitFor();
    await look('choices');
    here.engine.taken(here.her(), { kind: 'person', name: 'Ana' });
    here.engine.says(here.her(), { text: 'Aquí estoy.', author: 'executive', name: 'Ana' });
    here.engine.says(here.her(), { text: 'Estamos llamando.', author: 'safety' });
    await page.getByText('Ana, del equipo, lee').waitFor();
    await writes(page, 'a'.repeat(10_001));
    await page.getByText('caben 10.000').waitFor();
    await look('a person, and a message that did not fit');
    await here.cut();
    await page.getByText('Sin conexión desde').waitFor();
    await look('offline');
  };

  test.each([
    { width: 390, height: 844, colorScheme: 'light' as const },
    { width: 390, height: 844, colorScheme: 'dark' as const },
    { width: 1440, height: 900, colorScheme: 'light' as const },
  ])('at $width×$height, $colorScheme: nothing hinders anybody', async ({ width, height, colorScheme }) => {
    here = await side({ answer });
    const { page } = await herPage(browser, here.url, { width, height });
    await page.emulateMedia({ colorScheme });
    const found: string[] = [];

    await states(page, async state => {
      found.push(...(await violations(page)).map(violation => `${state}: ${violation}`));
    });

    expect(found).toEqual([]);
  });

  test('what no institution has reviewed is told at its foot, once, in her language', async () => {
    here = await side({ answer });
    const { page } = await herPage(browser, here.url);
    await page.getByText('Textos en revisión').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.getByText('Texts under review').count()).toBe(1);
    expect(await page.getByText('Textos en revisión').count()).toBe(0);
  });

  test.each([
    ['an old telephone', 320, 568],
    ['a computer at 400 %', 320, 256],
  ])('on %s nothing is cut off, and leaving stays in sight', async (_about, width, height) => {
    here = await side({ answer });
    const { page } = await herPage(browser, here.url, { width, height });

    await states(page, async state => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      const exit = await page.getByRole('link', { name: 'Salir rápido' }).boundingBox();
      expect({ state, wide }).toEqual({ state, wide: width });
      expect(exit).toMatchObject({ y: expect.any(Number) as number });
      expect(exit!.y).toBeGreaterThanOrEqual(0);
      expect(exit!.y + exit!.height).toBeLessThanOrEqual(height);
      expect(exit!.x + exit!.width).toBeLessThanOrEqual(width);
    });
  });

  test('by keyboard alone: the way out comes right after the way in, and every part is reached', async () => {
    here = await side();
    const { page } = await herPage(browser, here.url);
    const reached: string[] = [];
    for (let i = 0; i < 15; i++) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate(() => document.activeElement?.id || (document.activeElement?.textContent ?? '').trim()),
      );
    }

    expect(reached).toEqual(
      [
        'skip',
        'leave',
        'language',
        'Quiero orientación',
        'Tengo una pregunta',
        'Hablar con una persona',
        'log',
        '133 Carabineros',
        '131 ambulancia',
        '134 PDI',
        'sos',
        'person',
        'attach',
        'text',
        'Enviar',
      ].map(name => (name === 'Enviar' ? '' : name)),
    );
  });

  test('what is answered is read out, and what she wrote is not read back to her', async () => {
    here = await side();
    const { page } = await herPage(browser, here.url);
    const log = page.getByRole('log', { name: 'Conversación' });
    expect(await log.count()).toBe(1);

    await writes(page, 'hola');
    await expectShown(page, ['hola', 'Leí: hola']);

    expect(await log.locator('article').evaluateAll(all => all.map(one => one.getAttribute('aria-live')))).toEqual([
      'off',
      null,
    ]);
  });

  test('targets are large enough for a trembling hand', async () => {
    here = await side({ answer });
    const { page } = await herPage(browser, here.url);
    await writes(page, 'hola');
    await page.getByRole('button', { name: long.label }).waitFor();

    const small = await page
      .locator('button:visible, a:visible, textarea')
      .evaluateAll(all =>
        all
          .filter(
            one =>
              one.id !== 'skip' && (one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44),
          )
          .map(one => one.textContent),
      );

    expect(small).toEqual([]);
  });
});
