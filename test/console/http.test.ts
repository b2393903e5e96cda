import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse, Page, post, signIn } from './house.js';
import type { SignedIn } from '../../bot/console/contract.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

const me = (cookie: string) => fetch(`${house.url}/console/api/me`, { headers: { cookie } });

describe('signing in', () => {
  test('opens a session that only a cookie of this site carries', async () => {
    const ana = await house.person('Ana');
    const response = await post(house.url, '/sign-in', ana);
    const body = (await response.json()) as SignedIn;

    expect(response.headers.get('set-cookie')).toMatch(/^cauce=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(body).toMatchObject({
      user: { name: 'Ana', roles: ['executive'], mustChangePassword: false },
      institution: 'un servicio público',
      serverNow: house.clock.now(),
    });
    expect(Buffer.from(body.draftKey, 'base64')).toHaveLength(32);
    expect(await (await me(response.headers.get('set-cookie')!)).json()).toEqual(body);
  });

  test('says which emergencies are hers, so that she goes back to them', async () => {
    const who = await house.person('Ana');
    const ana = await house.enters(who);
    const conversation = await house.writes('rosa', 'AUXILIO');
    await ana.does(conversation, { do: 'take' });
    const { name } = await ana.row(conversation);

    const again = (await (await post(house.url, '/sign-in', who)).json()) as SignedIn;
    const eva = (await (await post(house.url, '/sign-in', await house.person('Eva'))).json()) as SignedIn;

    expect(again.emergencies).toEqual([{ conversation, name }]);
    expect(eva.emergencies).toEqual([]);
  });

  test('a wrong password and an unknown account are told the same, in the language of the browser', async () => {
    const { email } = await house.person('Ana');
    const wrong = await post(house.url, '/sign-in', { email, password: 'no es esta' });
    const unknown = await post(
      house.url,
      '/sign-in',
      { email: 'x@y.cl', password: 'no es esta' },
      { 'accept-language': 'en' },
    );

    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual({
      error: { code: 'wrong', message: 'El correo o la contraseña no coinciden.' },
    });
    expect(await unknown.json()).toEqual({ error: { code: 'wrong', message: 'E-mail or password do not match.' } });
  });

  test('too many tries have to wait, and are told how long', async () => {
    const { email, password } = await house.person('Ana');
    for (let i = 0; i < 5; i++) await post(house.url, '/sign-in', { email, password: 'no es esta' });
    const response = await post(house.url, '/sign-in', { email, password });

    expect(response.status).toBe(429);
    expect(await response.json()).toEqual({
      error: { code: 'wait', message: 'Demasiados intentos. Espera 10 min.' },
      retryAfterS: 600,
    });
  });

  test.each([[{}], [{ email: 'x' }], [{ email: 'x', password: 'y', more: 1 }], [[]]])(
    '%j is not understood',
    async body => {
      expect((await post(house.url, '/sign-in', body)).status).toBe(400);
    },
  );

  test('a body that is no JSON, as a form of another site sends, is not understood', async () => {
    const { email, password } = await house.person('Ana');
    const response = await post(house.url, '/sign-in', { email, password }, { 'content-type': 'text/plain' });
    expect(response.status).toBe(400);
  });
});

describe('a request that changes something', () => {
  test('needs the proof of our own page', async () => {
    const { cookie, signedIn } = await signIn(house.url, await house.person('Ana'));

    expect((await post(house.url, '/sign-out', {}, { cookie })).status).toBe(403);
    expect((await post(house.url, '/sign-out', {}, { cookie, 'x-csrf': 'guess' })).status).toBe(403);
    expect((await post(house.url, '/sign-out', {}, { cookie, 'x-csrf': signedIn.csrf })).status).toBe(204);
    expect((await me(cookie)).status).toBe(401);
  });
});

describe('the one-time password', () => {
  test('lets nobody work until it is changed, and the new one has to be good', async () => {
    const { password } = await house.users.add({ email: 'paz@institucion.cl', name: 'Paz', roles: ['executive'] });
    const { cookie, signedIn } = await signIn(house.url, { email: 'paz@institucion.cl', password });
    const change = (current: string, next: string) =>
      post(house.url, '/password', { current, next }, { cookie, 'x-csrf': signedIn.csrf });
    expect(signedIn.user.mustChangePassword).toBe(true);
    await expect(Page.open(house.url, cookie, signedIn)).rejects.toThrow('password');

    expect(await (await change(password, 'corta')).json()).toMatchObject({ error: { code: 'short', field: 'next' } });
    expect(await (await change('otra', 'tres gatos en el techo')).json()).toMatchObject({
      error: { code: 'wrong', field: 'current' },
    });
    expect((await change(password, 'tres gatos en el techo')).status).toBe(204);

    const page = await Page.open(house.url, cookie, signedIn);
    page.close();
  });
});

describe('who may have a session in clear', () => {
  test('a browser of this machine may; one that came by another name is told to use https', async () => {
    const ana = await house.person('Ana');
    const response = await post(house.url.replace('127.0.0.1', 'localhost'), '/sign-in', ana);
    expect(response.status).toBe(200);

    const foreign = await postAs(house.url, 'cauce.institucion.cl', ana);
    expect(foreign).toMatchObject({ status: 403, body: { error: { code: 'insecure' } } });
  });

  test('over https the cookie is a __Host- one, and a plain one opens nothing', async () => {
    const secure = await openHouse({ origin: 'https://cauce.institucion.cl' });
    try {
      const response = await post(secure.url, '/sign-in', await secure.person('Ana'));
      const cookie = response.headers.get('set-cookie')!;
      expect(cookie).toMatch(/^__Host-cauce=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
      const plain = cookie.split(';')[0]!.replace('__Host-', '');
      expect((await fetch(`${secure.url}/console/api/me`, { headers: { cookie: plain } })).status).toBe(401);
      // A password that came in clear past the proxy is not taken.
      const eva = await secure.person('Eva');
      expect(await postAs(secure.url, 'cauce.institucion.cl', eva)).toMatchObject({ status: 403 });
      expect(await postAs(secure.url, 'cauce.institucion.cl', eva, { 'x-forwarded-proto': 'https' })).toMatchObject({
        status: 200,
      });
    } finally {
      await secure.close();
    }
  });
});

describe('the line of a page', () => {
  test('is not opened without a session, nor without the proof', async () => {
    const { cookie, signedIn } = await signIn(house.url, await house.person('Ana'));
    await expect(Page.open(house.url, 'cauce=nothing', signedIn)).rejects.toThrow('not-signed-in');
    await expect(Page.open(house.url, cookie, { ...signedIn, csrf: 'guess' })).rejects.toThrow('not-signed-in');
  });

  test('signing out ends it on every tab', async () => {
    const ana = await house.works('Ana');
    const tab = await Page.open(house.url, ana.cookie, ana.me);

    await post(house.url, '/sign-out', {}, { cookie: ana.cookie, 'x-csrf': ana.me.csrf });

    await Promise.all([ana, tab].map(page => page.until(() => !page.socket.connected)));
    expect([ana.signedOut, tab.signedOut]).toEqual([true, true]);
  });

  test('an account that is disabled is cut, and can do nothing meanwhile', async () => {
    const ana = await house.works('Ana');
    await house.person('Root', ['administrator']);
    const conversation = await house.writes('rosa', 'quiero hablar con una persona');
    await house.users.disable(ana.me.user.email);

    expect(await ana.does(conversation, { do: 'take' }, { epoch: 1 })).toMatchObject({
      ok: false,
      code: 'not-signed-in',
    });
    await house.desk.tick();
    await ana.until(() => !ana.socket.connected);
    expect(ana.signedOut).toBe(false);
  });
});

/** fetch does not let a page choose the host it names; a reverse proxy does. */
async function postAs(
  url: string,
  host: string,
  body: unknown,
  more: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const { request } = await import('node:http');
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        path: '/console/api/sign-in',
        method: 'POST',
        headers: { host, 'content-type': 'application/json', ...more },
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString()) }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });
}
