import { expect, test } from 'vitest';
import { NoAnswer } from '../live/link.js';
import { Asking } from './asking.js';

type Answer = { ok: true; n: number };

test('only the last question is answered on the screen', async () => {
  const waiting: ((answer: Answer) => void)[] = [];
  const asking = new Asking<number, Answer>(() => new Promise(resolve => waiting.push(resolve)));
  const [first, second] = [asking.run(1), asking.run(2)];

  waiting[1]?.({ ok: true, n: 2 });
  await second;
  waiting[0]?.({ ok: true, n: 1 });
  await first;

  expect(asking.view.get()).toEqual({ kind: 'answered', answer: { ok: true, n: 2 } });
});

test('a refusal keeps its words, and a cut line is one that can be tried again', async () => {
  const refused = new Asking<number, Answer>(() =>
    Promise.resolve({ ok: false, code: 'reason-needed', message: '¿Por qué?' }),
  );
  await refused.run(1);
  expect(refused.view.get()).toEqual({ kind: 'refused', code: 'reason-needed', message: '¿Por qué?' });

  const cut = new Asking<number, Answer>(() => Promise.reject(new NoAnswer('cut')));
  await cut.run(1);
  expect(cut.view.get()).toEqual({ kind: 'refused', code: 'unavailable', message: '' });
});
