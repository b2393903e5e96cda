import { describe, expect, test } from 'vitest';
import type { Act, ActReply } from '../../../bot/console/contract.js';
import { hasArrived, Outgoing } from './outgoing.js';
import type { Line } from './thread.js';

const done = (turn: number): ActReply => ({ ok: true, turn, epoch: 3 });
const noLine: ActReply = { ok: false, code: 'unavailable', message: '' };
const owned: ActReply = {
  ok: false,
  code: 'owned',
  message: 'La tomó Eva.',
  owner: { kind: 'executive', id: 'eva', name: 'Eva' },
};

describe('what she sent', () => {
  test('is shown as leaving until the conversation shows it', async () => {
    const desk = atDesk([done(8)]);

    desk.says('Estoy contigo');
    expect(desk.bubbles()).toEqual([['Estoy contigo', 'sending']]);
    await desk.rest();
    expect(desk.bubbles()).toEqual([['Estoy contigo', 'sending']]);

    desk.outgoing.settle('lirio', 8);
    expect(desk.bubbles()).toEqual([]);
  });

  test('leaves in the order in which it was written', async () => {
    const desk = atDesk([done(8), done(9)]);

    desk.says('uno');
    desk.says('dos');
    await desk.rest();

    expect(desk.asked.map(({ act }) => 'text' in act && act.text)).toEqual(['uno', 'dos']);
  });

  test('is not shown twice when its message comes before the answer to the act', async () => {
    const desk = atDesk([done(8)]);
    desk.says('Estoy contigo');
    const leaving = desk.outgoing.all.get()[0]!;
    const line = (turn: number, text: string): Line => ({
      key: `m${turn}`,
      item: {
        kind: 'message',
        turn,
        seq: turn,
        at: 0,
        direction: 'out',
        author: 'executive',
        text,
        lang: 'es',
        state: 'waiting',
      },
    });

    expect(hasArrived(leaving, [line(7, 'Estoy contigo')])).toBe(false);
    expect(hasArrived(leaving, [line(8, 'Otra cosa')])).toBe(false);
    expect(hasArrived(leaving, [line(8, 'Estoy contigo')])).toBe(true);
  });

  test('without a line waits here, survives a reload, and leaves once, with its id', async () => {
    const desk = atDesk([noLine, done(8)]);
    desk.says('Estoy contigo');
    await desk.rest();
    expect(desk.bubbles()).toEqual([['Estoy contigo', 'here']]);

    const reloaded = atDesk([done(8)], desk.stored);
    reloaded.outgoing.restore('lirio');
    await reloaded.rest();

    expect(reloaded.asked.map(({ id }) => id)).toEqual(desk.asked.map(({ id }) => id));
    reloaded.outgoing.settle('lirio', 8);
    expect(reloaded.stored.get('lirio.waiting')).toBe('');
  });

  test('refused because somebody else has her, goes back to the composer', async () => {
    const desk = atDesk([owned]);
    desk.says('Estoy contigo');
    await desk.rest();

    expect(desk.stored.get('lirio.reply')).toBe('Estoy contigo');
    expect(desk.bubbles()).toEqual([]);
    expect(desk.outgoing.refused.get()).toMatchObject({
      message: { text: 'Estoy contigo' },
      refusal: owned,
      isInComposer: true,
    });
  });

  test('refused while she writes the next one, stays to be edited, and what follows is held', async () => {
    const desk = atDesk([owned]);
    desk.stored.set('lirio.reply', 'otra cosa');

    desk.says('uno');
    desk.says('dos');
    await desk.rest();

    expect(desk.bubbles()).toEqual([
      ['uno', 'refused'],
      ['dos', 'held'],
    ]);
    expect(desk.stored.get('lirio.reply')).toBe('otra cosa');
    expect(desk.outgoing.refused.get()).toMatchObject({ message: { text: 'uno' }, isInComposer: false });
  });

  test('held behind one that was refused, leaves only when she says so: not with the next one, not after a discard', async () => {
    const desk = atDesk([owned, done(8), done(9)]);
    desk.says('uno');
    desk.says('dos');
    await desk.rest();

    desk.outgoing.discard(desk.idOf('uno'));
    await desk.outgoing.flush();
    desk.says('tres');
    await desk.rest();
    expect(desk.said()).toEqual(['uno', 'tres']);
    expect(desk.bubbles()).toContainEqual(['dos', 'held']);

    const id = desk.idOf('dos');
    desk.outgoing.resend(id, { epoch: 5, after: 8 });
    await desk.rest();
    expect(desk.said()).toEqual(['uno', 'tres', 'dos']);
    expect(desk.asked.at(-1)).toMatchObject({ id, epoch: 5 });
  });

  test('refused, can be sent again once she has her back, and what is held survives a reload as it is', async () => {
    const desk = atDesk([owned]);
    desk.says('uno');
    desk.says('dos');
    await desk.rest();

    const reloaded = atDesk([done(8)], desk.stored);
    reloaded.outgoing.restore('lirio');
    await reloaded.rest();
    expect(reloaded.bubbles()).toEqual([
      ['uno', 'refused'],
      ['dos', 'held'],
    ]);
    reloaded.outgoing.resend(reloaded.idOf('uno'), { epoch: 5, after: 7 });
    await reloaded.rest();

    expect(reloaded.said()).toEqual(['uno']);
    expect(reloaded.outgoing.all.get()[0]).toMatchObject({ state: 'sending', turn: 8 });
    expect(reloaded.outgoing.all.get()[0]).not.toHaveProperty('refusal');
  });
});

function atDesk(replies: ActReply[], stored = new Map<string, string>()) {
  const asked: { id: string; epoch: number; act: Act }[] = [];
  let ids = 0;
  const outgoing = new Outgoing({
    acts: {
      run: async (_conversation, epoch, act, id = '') => {
        asked.push({ id, epoch, act });
        return replies.shift() ?? noLine;
      },
    },
    drafts: {
      get: (conversation, kind) => stored.get(`${conversation}.${kind}`) ?? '',
      set: (conversation, kind, text) => void stored.set(`${conversation}.${kind}`, text),
    },
    isOnline: () => true,
    now: () => 0,
    newId: () => `a${++ids}`,
  });
  return {
    outgoing,
    says: (text: string) => outgoing.send({ conversation: 'lirio', kind: 'say', text, epoch: 3, after: 7 }),
    asked,
    stored,
    said: () => asked.map(({ act }) => 'text' in act && act.text),
    idOf: (text: string) => outgoing.all.get().find(one => one.text === text)?.id ?? '',
    bubbles: () => outgoing.all.get().map(one => [one.text, one.state]),
    /** Until nothing leaves any more. */
    rest: async () => {
      for (let i = 0; i < 20; i++) await Promise.resolve();
    },
  };
}
