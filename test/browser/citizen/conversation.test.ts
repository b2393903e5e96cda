import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AttachmentRefused } from '../../../bot/store/blobs.js';
import { chromePath, openBrowser } from '../browser.js';
import { field, herPage, said, expectShown, type Side, side, type SideOptions, writes } from './harness.js';

describe.skipIf(!chromePath())('a conversation in her page', () => {
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
  const opens = async (options?: SideOptions, window?: Parameters<typeof herPage>[2]) => {
    here = await side(options);
    return herPage(browser, here.url, window);
  };
  const choices = [
    { id: 'yes', label: 'Sí' },
    { id: 'no', label: 'No' },
  ];
  const asks = ({ text }: { text: string }) =>
    text === 'hola' ? [{ text: '¿Es seguro escribir?', choices }] : ['Gracias.'];

  test('nothing is asked of the service before she writes', async () => {
    const calls: string[] = [];
    const { errors } = await opens({
      before: (request, _response, next) => {
        calls.push(request.path);
        next();
      },
    });

    expect(calls.filter(path => path !== '/icon.svg').sort()).toEqual(['/', '/chat.css', '/chat.js']);
    expect(errors).toEqual([]);
  });

  test('she writes, is answered, and sees that it was received', async () => {
    const { page, errors } = await opens();

    await writes(page, 'hola');

    await expectShown(page, ['hola', 'Leí: hola']);
    await page.locator('article[data-author=citizen]', { hasText: 'Recibido' }).waitFor();
    expect(await field(page).inputValue()).toBe('');
    expect(errors).toEqual([]);
  });

  test('what she asked to be removed leaves her screen at once, and a reload shows none of it', async () => {
    const { page, errors } = await opens();
    await writes(page, 'hola');
    await expectShown(page, ['hola', 'Leí: hola']);

    here.engine.taken(here.her(), { kind: 'bot', removed: 2 });

    await expectShown(page, []);
    await writes(page, 'sigo');
    await expectShown(page, ['sigo', 'Leí: sigo']);
    await page.reload();
    await expectShown(page, ['sigo', 'Leí: sigo']);
    expect(errors).toEqual([]);
  });

  test('to a yes or a no she may say by a button that she does not know', async () => {
    const { page } = await opens({ answer: asks });
    await writes(page, 'hola');

    await page.getByRole('button', { name: 'No sé', exact: true }).click();

    await expectShown(page, ['hola', '¿Es seguro escribir?', 'No sé', 'Gracias.']);
  });

  test('a button answers in her place, and the others go away', async () => {
    const { page } = await opens({ answer: asks });
    await writes(page, 'hola');

    await page.getByRole('button', { name: 'Sí', exact: true }).click();

    await expectShown(page, ['hola', '¿Es seguro escribir?', 'Sí', 'Gracias.']);
    expect(await page.getByRole('button', { name: 'No', exact: true }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('log');
  });

  test('her own words answer as well as a button', async () => {
    const { page } = await opens({ answer: asks });
    await writes(page, 'hola');
    await page.getByRole('button', { name: 'Sí', exact: true }).waitFor();

    await writes(page, 'no sé');

    await expectShown(page, ['hola', '¿Es seguro escribir?', 'no sé', 'Gracias.']);
    expect(await page.getByRole('group').count()).toBe(0);
  });

  test('asking for help now takes one press, from the first screen on', async () => {
    const { page } = await opens();

    await page.getByRole('button', { name: 'Necesito ayuda ahora' }).click();

    await expectShown(page, ['Necesito ayuda ahora', 'Leí: Necesito ayuda ahora']);
    expect(here.engine.stored[0]).toMatchObject({ sos: true, locale: 'es' });
  });

  test('nothing under her finger moves when she asks for help', async () => {
    const { page } = await opens();
    const places = () =>
      page
        .locator('footer .numbers, #sos, #person, #composer')
        .evaluateAll(all => all.map(one => one.getBoundingClientRect().y));
    const before = await places();

    await page.getByRole('button', { name: 'Necesito ayuda ahora' }).click();
    await page.getByRole('button', { name: 'Enviar dónde estoy' }).waitFor();

    expect(await places()).toEqual(before);
  });

  test('who writes is a word: the robot, the service’s safety, a person by name', async () => {
    const { page } = await opens({ answer: () => [] });
    await writes(page, 'hola');
    await page.getByText('Recibido').waitFor();

    here.engine.says(here.her(), { text: 'Soy el robot.' });
    here.engine.says(here.her(), { text: 'Estamos llamando.', author: 'safety' });
    here.engine.says(here.her(), { text: 'Aquí estoy.', author: 'executive', name: 'Ana' });

    await expectShown(page, ['hola', 'Soy el robot.', 'Estamos llamando.', 'Aquí estoy.']);
    const who = await page.locator('article .who').allTextContents();
    expect(who.map(text => text.split(' · ')[0])).toEqual(['Tú', 'Asistente automático', 'Aviso', 'Ana, del equipo']);
  });

  test('she learns who has her, and that a person is typing', async () => {
    const { page } = await opens();
    await writes(page, 'hola');
    await expectShown(page, ['hola', 'Leí: hola']);

    here.engine.taken(here.her(), { kind: 'queue' });
    await page.getByText('Esperas a una persona del equipo').waitFor();
    here.engine.taken(here.her(), { kind: 'queue', quiet: true });
    await page.getByText('Esperas a una persona del equipo').waitFor({ state: 'detached' });
    here.engine.taken(here.her(), { kind: 'person', name: 'Ana' });
    await page.getByText('Ana, del equipo, lee esta conversación.').waitFor();
    here.engine.types(here.her(), 'Ana');
    await page.getByText('Ana está escribiendo…').waitFor();
    here.engine.says(here.her(), { text: 'Aquí estoy.', author: 'executive', name: 'Ana' });
    await page.getByText('Ana, del equipo, lee esta conversación.').waitFor();
  });

  test('the executive learns that it reached her telephone', async () => {
    const { page } = await opens();
    await writes(page, 'hola');
    await expectShown(page, ['hola', 'Leí: hola']);

    await expect.poll(() => here.engine.acks).toEqual([expect.objectContaining({ seq: 2, state: 'delivered' })]);
  });

  test('a sheet that nobody has reviewed says so', async () => {
    const { page } = await opens({ answer: () => [{ text: 'Medidas de protección', unreviewed: true }] });

    await writes(page, 'medidas');

    await expectShown(page, ['medidas', 'Medidas de protección']);
    expect(await page.locator('article', { hasText: 'Medidas de protección' }).getByText('en revisión').count()).toBe(
      1,
    );
  });

  test('what anybody writes is shown as text', async () => {
    const { page, errors } = await opens();
    const text = '<img src=x onerror="document.title=1"><b>hola</b>';

    await writes(page, text);

    await expectShown(page, [text, `Leí: ${text}`]);
    expect(await page.locator('article img, article b').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('a photo is attached by a button, named and never shown, and says that it was received', async () => {
    const { page, errors } = await opens({ answer: () => ['Una persona lo va a mirar.'] });
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Adjuntar' }).press('Enter');
    const png = Buffer.from('\x89PNG\r\n\x1a\n0123456789', 'latin1');
    await (await choosing).setFiles({ name: 'moretones.png', mimeType: 'image/png', buffer: png });

    await page.locator('article[data-author=citizen]', { hasText: 'Imagen' }).waitFor();
    await page.locator('article[data-author=citizen]', { hasText: 'Recibido' }).waitFor();
    await page.getByText('Una persona lo va a mirar.').waitFor();
    expect(here.engine.stored).toMatchObject([{ text: '', media: { blob: 'b1' } }]);
    expect(await page.content()).not.toContain('moretones');
    expect(await page.locator('img, video, audio').count()).toBe(0);
    await page.reload();
    await page.locator('article[data-author=citizen]', { hasText: 'Imagen' }).waitFor();
    expect(errors).toEqual([]);
  });

  test('a file that is not taken says which ones are, and not that it was sent; the same one is not offered again', async () => {
    const file = () => Promise.reject(new AttachmentRefused('type', 'the attachment is none of these'));
    const { page } = await opens({ webchat: { file } });
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Adjuntar' }).click();
    await (await choosing).setFiles({ name: 'x.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') });
    await page.getByText('No pudimos recibir ese archivo.').waitFor();
    const failed = page.locator('article', { hasText: 'No salió' });
    expect(await failed.textContent()).toMatch(/Archivo$/);
    expect(await failed.getByRole('button').count()).toBe(0);
    expect(here.engine.stored).toEqual([]);
  });

  test('a message too long goes back where she writes, with how much fits, and leaves once it is shorter', async () => {
    const { page } = await opens();
    const field = page.getByRole('textbox', { name: 'Escribe tu mensaje' });

    await writes(page, 'a'.repeat(10_001));

    await page.getByText('tiene 10.001 caracteres y caben 10.000').waitFor();
    expect(await field.inputValue()).toBe('a'.repeat(10_001));
    expect(await page.locator('article').count()).toBe(0);
    await field.press('Control+End');
    await field.press('Backspace');
    await field.press('Enter');
    await page.getByText('Recibido').waitFor();
    expect(here.engine.stored.map(({ text }) => text.length)).toEqual([10_000]);
  });

  test('a message too long does not touch what she writes meanwhile, and comes before it when she asks for it', async () => {
    const { page } = await opens();
    const field = page.getByRole('textbox', { name: 'Escribe tu mensaje' });
    await here.cut();
    await writes(page, 'a'.repeat(10_001));
    await field.fill('él viene');
    await here.back();

    const shorten = page.locator('article', { hasText: 'No salió' }).getByRole('button', { name: 'Acortar' });
    await shorten.waitFor();
    expect(await field.inputValue()).toBe('él viene');
    await shorten.click();
    expect(await field.inputValue()).toBe(`${'a'.repeat(10_001)}\nél viene`);
    expect(await page.locator('article').count()).toBe(0);
  });

  test('in English when the telephone is, and back by a button', async () => {
    const { page } = await opens({}, { locale: 'en-US' });
    await page.getByRole('heading', { name: 'Messages' }).waitFor();
    expect(await page.title()).toBe('Messages');
    await writes(page, 'hi');
    await page.getByText('Received').waitFor();
    expect(here.engine.stored[0]!.locale).toBe('en');

    await page.getByRole('button', { name: 'Español' }).click();

    await page.getByText('Recibido').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    await writes(page, 'chao');
    await writes(page, 'gracias');
    await expectShown(page, ['hi', 'Leí: hi', 'chao', 'Leí: chao', 'gracias', 'Leí: gracias']);
    // Told when it was chosen, and not again: meanwhile she may write in a third language.
    expect(here.engine.stored.map(message => message.locale)).toEqual(['en', 'es', undefined]);
  });

  test('the page follows the language that the service answers in', async () => {
    const { page } = await opens({ answer: () => [{ text: 'You are not alone.', locale: 'en' }] });

    await writes(page, 'i need to talk to somebody');

    await page.getByRole('button', { name: 'I need help now' }).waitFor();
    expect(await said(page).nth(1).getAttribute('lang')).toBe('en');
  });

  test('new lines do not move what she is reading above', async () => {
    const { page } = await opens({ answer: () => Array.from({ length: 30 }, (_, i) => `Línea ${i}`) });
    await writes(page, 'hola');
    await page.getByText('Línea 29').waitFor();
    await page.locator('#scroll').evaluate(node => node.scrollTo(0, 0));
    await page.waitForFunction(() => document.querySelector('#scroll')!.scrollTop === 0);

    here.engine.says(here.her(), { text: 'Nueva' });

    await page.getByText('Nueva').waitFor({ state: 'attached' });
    expect(await page.locator('#scroll').evaluate(node => node.scrollTop)).toBe(0);
  });

  test('she goes up in the same moment as what stands below grows, and stays there', async () => {
    const { page } = await opens({ answer: () => Array.from({ length: 30 }, (_, i) => `Línea ${i}`) });
    await writes(page, 'hola');
    await page.getByText('Línea 29').waitFor();

    await page.locator('#scroll').evaluate(async node => {
      (node.firstElementChild as HTMLElement).style.paddingBottom = '10px';
      node.scrollTo(0, 0);
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });

    expect(await page.locator('#scroll').evaluate(node => node.scrollTop)).toBe(0);
  });

  test('a reload goes on with the same conversation, and offers the open question again', async () => {
    const { page } = await opens({ answer: asks });
    await writes(page, 'hola');
    await page.getByRole('button', { name: 'Sí', exact: true }).waitFor();

    await page.reload();

    await expectShown(page, ['hola', '¿Es seguro escribir?']);
    await page.getByRole('button', { name: 'Sí', exact: true }).click();
    await expectShown(page, ['hola', '¿Es seguro escribir?', 'Sí', 'Gracias.']);
    expect(new Set(here.engine.stored.map(message => message.address)).size).toBe(1);
  });

  test('without script there are the numbers, the way out, and what to do', async () => {
    here = await side();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(here.url);

    await page.getByRole('link', { name: '133 Carabineros' }).waitFor();
    await page.getByText('esta página necesita JavaScript').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await page.getByRole('link', { name: 'Salir rápido' }).click();
    await page.waitForURL(here.exitUrl);
  });
});
