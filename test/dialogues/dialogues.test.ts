/** Every dialogue of every protocol, on the real engine: what a woman writes, and what must happen. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSource, protocolFolders, Published, readProtocolFolder } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';
import { readTrained } from '../../bot/sense/trained.js';
import { play } from '../../bot/simulate/play.js';
import { misreadText, readDialogues } from '../../bot/simulate/read.js';
import { chatOf } from '../../bot/simulate/show.js';

const published = new Published(readTrained(ROOT));

for (const folder of protocolFolders(ROOT)) {
  published.publish(parseSource(readProtocolFolder(folder)));
  const dialogues = path.join(folder, 'dialogues');
  for (const name of readdirSync(dialogues).filter(file => file.endsWith('.yaml'))) {
    const file = path.join(dialogues, name);
    const read = readDialogues(path.relative(ROOT, file), readFileSync(file, 'utf8'));

    describe(`${path.basename(folder)}/${name}`, () => {
      test('is written as dialogues are', () => {
        expect(read.problems.map(misreadText)).toEqual([]);
      });

      test.each(read.dialogues.map(dialogue => [dialogue.id, dialogue] as const))('%s', async (_, dialogue) => {
        const played = await play(dialogue, published);
        expect({ failures: played.failures, chat: played.failures.length > 0 ? chatOf(played) : [] }).toEqual({
          failures: [],
          chat: [],
        });
      });
    });
  }
}
