/**
 * A provider of telephone calls as the service meets it: it takes calls over HTTP as Twilio documents it, and tells what
 * becomes of them with its signature. What happens at the other end of the line is told by the test.
 *
 * The signature is made here by the documentation and not by the service's own code.
 */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ACCOUNT = 'AC00000000000000000000000000000001';
export const TOKEN = 'token-of-the-account';
export const CALLER = '+56221234567';

/** One that was asked for. */
export interface ProviderCall {
  sid: string;
  to: string;
  form: URLSearchParams;
  /** What whoever lifts it hears first. */
  said: string[];
  /** The service ended it. */
  isHungUp: boolean;
}

export interface Told {
  status: number;
  /** What is said in the call then; empty where nothing is. */
  said: string[];
  asksKey: boolean;
}

export type CallProvider = Awaited<ReturnType<typeof openCallProvider>>;

/** @param origin how the service is known to it */
export async function openCallProvider(origin: string) {
  const calls: ProviderCall[] = [];
  const at = { service: '', mode: 'up' as 'up' | 'down' | 'silent' | 'refusing' };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', bytes => (body += String(bytes)));
    request.on('end', () => {
      const answer = (status: number, json: object): void =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
      if (at.mode === 'silent') return;
      if (at.mode === 'down') return answer(500, { code: 20500, message: 'Internal Server Error' });
      if (request.headers.authorization !== `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`)
        return answer(401, { code: 20003, message: 'Authenticate', status: 401 });
      const home = `/2010-04-01/Accounts/${ACCOUNT}`;
      if (request.method === 'GET' && request.url === `${home}.json`)
        return answer(200, { sid: ACCOUNT, status: 'active' });
      const ended = calls.find(({ sid }) => request.method === 'POST' && request.url === `${home}/Calls/${sid}.json`);
      if (ended) {
        if (new URLSearchParams(body).get('Status') !== 'completed') return answer(400, { code: 21218 });
        ended.isHungUp = true;
        return answer(200, { sid: ended.sid, status: 'completed' });
      }
      if (request.method !== 'POST' || request.url !== `${home}/Calls.json`) return answer(404, { code: 20404 });
      const form = new URLSearchParams(body);
      const to = form.get('To') ?? '';
      if (at.mode === 'refusing' || !to.startsWith('+') || form.get('From') !== CALLER || !form.has('Twiml'))
        return answer(400, { code: 21211, message: `The 'To' number ${to} is not a valid phone number.`, status: 400 });
      const sid = `CA${String(calls.length + 1).padStart(32, '0')}`;
      calls.push({ sid, to, form, said: saidIn(form.get('Twiml')!), isHungUp: false });
      answer(201, { sid, status: 'queued' });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const post = async (address: string, fields: Record<string, string>, token: string): Promise<Told> => {
    const signed = Object.keys(fields)
      .sort()
      .reduce((text, name) => text + name + fields[name], address);
    const response = await fetch(at.service + address.slice(origin.length), {
      method: 'POST',
      headers: { 'x-twilio-signature': createHmac('sha1', token).update(signed).digest('base64') },
      body: new URLSearchParams(fields),
    });
    const twiml = await response.text();
    return { status: response.status, said: saidIn(twiml), asksKey: twiml.includes('<Gather') };
  };
  const fieldsOf = ({ sid, to }: ProviderCall, status: string): Record<string, string> => ({
    AccountSid: ACCOUNT,
    ApiVersion: '2010-04-01',
    CallSid: sid,
    CallStatus: status,
    Direction: 'outbound-api',
    From: CALLER,
    To: to,
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    at,
    /** The state of the call is told to the service, as Twilio names it: `ringing`, `in-progress`, `completed`, `busy` … */
    tells: (call: ProviderCall, status: string, token = TOKEN): Promise<Told> =>
      post(call.form.get('StatusCallback')!, fieldsOf(call, status), token),
    /** Whoever lifted it presses a key. */
    presses: (call: ProviderCall, key: string, token = TOKEN): Promise<Told> =>
      post(
        /<Gather[^>]* action="([^"]+)"/.exec(call.form.get('Twiml')!)![1]!,
        { ...fieldsOf(call, 'in-progress'), Digits: key },
        token,
      ),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const saidIn = (twiml: string): string[] => [
  ...new Set([...twiml.matchAll(/<Say[^>]*>([^<]*)<\/Say>/g)].map(([, text]) => text!)),
];
