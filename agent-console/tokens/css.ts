/** Writes the table of colours as CSS: the file tokens.css, which a test keeps equal to this. */
import { themes, tokens, type Theme } from './tokens.js';

/**
 * One block per theme. Without `data-theme` on the root the system decides, so that the first paint is already right
 * and no script has to run before it.
 */
export function css(): string {
  return [
    '/* Written from tokens.ts: change that table and run `npx vitest run agent-console/tokens --update`. */',
    block(':root', 'light'),
    media('(prefers-color-scheme: dark)', 'dark'),
    media('(prefers-contrast: more)', 'contrast'),
    ...themes.map(theme => block(`:root[data-theme='${theme}']`, theme)),
  ]
    .join('\n\n')
    .concat('\n');
}

const media = (query: string, theme: Theme) =>
  `@media ${query} {\n${indent(block(':root:not([data-theme])', theme))}\n}`;

function block(selector: string, theme: Theme): string {
  const column = themes.indexOf(theme) as 0 | 1 | 2;
  const lines = Object.entries(tokens).flatMap(([name, { ink, tint }]) => [
    `--c-${name}: ${ink[column].toLowerCase()};`,
    ...(tint ? [`--c-${name}-tint: ${tint[column].toLowerCase()};`] : []),
  ]);
  return [
    `${selector} {`,
    `  color-scheme: ${theme === 'light' ? 'light' : 'dark'};`,
    ...lines.map(line => `  ${line}`),
    '}',
  ].join('\n');
}

const indent = (text: string) => text.replace(/^(?=.)/gm, '  ');
