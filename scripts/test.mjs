/**
 * `npm test`: everything that must hold before a change is taken.
 *
 *     npm test                       checks, then every test; ends with "N passed, N failed"
 *     npm test -- flows/text         only the tests of that path; other options go to vitest too
 *
 * Installs and builds what the tests need. Where a real part cannot be had, it says which tests did
 * not run; with CI=true that is a failure. Exit code 0 when nothing failed, 1 otherwise.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readyParts } from './test-parts.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const results = path.join(root, 'test/.cache/results.json');
const inCi = process.env.CI === 'true';

/** What dependency-cruiser's parser can read of our code; oxlint guards the .tsx files. */
const CODE = '{bot,flows,agent-console,test}/**/*.ts';

/**
 * A check is one command, and, when its exit code is not the whole truth, what else its words must show.
 * @typedef {{ name: string, commands: string[][], distrust?: (words: string) => string | undefined }} Check
 */

/** @type {Check[]} */
const checks = [
  { name: 'build', commands: [['scripts/setup.mjs', '--build']] },
  {
    name: 'types',
    commands: ['.', 'flows', 'agent-console', 'test/browser', 'scripts'].map(project => [
      bin('typescript/bin/tsc'),
      '-p',
      project,
    ]),
  },
  { name: 'lint', commands: [[bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings']] },
  { name: 'format', commands: [[bin('@biomejs/biome/bin/biome'), 'format', '--reporter=summary', '.']] },
  // Twice: what tests alone use is unused too.
  { name: 'unused code', commands: [[bin('knip/bin/knip.js')], [bin('knip/bin/knip.js'), '--production']] },
  {
    name: 'layers',
    commands: [[bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', CODE]],
    distrust: words => (/[1-9]\d* modules/.test(words) ? undefined : 'It looked at no module: its parser is missing.'),
  },
];

/** @typedef {{ assertionResults: { fullName: string, status: string }[], name: string, status: string }} TestFile */
/** @typedef {{ passed: number, failed: number, skipped: string[] }} Tally */

const asked = process.argv.slice(2);
process.exitCode = asked.length > 0 ? testOnly(asked) : testAll();

/**
 * Tests of one path. A build that fails is shown and does not stop tests that need none.
 * @param {readonly string[]} args
 */
function testOnly(args) {
  spawnSync(process.execPath, ['scripts/setup.mjs', '--build'], { cwd: root, stdio: 'inherit' });
  for (const { part, reason } of readyParts()) say(`Without ${part}: ${reason}.`);
  return (
    spawnSync(process.execPath, [bin('vitest/vitest.mjs'), 'run', ...args], { cwd: root, stdio: 'inherit' }).status ?? 1
  );
}

function testAll() {
  const missing = readyParts();
  const failedChecks = checks.filter(check => !passes(check)).map(check => check.name);
  const tests = runTests();

  if (failedChecks.length > 0) say(`\nFailed checks: ${failedChecks.join(', ')}`);
  if (tests.skipped.length > 0) {
    say(`\nNot run${inCi ? ', which fails in CI' : ''}:`);
    for (const name of tests.skipped) say(`  ${name}`);
  }
  for (const { part, reason } of missing) say(`Without ${part}: ${reason}.`);

  const passed = checks.length - failedChecks.length + tests.passed;
  const failed = failedChecks.length + tests.failed + (inCi ? tests.skipped.length : 0);
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * Runs a check's commands and says how it went; what they printed is shown only when one failed.
 * @param {Check} check
 */
function passes({ name, commands, distrust }) {
  const start = performance.now();
  let failure = '';
  for (const command of commands) {
    const { status, stdout, stderr, error } = spawnSync(process.execPath, command, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    });
    const words = `${stdout}${stderr}${error?.message ?? ''}`;
    const doubt = distrust?.(words);
    if (status !== 0 || doubt) failure += `${words.trimEnd()}\n${doubt ?? ''}`;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`${failure ? '✗' : '✓'} ${name.padEnd(12)} ${seconds} s`);
  if (failure) say(failure);
  return failure === '';
}

/** @returns {Tally} */
function runTests() {
  mkdirSync(path.dirname(results), { recursive: true });
  rmSync(results, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const { status } = spawnSync(process.execPath, [bin('vitest/vitest.mjs'), 'run', ...reporters], {
    cwd: root,
    stdio: 'inherit',
  });
  if (!existsSync(results)) return { passed: 0, failed: 1, skipped: [] };

  const tally = count(JSON.parse(readFileSync(results, 'utf8')).testResults);
  // An error outside every test, such as an unhandled rejection, shows in the exit code alone.
  if (status !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
}

/**
 * A file that failed before any of its tests could run counts as one failure.
 * @param {readonly TestFile[]} files
 * @returns {Tally}
 */
function count(files) {
  /** @type {Tally} */
  const tally = { passed: 0, failed: 0, skipped: [] };
  for (const file of files) {
    const failures = file.assertionResults.filter(test => test.status === 'failed').length;
    tally.failed += file.status === 'failed' ? Math.max(failures, 1) : failures;
    tally.passed += file.assertionResults.filter(test => test.status === 'passed').length;
    for (const test of file.assertionResults) {
      if (!['passed', 'failed'].includes(test.status))
        tally.skipped.push(`${path.relative(root, file.name)}: ${test.fullName}`);
    }
  }
  return tally;
}

/** @param {string} file */
function bin(file) {
  return path.join(root, 'node_modules', file);
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
