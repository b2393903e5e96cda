import { expect, test } from 'vitest';
import { argumentsOf, helpOf } from './arguments.js';
import { COMMANDS } from './commands.js';

/** As a shell reads the last command of a line: quotes hold together, a redirection ends it. */
function wordsOf(line: string): string[] {
  const own = line
    .split(' | ')
    .at(-1)!
    .split(/ [<>] /)[0]!;
  return (own.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map(word => word.replace(/^["']|["']$/g, ''));
}

test.each([
  ['--cityzens', '7', 'demo no tiene la opción --cityzens. ¿Quiso decir --citizens?'],
  ['--speed', '', 'Falta el valor de --speed.'],
  ['--json=yes', '', 'La opción --json no lleva valor.'],
  ['one', 'two', 'demo: argumentos que recibe: 0; recibió 2.'],
])('%s %s is told in one language, with how the command is used', (option, value, said) => {
  const demo = { ...COMMANDS.find(({ name }) => name === 'demo')! };
  const command = { ...demo, options: { ...demo.options, json: { type: 'boolean' as const } } };
  const wrong = () => argumentsOf(command, [option, value].filter(Boolean));

  expect(wrong).toThrow(said);
  expect(wrong).toThrow(/\nUso: npx cauce demo \[--citizens N\]/);
});

test.each(COMMANDS.map(command => [command.name, command] as const))(
  'the help of %s shows a call that it takes',
  (name, command) => {
    const example = /^Ejemplo: (.*)$/m.exec(helpOf(command))?.[1] ?? '';
    const words = wordsOf(example);
    // The bench runs on what was built: npm builds it, and hands over what follows `--`.
    const call = words[0] === 'npm' ? ['npm', 'run', name, '--'] : ['npx', 'cauce', name];
    expect(words.slice(0, call.length)).toEqual(call);
    expect(() => argumentsOf(command, words.slice(call.length))).not.toThrow();
  },
);
