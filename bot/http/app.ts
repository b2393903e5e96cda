/**
 * The web server: channels, the console's API and pages, the API's documents, health. Each part brings its router; here
 * are only the order, the headers that hold for all, and what is said where nothing is.
 */
import { existsSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import path from 'node:path';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import proxyAddress from 'proxy-addr';
import type { Front } from '../channels/http/front.js';
import type { Log } from '../log.js';
import { DOCS_CSS, docsPage } from './docs-page.js';

export interface AppParts {
  /** A proxy with TLS stands in front: its headers say who asks. */
  behindProxy: boolean;
  /** Takes what does not need a router. */
  front: Front;
  /** Channels, health, the console's API: each with its own paths. */
  routers: readonly Router[];
  /** The citizen's page and widget, with headers of their own. */
  pages: Router;
  /** Folder of the built console. */
  console: string;
  openapi: object;
  log: Log;
}

export function createApp({ behindProxy, front, routers, pages, console, openapi, log }: AppParts): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  // Answers of the API are never asked for again by their tag; files have tags of their own.
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', behindProxy ? ['loopback', 'linklocal', 'uniquelocal'] : false);
  for (const router of routers) app.use(router);
  app.use('/api', documents(openapi));
  app.use('/console', consolePages(console));
  app.use(pages);
  app.use(missing, broken(log));
  const trusted = app.get('trust proxy fn') as (address: string, i: number) => boolean;
  const ipOf = (request: IncomingMessage): string | undefined => proxyAddress(request, trusted);
  return (request, response) => {
    if (!front(request, response, ipOf)) app(request, response);
  };
}

const NOTHING_FOREIGN = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};

/** The console's components style themselves inline; no script may. Its sockets are its own origin's. */
const consoleHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      ...NOTHING_FOREIGN,
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      mediaSrc: ["'self'", 'blob:'],
    },
  },
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: false,
});

function consolePages(folder: string): RequestHandler[] {
  const index = path.join(folder, 'index.html');
  const page: RequestHandler = (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (path.extname(request.path) !== '' || !existsSync(index)) return next();
    response.set('cache-control', 'no-store').sendFile(index);
  };
  const toFolder: RequestHandler = (request, response, next) =>
    request.originalUrl === '/console' ? response.redirect(308, '/console/') : next();
  return [
    consoleHeaders as RequestHandler,
    toFolder,
    express.static(folder, { index: false, setHeaders: keepHashed }),
    page,
  ];
}

/** Files with a hash in their name never change. */
const keepHashed = (response: { set(name: string, value: string): unknown }, file: string): void => {
  response.set(
    'cache-control',
    file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
};

function documents(openapi: object): Router {
  const router = express.Router();
  const page = docsPage(openapi);
  router.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { ...NOTHING_FOREIGN, styleSrc: ["'self'"] } },
      strictTransportSecurity: false,
    }),
  );
  router.get('/openapi.json', (_request, response) => void response.json(openapi));
  router.get('/docs.css', (_request, response) => void response.type('css').send(DOCS_CSS));
  router.get('/docs', (_request, response) => void response.type('html').send(page));
  return router;
}

const missing: RequestHandler = (_request, response) => {
  response
    .status(404)
    .json({ error: { code: 'not-found', message: 'There is nothing at this address. See /api/docs.' } });
};

const broken =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = (error as { status?: unknown }).status;
    const theirs = typeof status === 'number' && status >= 400 && status < 500;
    if (!theirs)
      log.error('request failed', {
        method: request.method,
        reason: error instanceof Error ? error.name : typeof error,
      });
    response.status(theirs ? status : 500).json({
      error: {
        code: theirs ? 'invalid' : 'internal',
        message: theirs ? 'The request could not be read.' : 'Something failed here.',
      },
    });
  };
