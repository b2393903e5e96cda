/** What is refused when a protocol is read, and how its author is told: the place, what was found, what would be right. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tinyProtocol } from '../../test/support/tiny-protocol.js';
import { parseProtocol, type Problem, type SourceFile } from '../protocol.js';

const sound = () => tinyProtocol({ say: 'welcome', next: 'info' });
const problems = (files: readonly SourceFile[]): Problem[] => {
  const parsed = parseProtocol(files, 'test');
  return 'problems' in parsed ? parsed.problems : [];
};
/** The sound protocol with one file written anew. */
const written = (path: string, text: string) => [...sound().filter(f => f.path !== path), { path, text }];
/** The sound protocol with a piece of one file replaced. */
const changed = (path: string, from: string | RegExp, to: string) =>
  sound().map(f => (f.path === path ? { path, text: replaced(f.text, from, to) } : f));
const without = (path: string) => sound().filter(f => f.path !== path);
const steps = (text: string) => [...sound(), { path: 'steps/more.yaml', text }];

function replaced(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, to);
  expect(result).not.toBe(text);
  return result;
}

/** `file:line:column: message` of every problem. */
const told = (files: readonly SourceFile[]) =>
  problems(files).map(p => `${p.file}:${p.line}:${p.column}: ${p.message}`);

test('the sound protocol has no problem', () => {
  expect(told(sound())).toEqual([]);
});

describe('a file', () => {
  test.each(['protocol.yaml', 'guideline.yaml', 'directory.yaml', 'signals.yaml'])('%s that is missing', file => {
    expect(told(without(file))).toEqual([`${file}:1:1: falta este archivo`]);
  });

  test('that is empty', () => {
    expect(told(written('guideline.yaml', ''))).toEqual([
      'guideline.yaml:1:1: el archivo: encontré null; debe ser un grupo de "nombre: valor"',
    ]);
  });

  test('that is larger than people can read', () => {
    expect(told(written('guideline.yaml', 'a'.repeat(2_000_001)))).toEqual([
      'guideline.yaml:1:1: tiene 2000001 caracteres; el máximo es 2000000',
    ]);
  });

  test('among too many', () => {
    const many = Array.from({ length: 401 }, (_, i) => ({ path: `notes/${i}.txt`, text: '' }));
    expect(told([...sound(), ...many])[0]).toBe('.:1:1: tiene 409 archivos; el máximo es 400');
  });

  test('of steps that is a list', () => {
    expect(told(steps('- say: welcome'))).toEqual([
      'steps/more.yaml:1:1: un archivo de pasos es una lista de "nombre: paso"',
    ]);
  });

  test('of sheets that is no list', () => {
    expect(told([...sound(), { path: 'sheets/more.yaml', text: 'id: clave' }])).toEqual([
      'sheets/more.yaml:1:1: el archivo: encontré {"id":"clave"}; debe ser una lista',
    ]);
  });

  test('whose name nobody reads', () => {
    expect(told([...sound(), { path: 'mesages/es.yaml', text: 'reviewed: false' }])).toEqual([
      'mesages/es.yaml:1:1: nadie lee este archivo. ¿Quiso decir "messages/es.yaml"?',
    ]);
  });
});

describe('YAML', () => {
  test.each([
    ['a tab', 'more.one:\n\tsay: welcome', '2:1', 'no es YAML válido: hay un tabulador; use espacios'],
    [
      'a quote that is not closed',
      'more.one: { say: "welcome',
      '1:26',
      'no es YAML válido: falta cerrar una comilla, un corchete o una llave, o falta una coma',
    ],
    [
      'a name twice',
      'more.one: { say: welcome, say: welcome, next: info }',
      '1:27',
      'no es YAML válido: este nombre está dos veces en el mismo grupo; deje uno',
    ],
  ])('with %s', (_, text, place, message) => {
    expect(told(steps(text))[0]).toBe(`steps/more.yaml:${place}: ${message}`);
  });

  test('that grows by naming itself is not read', () => {
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`),
    ].join('\n');
    expect(told(steps(bomb))).toEqual([
      'steps/more.yaml:1:1: no se puede leer: tiene demasiados alias (&nombre, *nombre); el máximo es 50',
    ]);
  });

  test('that holds itself is not read', () => {
    expect(told(steps('more.one: &one { say: welcome, next: *one }')).length).toBeGreaterThan(0);
  });

  test('with groups in groups without end is not read', () => {
    expect(told(steps(`more.one: ${'['.repeat(50_000)}`))[0]).toMatch(/^steps\/more\.yaml:\d+:\d+: no /);
  });

  test('of another language than data runs nothing', () => {
    expect(told(steps('more.one: !!js/function "function () { return 1 }"'))[0]).toMatch(/^steps\/more\.yaml:1:/);
  });

  test('with a name of the language itself names no step', () => {
    expect(told(steps('__proto__: { say: welcome, next: info }'))).toEqual([
      'steps/more.yaml:1:12: "__proto__" no puede ser el nombre de un paso; use minúsculas, números, puntos y guiones, como acceso.bienvenida',
    ]);
    expect(told(steps('more.one: { say: welcome, next: constructor }')).join()).toContain('que no existe');
  });
});

describe('a step', () => {
  test('of no kind is told the kinds, and the nearest', () => {
    expect(told(steps('more.one: { chose: need }'))[0]).toMatch(
      /^steps\/more\.yaml:1:11: el paso "more\.one" no dice de qué tipo es: encontré "chose"; los tipos son say, choose, ask, .*\. ¿Quiso decir "choose"\?$/,
    );
  });

  test('without content', () => {
    expect(told(steps('more.one:'))).toEqual(['steps/more.yaml:1:10: el paso "more.one" está vacío']);
  });

  test('twice, in two files', () => {
    expect(told(steps('tested: { say: welcome, next: info }'))).toEqual([
      'steps/more.yaml:1:9: el paso "tested" está dos veces: también en steps/steps.yaml; deje uno',
    ]);
  });

  test('with a name that is none', () => {
    expect(told(steps('Más Uno: { say: welcome, next: info }'))[0]).toContain(
      '"Más Uno" no puede ser el nombre de un paso',
    );
  });

  test('with a name that would be another one inside', () => {
    expect(told(steps('more/one: { say: welcome, next: info }'))[0]).toContain(
      '"more/one" no puede ser el nombre de un paso',
    );
  });

  test('that leads nowhere is told the nearest', () => {
    expect(told(steps('more.one: { say: welcome, next: infoo }'))).toEqual([
      'steps/more.yaml:1:33: el paso "more.one" lleva a "infoo", que no existe. ¿Quiso decir "info"?',
    ]);
  });

  test('that says what no language has is told the nearest', () => {
    expect(told(steps('more.one: { say: welcom, next: info }'))).toEqual([
      'steps/more.yaml:1:18: el paso "more.one" dice "welcom", que no está en messages/es.yaml. ¿Quiso decir "welcome"?',
    ]);
  });

  test('with an unknown key deep inside is told the nearest of that place', () => {
    expect(
      told(
        steps(
          'more.one:\n  choose: welcome\n  options:\n    - { id: a, read: [yes], go: info }\n  way_out: info\n  silence: { after: 3m }',
        ),
      ),
    ).toEqual(['steps/more.yaml:4:16: more.one.options.0: "read" no se usa aquí. ¿Quiso decir "reads"?']);
    expect(
      told(
        steps(
          'more.one:\n  triage: need\n  routes:\n    - reads: [yes]\n      when:\n        saf: yes\n        hear: x\n      go: info\n  otherwise: info',
        ),
      ),
    ).toEqual([
      'steps/more.yaml:6:9: more.one.routes.0.when: "saf" no se usa aquí. ¿Quiso decir "safe"?',
      'steps/more.yaml:7:9: more.one.routes.0.when: "hear" no se usa aquí',
    ]);
  });

  test('with a value of another type', () => {
    expect(
      told(
        steps(
          'more.one:\n  choose: welcome\n  options: none\n  retries: many\n  way_out: info\n  silence: { after: 3 }',
        ),
      ),
    ).toEqual([
      'steps/more.yaml:3:12: more.one.options: encontré "none"; debe ser una lista',
      'steps/more.yaml:4:12: more.one.retries: encontré "many"; debe ser un número',
      'steps/more.yaml:6:21: more.one.silence.after: encontré 3; debe ser un texto (entre comillas si empieza con un número)',
    ]);
  });

  test('that goes round and round without waiting', () => {
    expect(
      told(steps('a.one: { goto: a.two }\na.two: { say: welcome, next: a.three }\na.three: { goto: a.one }')),
    ).toEqual([
      'steps/more.yaml:1:8: los pasos "a.one" → "a.two" → "a.three" → "a.one" dan vueltas sin esperar nunca una respuesta',
    ]);
  });

  test('every wrong one is told at once', () => {
    expect(
      problems(steps('a.one: { goto: nowhere }\na.two: { goto: neither }\na.three: { goto: never }')),
    ).toHaveLength(3);
  });
});

describe('a text', () => {
  test('longer than a message', () => {
    expect(told(changed('messages/es.yaml', 'welcome: welcome', `welcome: ${'a'.repeat(4097)}`))[0]).toMatch(
      /^messages\/es\.yaml:\d+:12: texts\.welcome: tiene 4097 caracteres; el máximo es 4096$/,
    );
  });

  test('without words', () => {
    expect(told(changed('messages/es.yaml', 'welcome: welcome', 'welcome: ""'))[0]).toContain(
      'texts.welcome: tiene 0 caracteres; el mínimo es 1',
    );
  });

  test('with a key that no step can name', () => {
    expect(told(changed('messages/es.yaml', 'welcome: welcome', 'Wel come: welcome'))[0]).toContain(
      'texts.Wel come: este nombre no se puede usar aquí; debe ser una clave de texto como bienvenida.primera',
    );
  });
});

describe('the protocol itself', () => {
  test('an unknown key is told the nearest', () => {
    expect(told(changed('protocol.yaml', 'start:', 'begin: x\nstart:'))[0]).toMatch(
      /^protocol\.yaml:\d+:\d+: el archivo: "begin" no se usa aquí/,
    );
    expect(told(changed('protocol.yaml', 'zone:', 'zones:')).join()).toContain('¿Quiso decir "zone"?');
  });

  test('a start that does not exist', () => {
    expect(told(changed('protocol.yaml', 'start: tested', 'start: testd'))[0]).toMatch(
      /^protocol\.yaml:\d+:8: lleva al paso "testd", que no existe\. ¿Quiso decir "tested"\?$/,
    );
  });

  test('a zone that does not exist', () => {
    expect(told(changed('protocol.yaml', 'zone: America/Santiago', 'zone: America/Santigo'))[0]).toContain(
      'zone: encontré "America/Santigo"; una zona horaria, como America/Santiago',
    );
  });

  test('hours that are none', () => {
    expect(told(changed('protocol.yaml', '00:00-24:00', '0-24'))[0]).toContain(
      'hours.weekly.mon-sun: encontré "0-24"; debe ser horas como',
    );
  });

  test('a language that has no texts', () => {
    expect(told(changed('protocol.yaml', 'locales: [es, en]', 'locales: [es, fr]'))[0]).toBe(
      'messages/fr.yaml:1:1: falta este archivo: protocol.yaml dice que atiende en "fr"',
    );
  });

  test('a word list that nobody wrote', () => {
    expect(told(changed('protocol.yaml', 'reads: [person]', 'reads: [persons]'))[0]).toMatch(
      /^protocol\.yaml:\d+:\d+: la lectura "persons" no existe en este protocolo\. ¿Quiso decir "person"\?$/,
    );
  });

  test('without an emergency', () => {
    expect(told(tinyProtocol({ say: 'welcome', next: 'info' }, { more: { emergency: { close: 'silent' } } }))).toEqual([
      'protocol.yaml:2:1: tiene 0 pasos de emergencia; debe tener exactamente uno',
    ]);
  });
});

describe('the directory, the guideline and the words of alarm', () => {
  test('an institution that falls back to nobody', () => {
    expect(told(changed('directory.yaml', 'fallback: [ambulance]', 'fallback: [ambulanse]'))[0]).toMatch(
      /^directory\.yaml:\d+:\d+: la institución "police" sigue con "ambulanse", que no existe\. ¿Quiso decir "ambulance"\?$/,
    );
  });

  test('a weight out of its range', () => {
    expect(told(changed('guideline.yaml', 'weight: 3', 'weight: 300'))[0]).toContain('encontré 300; el máximo es 20');
  });

  test('a group of words twice', () => {
    expect(told(changed('signals.yaml', /groups: \[(.*)\]\n/, 'groups: [$1, $1]\n'))[0]).toContain(
      '"weapon" está dos veces',
    );
  });

  test('a sheet twice', () => {
    expect(told(changed('sheets/sheets.yaml', 'id: sheet-reviewed', 'id: sheet-plain'))[0]).toMatch(
      /^sheets\/sheets\.yaml:\d+:\d+: la ficha "sheet-plain" está dos veces; deje una$/,
    );
  });
});

describe('a phrase that stands for too many', () => {
  const many = 'a/b/c/d/e/f/g/h d/e/f/g/h/i/j/k g/h/i/j/k/l/m/n j/k/l/m/n/o/p/q';
  const told4096 = /vale por 4096 frases y el máximo aquí es 4000; escríbala en varias más cortas$/;

  test('among those that are all she says', () => {
    const [problem] = told(changed('protocol.yaml', 'readings:\n', `readings:\n  many: { whole: [${many}] }\n`));
    expect(problem).toMatch(/^protocol\.yaml:\d+:19: /);
    expect(problem).toMatch(told4096);
  });

  test('among the words of alarm', () => {
    const [problem] = told(changed('signals.yaml', 'tiene un cuchillo', many));
    expect(problem).toMatch(/^signals\.yaml:\d+:\d+: /);
    expect(problem).toMatch(told4096);
  });

  test('is read where it is looked for as it is written', () => {
    expect(told(changed('protocol.yaml', 'readings:\n', `readings:\n  many: [${many}]\n`))).toEqual([]);
  });
});

test('whatever is cut out of it, a protocol is refused in words or read, and never throws', () => {
  const files = sound();
  const cut = fc.record({
    file: fc.nat(files.length - 1),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(cut, ({ file, from, length }) => {
      const at = Math.floor(from * files[file]!.text.length);
      const broken = files.map((f, i) =>
        i === file ? { ...f, text: f.text.slice(0, at) + f.text.slice(at + length) } : f,
      );
      for (const problem of problems(broken)) {
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.message).not.toMatch(/undefined|\[object|Invalid|expected/);
        expect(problem.expected).toMatch(/\S/);
        expect(problem.expected).not.toMatch(/undefined|\[object|Invalid|expected/);
      }
    }),
    { numRuns: 30 },
  );
});
