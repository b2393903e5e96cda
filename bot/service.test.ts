import { expect, test } from 'vitest';
import { type Condition, holds } from '../flows/guards.js';
import { contextOf } from '../flows/turn.js';
import { processOf } from '../test/support/service.js';

test('a condition on who is on call holds as long as somebody can be called', async () => {
  let isSet = true;
  const house = await processOf({ onCall: () => isSet });
  const { conversation } = await house.writes('hola');
  const { running, snapshot } = (await house.conversations.state(conversation))!;
  const isMet = (condition: Condition): boolean =>
    holds(
      condition,
      contextOf(snapshot),
      { type: 'MAILED', what: 'advice', world: house.world('tiny') },
      running.protocol,
    );

  expect(isMet({ world: { onCall: true } })).toBe(true);
  isSet = false;
  expect(isMet({ world: { onCall: true } })).toBe(false);
  expect(isMet({ world: { onCall: false } })).toBe(true);
});
