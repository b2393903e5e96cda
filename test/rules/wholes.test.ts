/** A phrase that has to be all of a message is compared without "ahora", "pero" and the like: none may be left as a mere yes or no. */
import { expect, test } from 'vitest';
import { formsIn } from '../../flows/text/forms.js';
import { bare, soundsOf } from '../../flows/text/bare.js';
import { parseSource, protocolFolders, readProtocolFolder } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';

const ANSWERS: ReadonlySet<string> = new Set(['si', 'no', 'ok', 'yes'].flatMap(word => soundsOf(word)));

test('no phrase is heard in a mere "sí" or "no", unless its list has that word itself', () => {
  const heard = protocolFolders(ROOT).flatMap(folder => {
    const { id, readings } = parseSource(readProtocolFolder(folder));
    return Object.entries(readings).flatMap(([name, { whole = [] }]) => {
      const forms = whole.flatMap(formsIn);
      const said = new Set(forms.map(form => soundsOf(form).join(' ')));
      return forms
        .filter(form => ANSWERS.has(bare(form)) && !said.has(bare(form)))
        .map(form => `${id}: ${name}: "${form}" is heard in "${bare(form)}"`);
    });
  });
  expect(heard).toEqual([]);
});
