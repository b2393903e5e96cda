import { expect, test } from 'vitest';
import { tinyProtocol } from '../test/support/tiny-protocol.js';
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

test('a text that says how many messages of ours are left counts itself, those before it, and none that she erased', () => {
  const step = { 'erase-coach': 'full', asked: true, next: 'tested' };
  const texts = { 'del.intro': '{quedan}', 'del.how.android': '{quedan}', 'del.cannot': '{quedan}' };
  const talk = universe(tinyProtocol(step, { texts })).talk();
  const said = (text: string) => talk.says(text).messages.map(m => m.text);

  expect(said('hola')).toEqual(['1']);
  expect(said('android')).toEqual(['2']);
  expect(said('listo')).toEqual(['1']);
});

test('where it is not known how many messages are left, as in older records, a text says none, until she erased them', () => {
  const step = { 'erase-coach': 'full', asked: true, next: 'tested' };
  const talk = universe(tinyProtocol(step, { texts: { 'del.intro': '{quedan}' } })).talk();
  talk.remembers({ ours: undefined });
  const said = (text: string) => talk.says(text).messages.map(m => m.text);

  expect(said('hola')).toEqual(['0']);
  said('android');
  expect(said('listo')).toEqual(['1']);
});

test.each([
  ...[
    'no le vayan a escribir',
    'no le vayan a llamar a mi amiga, él le revisa el celular',
    'no se comuniquen con ella',
  ],
  ...['porfa no le escriban', 'no la llamen', "don't text her, he reads it", 'no le manden mensajes'],
])('people are told that another is not to be written to: %s', text => {
  const talk = universe().talk();
  talk.says('mi amiga vive con un hombre que le pega');
  expect(talk.says(text).effects).toContainEqual({ type: 'alert', params: { why: 'not-to-her' } });
  expect(talk.context.marks.emergency).toBe(false);
});

test.each([
  ...['no la llamé ayer', 'no le escribí nada', 'no la llamo porque me da miedo', 'a la policía no la llamen'],
  ...[
    'no me llamen',
    'no me escriban',
    'por qué no le escriben a la fiscal',
    'no le hablé más',
    'él no le escribe a nadie',
  ],
])('what says nothing of whom to write to is no such note: %s', text => {
  const talk = universe().talk();
  talk.says('mi amiga vive con un hombre que le pega');
  expect(talk.says(text).effects).not.toContainEqual({ type: 'alert', params: { why: 'not-to-her' } });
});

test('in an emergency it is kept for whoever calls, under its own name', () => {
  const talk = universe().talk();
  talk.says('auxilio');
  talk.says('no le vayan a escribir a ella');
  expect(talk.context.known).toContainEqual(expect.objectContaining({ about: 'not-to-her' }));
});
