/**
 * The real things that tests use and npm does not bring: a browser, and a server that speaks
 * MongoDB's wire protocol. Each is made ready when it can be; when it cannot, the reason is given
 * and the tests that need it say that they did not run.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const mongowireSources = path.join(root, 'test/mongowire');
const cache = path.join(root, 'test/.cache');

/** Where test/setup/mongo.ts finds the server. */
const mongowire = path.join(cache, 'mongowire');

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Makes every part ready and gives those that are missing, with the reason.
 * @returns {{ part: string, reason: string }[]}
 */
export function readyParts() {
  return [
    { part: 'browser tests', reason: readyBrowser() },
    { part: 'MongoDB tests', reason: readyMongowire() },
  ].filter(missing => missing.reason !== '');
}

/** Debian's browser, installed by the system's package manager when we may use it. */
function readyBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? '' : `CHROME_PATH is ${named}, which does not exist`;
  if (BROWSERS.some(file => existsSync(file))) return '';
  if (!isThere('apt-get')) return 'no Chromium here; install it or set CHROME_PATH';
  if (process.getuid?.() !== 0) return 'no Chromium here and only root may install it: apt-get install chromium';

  process.stderr.write('Installing Chromium for the browser tests (apt-get)…\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const done = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (done.status !== 0) return `apt-get ${args[0]} failed: ${lastLine(done.stderr)}`;
  }
  return '';
}

/** FerretDB over SQLite, built from test/mongowire when its sources change. Over a minute the first time. */
function readyMongowire() {
  if (process.env.TEST_MONGODB_URI) return '';
  const mark = `${mongowire}.hash`;
  const want = hashOf(['main.go', 'go.mod', 'go.sum']);
  if (existsSync(mongowire) && existsSync(mark) && readFileSync(mark, 'utf8') === want) return '';
  if (!isThere('go'))
    return 'no Go compiler to build test/mongowire; install Go 1.24 or newer, or set TEST_MONGODB_URI';

  process.stderr.write('Building the MongoDB-wire server of the tests (go build)…\n');
  mkdirSync(cache, { recursive: true });
  // Built aside, then moved: another run may be using the old one.
  const fresh = `${mongowire}.${process.pid}`;
  const built = spawnSync('go', ['build', '-trimpath', '-o', fresh, '.'], { cwd: mongowireSources, encoding: 'utf8' });
  if (built.status !== 0) {
    rmSync(fresh, { force: true });
    return `go build of test/mongowire failed: ${lastLine(built.stderr)}`;
  }
  renameSync(fresh, mongowire);
  writeFileSync(mark, want);
  return '';
}

/** @param {readonly string[]} files */
function hashOf(files) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(path.join(mongowireSources, file)));
  return hash.digest('hex');
}

/** @param {string} program */
function isThere(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some(folder => existsSync(path.join(folder, program)));
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}
