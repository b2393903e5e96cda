/** People on call, whole: the list, the ways to reach them, the calls, and the page behind their links. */
import type { Router } from 'express';
import type { Service } from '../service.js';
import type { Mailer } from '../email/mailer.js';
import { onCallPages } from './page.js';
import { Paging, type PagingParts } from './paging.js';
import { type OnCallPerson, Roster } from './roster.js';
import { isUnreached, pageBy } from './ways.js';

interface Parts {
  service: Pick<Service, 'store' | 'vault' | 'clock' | 'ids' | 'log'>;
  mailer: Mailer;
  /** How people reach the service, without a slash at the end. */
  origin: string;
  onCalled?: PagingParts['onCalled'];
}

export interface OnCall {
  roster: Roster;
  paging: Paging;
  router: Router;
}

export async function openOnCall({ service, mailer, origin, onCalled }: Parts): Promise<OnCall> {
  const { store, vault, clock, ids, log } = service;
  const roster = new Roster(store, await vault.systemSealer('oncall'));
  const paging = new Paging({
    store,
    roster,
    clock,
    ids,
    log,
    origin,
    isReached: person => !isUnreached(person, mailer.kind === 'smtp'),
    page: pageBy({ mailer, clock, secretOf: person => webhookSecret(vault, person) }),
    tokenOf: what => vault.addressHash('oncall-page', what),
    ...(onCalled ? { onCalled } : {}),
  });
  return { roster, paging, router: onCallPages(paging, roster, `${origin}/console/`) };
}

/** What signs the calls that are posted to her other system: shown once, when she is put on the list. */
export const webhookSecret = (vault: Service['vault'], { id }: Pick<OnCallPerson, 'id'>): string =>
  vault.addressHash('oncall-webhook', id);
