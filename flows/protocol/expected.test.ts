/** What would be right is told with every refusal, besides what is wrong: an author, or an editor, reads it as it is. */
import { describe, expect, test } from 'vitest';
import { tinyProtocol } from '../../test/support/tiny-protocol.js';
import { parseProtocol, type SourceFile } from '../protocol.js';

const sound = () => tinyProtocol({ say: 'welcome', next: 'info' });
const steps = (text: string) => [...sound(), { path: 'steps/more.yaml', text }];
const without = (path: string) => sound().filter(f => f.path !== path);
const changed = (path: string, from: string | RegExp, to: string) =>
  sound().map(f => (f.path === path ? { path, text: f.text.replace(from, to) } : f));

/** Of the first problem. */
function right(files: readonly SourceFile[]): string {
  const parsed = parseProtocol(files, 'test');
  return 'problems' in parsed ? parsed.problems[0]!.expected : 'nothing is wrong';
}

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
