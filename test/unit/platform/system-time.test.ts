import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemTime } from '../../../main/platform/system-time';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('wakes up when the time has passed, not before', async () => {
  let awake = false;
  void systemTime.sleep(1_000).then(() => (awake = true));
  await vi.advanceTimersByTimeAsync(999);
  expect(awake).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(awake).toBe(true);
});

it('wakes up at once when it is told to, and leaves no timer behind', async () => {
  const stop = new AbortController();
  const asleep = systemTime.sleep(60_000, stop.signal);
  stop.abort();
  await asleep;
  expect(vi.getTimerCount()).toBe(0);
  await systemTime.sleep(60_000, stop.signal);
});

it('sleeps longer than a 32-bit timer can count', async () => {
  const thirtyDaysMs = 30 * 86_400_000;
  let awake = false;
  void systemTime.sleep(thirtyDaysMs).then(() => (awake = true));
  await vi.advanceTimersByTimeAsync(thirtyDaysMs - 1);
  expect(awake).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(awake).toBe(true);
});
