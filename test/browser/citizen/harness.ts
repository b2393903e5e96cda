/** Her page in a real browser, before a server whose network the test can cut and whose other side the test plays. */
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express, { type RequestHandler } from 'express';
import type { Browser, Page } from 'playwright-core';
import type { Incoming } from '../../../bot/channels/channel.js';
import { citizenPage } from '../../../bot/channels/webchat/page.js';
import { createWebchat, type WebchatOptions } from '../../../bot/channels/webchat/webchat.js';
import { systemClock } from '../../../bot/clock.js';
import { MemoryEngine } from '../../support/engine.js';
import { keptLog } from '../../support/serve.js';
import { openContext } from '../browser.js';

const dist = path.resolve(import.meta.dirname, '../../../dist/citizen');

export interface Network {
  /** Ends with a slash. */
  url: string;
  /** Where the quick exit leads: a page of ours that says where it was opened from. */
  exitUrl: string;
  /** No connection works any more, those that are open included. */
  cut(): Promise<void>;
  back(): Promise<void>;
  close(): Promise<void>;
}

export interface Side extends Network {
  engine: MemoryEngine;
  /** Her address, once she wrote. */
  her(): string;
}

export interface SideOptions {
  answer?: ConstructorParameters<typeof MemoryEngine>[0];
  webchat?: Partial<WebchatOptions>;
  /** Before everything else: to break what a proxy may break. */
  before?: RequestHandler;
  embedders?: readonly string[];
}

/** The service behind her page, played by the test. */
export async function side({ answer = echo, webchat, before, embedders }: SideOptions = {}): Promise<Side> {
  const engine = new MemoryEngine(answer);
  const { channel, router } = createWebchat({
    engine,
    secret: 'of tests',
    file: () => Promise.resolve({ type: 'image', blob: 'b1' }),
    gate: { isSos: text => text === 'SOS', isDanger: text => text === 'SOS', isSensed: () => false },
    clock: systemClock,
    log: keptLog(),
    ...webchat,
  });
  const net = await network([...(before ? [before] : []), router], embedders);
  return {
    ...net,
    engine,
    her: () => engine.stored.at(-1)!.address,
    close: async () => {
      await channel.close();
      await net.close();
    },
  };
}

/** Serves her page and these routers, over a network that can be cut. */
export async function network(routers: readonly RequestHandler[], embedders: readonly string[] = []): Promise<Network> {
  if (!existsSync(path.join(dist, 'chat.html'))) {
    throw new Error('dist/citizen is not built: run `node scripts/setup.mjs --build=web` first.');
  }
  const neutral = await listening(neutralSite());
  const exitUrl = `${addressOf(neutral)}tiempo`;
  const app = express();
  app.use(...routers, citizenPage({ folder: dist, exitUrl, embedders, unreviewed: ['es', 'en'] }));
  let server = await listening(app);
  const { port } = server.address() as AddressInfo;
  const stop = async (which: Server): Promise<void> => {
    if (!which.listening) return;
    const closed = once(which, 'close');
    which.close();
    which.closeAllConnections();
    await closed;
  };
  return {
    url: addressOf(server),
    exitUrl,
    cut: () => stop(server),
    back: async () => {
      server = await listening(app, port);
    },
    close: async () => {
      await Promise.all([stop(server), stop(neutral)]);
    },
  };
}

export async function listening(app: RequestHandler, port = 0): Promise<Server> {
  const server = createServer(app as Parameters<typeof createServer>[1]);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

export const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

/** Says nothing, and notes what a browser told it about where she was. */
function neutralSite(): RequestHandler {
  const app = express();
  app.get('/tiempo', (request, response) => {
    response.type('html').send(`<title>El tiempo</title><p id="from">${request.get('referer') ?? 'nowhere'}</p>`);
  });
  return app;
}

function echo({ text }: Incoming): string[] {
  return [`Leí: ${text}`];
}

export interface Window {
  page: Page;
  /** What went wrong in the page; nothing is expected. */
  errors: string[];
}

/** Her telephone, or a computer. */
export async function herPage(
  browser: Browser,
  url: string,
  { width = 390, height = 844, locale = 'es-CL' } = {},
): Promise<Window> {
  const context = await openContext(browser, { width, height, locale });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  page.on('console', message => {
    // The browser itself reports the connections that the tests cut.
    if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text()))
      errors.push(message.text());
  });
  await page.goto(url);
  return { page, errors };
}

export const field = (page: Page) => page.getByRole('textbox', { name: /Escribe tu mensaje|Write your message/ });
export const said = (page: Page) => page.locator('article .said');

export async function writes(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}

/** Resolves when the page expectShown exactly these texts, in this order. */
export async function expectShown(page: Page, texts: readonly string[]): Promise<void> {
  await page.waitForFunction(
    wanted =>
      JSON.stringify([...document.querySelectorAll('article .said')].map(said => said.textContent)) ===
      JSON.stringify(wanted),
    texts,
    { timeout: 30_000 },
  );
}
