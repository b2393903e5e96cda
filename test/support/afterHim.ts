/** What shows on her screen after he was told of as near, played with the published protocol and the senses that ship. */
import path from 'node:path';
import { expect } from 'vitest';
import { parseSource, Published, readProtocolFolder } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';
import { readTrained } from '../../bot/sense/trained.js';
import { play } from '../../bot/simulate/play.js';
import { readDialogues } from '../../bot/simulate/read.js';

const published = new Published(readTrained(ROOT));
published.publish(parseSource(readProtocolFolder(path.join(ROOT, 'protocols', 'whatsapp-mujer'))));

/** The texts of a list that is written as one, with `|` between them. */
export const listed = (texts: string): string[] => texts.split('|').map(text => text.trim().replace(/\s+/g, ' '));

/** Nobody learns anything by it. */
const ANYBODY_MAY_SEE = [
  'Entendido.',
  'Puedes escribir cuando quieras.',
  'Hola. ¿Puedes escribir ahora? Responde sí o no.',
  'Understood.',
  'You can write whenever you like.',
  'Você pode escrever quando quiser.',
  'Ou ka ekri lè ou vle.',
  'Dakò.',
  'Hi. Can you write now? Answer yes or no.',
];

/**
 * What her last text is answered with, and whether people were told of it.
 *
 * @param last how many of her texts are her last ones
 */
export async function answerTo(
  texts: readonly string[],
  everyS: number,
  last = 1,
): Promise<{ said: string[]; told: boolean }> {
  const turns = texts.map((text, i) => ({ at_s: i * everyS, from: 'citizen', text }));
  const written = JSON.stringify([
    { id: 'd', protocol: 'whatsapp-mujer', channel: 'whatsapp', turns, expect: { reaches: [] } },
  ]);
  const { dialogues, problems } = readDialogues('after-him.yaml', written);
  expect(problems).toEqual([]);
  const { events } = await play(dialogues[0]!, published);
  const hers = events.flatMap(({ kind }, i) => (kind === 'inbound' ? [i] : []));
  const after = events.slice(hers.at(-last));
  return {
    said: after.flatMap(event => (event.kind === 'outbound' ? [event.text] : [])),
    told: after.some(({ kind }) => kind === 'alert'),
  };
}

/** The chains of texts after one of which her screen shows more than anybody may see: one play for each. */
export async function seenInChains(before: readonly string[], chains: readonly string[][]): Promise<string[]> {
  const faults: string[] = [];
  for (const chain of chains) {
    const { said } = await answerTo([...before, ...chain], 30, chain.length);
    const more = said.filter(line => !ANYBODY_MAY_SEE.includes(line));
    if (more.length > 0) faults.push(`${chain.join(' / ')} → ${more.join(' ¦ ')}`);
  }
  return faults;
}

/** The texts after which her screen shows more than anybody may see. */
export async function seen(before: readonly string[], texts: readonly string[], everyS: number): Promise<string[]> {
  const faults: string[] = [];
  for (const text of texts) {
    const { said } = await answerTo([...before, text], everyS);
    const more = said.filter(line => !ANYBODY_MAY_SEE.includes(line));
    if (more.length > 0) faults.push(`${text} → ${more.join(' ¦ ')}`);
  }
  return faults;
}
