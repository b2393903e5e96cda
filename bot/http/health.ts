/**
 * Whether the service lives, whether it can take messages, and its figures.
 *
 *     GET /healthz   200 while the process answers
 *     GET /readyz    200 when the store and the protocols are ready, otherwise 503; channels and lags in the body
 *     GET /metrics   Prometheus
 */
import { Router } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { isTimer } from '../../flows/events.js';
import type { Health } from '../channels/channel.js';
import { isDrill } from '../console/contract.js';
import type { KnowledgeHealth } from '../knowledge/knowledge.js';
import type { Service } from '../service.js';

export interface Readiness {
  ready: boolean;
  store: { ready: boolean; reason?: string };
  protocols: { id: string; version: number }[];
  channels: Record<string, Health>;
  /** Providers outside, where any is asked. */
  knowledge: Record<string, KnowledgeHealth>;
  /** How many wait, and for how long the first one has been due, in ms. */
  timers: { waiting: number; lagMs: number };
  outbox: { waiting: number; lagMs: number };
  /** Messages that came while the store was away. */
  spool: { waiting: number; lagMs: number };
}

/** What of the spool is told: how many wait, and since when. */
interface Spooling {
  state(): { waiting: number; since: number | null };
}

export interface Watch {
  router: Router;
  readiness(): Promise<Readiness>;
}

export function createWatch(
  service: Service,
  spool: Spooling,
  protocols: () => { id: string; version: number }[],
): Watch {
  const { registry, counted } = figures();
  service.onCommit(({ thread, turn }) => {
    if (!isDrill(thread)) counted(turn.facts);
  });

  const spooled = (): Readiness['spool'] => {
    const { waiting: count, since } = spool.state();
    return { waiting: count, lagMs: since === null ? 0 : Math.max(0, service.clock.now() - since) };
  };

  const readiness = async (): Promise<Readiness> => {
    const state = await stateOf(service);
    const published = protocols();
    const channels = Object.fromEntries([...service.channels].map(([id, channel]) => [id, channel.health()]));
    return {
      ready: state.store.ready && published.length > 0,
      ...state,
      spool: spooled(),
      protocols: published,
      channels,
      knowledge: service.knowledge?.health() ?? {},
    };
  };

  const waiting = new Gauge({
    name: 'cauce_waiting',
    help: 'Timers, effects and spooled messages that wait',
    labelNames: ['of'],
    registers: [registry],
  });
  const lag = new Gauge({
    name: 'cauce_lag_seconds',
    help: 'How long the first one has been due',
    labelNames: ['of'],
    registers: [registry],
  });

  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('cache-control', 'no-store').json({ alive: true });
  });
  router.get('/readyz', async (_request, response) => {
    const now = await readiness();
    response
      .status(now.ready ? 200 : 503)
      .set('cache-control', 'no-store')
      .json(now);
  });
  router.get('/metrics', async (_request, response) => {
    const { timers, outbox } = await stateOf(service);
    for (const [of, { waiting: count, lagMs }] of Object.entries({ timers, outbox, spool: spooled() })) {
      waiting.set({ of }, count);
      lag.set({ of }, lagMs / 1_000);
    }
    response.type(registry.contentType).send(await registry.metrics());
  });
  return { router, readiness };
}

type State = Pick<Readiness, 'store' | 'timers' | 'outbox'>;

async function stateOf({ store, clock }: Service): Promise<State> {
  try {
    await store.ping();
    const backlog = await store.backlog();
    const late = (oldest: number | null): number => (oldest === null ? 0 : Math.max(0, clock.now() - oldest));
    return {
      store: { ready: true },
      timers: { waiting: backlog.timers, lagMs: late(backlog.oldestTimer) },
      outbox: { waiting: backlog.effects, lagMs: late(backlog.oldestEffect) },
    };
  } catch (error) {
    const none = { waiting: 0, lagMs: 0 };
    return {
      store: { ready: false, reason: error instanceof Error ? error.message : String(error) },
      timers: none,
      outbox: none,
    };
  }
}

function figures() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'cauce_' });
  const turns = new Counter({
    name: 'cauce_turns_total',
    help: 'Turns stored, by type of event',
    labelNames: ['protocol', 'event'],
    registers: [registry],
  });
  const messages = new Counter({
    name: 'cauce_messages_total',
    help: 'Messages of turns, both directions',
    labelNames: ['protocol'],
    registers: [registry],
  });
  const milestones = new Counter({
    name: 'cauce_milestones_total',
    help: 'Facts of the service',
    labelNames: ['protocol', 'milestone'],
    registers: [registry],
  });
  return {
    registry,
    counted({
      event,
      protocol,
      messages: count,
      milestones: facts,
    }: {
      event: string;
      protocol: string;
      messages: number;
      milestones: readonly string[];
    }): void {
      // A timer's id names a step: one label for all of them.
      turns.inc({ protocol, event: isTimer(event) ? 'TIMER' : event });
      if (count > 0) messages.inc({ protocol }, count);
      for (const milestone of facts) milestones.inc({ protocol, milestone });
    },
  };
}
