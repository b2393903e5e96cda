/** People on call, whole: the list, the ways to reach them, the calls, and the page behind their links. */
import express, { type Router } from 'express';
import { ConfigError } from '../config.js';
import type { Service } from '../service.js';
import type { Mailer } from '../email/mailer.js';
import type { Telephony } from '../telephony/telephony.js';
import { onCallPages } from './page.js';
import { Paging, type PagingParts } from './paging.js';
import { phoneEvents, refOf } from './phone.js';
import { type OnCallPerson, Roster } from './roster.js';
import { isUnreached, pageBy } from './ways.js';

interface Parts {
  service: Pick<Service, 'store' | 'vault' | 'clock' | 'ids' | 'log'>;
  mailer: Mailer;
  /** Null where no provider of telephone calls is set. */
  telephony: Telephony | null;
  /** How people reach the service, without a slash at the end. */
  origin: string;
  onCalled?: PagingParts['onCalled'];
}

export interface OnCall {
  roster: Roster;
  paging: Paging;
  router: Router;
}

export async function openOnCall({ service, mailer, telephony, origin, onCalled }: Parts): Promise<OnCall> {
  const { store, vault, clock, ids, log } = service;
  const { roster, sealer } = await rosterOf({ store, vault });
  const reach = pageBy({ mailer, telephony, clock, secretOf: person => webhookSecret(vault, person) });
  const paging = new Paging({
    store,
    roster,
    clock,
    ids,
    log,
    origin,
    isReached: person => !isUnreached(person, { mail: mailer.kind === 'smtp', calls: telephony !== null }),
    page: (person, page, ref) => reach(person, page, refOf(sealer, ref)),
    hangUp: async call => telephony?.hangUp(call),
    tokenOf: what => vault.addressHash('oncall-page', what),
    ...(onCalled ? { onCalled } : {}),
  });
  const router = express.Router().use(onCallPages(paging, roster, `${origin}/console/`));
  if (telephony) router.use(telephony.router(phoneEvents({ paging, roster, sealer, log })));
  return { roster, paging, router };
}

async function rosterOf({ store, vault }: Pick<Service, 'store' | 'vault'>) {
  const sealer = await vault.systemSealer('oncall');
  return { sealer, roster: new Roster(store, sealer) };
}

/** Whoever is on call by telephone sleeps beside it: without a provider nothing would ring. Throws ConfigError. */
export async function refuseUncallable(data: Pick<Service, 'store' | 'vault'>, hasCalls: boolean): Promise<void> {
  if (hasCalls) return;
  const { roster } = await rosterOf(data);
  const [someone] = (await roster.list()).filter(({ call }) => call !== undefined);
  if (someone)
    throw new ConfigError(
      `A "${someone.id}" se la llama por teléfono, y no hay proveedor de llamadas. Dé TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM y CAUCE_PUBLIC_URL, o alcáncela de otro modo: npx cauce oncall add ${someone.id} --name NAME --email EMAIL (vea docs/operator.md).`,
    );
}

/** What signs the calls that are posted to her other system: shown once, when she is put on the list. */
export const webhookSecret = (vault: Service['vault'], { id }: Pick<OnCallPerson, 'id'>): string =>
  vault.addressHash('oncall-webhook', id);
