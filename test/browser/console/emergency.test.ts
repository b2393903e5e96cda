import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { chromePath, openBrowser } from '../browser.js';
import type { FakeServer } from './fake-server.js';
import { composer, mine, noTelephone, openDesk, openTalk, pressAnyway, startServer } from './harness.js';

describe.skipIf(!chromePath())('an emergency on the desk', () => {
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
  const facts = (page: Page) => page.getByRole('complementary');

  test('starts at once with Shift+E, and a person may discard it with a reason', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Lirio-08');

    await page.keyboard.press('Shift+E');
    await facts(page).getByRole('heading', { name: 'Emergencia', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Descartar…' }).click();
    await page.getByRole('dialog').getByLabel('Motivo').fill('Hablaba de una película');
    await page.getByRole('button', { name: 'Descartar emergencia' }).click();

    await facts(page).getByRole('heading', { name: 'Datos', exact: true }).waitFor();
    expect(acts()).toEqual([{ do: 'start_emergency' }, { do: 'discard_emergency', reason: 'Hablaba de una película' }]);
  });

  test('dials with one click, and the outcome is recorded with who, reference, arrival and note', async () => {
    const { page, errors } = await openDesk(browser, server);
    await noTelephone(page);
    await page.keyboard.press('F8');
    await page.getByRole('heading', { name: 'Violeta-27' }).waitFor();
    await page.keyboard.press('t');
    await mine(page).waitFor();

    const dial = page.getByRole('link', { name: 'Llamar 133' });
    expect(await dial.getAttribute('href')).toBe('tel:133');
    await dial.click();
    await page.getByText('MARCANDO').first().waitFor();
    await page.getByText('Falta el resultado de Carabineros').waitFor();
    await page.getByRole('button', { name: 'Contestó una persona' }).click();
    await page.getByLabel('Envían ayuda').check();
    await page.getByLabel('Quién contestó').fill('cabo Soto');
    await page.getByLabel('Folio').fill('F-114');
    await page.getByLabel('Llegada, como la dijeron').fill('diez minutos');
    await page.getByLabel('Nota', { exact: true }).fill('van dos patrullas');
    await page.getByText('Llamamos a Carabineros (dispatched). Folio: F-114.').waitFor();
    await page.getByRole('button', { name: 'Registrar resultado' }).click();

    await page.getByText('habló cabo Soto · folio F-114 · llegada dicha: diez minutos · van dos patrullas').waitFor();
    expect(acts().slice(1)).toEqual([
      { do: 'call', institution: 'carabineros-133' },
      { do: 'call_state', slot: 1, state: 'talking' },
      {
        do: 'call_result',
        slot: 1,
        outcome: 'dispatched',
        by: 'cabo Soto',
        reference: 'F-114',
        eta: 'diez minutos',
        note: 'van dos patrullas',
      },
    ]);
    expect(errors).toEqual([]);
  });

  test('Enter records no outcome whose words for her are below the fold: it shows them first', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva', width: 1280, height: 620 });
    await openTalk(page, 'Nogal-19');
    await page.getByRole('button', { name: 'Registrar resultado' }).click();
    await page.getByLabel('Envían ayuda').check();
    const preview = page.locator('[data-told]');
    await page.getByLabel('Envían ayuda').evaluate(radio => radio.scrollIntoView({ block: 'end' }));

    await page.getByLabel('Envían ayuda').press('Enter');
    await expect.poll(() => preview.evaluate(it => it.getBoundingClientRect().bottom < innerHeight)).toBe(true);
    expect(acts().map(act => act.do)).not.toContain('call_result');
    await page.keyboard.press('Enter');

    await expect.poll(() => acts().map(act => act.do)).toContain('call_result');
  });

  test('what is written of a call survives a reload in the middle of it', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva' });
    await openTalk(page, 'Nogal-19');
    await page.getByRole('button', { name: 'Registrar resultado' }).click();
    await page.getByLabel('Folio').fill('F-200');

    await page.reload();
    await page.getByRole('button', { name: 'Registrar resultado' }).click();

    expect(await page.getByLabel('Folio').inputValue()).toBe('F-200');
  });

  test('what is written of how it ended survives a reload, at once', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva' });
    await openTalk(page, 'Nogal-19');
    await page.getByLabel('Qué quedó resuelto').fill('Llegó la patrulla');

    await page.reload();

    await expect.poll(() => page.getByLabel('Qué quedó resuelto').inputValue()).toBe('Llegó la patrulla');
  });

  test('the keys of a call: M, C, X, O', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva' });
    await openTalk(page, 'Nogal-19');
    await page.locator('[data-call="1"]').focus();

    await page.keyboard.press('x');
    await page.getByText('Al registrar, ella recibe:').waitFor();
    await page.getByText('Llamamos a Carabineros (no_answer)').waitFor();
    expect(acts()).toEqual([]);
    await page.keyboard.press('Enter');

    await expect.poll(acts).toEqual([{ do: 'call_result', slot: 1, outcome: 'no_answer' }]);
    await page.getByRole('link', { name: 'Llamar 134 · PDI' }).waitFor();
  });

  test('what she will read is shown before an outcome is recorded, and she may be left untold', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva' });
    await openTalk(page, 'Nogal-19');
    await page.locator('[data-call="1"]').getByRole('button', { name: 'Ocupado' }).click();
    await page.getByText('Llamamos a Carabineros (busy)').waitFor();
    await page.getByLabel('Rechazó').check();
    await page.getByText('Llamamos a Carabineros (refused)').waitFor();

    await page.getByLabel('Decírselo a ella').uncheck();
    await page.getByText('No recibe nada de esta llamada').waitFor();
    await page.getByRole('button', { name: 'Registrar sin decírselo' }).click();

    await expect.poll(acts).toEqual([{ do: 'call_result', slot: 1, outcome: 'refused', tell: false }]);
  });

  test('cannot be finished while a call has no outcome, and says which', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva' });
    await openTalk(page, 'Nogal-19');

    await page.getByText('No se puede terminar: Carabineros sigue sin resultado.').first().waitFor();
    await page.getByLabel('Qué quedó resuelto').fill('Llegó la patrulla');
    await pressAnyway(page.getByRole('button', { name: 'Consignar y terminar' }));
    expect(acts()).toEqual([]);
    await page.locator('[data-call="1"]').getByRole('button', { name: 'No contestó' }).click();
    await page.keyboard.press('Enter');
    await facts(page).getByText('sigue sin resultado').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Espacio de emergencia' }).click();
    // With every outcome known she is let go of only once the emergency is recorded or discarded.
    for (const act of ['Terminar y borrar', 'Cerrar contacto', 'Encender robot']) {
      const button = page.getByRole('button', { name: act });
      expect(await button.getAttribute('aria-disabled')).toBe('true');
      expect(await button.getAttribute('title')).toMatch('termínala o descártala');
    }
    await page.getByRole('button', { name: 'Consignar y terminar' }).click();

    await expect
      .poll(() => acts().at(-1))
      .toEqual({ do: 'record_referral', institution: 'carabineros-133', outcome: 'Llegó la patrulla' });
  });

  test('is handed at once to a colleague who is connected, never to nobody while a call is open', async () => {
    const { page } = await openDesk(browser, server, { user: 'eva' });
    await openTalk(page, 'Nogal-19');

    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('pasa de inmediato a quien elijas').waitFor();
    expect(await dialog.getByRole('radio', { checked: true }).count()).toBe(0);
    await pressAnyway(dialog.getByRole('button', { name: 'Transferir' }));
    await dialog.getByLabel('La cola').check();
    await pressAnyway(dialog.getByRole('button', { name: 'Devolver a la cola' }));
    expect(acts()).toEqual([]);
    await dialog.getByLabel(/^Ana Rojas/).check();
    await dialog.getByRole('button', { name: 'Transferir a Ana Rojas' }).click();

    await expect.poll(acts).toEqual([{ do: 'transfer', to: 'ana' }]);
    await page.getByText('Ahora la lleva Ana Rojas.').first().waitFor();
    // It is hers now: nobody takes it back by undoing.
    expect(await page.getByRole('button', { name: 'Deshacer' }).count()).toBe(0);
  });

  test('without a line one phones all the same, and is told to record it later', async () => {
    const { page } = await openDesk(browser, server);
    await noTelephone(page);
    await openTalk(page, 'Violeta-27');
    await page.keyboard.press('t');
    await mine(page).waitFor();
    server.cut(true);
    await facts(page).getByText('regístrala al volver').waitFor({ timeout: 10_000 });

    const link = page.getByRole('link', { name: 'Llamar 133' });
    expect(await link.getAttribute('aria-disabled')).toBeNull();
    await link.click();

    await page.locator('[data-tone="warning"]').getByText('regístrala al volver').waitFor();
    expect(acts()).toEqual([{ do: 'take' }]);
  });

  test('a long name leaves the state of each colleague, and every word, inside the dialog', async () => {
    for (const one of server.desk.staff) if (one.id === 'paz') one.state = 'available';
    const { page } = await openDesk(browser, server, { user: 'eva', width: 390, height: 844 });
    await openTalk(page, 'Nogal-19');
    await page.getByRole('button', { name: 'Acciones' }).click();
    await page.getByRole('menuitem', { name: /^Transferir/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('pasa de inmediato').waitFor();

    const right = await dialog.evaluate(box => box.getBoundingClientRect().right);
    const words = await dialog
      .locator('p, label, span')
      .evaluateAll(all => Math.max(...all.map(one => one.getBoundingClientRect().right)));
    expect(words).toBeLessThanOrEqual(right);
    await dialog.getByText('Disponible · 0/4').waitFor();
  });

  test('a notice covers neither whom one phones, nor her name, nor what one writes', async () => {
    for (const width of [1440, 390]) {
      const { page } = await openDesk(browser, server, { width, height: 844 });
      await openTalk(page, 'Nogal-19');
      await pressAnyway(page.getByRole('button', { name: 'Enviar', exact: true }));
      const notice = page.locator('[data-tone="warning"]').filter({ hasText: 'La lleva Eva Pinto.' });
      const box = (await notice.boundingBox())!;
      for (const place of [
        page.locator('h2[data-heading]'),
        composer(page),
        ...(await page.getByRole('link', { name: /^Llamar/ }).all()),
      ]) {
        const other = await place.boundingBox();
        if (!other) continue;
        const isApart =
          other.x + other.width <= box.x ||
          box.x + box.width <= other.x ||
          other.y + other.height <= box.y ||
          box.y + box.height <= other.y;
        expect(isApart, `${width}: ${await place.textContent()}`).toBe(true);
      }
    }
  });

  test('her words become the address, and the proof of an answer, without typing them again', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Violeta-27');
    await page.keyboard.press('t');
    await mine(page).waitFor();
    const said = page.getByRole('article').filter({ hasText: 'los aromos 114' });

    await said.getByRole('button', { name: '→ Dirección' }).click();
    await facts(page).getByText('los aromos 114 peñalolen').first().waitFor();
    await said.getByRole('button', { name: 'Citar en la pauta' }).click();
    await page.getByText('La próxima respuesta cita').waitFor();
    await page.keyboard.press('s');

    await expect
      .poll(() => acts().slice(1))
      .toEqual([
        { do: 'set_place', text: 'los aromos 114 peñalolen' },
        { do: 'answer_guideline', item: 'Q1', value: 'yes', quote: 5 },
      ]);
  });

  test('C in the guideline cites the message that was chosen, and takes it back', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Violeta-27');
    await page.keyboard.press('t');
    await mine(page).waitFor();
    await page.getByRole('article').filter({ hasText: 'los aromos 114' }).focus();
    const cites = page.getByText('La próxima respuesta cita: «los aromos 114');

    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await cites.waitFor();
    await page.keyboard.press('c');
    await cites.waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    await page.keyboard.press('s');

    await expect.poll(() => acts().slice(1)).toEqual([{ do: 'answer_guideline', item: 'Q1', value: 'yes', quote: 5 }]);
  });

  test('who does not have her may look, and none of the acts is done', async () => {
    const { page } = await openDesk(browser, server);
    await openTalk(page, 'Nogal-19');

    await pressAnyway(page.locator('[data-call="1"]').getByRole('button', { name: 'No contestó' }));
    const told = page.locator('[data-tone="warning"]').getByText('La lleva Eva Pinto.');
    await told.waitFor();
    await page.getByRole('button', { name: 'Cerrar' }).click();
    await page.locator('[data-call="1"]').focus();
    await page.keyboard.press('c');
    await told.waitFor();

    expect(acts()).toEqual([]);
  });

  test('Enter in the outcome records it, what was recorded stays in sight, and letters act within the frame of a call', async () => {
    const { page } = await openDesk(browser, server);
    await noTelephone(page);
    await page.keyboard.press('F8');
    await page.getByRole('heading', { name: 'Violeta-27' }).waitFor();
    await page.keyboard.press('t');
    await mine(page).waitFor();
    await page.getByRole('link', { name: 'Llamar 133' }).click();
    await page.getByRole('button', { name: 'Registrar resultado' }).focus();

    await page.keyboard.press('c');
    await expect.poll(() => acts().at(-1)).toMatchObject({ do: 'call_state', state: 'talking' });
    await page.getByLabel('Quién contestó').fill('cabo Soto');
    await page.keyboard.press('x');
    await page.keyboard.press('Enter');
    expect(acts().at(-1)).toMatchObject({ do: 'call_state' });
    await page.getByLabel('Envían ayuda').check();
    await page.getByLabel('Quién contestó').press('Enter');

    await expect
      .poll(() => acts().at(-1))
      .toMatchObject({ do: 'call_result', outcome: 'dispatched', by: 'cabo Sotox' });
    await page.getByText('habló cabo Sotox').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-call'))).not.toBeNull();
    expect(await page.locator('[data-call]:focus').isVisible()).toBe(true);
  });

  test('on a telephone the calls are one tab away, hers is marked while one phones, and what was said stays over the keyboard', async () => {
    const { page } = await openDesk(browser, server, { width: 390, height: 844 });
    await openTalk(page, 'Violeta-27');
    const tab = (name: RegExp) =>
      page.getByRole('navigation', { name: 'Partes de la mesa' }).getByRole('button', { name });

    await tab(/^Llamadas$/).click();
    await page.locator('[data-region="facts"]').getByText('Violeta-27').waitFor();
    server.desk.says('violeta', 'está en la escalera');
    await tab(/^Chat .*\d+ sin leer$/).click();
    await tab(/^Chat$/).waitFor();
    await page.setViewportSize({ width: 390, height: 480 });
    await page.locator('[data-composer]').focus();

    await page.getByRole('navigation', { name: 'Partes de la mesa' }).waitFor({ state: 'hidden' });
    const log = await page.getByRole('log').boundingBox();
    expect(log?.height).toBeGreaterThan(120);
  });
});
