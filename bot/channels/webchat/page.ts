/**
 * Serves her page and the widget's script, from memory, with the headers that keep her safe: nothing is stored by the
 * browser, no site learns where she came from, and only the sites named here may show the page in a frame.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import express, { type Router } from 'express';

export interface PageOptions {
  /** The folder that the build made: chat.html, chat.js, chat.css, icon.svg, widget.js. */
  folder: string;
  /** Origins that may show the page in a frame, such as `https://www.municipio.cl`; this one may always. */
  embedders?: readonly string[];
  /** Where the quick exit leads: a site that says nothing. A search page when absent. */
  exitUrl?: string;
  /** Languages in which no institution has reviewed what the service says: the page tells so at its foot. */
  unreviewed?: readonly string[];
}

/** As chat.html has it. */
const EXIT_LINK = 'href="https://www.google.cl/"';
const UNREVIEWED = 'data-unreviewed=""';

const FILES: readonly { path: string; file: string; type: string }[] = [
  { path: '/', file: 'chat.html', type: 'text/html; charset=utf-8' },
  { path: '/chat.js', file: 'chat.js', type: 'text/javascript; charset=utf-8' },
  { path: '/chat.css', file: 'chat.css', type: 'text/css; charset=utf-8' },
  { path: '/icon.svg', file: 'icon.svg', type: 'image/svg+xml' },
  { path: '/widget.js', file: 'widget.js', type: 'text/javascript; charset=utf-8' },
];

/** Throws, with what to do, when the folder is not built or a setting is no address. */
export function citizenPage({ folder, embedders = [], exitUrl, unreviewed = [] }: PageOptions): Router {
  const headers = pageHeaders(embedders);
  const router = express.Router();
  for (const { path: at, file, type } of FILES) {
    const plain = at === '/' ? page(read(folder, file), exitUrl, unreviewed) : read(folder, file);
    const packed = gzipSync(plain);
    router.get(at, (request, response) => {
      // Helmet's own would forbid every frame, also those that were allowed.
      response.removeHeader('x-frame-options');
      response.set({ ...headers, 'content-type': type, vary: 'accept-encoding' });
      // Any site may run the widget's script; the page itself is its own origin's.
      response.set('cross-origin-resource-policy', at === '/widget.js' ? 'cross-origin' : 'same-origin');
      if (request.acceptsEncodings('gzip')) response.set('content-encoding', 'gzip').end(packed);
      else response.end(plain);
    });
  }
  return router;
}

function pageHeaders(embedders: readonly string[]): Record<string, string> {
  for (const origin of embedders) {
    if (!isWeb(origin) || new URL(origin).origin !== origin) {
      throw new Error(`"${origin}" is not an origin that may show the page; write it as https://www.example.cl`);
    }
  }
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `frame-ancestors ${["'self'", ...embedders].join(' ')}`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'x-content-type-options': 'nosniff',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(self)',
  };
}

function read(folder: string, file: string): Buffer {
  try {
    return readFileSync(path.join(folder, file));
  } catch {
    throw new Error(`The citizen’s page is not built: ${path.join(folder, file)} is missing. Run: npm run build`);
  }
}

function page(html: Buffer, exitUrl: string | undefined, unreviewed: readonly string[]): Buffer {
  const text = html.toString('utf8').replace(UNREVIEWED, `data-unreviewed="${unreviewed.join(' ')}"`);
  if (!text.includes(EXIT_LINK)) throw new Error(`chat.html has no link ${EXIT_LINK} for the quick exit`);
  if (exitUrl === undefined) return Buffer.from(text);
  if (!isWeb(exitUrl))
    throw new Error(`"${exitUrl}" is no address for the quick exit; write it as https://www.example.cl/`);
  return Buffer.from(
    text.replace(EXIT_LINK, () => `href="${new URL(exitUrl).href.replaceAll('&', '&amp;').replaceAll('"', '%22')}"`),
  );
}

const isWeb = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
