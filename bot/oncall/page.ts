/**
 * The page behind the link of a call: what it is about, and one button. Opening it does nothing, since programs that check
 * mail open links too; it tells nothing of her but a pseudonym and since when.
 *
 *     GET  /guardia/<link>
 *     POST /guardia/<link>   "I see to it"
 */
import express, { type Response, type Router } from 'express';
import helmet from 'helmet';
import { escaped } from '../markup.js';
import type { Paged } from './pages.js';
import { HOLD_MS, type Paging } from './paging.js';
import type { Roster } from './roster.js';
import { sayTo } from './words.js';

export function onCallPages(paging: Paging, roster: Roster, consoleUrl: string): Router {
  const router = express.Router();
  router.use(
    '/guardia',
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'unsafe-inline'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: false,
    }),
    (_request, response, next) => {
      response.set('cache-control', 'no-store');
      next();
    },
  );
  router.get('/guardia/:link', async (request, response) => {
    const { link } = request.params;
    const found = await paging.find(link);
    show(response, found?.paged ?? null, await localeOf(roster, found?.person), consoleUrl);
  });
  router.post('/guardia/:link', async (request, response) => {
    const { link } = request.params;
    const found = await paging.find(link);
    show(response, await paging.acknowledge(link), await localeOf(roster, found?.person), consoleUrl);
  });
  return router;
}

async function localeOf(roster: Roster, person: string | undefined): Promise<'es' | 'en'> {
  return (await roster.list()).find(one => one.id === person)?.locale ?? 'es';
}

function show(response: Response, paged: Paged | null, locale: 'es' | 'en', consoleUrl: string): void {
  const say = sayTo(locale);
  const time = new Intl.DateTimeFormat('es-CL', {
    timeZone: paged?.zone ?? 'America/Santiago',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const minutes = String(HOLD_MS / 60_000);
  const parts = !paged
    ? [text(say('ack.unknown'))]
    : paged.endedAt !== null
      ? [text(say('ack.over')), link(consoleUrl, say('ack.console'))]
      : paged.acknowledged
        ? [
            text(say('ack.done', { by: paged.acknowledged.name, at: time.format(paged.acknowledged.at) })),
            text(say('ack.after', { minutes })),
            link(consoleUrl, say('ack.console')),
          ]
        : [
            text(say('ack.open', { name: paged.name, since: time.format(paged.since) })),
            `<form method="post"><button>${escaped(say('ack.button'))}</button></form>`,
            text(say('ack.after', { minutes })),
            link(consoleUrl, say('ack.console')),
          ];
  const drill = paged?.drill ? text(say('drill')) : '';
  response
    .status(paged ? 200 : 404)
    .type('html')
    .send(`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(say('ack.title'))}</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(say('ack.title'))}</h1>${drill}${parts.join('')}</main></body></html>`);
}

/** As the console's calm colours; a telephone is what most open it on. */
const STYLE =
  'body{margin:0;font:16px/1.4 system-ui,sans-serif;color:#1b2130;background:#fff}main{max-width:32rem;margin:0 auto;padding:24px 16px}' +
  'h1{font-size:20px}button{min-height:48px;width:100%;font:600 16px system-ui,sans-serif;color:#fff;background:#1f5fa8;border:0;border-radius:4px}' +
  'a{color:#1f5fa8}button:focus-visible,a:focus-visible{outline:2px solid #0b57d0;outline-offset:2px}' +
  '@media (prefers-color-scheme:dark){body{color:#e8ecf3;background:#12161e}button{color:#0c1420;background:#8ab8f5}a{color:#8ab8f5}}';

const text = (said: string): string => `<p>${escaped(said)}</p>`;
const link = (url: string, said: string): string => `<p><a href="${escaped(url)}">${escaped(said)}</a></p>`;
