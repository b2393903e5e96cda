import { expect, test } from 'vitest';
import { isFurther } from './delivery.js';

test('what is known of a message only goes forward, and a failure or a withholding is the last word', () => {
  expect(isFurther('delivered', 'sent')).toBe(true);
  expect(isFurther('sent', 'read')).toBe(false);
  expect(isFurther('read', 'read')).toBe(false);
  for (const last of ['failed', 'withheld'] as const) {
    expect(isFurther(last, 'read')).toBe(true);
    for (const other of ['waiting', 'read', 'removed', 'failed', 'withheld'] as const)
      expect(isFurther(other, last)).toBe(false);
  }
});
