/** What would be right is told with every refusal, besides what is wrong: an author, or an editor, reads it as it is. */
import { describe, expect, test } from 'vitest';
import { tinyProtocol } from '../../test/support/tiny-protocol.js';
import { parseProtocol, type Problem, type SourceFile } from '../protocol.js';

const sound = () => tinyProtocol({ say: 'welcome', next: 'info' });
const steps = (text: string) => [...sound(), { path: 'steps/more.yaml', text }];
const without = (path: string) => sound().filter(f => f.path !== path);
const changed = (path: string, from: string | RegExp, to: string) =>
  sound().map(f => (f.path === path ? { path, text: f.text.replace(from, to) } : f));

function problems(files: readonly SourceFile[]): Problem[] {
  const parsed = parseProtocol(files, 'test');
  return 'problems' in parsed ? parsed.problems : [];
}
const right = (files: readonly SourceFile[]): string => problems(files)[0]!.expected;

describe('what would be right is told', () => {
  test.each<[string, () => SourceFile[], string | RegExp]>([
    ['an unknown key', () => steps('more.one: { say: welcome, next: info, nxet: info }'), /^next, /],
    ['a step that is not there', () => steps('more.one: { say: welcome, next: inf }'), /^info, /],
    [
      'a text that is not there',
      () => steps('more.one: { say: welcom, next: info }'),
      /^la clave "welcom" en messages\/es\.yaml, o una de las que están: welcome, /,
    ],
    [
      'a text that is too long',
      () => changed('messages/es.yaml', 'welcome: welcome', `welcome: ${'a'.repeat(4_097)}`),
      '4096 caracteres o menos',
    ],
    ['a number out of its range', () => changed('guideline.yaml', 'weight: 3', 'weight: 300'), '20 o menos'],
    ['a wait that is none', () => steps('more.one: { hold: silent, alert: { after: 0s } }'), /./],
    ['a file that is missing', () => without('guideline.yaml'), 'un archivo guideline.yaml'],
    ['a language without texts', () => changed('protocol.yaml', '[es, en]', '[es, fr]'), /messages\/fr\.yaml/],
    ['a tab', () => steps('more.one:\n\tsay: welcome'), 'espacios'],
    [
      'two of one name',
      () => changed('signals.yaml', /groups: \[(.*)\]\n/, 'groups: [$1, $1]\n'),
      /que no tenga ya otro grupo/,
    ],
    [
      'a zone that is none',
      () => changed('protocol.yaml', 'zone: America/Santiago', 'zone: America/Santigo'),
      /zona horaria/,
    ],
  ])('%s', (_, files, expected) => {
    expect(right(files())).toMatch(expected);
  });
});

test('a question of the guideline twice', () => {
  const [problem, ...more] = problems(changed('guideline.yaml', 'id: Q2', 'id: Q1'));
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    file: 'guideline.yaml',
    message: 'la pregunta "Q1" está dos veces; deje una',
    expected: 'un nombre que no esté ya en la lista',
  });
  expect(problem!.line).toBeGreaterThan(1);
});

test('an answer of a question twice is told where the second one stands', () => {
  const twice =
    'more.one:\n  choose: welcome\n  options:\n    - { id: a, accepts: [uno], go: info }\n    - { id: a, accepts: [dos], go: info }\n  way_out: info\n  silence: { after: 3m, go: info }';
  expect(problems(steps(twice))).toMatchObject([
    {
      file: 'steps/more.yaml',
      line: 5,
      column: 13,
      message: 'el paso "more.one" la opción "a" está dos veces; deje una',
    },
  ]);
});
