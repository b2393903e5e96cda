/**
 * Ordinary life in words that danger is told in, too: who comes to mend or to visit, a scolding in play, blood of every month,
 * her own waking. It is answered, opens nothing and is not asked about; what sounds like it and is danger stays as it is.
 */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSource, Published, readProtocolFolder } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';
import { readTrained } from '../../bot/sense/trained.js';
import { play } from '../../bot/simulate/play.js';
import { readDialogues } from '../../bot/simulate/read.js';

const published = new Published(readTrained(ROOT));
published.publish(parseSource(readProtocolFolder(path.join(ROOT, 'protocols', 'whatsapp-mujer'))));

/** What her last text leads to: texts, and whether people were told or the emergency opened. */
async function after(texts: readonly string[]): Promise<{ said: string; told: boolean; opened: boolean }> {
  const turns = texts.map((text, i) => ({ at_s: i * 30, from: 'citizen', text }));
  const { dialogues, problems } = readDialogues(
    'calm-talk.yaml',
    JSON.stringify([{ id: 'd', protocol: 'whatsapp-mujer', channel: 'whatsapp', turns, expect: { reaches: [] } }]),
  );
  expect(problems).toEqual([]);
  const { events } = await play(dialogues[0]!, published);
  const last = events.slice(events.findLastIndex(({ kind }) => kind === 'inbound'));
  return {
    said: last.flatMap(event => (event.kind === 'outbound' ? [event.text] : [])).join('\n'),
    told: last.some(({ kind }) => kind === 'alert'),
    opened: last.some(({ kind }) => kind === 'emergency'),
  };
}

describe('ordinary life is answered, and nobody is told', () => {
  test.each([
    'el cerrajero está abriendo la puerta',
    'mi hermana está aquí abajo en el portón',
    'ya llegó el gas, ahora sí podemos conversar',
    'mi mama esta aka y dice k pida ora',
    'mi hermana está al lado mío',
    'mi mamá me va a matar jaja',
    'mi hija me va a matar, le quebré el plato',
    'llegué tarde, mi mamá me va a matar',
    'mi ermana me ba a matar jajaja',
    'me sangran las encías',
    'me sangra la nariz cuando está seco',
    'tengo sangrado por el implante',
    'estoy sangrando por las pastillas anticonceptivas',
    'my gums are bleeding when I brush',
    'recién despierto',
    'me desperté recién',
    'me dio patadas la guagua',
    'mi jefe me dio la patada',
    'ya entró el depósito del bono',
    'tengo que ir a buscar a mi hijo al jardín',
  ])('%s', async text => {
    const { said, told, opened } = await after(['hola', 'si', text]);
    expect({ told, opened }).toEqual({ told: false, opened: false });
    expect(said).not.toBe('');
  });

  test('"he is at work now" answers whether there is danger, where a call is booked', async () => {
    const { said, told } = await after(['hola', 'si', 'quiero que me llamen', 'ahora él está en el trabajo']);
    expect(told).toBe(false);
    expect(said).not.toMatch(/peligro/u);
  });
});

describe('what sounds like it and is danger is told to people', () => {
  test.each([
    'mandó al cerrajero para entrar y tengo miedo',
    'mi suegra está acá',
    'mi mamá está acá y él también',
    'mi hermano me va a matar jaja',
    'mi pareja me va a matar jaja',
    'mi mamá me va a matar',
    'mi hija me va a matar, ya me pegó ayer',
    'me pegó y me sangran las encías',
    'me sangra la nariz, me pegó un combo',
    'estoy embarazada y sangro',
    'me desperté con moretones',
    'mi jefe me dio una patada',
  ])('%s', async text => {
    const { told, opened } = await after(['hola', 'si', text]);
    expect(told || opened).toBe(true);
  });
});

test('a knife that she threw once is asked about again, and opens nothing', async () => {
  const { said, opened } = await after(['hola', 'si', 'mi marido me pega', 'la otra vez le tiré un cuchillo']);
  expect(opened).toBe(false);
  expect(said).toMatch(/peligro/u);
});

test('"my mother came, I am well" is asked whether there is danger still, and not where she is', async () => {
  const { said } = await after(['hola', 'SOS', 'Ya llegó mi mamá, estoy bien']);
  expect(said).toMatch(/peligro/u);
  expect(said).not.toMatch(/Dónde estás/u);
});

test('who only threatens with fire is not sent away from it', async () => {
  const threat = await after(['hola', 'si', 'dice que va a quemar la casa', 'si']);
  const petrol = await after(['hola', 'si', 'va a quemar la casa, tiene bencina', 'si']);
  expect(threat.said).not.toMatch(/fuego/u);
  expect(petrol.said).toMatch(/fuego/u);
});
