/** What every provider of knowledge keeps to, the sheets and the one outside; and what only one outside can do wrong. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BOT, type BotpressPeer, openBotpress } from '../../test/support/botpress-peer.js';
import { ScriptedSenses } from '../../test/support/senses.js';
import { tinyRunning } from '../../test/support/service.js';
import { VirtualClock } from '../../test/support/virtual-clock.js';
import { botpress } from './botpress.js';
import { type Knowledge, knowledgeOver, type Provider } from './knowledge.js';
import { localKnowledge } from './local.js';

const QUESTION = '¿cómo saco una hora en el dentista?';

interface Case {
  id: string;
  provider: Provider;
  knows(): void;
  saysNothing(): void;
}

const open: BotpressPeer[] = [];
afterEach(async () => {
  for (const peer of open.splice(0)) await peer.close();
});

function local(): Promise<Case> {
  const senses = new ScriptedSenses();
  const running = tinyRunning(senses, { say: 'welcome', next: 'info' });
  const [sheet] = running.protocol.sheets;
  return Promise.resolve({
    id: 'local',
    provider: localKnowledge(running),
    knows: () => senses.script(QUESTION, { sheet: sheet!.id, sheets: [{ id: sheet!.id, score: 0.9 }] }),
    saysNothing: () => undefined,
  });
}

async function outside(): Promise<Case & { peer: BotpressPeer }> {
  const peer = await openBotpress();
  open.push(peer);
  return {
    id: 'botpress',
    peer,
    provider: botpress({ ...BOT, url: peer.url, timeoutMs: 2_000 }),
    knows: () => {
      peer.at.passages = [
        { content: 'Otra cosa.', score: 0.3 },
        { content: 'Se pide en el consultorio.', score: 0.8, title: 'Guía de salud' },
      ];
    },
    saysNothing: () => {
      peer.at.passages = [];
    },
  };
}

/** Guarded as the service has it, with a time limit that the test lets run out. */
function guarded(provider: Provider) {
  const clock = new VirtualClock();
  const said: unknown[] = [];
  const due: (() => void)[] = [];
  const knowledge: Knowledge = knowledgeOver([provider], {
    clock,
    timeoutMs: 5_000,
    later(_ms, act) {
      due.push(act);
      return () => void due.splice(due.indexOf(act), 1);
    },
    log: { warn: (event, fields) => void said.push([event, fields]) },
  });
  return {
    clock,
    said,
    ask: () => knowledge.ask([provider.id], QUESTION),
    timeIsUp: () => due.splice(0).forEach(act => act()),
    health: () => knowledge.health()[provider.id]!,
  };
}

describe.each([
  ['local', local],
  ['botpress', outside],
] as const)('%s', (_name, make) => {
  test('proposes a text with its confidence and its source', async () => {
    const { provider, knows, id } = await make();
    knows();
    const { ask, health } = guarded(provider);
    const asked = await ask();
    expect(asked).toMatchObject({ proposal: { provider: id } });
    const { proposal } = asked as Extract<typeof asked, { proposal: unknown }>;
    expect(proposal.text).not.toBe('');
    expect(proposal.source).not.toBe('');
    expect(proposal.confidence).toBeGreaterThan(0.6);
    expect(proposal.confidence).toBeLessThanOrEqual(1);
    expect(health().state).toBe('ok');
  });

  test('abstains where it knows nothing, and is well all the same', async () => {
    const { provider, saysNothing } = await make();
    saysNothing();
    const { ask, health } = guarded(provider);
    expect(await ask()).toEqual({ abstains: 'none' });
    expect(health().state).toBe('ok');
  });
});

test('one that no configuration knows abstains', async () => {
  const { provider } = await outside();
  const knowledge = knowledgeOver([], { ...QUIET, clock: new VirtualClock() });
  expect(await knowledge.ask([provider.id], QUESTION)).toEqual({ abstains: 'off' });
});

const QUIET = { timeoutMs: 5_000, later: () => () => undefined, log: { warn: () => undefined } };

describe('botpress outside of the good days', () => {
  test('the best passage is proposed, with the title of its file or else its name', async () => {
    const { provider, knows, peer } = await outside();
    knows();
    expect(await provider.ask(QUESTION)).toEqual({
      text: 'Se pide en el consultorio.',
      source: 'Guía de salud',
      confidence: 0.8,
    });
    peer.at.passages = [{ content: 'Se pide.', score: 0.7 }];
    expect(await provider.ask(QUESTION)).toMatchObject({ source: 'guias/0.md' });
  });

  test('it is told the question and whose bot it is, and nothing else', async () => {
    const { provider, peer } = await outside();
    await provider.ask(QUESTION);
    const [{ query, headers, body }] = peer.asked as [BotpressPeer['asked'][number]];
    expect(query).toEqual({ query: QUESTION, limit: '3' });
    expect(body).toBe('');
    expect(headers).toMatchObject({ authorization: `Bearer ${BOT.token}`, 'x-bot-id': BOT.botId });
    expect(
      Object.keys(headers)
        .filter(name => name.startsWith('x-'))
        .sort(),
    ).toEqual(['x-bot-id', 'x-workspace-id']);
  });

  test('one that hangs abstains when the time is up, and what it says later is nobody’s', async () => {
    const { provider, peer } = await outside();
    peer.at.mode = 'silent';
    const { ask, timeIsUp, health } = guarded(provider);
    const asked = ask();
    timeIsUp();
    expect(await asked).toEqual({ abstains: 'late' });
    expect(health()).toMatchObject({ state: 'degraded', lastAnswerAt: null });
  });

  test.each(['down', 'refusing', 'garbage', 'page'] as const)(
    '%s: it abstains, and the question is in no log',
    async mode => {
      const { provider, peer, knows } = await outside();
      knows();
      peer.at.mode = mode;
      const { ask, said, health } = guarded(provider);
      expect(await ask()).toEqual({ abstains: 'failed' });
      expect(health().state).toBe('degraded');
      expect(JSON.stringify(said)).not.toMatch(/dentista/);
      expect(JSON.stringify(health())).not.toMatch(/dentista/);
    },
  );

  test('after three failures in a row it is left alone, and asked again once the rest is over', async () => {
    const { provider, peer, knows } = await outside();
    knows();
    peer.at.mode = 'refusing';
    const { ask, clock, health } = guarded(provider);
    for (let i = 0; i < 3; i++) expect(await ask()).toEqual({ abstains: 'failed' });
    const before = peer.asked.length;
    peer.at.mode = 'up';
    expect(await ask()).toEqual({ abstains: 'resting' });
    expect(peer.asked).toHaveLength(before);
    expect(health().state).toBe('down');

    clock.pass(60_000);
    expect(await ask()).toMatchObject({ proposal: { text: 'Se pide en el consultorio.' } });
    expect(health()).toEqual({ state: 'ok', lastAnswerAt: clock.now() });
    expect(await ask()).toMatchObject({ proposal: {} });
  });

  test('a server that is gone abstains at once', async () => {
    const { provider, peer } = await outside();
    await peer.close();
    open.splice(open.indexOf(peer), 1);
    expect(await guarded(provider).ask()).toEqual({ abstains: 'failed' });
  });
});

test('a time limit that did not run out is taken back', async () => {
  const takenBack = vi.fn<() => void>();
  const { provider, knows } = await local();
  knows();
  const knowledge = knowledgeOver([provider], { ...QUIET, clock: new VirtualClock(), later: () => takenBack });
  await knowledge.ask(['local'], QUESTION);
  expect(takenBack).toHaveBeenCalledOnce();
});
