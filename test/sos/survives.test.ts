/**
 * SOS survives everything: one table of states of the world, one of ways of asking, every pair of them on both stores. What
 * must be true of each: the emergency is open after her one message, once, and people know it.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../bot/store/sqlite/sqlite.js';
import type { Store } from '../../bot/store/store.js';
import { mongoPlace, withoutMongo } from '../store/mongo-place.js';
import type { Running } from '../../bot/conversations.js';
import { kindOf } from '../../flows/steps/index.js';
import { changed, NIGHT, shipped, SosWorld } from './world.js';

// ---- ways of asking --------------------------------------------------------------------------------------------------------

type Way = (world: SosWorld) => Promise<unknown>;

const WORD: Way = world => world.writes('SOS');

/** Each is alone enough to open an emergency, whatever comes before it. */
const WAYS: Record<string, Way> = {
  'the word': WORD,
  'the word in small letters, misspelled': world => world.writes('ausilioo'),
  'an emoji alone': world => world.writes('🆘'),
  'the button, without a word': world => world.writes('Necesito ayuda ahora', { sos: true }),
  'a threat to kill her': world => world.writes('tiene un cuchillo y me va a matar'),
  'in English': world => world.writes('help he is going to kill me'),
  'at the end of ten thousand characters': world =>
    world.writes(
      `${'no sé por dónde empezar a contar '.repeat(301)}. está en la puerta con un cuchillo, me va a matar`,
    ),
  'twice with the same id': async world => {
    await world.writes('SOS', { id: 'the-same' });
    await world.writes('SOS', { id: 'the-same' });
  },
  'before an older message that comes late': async world => {
    await world.writes('SOS', { sentAt: world.clock.now() });
    await world.writes('hola', { sentAt: world.clock.now() - 120_000 });
  },
  'an hour after it was written': world => world.writes('SOS', { sentAt: world.clock.now() - 3_600_000 }),
};

// ---- states of the world ---------------------------------------------------------------------------------------------------

interface State {
  before(world: SosWorld): Promise<unknown>;
  /** What must be true besides. */
  after?(world: SosWorld): Promise<void>;
}

const STATES: Record<string, State> = {
  'she never wrote before': { before: () => Promise.resolve() },
  'in the middle of a question': { before: world => world.writes('hola') },
  'in the queue': { before: world => world.writes('quiero hablar con una persona') },
  'a person has her': {
    before: async world => {
      await world.writes('hola');
      await world.does({ type: 'TAKE' });
    },
  },
  'closed by a person': {
    before: async world => {
      await world.writes('hola');
      await world.does({ type: 'TAKE' });
      await world.does({ type: 'CLOSE', reason: 'done', note: null });
    },
  },
  'blocked as the aggressor': {
    before: async world => {
      await world.writes('hola');
      await world.does({ type: 'TAKE' });
      await world.does({ type: 'CLOSE', reason: 'aggressor', note: null });
      await world.writes('contesten');
    },
  },
  'blocked as a prank': {
    before: async world => {
      await world.writes('hola');
      await world.does({ type: 'TAKE' });
      await world.does({ type: 'CLOSE', reason: 'prank', note: null });
    },
  },
  'she said that it is not safe': {
    before: async world => {
      await world.writes('hola');
      await world.writes('viene');
    },
  },
  'out of hours, with nobody there': {
    before: async world => {
      world.staffed = false;
      world.clock.pass(NIGHT - world.clock.now());
      await world.writes('hola');
    },
  },
  'days after an emergency that a person ended': {
    before: async world => {
      await world.writes('SOS');
      await world.does({ type: 'TAKE' });
      await world.does({ type: 'REFERRAL', institution: null, outcome: 'a salvo' });
      await world.passes(3 * 86_400_000);
    },
  },
  'rate-limited': {
    before: async world => {
      await world.writes('hola');
      await world.writesTooMuch();
    },
  },
  'after a restart': {
    before: async world => {
      await world.writes('hola');
      await world.starts();
    },
  },
  'another version was published meanwhile': {
    before: async world => {
      await world.writes('hola');
      await world.starts({ running: changed(shipped[0]!), forgetsOlder: false });
    },
  },
  'the version that she began with cannot be loaded any more': {
    before: async world => {
      await world.writes('hola');
      await world.starts({ running: changed(shipped[0]!), forgetsOlder: true });
    },
  },
  'the store is slow': {
    before: async world => {
      await world.writes('hola');
      world.store = 'slow';
    },
  },
  'the store is away, and comes back': {
    before: async world => {
      await world.writes('hola');
      world.store = 'down';
    },
    after: world => world.mends(),
  },
  'the store is away, and the process ends meanwhile': {
    before: async world => {
      await world.writes('hola');
      world.store = 'down';
    },
    async after(world) {
      world.store = 'up';
      await world.starts();
      await world.mends();
    },
  },
  'nothing that is sent to her arrives': {
    async before(world) {
      await world.writes('hola');
      world.line = 'refuses';
    },
  },
  'the channel does not answer': {
    async before(world) {
      await world.writes('hola');
      world.line = 'breaks';
    },
  },
  'a provider of knowledge hangs on what she asked': {
    before: world => world.asksOutside(),
    after: world => Promise.resolve(expect(world.hanging).toHaveLength(1)).then(() => undefined),
  },
};

/** A server of a database on a busy machine. Nothing here is about speed. */
const LONG_MS = 120_000;

// ---- every pair --------------------------------------------------------------------------------------------------------------

/** Every pair on a store that bears it; the wire server of the tests gets every state with the ways that differ most. */
const WHOLE = process.env.TEST_MONGODB_URI !== undefined || process.env.FAULT_WHOLE === '1';
const MOST_UNLIKE = ['the word', 'the button, without a word', 'a threat to kill her', 'twice with the same id'];

const stores = [
  { name: 'SQLite', whole: true, open: () => ({ store: openMemoryStore(), drop: async () => undefined }), skip: false },
  {
    name: 'MongoDB',
    whole: WHOLE,
    skip: withoutMongo,
    open: () => {
      const place = mongoPlace();
      return { store: place.open(), drop: () => place.drop() };
    },
  },
];

describe.each(stores)('on $name', ({ open, skip, whole }) => {
  const ways = Object.entries(WAYS).filter(([way]) => whole || MOST_UNLIKE.includes(way));
  let store: Store;
  let drop: () => Promise<void>;
  let worlds = 0;
  const opened: SosWorld[] = [];
  const newWorld = async (): Promise<SosWorld> => {
    const world = await SosWorld.open(store, `her-${++worlds}`, shipped[0]!);
    opened.push(world);
    return world;
  };

  beforeAll(async () => {
    if (skip) return;
    const place = open();
    [store, drop] = [await place.store, place.drop];
  });
  afterAll(async () => {
    if (skip) return;
    await store.close();
    await drop();
  });
  afterEach(async () => {
    for (const world of opened.splice(0)) await world.close();
  });

  describe.skipIf(skip).each(Object.entries(STATES))('%s', (_state, { before, after }) => {
    test.each(ways)(
      '%s',
      async (_way, asks) => {
        const world = await newWorld();
        await before(world);
        const was = await world.emergency();
        await asks(world);
        await after?.(world);

        const is = await world.emergency();
        expect(is.phase).not.toBe('idle');
        expect(is.opened).toBe(was.opened + 1);
        expect(is.alerts).toBeGreaterThan(was.alerts);
        expect(is.owner).not.toBe('bot');
      },
      LONG_MS,
    );
  });

  test.skipIf(skip)(
    'from every step of every protocol',
    async () => {
      const lost: string[] = [];
      for (const running of shipped) {
        for (const step of whole ? Object.keys(running.protocol.steps) : oneOfEachKind(running)) {
          const world = await SosWorld.open(store, `at-${running.protocol.id}-${step}`, running);
          opened.push(world);
          await world.writes('hola');
          await world.does({ type: 'TAKE' });
          await world.does({ type: 'RELEASE', step });
          await WORD(world);
          const { phase, opened: times } = await world.emergency();
          if (phase === 'idle' || times === 0) lost.push(step);
        }
      }
      expect(lost).toEqual([]);
    },
    10 * LONG_MS,
  );
});

const oneOfEachKind = ({ protocol: { steps } }: Running): string[] => [
  ...new Map(Object.entries(steps).map(([id, step]) => [kindOf(step)?.kind, id] as const)).values(),
];
