/**
 * `npm run pictures`: takes the pictures of the README anew (docs/images). Starts the service on a folder of its own, lets a
 * simulated citizen and an executive talk in a real browser, and looks at both. Nothing is dialled and nothing leaves this
 * machine. Chromium is that of CHROME_PATH, or the system's.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '..');
const cauce = path.join(root, 'dist/bot/cli/main.js');
const data = mkdtempSync(path.join(tmpdir(), 'cauce-pictures-'));
const env = { ...process.env, CAUCE_DATA: data, HOST: '127.0.0.1', PORT: '0', MONGODB_URI: '', LOG_LEVEL: 'error' };
const executablePath = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  file => file && existsSync(file),
);
if (!executablePath) throw new Error('No Chromium on this machine; install it or set CHROME_PATH.');

const service = spawn(process.execPath, [cauce, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  await taken(await addressOf(service.stdout), executablePath);
} finally {
  service.kill();
  rmSync(data, { recursive: true, force: true });
}

/** @param {string} url @param {string} browserPath */
async function taken(url, browserPath) {
  const added = ['user', 'add', 'ana@example.cl', '--name', 'Ana Rojas', '--role', 'executive', '--json'];
  const { password } = JSON.parse(execFileSync(process.execPath, [cauce, ...added], { env, encoding: 'utf8' }));
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const ana = await atWork(browser, `${url}console/`, password);
    const her = await windowOf(browser, 390, 844);
    await her.goto(url);
    for (const text of ['hola', 'sí', 'anoche me amenazó con un cuchillo, tengo miedo de que vuelva'])
      await says(her, text);

    await ana.keyboard.press('F8');
    await ana.getByRole('log').waitFor();
    await ana.keyboard.press('t');
    await ana.locator('strong[data-mine]').waitFor();
    await ana.locator('[data-composer]').fill('Soy Ana, del equipo. Te leo. ¿Él está ahí contigo ahora?');
    await ana.keyboard.press('Enter');
    await her.getByText('Soy Ana, del equipo').waitFor();
    await says(her, 'no, salió a comprar cerveza. estoy con mi hijo');
    picture('chat', await her.screenshot());
    await says(her, 'los aromos 114, peñalolén');
    await ana.getByText('Está en: ').waitFor();
    await ana.locator('[data-dial]').first().click();
    await ana.locator('[data-call]:focus').waitFor();
    await ana.locator('[data-composer]').fill('¿Sabes cuánto falta para que vuelva?');
    picture('console', await ana.screenshot());
  } finally {
    await browser.close();
  }
}

/** @param {import('playwright-core').Browser} browser @param {number} width @param {number} height */
async function windowOf(browser, width, height) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'es-CL',
    timezoneId: 'America/Santiago',
  });
  return context.newPage();
}

/** Signed in, her shift begun. @param {import('playwright-core').Browser} browser @param {string} url @param {string} password */
async function atWork(browser, url, password) {
  const page = await windowOf(browser, 1440, 900);
  // A call is written in the ledger; this machine has no telephone.
  await page.addInitScript(
    `document.addEventListener('click', e => e.target.closest('a[href^="tel:"]') && e.preventDefault(), true)`,
  );
  await page.goto(url);
  await page.getByLabel('Correo').fill('ana@example.cl');
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('Elige tu contraseña').waitFor();
  for (const field of await page.locator('input[type=password]').all()) await field.fill('una frase de las fotos');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Probar sonido' }).click();
  await page.getByRole('button', { name: 'Empezar turno' }).click();
  await page.locator('[data-queue]').waitFor({ state: 'attached' });
  return page;
}

/** She writes, and what she wrote was received. @param {import('playwright-core').Page} page @param {string} text */
async function says(page, text) {
  const before = await page.getByText('Recibido').count();
  await page.locator('#text').fill(text);
  await page.keyboard.press('Enter');
  await page.getByText('Recibido').nth(before).waitFor();
}

/** Where the page of the citizen is, once it is there. @param {import('node:stream').Readable} out */
async function addressOf(out) {
  let said = '';
  for await (const chunk of out) {
    said += chunk;
    const [, url] = /(http:\/\/\S+\/)\n/.exec(said) ?? [];
    if (url) return url;
  }
  throw new Error(`The service did not start:\n${said}`);
}

/** Written with the best compression: the browser's own is a quick one. @param {string} name @param {Buffer} png */
function picture(name, png) {
  /** @type {Buffer[]} */
  const image = [];
  const rest = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const end = at + png.readUInt32BE(at) + 12;
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') image.push(png.subarray(at + 8, end - 4));
    else rest.push(png.subarray(at, end));
  }
  const small = deflateSync(inflateSync(Buffer.concat(image)), { level: 9, memLevel: 9 });
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('IDAT', 'latin1'), small, Buffer.alloc(4)]);
  chunk.writeUInt32BE(small.length, 0);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  const written = Buffer.concat([png.subarray(0, 8), ...rest.slice(0, -1), chunk, ...rest.slice(-1)]);
  const file = path.join(root, 'docs/images', `${name}.png`);
  writeFileSync(file, written);
  console.log(`${path.relative(root, file)}: ${Math.round(written.length / 1024)} KB`);
}
