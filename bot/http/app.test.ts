/** Who asks, as the way before the routers sees it: the proxy that stands in front is believed only where one is configured. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Router } from 'express';
import { expect, test } from 'vitest';
import { silentLog } from '../log.js';
import { createApp } from './app.js';

test.each([
  [true, '200.1.2.3'],
  [false, '127.0.0.1'],
])('behind a proxy: %s', async (behindProxy, ip) => {
  const app = createApp({
    behindProxy,
    front(request, response, ipOf) {
      response.end(ipOf(request));
      return true;
    },
    routers: [],
    pages: Router(),
    console: '/nonexistent',
    openapi: { openapi: '3.1.0', info: { title: '', version: '' }, paths: {} },
    log: silentLog,
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': '9.9.9.9, 200.1.2.3' } });
  expect(await response.text()).toBe(ip);
  server.close();
});
