import { expect, test } from 'vitest';
import { universe } from '../test/support/universe.js';

test('a word agreed with women in a support programme marks her as priority, once, and is not answered', () => {
  const talk = universe().talk();
  talk.says('hola');
  const asked = talk.messages.at(-1)?.key;

  const { effects, messages } = talk.says('sí, código lavanda');

  expect(talk.context.marks.priority).toBe(true);
  expect(effects).toContainEqual({ type: 'contact', params: { label: 'priority', priority: true, by: 'citizen' } });
  expect(messages.map(m => m.text).join(' ')).not.toMatch(/lavanda|prioridad/i);
  expect(asked).toBe('safe.check');
  expect(talk.says('codigo lavanda').effects.filter(e => e.type === 'contact')).toEqual([]);
});
