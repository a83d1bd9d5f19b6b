import { describe, expect, test } from 'vitest';
import { createLastSave, LAST_SAVE_LIMIT_MS } from '../../main/last-save';

/** A sleep that ends when the test says that the time has passed. */
function slowClock() {
  let pass = (): void => undefined;
  const asked: number[] = [];
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
    asked.push(ms);
    return new Promise((resolve) => {
      pass = resolve;
      if (signal?.aborted) resolve();
      signal?.addEventListener('abort', () => resolve());
    });
  };
  return { sleep, asked, pass: () => pass() };
}

describe('the end of the app', () => {
  test('waits for the page to have saved', async () => {
    const { sleep } = slowClock();
    const told: string[] = [];
    const lastSave = createLastSave(() => told.push('closing'), sleep);
    const asked = lastSave.ask().then(() => told.push('may end'));
    expect(told).toEqual(['closing']);
    lastSave.done();
    await asked;
    expect(told).toEqual(['closing', 'may end']);
  });

  test('does not wait for ever for a page that broke', async () => {
    const clock = slowClock();
    const asked = createLastSave(() => undefined, clock.sleep).ask();
    expect(clock.asked).toEqual([LAST_SAVE_LIMIT_MS]);
    clock.pass();
    await expect(asked).resolves.toBeUndefined();
  });
});
