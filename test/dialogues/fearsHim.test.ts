/**
 * She is afraid of what he may do, or to go back to him: as danger of now, whatever question stands on her screen, and whatever
 * answers it in the same breath. What else one fears is none.
 */
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseSource, Published, readProtocolFolder } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';
import { readTrained } from '../../bot/sense/trained.js';
import { play } from '../../bot/simulate/play.js';
import { readDialogues } from '../../bot/simulate/read.js';
import { saidOf } from '../../flows/lists.js';

const protocol = parseSource(readProtocolFolder(path.join(ROOT, 'protocols', 'whatsapp-mujer')));
const published = new Published(readTrained(ROOT));
published.publish(protocol);

const readsAs = (name: string, text: string): boolean => saidOf(text).reads(protocol.readings, name);
const listed = (texts: string): string[] => texts.split('|').map(text => text.trim().replace(/\s+/g, ' '));

test.each(
  listed(`tengo miedo de que me pegue|tengo miedo de que me pegue hoy|tengo miedo d q me pegue|tengo mucho miedo k me ahorque|
    tengo miedo que mi marido me pegue|tengo miedo de que me haga algo|tengo miedo de volver a la casa|me da miedo llegar a la ksa|
    tengo miedo de ir a mi casa|tengo miedo de volver con mi marido|capaz que me pegue hoy|capaz me pega cuando llegue|
    me da susto que me pegue|estoy asustada de que me pegue de nuevo|no quiero que me pegue de nuevo|
    me da susto lo que me pueda hacer hoy|ojala no me pegue hoy|espero que no llegue curado|prefiero que me maten|
    no quiero que llegue a la casa hoy|tengo miedo de que me pegue, voy en el metro|im scared he will hit me|
    i'm afraid to go home|tenho medo que ele me bata|tenho medo de voltar pra casa|mwen pè li bat mwen`),
)('she fears him: %s', text => expect(readsAs('fears-blow', text)).toBe(true));

test.each(
  listed(`tengo miedo del dentista|me da miedo que me haga daño el dentista|tengo miedo del examen|tengo miedo de denunciar|
    tengo miedo de perder a mis hijos en el juicio|tengo miedo de que me quiten a los niños|tenía miedo de que me pegara|
    antes tenia miedo de que me pegue|tengo miedo de que no me crean|capaz que me pegue el resfrio|capaz que me mate mi jefe|
    me da miedo que me ataque el perro|no tengo miedo de volver a la casa|ya no me da miedo volver a la casa|
    tengo miedo de volver a la casa en micro, por los asaltos|no quiero que llegue a la casa la citación hoy|
    prefiero que me llamen mañana|ojala me llamen hoy|espero que no me haga mal el remedio|me da susto la audiencia`),
)('none of him: %s', text => expect(readsAs('fears-blow', text)).toBe(false));

test.each(
  listed(`me tomo unas pastillas para dormir porque no puedo mas|me tomo unas pastillas para dormir, todas|
    me voy a tomar unas pastillas y dormir, todo va a estar mejor|me tomo unas pastillas para dormir y no despertar`),
)('pills that are to end it: %s', text => expect(readsAs('weary-of-life', text)).toBe(true));

test.each(
  listed(`tomo pastillas para dormir|me recetaron pastillas para dormir y no puedo mas de sueño|
    tomo pastillas para la presion todas las mañanas, voy a estar mejor|
    voy a tomar las pastillas que me dio el doctor, espero estar mejor|se me acabaron las pastillas, no puedo mas`),
)('pills that help: %s', text => expect(readsAs('pills-to-rest', text)).toBe(false));

/** What she wrote before, and how she begins her answer. */
const PLACES: readonly (readonly [place: string, before: string[], leads: string[]])[] = [
  ['whether it is safe', ['hola'], ['no, ', 'si, pero ']],
  ['menu', ['hola', 'si'], ['', '4 y ']],
  ['more', ['como pido pension de alimentos', 'si'], ['no, ', '6 pero ']],
  ['survey', ['como pido pension de alimentos', 'si', 'no'], ['no, ', '6 pero ', '7, ']],
  ['e-mail copy', ['como pido pension de alimentos', 'si', 'mandame la info por correo'], ['no, ', 'ana@gmail.com, ']],
  ['time of the call', ['si quiero la llamada de apoyo', 'si'], ['no, ', '']],
  ['number', ['si quiero la llamada de apoyo', 'si', 'mañana en la tarde', 'la 2'], ['no, ', 'este mismo, ']],
  ['receipt', ['si quiero la llamada de apoyo', 'si', 'mañana en la tarde', 'la 2', 'este mismo'], ['no, ', 'si, ']],
  ['erase', ['hola', 'si', 'mis datos', '2'], ['no, ', 'si, ']],
  ['queue', ['hola, quiero hablar con una persona', 'si'], ['', 'no, ']],
  ['queue, after she denied danger', ['mi marido me pega', 'no'], ['', 'si, pero ']],
];

test.each(PLACES)('%s: people are told of it, and she is asked of danger', async (_place, before, leads) => {
  const fears = ['tengo miedo de que me pegue hoy', 'tengo miedo de volver a la casa', 'me da susto que me pegue'];
  for (const text of leads.flatMap(lead => fears.map(fear => lead + fear)))
    expect({ text, ...(await answerTo([...before, text])) }).toMatchObject({
      text,
      told: true,
      said: expect.stringMatching(/peligro (?:es )?ahora/) as string,
    });
});

test.each([
  ['7 y quiero hablar con alguien', 'persona del equipo'],
  ['no, quiero hablar con alguien', 'persona del equipo'],
  ['un 6, ahora necesito pedir una hora', 'seguro para ti escribir'],
  ['7, me ayudo mucho hablar con una persona', 'Gracias por confiar'],
  ['no gracias, no quiero hablar con nadie', 'No hay problema'],
])('beside a mark or a no she is heard: %s', async (text, says) => {
  expect((await answerTo(['como pido pension de alimentos', 'si', 'no', text])).said).toContain(says);
});

/** What her last text is answered with, and whether people were told of it. */
async function answerTo(texts: readonly string[]): Promise<{ said: string; told: boolean }> {
  const turns = texts.map((text, i) => ({ at_s: i * 30, from: 'citizen', text }));
  const written = JSON.stringify([
    { id: 'd', protocol: 'whatsapp-mujer', channel: 'whatsapp', turns, expect: { reaches: [] } },
  ]);
  const { dialogues, problems } = readDialogues('fears-him.yaml', written);
  expect(problems).toEqual([]);
  const { events } = await play(dialogues[0]!, published);
  const after = events.slice(events.findLastIndex(({ kind }) => kind === 'inbound'));
  return {
    said: after.flatMap(event => (event.kind === 'outbound' ? [event.text] : [])).join('\n'),
    told: after.some(({ kind }) => kind === 'alert'),
  };
}
