/**
 * Makes a clone ready to run: installs the packages and, when asked, builds the server and the web.
 * Does nothing, in milliseconds, when all that is up to date. Runs before `npm start`, `npm test`
 * and every `npx cauce`.
 *
 *     node scripts/setup.mjs                 packages
 *     node scripts/setup.mjs --build         packages, server (dist/bot, dist/flows) and web (dist/console, dist/citizen)
 *     node scripts/setup.mjs --build=web     packages and web
 *
 * Node's own modules only: node_modules may not exist yet. Writes to standard error only, so that a
 * command's output stays clean. What fails is said in one message and exits with 2; the last good
 * build stays, and a torn install is removed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './lock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inRoot = (/** @type {string} */ file) => path.join(root, file);

/** @typedef {'server' | 'web'} Part */

class SetUpFailed extends Error {}

/**
 * Held while something is being made.
 * @type {import('./lock.mjs').Lock | undefined}
 */
let lock;

/**
 * A thing to make: where its mark lies, what it depends on, how it is made.
 * @typedef {{ mark: string, inputs: () => string, make: () => Promise<void> }} Product
 */

/** @type {Product} */
const packages = {
  mark: 'node_modules/.cauce-install',
  inputs: () =>
    hashOf(['package.json', 'package-lock.json', '.npmrc'], `${process.version} ${process.platform} ${process.arch}`),
  make: installPackages,
};

/** @type {Record<Part, Product>} */
const builds = {
  server: {
    mark: 'dist/.server-hash',
    inputs: () =>
      hashOf(['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', ...sources('bot'), ...sources('flows')]),
    make: buildServer,
  },
  web: {
    mark: 'dist/.web-hash',
    inputs: () =>
      hashOf([
        'vite.config.ts',
        'package-lock.json',
        ...['contract', 'delivery', 'queue', 'rights'].map(name => `bot/console/${name}.ts`),
        ...sources('agent-console'),
        ...sources('flows'),
      ]),
    make: buildWeb,
  },
};

/**
 * Installs and builds what is missing or out of date. Ends the process with 2 when it cannot.
 * @param {readonly Part[]} parts
 */
export async function setUp(parts) {
  try {
    checkNode();
    const wanted = [packages, ...parts.map(part => builds[part])];
    if (wanted.every(isFresh)) return;
    lock = takeLock(inRoot('.setup.lock'), say);
    try {
      for (const product of wanted) if (!isFresh(product)) await make(product);
    } finally {
      rmSync(inRoot('.dist-new'), { recursive: true, force: true });
      lock.release();
    }
  } catch (error) {
    say(messageOf(error));
    process.exit(2);
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetUpFailed(
    `Cauce necesita Node 20.19 o posterior; este es ${process.versions.node}. Instale uno más nuevo y repita el comando.`,
  );
}

/** @param {Product} product */
function isFresh(product) {
  const mark = inRoot(product.mark);
  return existsSync(mark) && readFileSync(mark, 'utf8') === product.inputs();
}

/**
 * The inputs are read before the work: a file saved meanwhile makes the next run build again.
 * @param {Product} product
 */
async function make(product) {
  const inputs = product.inputs();
  await product.make();
  writeFileSync(inRoot(product.mark), inputs);
}

/** `--include=dev` because NODE_ENV=production would leave out the compiler and the web's builder. */
async function installPackages() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  say('Instalando paquetes (npm ci)…');
  const code = await runNpm(args);
  if (code === 0) return;
  // npm writes this file last: without it, what lies there is a torn install.
  if (!existsSync(inRoot('node_modules/.package-lock.json')))
    rmSync(inRoot('node_modules'), { recursive: true, force: true });
  throw new SetUpFailed(
    `Cauce no pudo instalar sus paquetes: npm ci terminó con ${code}; arriba está lo que dijo. Revise la red y la configuración de npm, y repita el comando.`,
  );
}

/**
 * The npm that runs us when one does, else the one on the PATH. (`npx` names its own program there.)
 * @param {readonly string[]} args
 */
function runNpm(args) {
  const script = process.env.npm_execpath?.replace(/npx-cli(\.c?js)$/, 'npm-cli$1');
  if (script && /npm-cli\.c?js$/.test(script)) return run(process.execPath, [script, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

async function buildServer() {
  say('Construyendo el servidor…');
  const code = await run(process.execPath, [
    inRoot('node_modules/typescript/bin/tsc'),
    '-p',
    'tsconfig.build.json',
    '--outDir',
    '.dist-new',
  ]);
  if (code !== 0)
    throw new SetUpFailed('No se pudo construir Cauce: el servidor no compila; los errores están arriba.');
  moveIntoDist(['bot', 'flows']);
}

async function buildWeb() {
  say('Construyendo la consola y la página de la ciudadana…');
  for (const mode of ['console', 'citizen', 'widget']) {
    const vite = [inRoot('node_modules/vite/bin/vite.js'), 'build', '--mode', mode, '--logLevel', 'warn'];
    // Another NODE_ENV in the shell would build React's slow development version.
    const code = await run(process.execPath, vite, { ...process.env, NODE_ENV: 'production' });
    if (code !== 0)
      throw new SetUpFailed(`No se pudo construir Cauce: falló la parte web "${mode}"; los errores están arriba.`);
  }
  moveIntoDist(['console', 'citizen']);
}

/**
 * Everything is built aside and then put in place, so that a build that fails leaves the last good one.
 * @param {readonly string[]} folders
 */
function moveIntoDist(folders) {
  mkdirSync(inRoot('dist'), { recursive: true });
  for (const folder of folders) {
    rmSync(inRoot(`dist/${folder}`), { recursive: true, force: true });
    renameSync(inRoot(`.dist-new/${folder}`), inRoot(`dist/${folder}`));
  }
}

/**
 * Runs a program in the root, its words on our standard error, and gives its exit code.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number | string>}
 */
function run(program, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 2, 2], env });
    if (child.pid) lock?.alsoHeldBy(child.pid);
    child.on('error', error => reject(new SetUpFailed(`Cauce no pudo ejecutar ${program}: ${error.message}`)));
    child.on('exit', (code, signal) => resolve(code ?? signal ?? 1));
  });
}

/**
 * Every file below a folder of the root that can change a build; tests cannot.
 * @param {string} folder
 * @returns {string[]}
 */
function sources(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap(entry => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(file);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [file];
  });
}

/**
 * @param {readonly string[]} files
 * @param {string} [more]
 */
function hashOf(files, more = '') {
  const hash = createHash('sha256').update(more);
  for (const file of [...files].sort()) {
    hash.update(`\0${file}\0`);
    if (existsSync(inRoot(file))) hash.update(readFileSync(inRoot(file)));
  }
  return hash.digest('hex');
}

/** @param {unknown} error */
function messageOf(error) {
  if (error instanceof SetUpFailed) return error.message;
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code)) {
    const cure = code === 'ENOSPC' ? 'Libere espacio ahí' : 'Dé a este usuario permiso para escribir ahí';
    return `Cauce no puede escribir en ${root} (${code}). ${cure} y repita el comando.`;
  }
  return `Cauce no se pudo preparar: ${message}`;
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const unknown = asked.find(argument => !['--build', '--build=server', '--build=web'].includes(argument));
  if (unknown !== undefined) {
    say(`${unknown} no es una opción de la preparación; acepta --build, --build=server o --build=web.`);
    process.exit(2);
  }
  /** @type {Part[]} */
  const parts = ['server', 'web'];
  await setUp(parts.filter(part => asked.includes('--build') || asked.includes(`--build=${part}`)));
}
