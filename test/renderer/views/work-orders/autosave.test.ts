import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAutosave, type SaveOutcome } from '../../../../renderer/views/work-orders/autosave';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A main process that saves what is written, and takes as long as the test wants. */
function slowMain() {
  let typed = '';
  let kept = '';
  const answers: ((outcome: SaveOutcome) => void)[] = [];
  const sent: string[] = [];
  const autosave = createAutosave({
    wants: () => typed !== kept,
    save: () => {
      const saving = typed;
      sent.push(saving);
      return new Promise((resolve) =>
        answers.push((outcome) => {
          if (outcome === 'saved') kept = saving;
          resolve(outcome);
        }),
      );
    },
  });
  return {
    autosave,
    sent,
    type: (text: string) => {
      typed = text;
      autosave.touch();
    },
    answer: async (outcome: SaveOutcome = 'saved') => {
      answers.shift()?.(outcome);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('saving by itself', () => {
  test('happens after a second of rest, once for all that was typed', async () => {
    const { sent, type } = slowMain();
    for (const text of ['L', 'Le', 'Lek']) {
      type(text);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(700);
    expect(sent).toEqual(['Lek']);
  });

  test('does not wait for ever for somebody who types on and on', async () => {
    const { sent, type } = slowMain();
    for (let count = 1; count <= 20; count += 1) {
      type('x'.repeat(count));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(sent.length).toBe(1);
  });

  test('never sends a second one while the first is under way, and sends what was typed meanwhile after it', async () => {
    const { sent, type, answer } = slowMain();
    type('Lek');
    await vi.advanceTimersByTimeAsync(1_000);
    type('Lekkage');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toEqual(['Lek']);
    await answer();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual(['Lek', 'Lekkage']);
    await answer();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.length).toBe(2);
  });

  test('at once leaves nothing: what is typed during the save is saved too', async () => {
    const { autosave, sent, type, answer } = slowMain();
    type('Lek');
    const done = autosave.flush();
    await vi.advanceTimersByTimeAsync(0);
    type('Lekkage');
    await answer();
    expect(sent).toEqual(['Lek', 'Lekkage']);
    await answer();
    expect(await done).toBe(true);
  });

  test('is tried again, later each time, for as long as the disk refuses', async () => {
    const { sent, type, answer } = slowMain();
    type('Lek');
    await vi.advanceTimersByTimeAsync(1_000);
    for (const waitMs of [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      await answer('try-again');
      const before = sent.length;
      await vi.advanceTimersByTimeAsync(waitMs - 1);
      expect(sent.length, `after ${waitMs} ms`).toBe(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(sent.length).toBe(before + 1);
    }
  });

  test('waits for another change after a refusal', async () => {
    const { sent, type, answer } = slowMain();
    type('Lek');
    await vi.advanceTimersByTimeAsync(1_000);
    await answer('refused');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toEqual(['Lek']);
    type('Lekkage');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual(['Lek', 'Lekkage']);
  });
});
