import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT, CALLER, type CallProvider, openCallProvider, TOKEN } from '../../test/support/call-provider.js';
import { keptLog, serve, type Served } from '../../test/support/serve.js';
import { type CallEvents, CallRefused, type Spoken } from './telephony.js';
import { twilio, type TwilioOptions } from './twilio.js';

const ORIGIN = 'https://here.example.cl';
const CALL = { ref: 'Ref-1_x', to: '+56987654321', locale: 'es' as const, text: 'Uno & dos.', asksKey: true };

let provider: CallProvider;
let service: Served;
let log: ReturnType<typeof keptLog>;
let told: unknown[];
let answer: Spoken;

const telephony = (over: Partial<TwilioOptions> = {}) =>
  twilio({ url: provider.url, account: ACCOUNT, token: TOKEN, from: CALLER, origin: ORIGIN, log, ...over });
const events: CallEvents = {
  changed: (ref, call) => Promise.resolve(void told.push({ ref, ...call })),
  pressed(ref, key) {
    told.push({ ref, key });
    return Promise.resolve(answer);
  },
};

beforeEach(async () => {
  [log, told, answer] = [keptLog(), [], { locale: 'es', text: 'Gracias.', asksKey: false }];
  provider = await openCallProvider(ORIGIN);
  service = await serve(telephony().router(events));
  provider.at.service = service.url;
});
afterEach(() => Promise.all([provider.close(), service.close()]));

const placed = async (call = CALL) => {
  await telephony().place(call);
  return provider.calls[0]!;
};

describe('a call that is placed', () => {
  test('rings that number from ours for less than a mailbox waits, and says the text until a key comes', async () => {
    const { to, form, said } = await placed();
    expect([to, form.get('From'), said]).toEqual([CALL.to, CALLER, ['Uno &amp; dos.']]);
    expect(Number(form.get('Timeout'))).toBeLessThan(30);
    expect(form.get('Twiml')).toMatch(/<Gather numDigits="1".*<Say language="es-MX">/);
    expect(form.getAll('StatusCallbackEvent')).toEqual(['initiated', 'ringing', 'answered', 'completed']);
  });

  test('that asks for no key hangs up after its text', async () => {
    const { form } = await placed({ ...CALL, asksKey: false });
    expect(form.get('Twiml')).not.toContain('Gather');
  });

  test.each(['133', '1455', '*4141', '987654321', 'sip:ana@example.cl'])(
    'to %s, which such providers do not carry, is refused before it is asked for',
    async to => {
      await expect(telephony().place({ ...CALL, to })).rejects.toThrow(CallRefused);
      expect(provider.calls).toEqual([]);
    },
  );
});

describe('a call that is ended', () => {
  test('is one that the provider has, by its own name of it', async () => {
    const id = await telephony().place(CALL);
    expect(provider.calls[0]).toMatchObject({ sid: id, isHungUp: false });
    await telephony().hangUp(id);
    expect(provider.calls[0]!.isHungUp).toBe(true);
  });

  test('and that the provider does not know says so', async () =>
    expect(telephony().hangUp('CA0')).rejects.toThrow('404 (E20404)'));
});

describe('a provider that makes no call', () => {
  test('and is down may be asked again', async () => {
    provider.at.mode = 'down';
    const failing = telephony().place(CALL);
    await expect(failing).rejects.toThrow('el proveedor de llamadas respondió 500 (E20500)');
    await expect(failing).rejects.not.toThrow(CallRefused);
  });

  test('and says nothing is waited for until its deadline alone', async () => {
    provider.at.mode = 'silent';
    await expect(telephony({ timeoutMs: 30 }).place(CALL)).rejects.toThrow(/timeout/i);
  });

  test('for good says why by its code, without the number that its own words quote', async () => {
    provider.at.mode = 'refusing';
    const failing = telephony().place(CALL);
    await expect(failing).rejects.toThrow(CallRefused);
    await expect(failing).rejects.toThrow(/^el proveedor de llamadas respondió 400 \(E21211\)$/);
  });

  test('because it does not know us says so when it is asked whether it is there', async () => {
    await expect(telephony().check()).resolves.toBeUndefined();
    await expect(telephony({ token: 'another' }).check()).rejects.toThrow('401 (E20003)');
  });
});

describe('what the provider tells', () => {
  test.each([
    ['initiated', { state: 'queued', over: false }],
    ['ringing', { state: 'ringing', over: false }],
    ['in-progress', { state: 'answered', over: false }],
    ['completed', { state: 'answered', over: true }],
    ['busy', { state: 'busy', over: true }],
    ['no-answer', { state: 'no-answer', over: true }],
    ['failed', { state: 'failed', over: true }],
    ['canceled', { state: 'failed', over: true }],
  ])('%s is told under the name of the call', async (status, call) => {
    const { status: answered } = await provider.tells(await placed(), status);
    expect([answered, told]).toEqual([204, [{ ref: CALL.ref, ...call }]]);
  });

  test('in words of a later version is no news', async () => {
    expect((await provider.tells(await placed(), 'transferring')).status).toBe(204);
    expect(told).toEqual([]);
  });

  test('of a key is answered in the call, which goes on where another is asked for', async () => {
    expect(await provider.presses(await placed(), '1')).toEqual({ status: 200, said: ['Gracias.'], asksKey: false });
    answer = { locale: 'en', text: 'Press 1.', asksKey: true };
    expect(await provider.presses(provider.calls[0]!, '7')).toEqual({ status: 200, said: ['Press 1.'], asksKey: true });
    expect(told).toEqual([
      { ref: CALL.ref, key: '1' },
      { ref: CALL.ref, key: '7' },
    ]);
  });

  test('is refused from anybody else, and the log says so', async () => {
    const call = await placed();
    const forged = await Promise.all([provider.tells(call, 'busy', 'guessed'), provider.presses(call, '1', 'guessed')]);
    const unsigned = await fetch(`${service.url}/llamadas/${CALL.ref}/tecla`, {
      method: 'POST',
      body: new URLSearchParams({ Digits: '1' }),
    });
    expect([...forged.map(({ status }) => status), unsigned.status]).toEqual([403, 403, 403]);
    expect(told).toEqual([]);
    expect(log.said.map(({ level, fields }) => [level, fields])).toEqual([
      ['warn', { isSigned: true }],
      ['warn', { isSigned: true }],
      ['warn', { isSigned: false }],
    ]);
  });
});
