import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chromePath, openBrowser } from '../browser.js';
import { herPage, expectShown, type Side, side, type SideOptions, writes } from './harness.js';

describe.skipIf(!chromePath())('when the network fails her', () => {
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
  const opens = async (options?: SideOptions) => {
    here = await side(options);
    const { page } = await herPage(browser, here.url);
    return page;
  };

  test('what she writes waits, leaves once, and what was said meanwhile comes in its place', async () => {
    const page = await opens();
    await writes(page, 'uno');
    await expectShown(page, ['uno', 'Leí: uno']);

    await here.cut();
    await writes(page, 'dos');
    await writes(page, 'tres');
    await page.locator('article', { hasText: 'tres' }).getByText('En espera').waitFor();
    await page.getByText(/Sin conexión desde \d\d:\d\d/).waitFor();
    here.engine.says(here.her(), { text: '¿Sigues ahí?', author: 'executive', name: 'Ana' });
    await here.back();

    await expectShown(page, ['uno', 'Leí: uno', '¿Sigues ahí?', 'dos', 'Leí: dos', 'tres', 'Leí: tres']);
    expect(here.engine.stored.map(message => message.text)).toEqual(['uno', 'dos', 'tres']);
    await expect.poll(() => page.getByText('Sin conexión').count()).toBe(0);
  });

  test('her call for help is in sight while it waits, and so is the whole answer when it comes', async () => {
    const answer = Array.from({ length: 12 }, (_, i) => `línea ${i}`).join('\n');
    here = await side({ answer: ({ text, sos }) => [sos ? answer : `Leí: ${text}`] });
    const { page } = await herPage(browser, here.url);
    for (const text of ['uno', 'dos', 'tres', 'cuatro']) {
      await writes(page, text);
      await page.getByText(`Leí: ${text}`).waitFor();
    }
    const isInSight = (text: string) =>
      page
        .locator('article .said', { hasText: text })
        .last()
        .evaluate(said => {
          const [mine, theirs] = [said, document.getElementById('scroll')!].map(one => one.getBoundingClientRect());
          return mine!.top >= theirs!.top && mine!.bottom <= theirs!.bottom;
        });

    await here.cut();
    await page.getByRole('button', { name: 'Necesito ayuda ahora' }).click();
    await page.getByText(/Sin conexión desde/).waitFor();
    await expect.poll(() => isInSight('Necesito ayuda ahora')).toBe(true);

    // She reads what was said before, and is brought to the answer.
    await page.locator('#scroll').evaluate(scroll => scroll.scrollTo(0, 0));
    await expect.poll(() => isInSight('Necesito ayuda ahora')).toBe(false);
    await here.back();
    await page.getByText('línea 11').waitFor();
    await expect.poll(() => isInSight('línea 11')).toBe(true);
    await expect.poll(() => page.getByText('Sin conexión').count()).toBe(0);
    expect(await isInSight('línea 11')).toBe(true);
  });

  test('an answer that got lost on the way does not make her message two', async () => {
    let lost = 0;
    const page = await opens({
      before: (request, response, next) => {
        if (request.path.endsWith('/messages') && request.method === 'POST' && lost++ < 2) {
          // It is stored, and the connection breaks before she hears of it.
          response.json = () => {
            response.socket?.destroy();
            return response;
          };
        }
        next();
      },
    });

    await writes(page, 'hola');

    await expectShown(page, ['hola', 'Leí: hola']);
    await page.getByText('Recibido').waitFor();
    expect(here.engine.stored).toHaveLength(1);
    expect(lost).toBeGreaterThanOrEqual(1);
  });

  test('a stream cut in the middle, again and again, loses and doubles nothing', async () => {
    let opened = 0;
    const page = await opens({
      before: (request, response, next) => {
        if (request.path.endsWith('/events') && opened++ < 4) {
          const write = response.write.bind(response) as (chunk: string) => boolean;
          response.write = ((chunk: string) => {
            // Half of a line arrives, and no more.
            write(chunk.slice(0, Math.ceil(chunk.length / 2)));
            setImmediate(() => response.socket?.destroy());
            return true;
          }) as typeof response.write;
        }
        next();
      },
    });

    await writes(page, 'hola');
    await expectShown(page, ['hola', 'Leí: hola']);
    here.engine.says(here.her(), { text: 'Sigo aquí.' });

    await expectShown(page, ['hola', 'Leí: hola', 'Sigo aquí.']);
    expect(opened).toBeGreaterThan(1);
  });

  test('a proxy that holds streams back does not keep a person’s answer from her', async () => {
    const page = await opens({
      before: (request, response, next) => {
        if (request.path.endsWith('/events')) response.status(404).end();
        else next();
      },
    });
    await writes(page, 'hola');
    await expectShown(page, ['hola', 'Leí: hola']);

    here.engine.says(here.her(), { text: 'Aquí estoy.', author: 'executive', name: 'Ana' });

    await expectShown(page, ['hola', 'Leí: hola', 'Aquí estoy.']);
  });

  test('a call for help does not stand behind what waits, and says at once that nobody heard it', async () => {
    const page = await opens({
      webchat: { limits: { address: { points: 1, seconds: 600 }, ip: { points: 100, seconds: 600 } } },
    });
    await writes(page, 'uno');
    await expectShown(page, ['uno', 'Leí: uno']);
    await writes(page, 'dos');
    await page.getByText('Van muchos mensajes seguidos').waitFor();

    await page.getByRole('button', { name: 'Necesito ayuda ahora' }).click();
    await expect.poll(() => here.engine.stored.at(-1)).toMatchObject({ sos: true });

    await here.cut();
    await page.getByRole('button', { name: 'Necesito ayuda ahora' }).click();
    await page.getByText('Si es urgente y puedes hablar, llama al 133').waitFor({ timeout: 4_000 });
  });

  test('a service that forgot her session begins another and loses no message', async () => {
    let forgotten = false;
    let first: string | undefined;
    const page = await opens({
      before: (request, _response, next) => {
        if (forgotten && request.headers.authorization === first) request.headers.authorization = 'Bearer nobody';
        first ??= request.headers.authorization;
        next();
      },
    });
    await writes(page, 'uno');
    await expectShown(page, ['uno', 'Leí: uno']);
    forgotten = true;

    await writes(page, 'dos');

    await expectShown(page, ['uno', 'Leí: uno', 'dos', 'Leí: dos']);
    expect(here.engine.stored.map(message => message.text)).toEqual(['uno', 'dos']);
  });
});
