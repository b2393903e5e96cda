/**
 * The house's rules about who may depend on whom:
 * protocols (data) → flows (pure) → bot (shell) → agent-console (web). Imports of types count too.
 * What its parser cannot read is oxlint's to guard (.oxlintrc.json): cycles, in which imports of types
 * are free, and what .tsx files import.
 * test/rules/layers.test.ts proves that each rule catches what it forbids.
 */

const TESTS = '\\.test\\.tsx?$';
const NODE = ['core'];

/** What flows/ may use of npm: libraries that compute and touch nothing. */
const PURE_PACKAGES = ['xstate', 'zod', 'yaml', 'temporal-polyfill', 'intl-messageformat', '@formatjs'];

module.exports = {
  forbidden: [
    {
      name: 'flows-is-below-everything',
      comment:
        'flows/ may be used by bot/ and agent-console/, and may use neither. What it needs comes in as an argument.',
      severity: 'error',
      from: { path: '^flows/' },
      to: { path: '^(bot|agent-console)/' },
    },
    {
      name: 'flows-is-pure',
      comment: 'flows/ uses no module of Node. The shell in bot/ does what touches the world.',
      severity: 'error',
      from: { path: '^flows/', pathNot: TESTS },
      to: { dependencyTypes: NODE },
    },
    {
      name: 'flows-uses-pure-packages',
      comment: `flows/ uses only packages that touch nothing: ${PURE_PACKAGES.join(', ')}.`,
      severity: 'error',
      from: { path: '^flows/', pathNot: TESTS },
      to: { path: 'node_modules/', pathNot: `node_modules/(${PURE_PACKAGES.join('|')})/` },
    },
    {
      name: 'bot-is-below-the-web',
      comment: 'bot/ serves what agent-console/ builds, and never imports it.',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: '^agent-console/' },
    },
    {
      name: 'the-web-knows-only-the-contract',
      comment:
        'agent-console/ sees the shell through bot/console/contract.ts alone, and the plain rules beside it that both must hold.',
      severity: 'error',
      from: { path: '^agent-console/', pathNot: TESTS },
      to: { path: '^bot/', pathNot: '^bot/console/(contract|delivery|queue|rights)\\.ts$' },
    },
    {
      name: 'the-web-runs-in-a-browser',
      comment: 'agent-console/ uses no module of Node.',
      severity: 'error',
      from: { path: '^agent-console/', pathNot: TESTS },
      to: { dependencyTypes: NODE },
    },
    {
      name: 'the-citizens-page-is-small',
      comment: 'The page and the widget are plain TypeScript: every package would be downloaded by a telephone.',
      severity: 'error',
      from: { path: '^agent-console/citizen/', pathNot: TESTS },
      to: { path: 'node_modules/' },
    },
    {
      name: 'protocols-are-data',
      comment: 'Protocols are read as data, checked, and never imported.',
      severity: 'error',
      from: {},
      to: { path: '^protocols/' },
    },
    {
      name: 'what-ships-needs-no-tests',
      comment: 'Code that ships uses nothing of test/ nor of a test.',
      severity: 'error',
      from: { path: '^(bot|flows|agent-console)/', pathNot: TESTS },
      to: { path: ['^test/', TESTS] },
    },
    {
      name: 'the-server-needs-no-tools',
      comment: 'The server runs with `dependencies` alone; what it uses may not be a devDependency.',
      severity: 'error',
      from: { path: '^(bot|flows)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'every-import-exists',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|\\.tsx$' },
    exclude: { path: '^(dist|data|test/\\.cache)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css', '.svg'],
    },
  },
};
