/** A word of a step that names what nobody wrote is told where that word stands, with the nearest one that is there. */
import { expect, test } from 'vitest';
import { tinyProtocol } from '../../test/support/tiny-protocol.js';
import { parseProtocol } from '../protocol.js';

/** `file:line:column: message` of every problem of these steps. */
function told(text: string): string[] {
  const files = [...tinyProtocol({ say: 'welcome', next: 'info' }), { path: 'steps/more.yaml', text }];
  const parsed = parseProtocol(files, 'test');
  return 'problems' in parsed ? parsed.problems.map(p => `${p.file}:${p.line}:${p.column}: ${p.message}`) : [];
}

test('readings of options, of what is ignored, and questions of the guideline', () => {
  expect(
    told(
      'more.one:\n  choose: welcome\n  options:\n    - { id: persom, reads: [yes, persom], go: info }\n    - { id: b, reads: [menus], guideline: Q99, go: info }\n  ignores: [thansk]\n  way_out: info\n  silence: { after: 3m }',
    ),
  ).toEqual([
    'steps/more.yaml:4:34: el paso "more.one" la lectura "persom" no existe en este protocolo. ¿Quiso decir "person"?',
    'steps/more.yaml:5:24: el paso "more.one" la lectura "menus" no existe en este protocolo. ¿Quiso decir "menu"?',
    'steps/more.yaml:5:43: el paso "more.one" la pauta no tiene la pregunta "Q99"',
    'steps/more.yaml:6:13: el paso "more.one" la lectura "thansk" no existe en este protocolo. ¿Quiso decir "thanks"?',
  ]);
});

test('sheets and readings of routes', () => {
  expect(
    told(
      'more.one:\n  triage: need\n  routes:\n    - { given: [sheet-plein], go: info }\n    - wrote:\n        - persn\n      go: info\n  otherwise: info',
    ),
  ).toEqual([
    'steps/more.yaml:4:17: el paso "more.one" la ficha "sheet-plein" no existe. ¿Quiso decir "sheet-plain"?',
    'steps/more.yaml:6:11: el paso "more.one" la lectura "persn" no existe en este protocolo. ¿Quiso decir "person"?',
  ]);
});
