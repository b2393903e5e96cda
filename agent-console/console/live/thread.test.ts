import { describe, expect, test } from 'vitest';
import type { ConversationView, Item, TurnsPatch } from '../../../bot/console/contract.js';
import { emptyFacts } from './facts.fixture.js';
import { aRow } from '../../../test/support/row.js';
import { Thread, type Line, type Message } from './thread.js';

describe('the open conversation', () => {
  test('adds each turn once, in order', () => {
    const thread = new Thread(view(1, [said(1, 'hola')]));

    expect(thread.receive(turn(2, [said(2, 'estás ahí')]))).toBe(true);
    expect(thread.receive(turn(2, [said(2, 'estás ahí')]))).toBe(true);

    expect(texts(thread)).toEqual(['hola', 'estás ahí']);
  });

  test('missing turns are noticed, and nothing is shown out of place meanwhile', () => {
    const thread = new Thread(view(1, [said(1, 'hola')]));

    expect(thread.receive(turn(4, [said(4, 'auxilio')]))).toBe(false);

    expect(texts(thread)).toEqual(['hola']);
  });

  test('opening again keeps what did not change as it was', () => {
    const thread = new Thread(view(1, [said(1, 'hola')]));
    const before = items(thread)[0];

    thread.reload(view(2, [said(1, 'hola'), said(2, 'auxilio')]));

    expect(texts(thread)).toEqual(['hola', 'auxilio']);
    expect(items(thread)[0]).toBe(before);
  });

  test('after the line was cut, what the server has no more is gone, and another of the same number is as it says', () => {
    const thread = new Thread(view(3, [said(1, 'hola'), sent(2, 'te leo'), said(3, 'estoy en la casa')]));
    thread.states({ conversation: 'c', states: [{ seq: 2, state: 'read', at: 5 }] });

    thread.cut();
    expect(texts(thread)).toEqual(['hola', 'te leo', 'estoy en la casa']);
    thread.receive(turn(4, [said(4, 'auxilio')]));
    thread.reload(view(2, [said(1, 'hola'), sent(2, '¿Estás bien?')]));

    expect(texts(thread)).toEqual(['hola', '¿Estás bien?', 'auxilio']);
    expect(items(thread)[1]).toMatchObject({ state: 'waiting' });
  });

  test('a message that arrived late stands where she wrote it, with a mark where it arrived', () => {
    const thread = new Thread(view(2, [said(1, 'uno'), said(3, 'tres')]));

    thread.receive(turn(3, [{ ...said(4, 'dos'), turn: 3, lateFrom: 2_000 }]));

    expect(texts(thread)).toEqual(['uno', 'dos', 'tres', '(llegó tarde: dos)']);
  });

  test('a delivery state that comes before its message is not lost', () => {
    const thread = new Thread(view(1, []));

    thread.states({ conversation: 'c', states: [{ seq: 2, state: 'delivered', at: 5 }] });
    thread.receive(turn(2, [sent(2, 'hola')]));

    expect(items(thread)[0]).toMatchObject({ state: 'delivered' });
  });

  test('a state never goes back: read stays read when an older ack comes late', () => {
    const thread = new Thread(view(1, [sent(1, 'hola')]));

    thread.states({ conversation: 'c', states: [{ seq: 1, state: 'read', at: 5 }] });
    thread.states({ conversation: 'c', states: [{ seq: 1, state: 'sent', at: 6 }] });

    expect(items(thread)[0]).toMatchObject({ state: 'read' });
  });

  test('a withheld message says why', () => {
    const thread = new Thread(view(1, [sent(1, 'hola')]));

    thread.states({ conversation: 'c', states: [{ seq: 1, state: 'withheld', reason: 'taken', at: 5 }] });

    expect(items(thread)[0]).toMatchObject({ state: 'withheld', reason: 'taken' });
  });

  test('two events of one turn are two lines', () => {
    const event = (name: string): Item => ({ kind: 'event', turn: 2, at: 2_000, event: name, vars: {} });
    const thread = new Thread(view(1, []));

    thread.receive(turn(2, [event('taken'), event('risk')]));

    expect(thread.view.lines).toHaveLength(2);
  });
});

const said = (seq: number, text: string): Message => ({
  kind: 'message',
  turn: seq,
  seq,
  at: seq * 1000,
  direction: 'in',
  author: 'citizen',
  text,
  lang: 'es-CL',
  state: 'delivered',
});
const sent = (seq: number, text: string): Message => ({
  ...said(seq, text),
  direction: 'out',
  author: 'bot',
  state: 'waiting',
});
const view = (turnNumber: number, list: Item[]): ConversationView => ({
  row: aRow('c'),
  turn: turnNumber,
  items: list,
  facts: emptyFacts,
  viewers: [],
});
const turn = (number: number, list: Item[]): TurnsPatch => ({
  conversation: 'c',
  turn: number,
  row: aRow('c'),
  items: list,
  facts: emptyFacts,
});
const items = (thread: Thread) => thread.view.lines.flatMap(line => ('item' in line ? [line.item] : []));
const texts = (thread: Thread) => thread.view.lines.map(textOf);
const textOf = (line: Line) => {
  if ('lateMark' in line) return `(llegó tarde: ${line.lateMark.text})`;
  return line.item.kind === 'event' ? line.item.event : line.item.text;
};
