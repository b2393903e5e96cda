/**
 * Telephony by a provider that speaks the REST protocol of Twilio, as others do too, with plain HTTP.
 *
 *     POST {url}/2010-04-01/Accounts/{account}/Calls.json    a call, with all that is said in it      → 201 {sid, status}
 *     POST {url}/2010-04-01/Accounts/{account}/Calls/{sid}.json   Status=completed: it ends, also while it rings     → 200
 *     POST /llamadas/<ref>/estado                            it says what became of the call          → 204
 *     POST /llamadas/<ref>/tecla                             it says which key was pressed            → what is said then
 *
 * What comes from it is signed over the address that it knows us by and what it sends; anything else is refused. Its
 * protocol has no key against making a call twice: a call is never asked for again here.
 */
import express, { type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { escaped } from '../markup.js';
import { isSignedBy } from './signature.js';
import { type CallEvents, CallRefused, type CallState, isCallable, type Spoken, type Telephony } from './telephony.js';

export interface TwilioOptions {
  /** Without a slash at the end. */
  url: string;
  account: string;
  /** Lets us in there, and signs what comes from there. */
  token: string;
  /** The number that calls, E.164. */
  from: string;
  /** How the provider reaches this service, without a slash at the end. */
  origin: string;
  /** Milliseconds until it must have answered; 10 s when absent. */
  timeoutMs?: number;
  log: { warn(event: string, fields?: Record<string, unknown>): void };
}

const TIMEOUT_MS = 10_000;
/** Then a voice mailbox would answer most telephones. */
const RING_S = 25;
/** Both sayings and the answer to a key fit in it; a mailbox is not spoken to for longer. */
const TALK_MOST_S = 60;
const KEY_WAIT_S = 8;
const BODY_MOST = '16kb';

const VOICES: Readonly<Record<Spoken['locale'], string>> = { es: 'es-MX', en: 'en-US' };

/** Of a call that ended, `completed` says only that it had been answered. */
const STATES: Readonly<Record<string, { state: CallState; over: boolean }>> = {
  queued: { state: 'queued', over: false },
  initiated: { state: 'queued', over: false },
  ringing: { state: 'ringing', over: false },
  'in-progress': { state: 'answered', over: false },
  completed: { state: 'answered', over: true },
  busy: { state: 'busy', over: true },
  'no-answer': { state: 'no-answer', over: true },
  failed: { state: 'failed', over: true },
  canceled: { state: 'failed', over: true },
};

const placed = z.object({ sid: z.string().min(1) });
const refused = z.object({ code: z.number() });

export function twilio(options: TwilioOptions): Telephony {
  const { url, account, token, from, origin, timeoutMs = TIMEOUT_MS } = options;
  const home = `${url}/2010-04-01/Accounts/${encodeURIComponent(account)}`;
  const keyAddress = (ref: string): string => `${origin}/llamadas/${ref}/tecla`;

  /** Throws CallRefused, and whatever fails on the way. */
  const ask = async (address: string, form?: URLSearchParams): Promise<unknown> => {
    const response = await fetch(address, {
      method: form ? 'POST' : 'GET',
      headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
      ...(form ? { body: form } : {}),
      // Following a redirect would hand number and text to an address that nobody configured.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return body;
    // Its own words may quote the number: the code alone is told, with a letter before it, or the log would take it for one.
    const { code } = refused.safeParse(body).data ?? {};
    const said = `el proveedor de llamadas respondió ${response.status}${code === undefined ? '' : ` (E${code})`}`;
    if (response.status >= 400 && response.status < 500 && response.status !== 429) throw new CallRefused(said);
    throw new Error(said);
  };

  return {
    async place({ ref, to, ...spoken }) {
      if (!isCallable(to)) throw new CallRefused('no es un número que un proveedor de llamadas lleve');
      const form = new URLSearchParams({
        To: to,
        From: from,
        Twiml: sayingOf(spoken, keyAddress(ref)),
        Timeout: String(RING_S),
        TimeLimit: String(TALK_MOST_S),
        StatusCallback: `${origin}/llamadas/${ref}/estado`,
        StatusCallbackMethod: 'POST',
      });
      for (const event of ['initiated', 'ringing', 'answered', 'completed']) form.append('StatusCallbackEvent', event);
      const call = placed.safeParse(await ask(`${home}/Calls.json`, form));
      if (!call.success) throw new Error('el proveedor de llamadas respondió sin una llamada');
      return call.data.sid;
    },

    async hangUp(id) {
      await ask(`${home}/Calls/${encodeURIComponent(id)}.json`, new URLSearchParams({ Status: 'completed' }));
    },

    async check() {
      await ask(`${home}.json`);
    },

    router(events) {
      const router = express.Router();
      router.use('/llamadas', express.urlencoded({ extended: false, limit: BODY_MOST }), genuine(options));
      router.post('/llamadas/:ref/estado', stateTold(events));
      router.post('/llamadas/:ref/tecla', async (request, response) => {
        const { ref } = request.params;
        const spoken = await events.pressed(ref, fieldOf(request, 'Digits'));
        respond(response, sayingOf(spoken, keyAddress(ref)));
      });
      return router;
    },
  };
}

const stateTold =
  (events: CallEvents) =>
  async (request: Request<{ ref: string }>, response: Response): Promise<void> => {
    // A state that is new to us is no news: what counts of a call is told by those that we know.
    const call = STATES[fieldOf(request, 'CallStatus')];
    if (call) await events.changed(request.params.ref, call);
    response.status(204).end();
  };

/** Whoever is not the provider is told nothing. */
function genuine({ token, origin, log }: TwilioOptions): RequestHandler {
  return (request, response, next) => {
    const signature = request.get('x-twilio-signature') ?? '';
    const fields = (request.body ?? {}) as Record<string, string | string[]>;
    if (isSignedBy(token, { url: `${origin}${request.originalUrl}`, fields, signature })) return next();
    log.warn('call told of by somebody else than the provider', { isSigned: signature !== '' });
    response.status(403).json({ error: { code: 'forbidden', message: 'The signature is not that of the provider.' } });
  };
}

/** What the provider does in the call, in its language (TwiML). */
function sayingOf({ locale, text, asksKey }: Spoken, keyAddress: string): string {
  const say = `<Say language="${VOICES[locale]}">${escaped(text)}</Say>`;
  const gather = `<Gather numDigits="1" timeout="${KEY_WAIT_S}" method="POST" action="${escaped(keyAddress)}">${say}</Gather>`;
  return `<?xml version="1.0" encoding="UTF-8"?><Response><Pause length="1"/>${asksKey ? gather + gather : say}<Hangup/></Response>`;
}

const respond = (response: Response, twiml: string): void => void response.type('text/xml').send(twiml);

const fieldOf = ({ body }: Request, name: string): string => {
  const value = (body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};
