import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serve } from '../../../test/support/serve.js';
import { citizenPage, type PageOptions } from './page.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'citizen-'));
  for (const file of ['chat.js', 'chat.css', 'icon.svg', 'widget.js'])
    writeFileSync(path.join(folder, file), `/* ${file} */`);
  writeFileSync(
    path.join(folder, 'chat.html'),
    '<a id="leave" href="https://www.google.cl/">Salir</a><p data-unreviewed="">',
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

async function get(at: string, options: Partial<PageOptions> = {}) {
  const served = await serve(
    (_request, response, next) => {
      response.set('x-frame-options', 'SAMEORIGIN');
      next();
    },
    citizenPage({ folder, ...options }),
  );
  const response = await fetch(`${served.url}${at}`);
  const text = await response.text();
  await served.close();
  return { status: response.status, headers: response.headers, text };
}

describe('every file of the page', () => {
  test.each(['/', '/chat.js', '/chat.css', '/icon.svg', '/widget.js'])(
    '%s is kept by nobody and tells no site where she was',
    async at => {
      const { status, headers } = await get(at);

      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toContain('noindex');
    },
  );
});

test('nothing runs in the page but its own files', async () => {
  const policy = (await get('/')).headers.get('content-security-policy')!;

  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
});

test('only the sites that were named may show it in a frame', async () => {
  const closed = await get('/');
  const named = await get('/', { embedders: ['https://www.municipio.cl'] });

  expect(closed.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'$/);
  expect(named.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self' https:\/\/www\.municipio\.cl$/);
  expect(named.headers.get('x-frame-options')).toBeNull();
});

test('any site may run the widget’s script', async () => {
  expect((await get('/widget.js')).headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

test('what nobody has reviewed is told, in which languages', async () => {
  expect((await get('/', { unreviewed: ['es', 'en'] })).text).toContain('<p data-unreviewed="es en">');
  expect((await get('/')).text).toContain('<p data-unreviewed="">');
});

test('the quick exit leads where the institution says', async () => {
  expect((await get('/')).text).toContain('href="https://www.google.cl/"');
  expect((await get('/', { exitUrl: 'https://www.meteochile.gob.cl/?a=1&b="' })).text).toContain(
    'href="https://www.meteochile.gob.cl/?a=1&amp;b=%22"',
  );
});

test.each([
  ['an exit that is no address', { exitUrl: 'google' }, /"google" is no address/],
  ['an exit that runs', { exitUrl: 'javascript:alert(1)' }, /is no address/],
  ['a site with a path', { embedders: ['https://www.municipio.cl/chat'] }, /is not an origin/],
  ['a site that says more', { embedders: ["https://a.cl; script-src 'unsafe-inline'"] }, /is not an origin/],
  ['a folder that is not built', { folder: '/nowhere' }, /Run: npm run build/],
])('%s is refused at start', (_about, options, message) => {
  expect(() => citizenPage({ folder, ...options })).toThrow(message);
});
