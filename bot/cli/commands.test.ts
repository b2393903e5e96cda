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

test.each(COMMANDS.map(command => [command.name, command] as const))(
  'the help of %s shows a call that it takes',
  (name, command) => {
    const example = /^Example: (.*)$/m.exec(helpOf(command))?.[1] ?? '';
    const words = wordsOf(example);
    // The bench runs on what was built: npm builds it, and hands over what follows `--`.
    const call = words[0] === 'npm' ? ['npm', 'run', name, '--'] : ['npx', 'cauce', name];
    expect(words.slice(0, call.length)).toEqual(call);
    expect(() => argumentsOf(command, words.slice(call.length))).not.toThrow();
  },
);
