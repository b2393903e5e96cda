/** Readings stand in protocol.yaml or in the files of readings/, each name once, and are blamed where they stand. */
import { expect, test } from 'vitest';
import { tinyProtocol } from '../../test/support/tiny-protocol.js';
import { parseProtocol, type SourceFile } from '../protocol.js';

const sound = () => tinyProtocol({ say: 'welcome', next: 'info' });
const readings = (text: string, path = 'readings/more.yaml'): SourceFile[] => [...sound(), { path, text }];

function parsed(files: readonly SourceFile[]) {
  const result = parseProtocol(files, 'test');
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.protocol;
}

/** `file:line:column: message` of every problem. */
function told(files: readonly SourceFile[]): string[] {
  const result = parseProtocol(files, 'test');
  return 'problems' in result ? result.problems.map(p => `${p.file}:${p.line}:${p.column}: ${p.message}`) : [];
}

test('a reading of a file of its own is one like those of protocol.yaml', () => {
  const { readings: apart } = parsed([
    ...readings('wants-tea: [quiero un te]\nwants-cake: { within: 4, words: [torta] }\n'),
    { path: 'readings/other.yaml', text: 'wants-more: { words: [otra], also: [wants-tea, person] }\n' },
  ]);
  expect(apart['wants-tea']).toEqual({ words: ['quiero un te'] });
  expect(apart['wants-cake']).toEqual({ within: 4, words: ['torta'] });
  expect(apart['wants-more']).toEqual({ words: ['otra'], also: ['wants-tea', 'person'] });
  expect(apart.person, 'those of protocol.yaml are there as well').toEqual(parsed(sound()).readings.person);
});

test('no reading has to stand in protocol.yaml', () => {
  const main = sound().find(f => f.path === 'protocol.yaml')!;
  const lists = /^readings:\n((?: {2}.*\n)+)/m.exec(main.text)!;
  const files = sound().map(f => (f.path === main.path ? { ...f, text: f.text.replace(lists[0], '') } : f));
  const apart = [...files, { path: 'readings/all.yaml', text: lists[1]!.replace(/^ {2}/gm, '') }];
  expect(parsed(apart).readings).toEqual(parsed(sound()).readings);
});

test('a name that stands twice is told where the second stands, and where the first does', () => {
  expect(told(readings('wants-tea: [te]\nperson: [alguien]\n'))).toEqual([
    'readings/more.yaml:2:9: la lectura "person" está dos veces: también en protocol.yaml; deje uno',
  ]);
  const second = { path: 'readings/other.yaml', text: 'wants-tea: [mate]\n' };
  expect(told([...readings('wants-tea: [te]\n'), second])).toEqual([
    'readings/other.yaml:1:12: la lectura "wants-tea" está dos veces: también en readings/more.yaml; deje uno',
  ]);
});

test('what is no list of readings, no name of one, or no reading', () => {
  expect(told(readings('- wants-tea'))).toEqual([
    'readings/more.yaml:1:1: un archivo de lecturas es una lista de "nombre: palabras"',
  ]);
  expect(told(readings('Wants_Tea: [te]\n'))).toEqual([
    'readings/more.yaml:1:12: "Wants_Tea" no puede ser el nombre de una lectura; use minúsculas y guiones, como wants-person',
  ]);
  expect(told(readings('wants-tea: { wrods: [te] }\n'))[0]).toMatch(/^readings\/more\.yaml:1:\d+: wants-tea/);
});

test('another reading that it names and nobody wrote is told where it stands', () => {
  expect(told(readings('wants-tea: [te]\nwants-more:\n  words: [otra]\n  also: [wants-teas]\n'))).toEqual([
    'readings/more.yaml:4:10: la lectura "wants-teas" no existe en este protocolo. ¿Quiso decir "wants-tea"?',
  ]);
  const files = sound().map(f =>
    f.path === 'protocol.yaml'
      ? { ...f, text: f.text.replace('readings:\n', 'readings:\n  more: { words: [otra], also: [persn] }\n') }
      : f,
  );
  expect(told(files)[0]).toMatch(/^protocol\.yaml:\d+:\d+: la lectura "persn" no existe en este protocolo\./);
});

test('a file of them with a name that nobody reads is told', () => {
  expect(told(readings('wants-tea: [te]\n', 'reading/more.yaml'))[0]).toContain(
    'reading/more.yaml:1:1: nadie lee este archivo',
  );
});

test('a list named in another file is no list of this one', () => {
  expect(
    told([...readings('wants-tea: &tea [te, mate]\n'), { path: 'readings/b.yaml', text: 'wants-mate: *tea\n' }]),
  ).toEqual(['readings/b.yaml:1:1: no se puede leer: el alias *tea no tiene su ancla &tea en este archivo']);
});
