/**
 * The tools that guard the layers are settings, and a setting with a typing error guards nothing.
 * Here a small tree breaks each rule once, and each must be caught.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const trees: string[] = [];

afterAll(() => trees.forEach(tree => rmSync(tree, { recursive: true, force: true })));

/** One file for each rule, breaking it. */
const BROKEN: Record<string, [file: string, text: string]> = {
  'flows-is-below-everything': [
    'flows/upwards.ts',
    "import type { Store } from '../bot/store.js';\nexport type Mine = Store;",
  ],
  'flows-is-pure': ['flows/reads.ts', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;"],
  'flows-uses-pure-packages': [
    'flows/asks.ts',
    "import { MongoClient } from 'mongodb';\nexport const client = MongoClient;",
  ],
  'bot-is-below-the-web': [
    'bot/upwards.ts',
    "import { page } from '../agent-console/page.js';\nexport const mine = page;",
  ],
  'the-web-knows-only-the-contract': [
    'agent-console/peeks.ts',
    "import type { Store } from '../bot/store.js';\nexport type Mine = Store;",
  ],
  'the-web-runs-in-a-browser': [
    'agent-console/reads.ts',
    "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
  ],
  'the-citizens-page-is-small': [
    'agent-console/citizen/heavy.ts',
    "import { MongoClient } from 'mongodb';\nexport const client = MongoClient;",
  ],
  'protocols-are-data': [
    'bot/loads.ts',
    "import greeting from '../protocols/greeting.json' with { type: 'json' };\nexport const hello = greeting;",
  ],
  'what-ships-needs-no-tests': [
    'bot/leans.ts',
    "import { universe } from '../test/universe.js';\nexport const mine = universe;",
  ],
  'the-server-needs-no-tools': ['bot/tools.ts', "import { build } from 'vite';\nexport const mine = build;"],
  'every-import-exists': ['bot/lost.ts', "import { nothing } from './nowhere.js';\nexport const mine = nothing;"],
};

const SOUND: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { mongodb: '*', zod: '*' },
    devDependencies: { vite: '*' },
  }),
  'node_modules/mongodb/package.json': '{"name":"mongodb","version":"1.0.0","main":"index.js"}',
  'node_modules/mongodb/index.js': 'exports.MongoClient = 1;',
  'node_modules/zod/package.json': '{"name":"zod","version":"1.0.0","main":"index.js"}',
  'node_modules/zod/index.js': 'exports.z = 1;',
  'node_modules/vite/package.json': '{"name":"vite","version":"1.0.0","main":"index.js"}',
  'node_modules/vite/index.js': 'exports.build = 1;',
  'protocols/greeting.json': '{}',
  'test/universe.ts': 'export const universe = 1;',
  'bot/store.ts':
    "import { z } from 'zod';\nimport { MongoClient } from 'mongodb';\nimport { pure } from '../flows/pure.js';\nexport type Store = number;\nexport const parts = [z, MongoClient, pure];",
  'bot/console/contract.ts': 'export interface Row { id: string }',
  'bot/console/delivery.ts': 'export const isFurther = true;',
  'bot/console/queue.ts': 'export const inOrder = true;',
  'bot/console/rights.ts': 'export const may = true;',
  'flows/pure.ts': "import { z } from 'zod';\nexport const pure = z;",
  'flows/pure.test.ts':
    "import { readFileSync } from 'node:fs';\nimport { pure } from './pure.js';\nexport const used = [readFileSync, pure];",
  'agent-console/view.tsx': 'export const view = <p>hola</p>;',
  'agent-console/page.ts':
    "import { view } from './view.js';\nimport type { Row } from '../bot/console/contract.js';\nimport { pure } from '../flows/pure.js';\nimport { isFurther } from '../bot/console/delivery.js';\nimport { inOrder } from '../bot/console/queue.js';\nimport { may } from '../bot/console/rights.js';\nexport const page = (row: Row) => [row, pure, view, isFurther, inOrder, may];",
};

test('each rule about who may depend on whom catches the file that breaks it', () => {
  const planted = Object.fromEntries(Object.values(BROKEN));

  const caught = violations(tree({ ...SOUND, ...planted }));

  const expected = Object.entries(BROKEN).map(([rule, [file]]) => `${rule}: ${file}`);
  expect(caught.filter(line => expected.includes(line)).sort()).toEqual(expected.sort());
});

test('a tree that keeps the rules is left in peace', () => {
  expect(violations(tree(SOUND))).toEqual([]);
});

test('the linter catches what the import graph cannot show', () => {
  const dir = tree({
    ...SOUND,
    'flows/clock.ts': 'export const now = (): number => Date.now();',
    'flows/luck.ts': 'export const luck = (): number => Math.random();',
    'flows/environment.ts': 'export const home = (): unknown => process.env;',
    'flows/a.ts': "import { b } from './b.js';\nexport const a = (): number => b() + 1;",
    'flows/b.ts': "import { a } from './a.js';\nexport const b = (): number => a() + 1;",
    'agent-console/peeks.tsx': "import type { Store } from '../bot/store.js';\nexport type Mine = Store;",
    'agent-console/reads.tsx': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
    'agent-console/sound.tsx':
      "import type { Row } from '../bot/console/contract.js';\nexport const sound = (row: Row) => <p>{row.id}</p>;",
    'bot/upwards.ts': "import { page } from '../agent-console/page.js';\nexport const mine = page;",
    'bot/console/contract.ts': "import { parts } from '../store.js';\nexport const rows = parts;",
  });
  copyFileSync(path.join(root, '.oxlintrc.json'), path.join(dir, '.oxlintrc.json'));

  const { stdout } = runTool('oxlint/bin/oxlint', ['--format=json'], dir);

  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
  expect(diagnostics.map(({ filename, code }) => `${filename}: ${code}`).sort()).toEqual([
    'agent-console/peeks.tsx: eslint(no-restricted-imports)',
    'agent-console/reads.tsx: eslint(no-restricted-imports)',
    'bot/console/contract.ts: eslint(no-restricted-imports)',
    'bot/upwards.ts: eslint(no-restricted-imports)',
    'flows/a.ts: import(no-cycle)',
    'flows/b.ts: import(no-cycle)',
    'flows/clock.ts: eslint(no-restricted-properties)',
    'flows/environment.ts: eslint(no-restricted-globals)',
    'flows/luck.ts: eslint(no-restricted-properties)',
  ]);
});

/** Every broken rule of a tree, as "rule: file". */
function violations(dir: string): string[] {
  const config = path.join(root, '.dependency-cruiser.cjs');
  const code = '{bot,flows,agent-console,test}/**/*.ts';
  const { stdout, stderr } = runTool(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', config, '--output-type', 'json', code],
    dir,
  );
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

function runTool(bin: string, args: string[], cwd: string): { stdout: string; stderr: string } {
  return spawnSync(process.execPath, [path.join(root, 'node_modules', bin), ...args], { cwd, encoding: 'utf8' });
}

function tree(files: Record<string, string>): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'cauce-layers-'));
  trees.push(dir);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
  return dir;
}
