import { setMaxListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createPacer, type Lane } from '../../../main/sync/pacing';
import { FakeTime } from '../../fakes/fake-time';

const { signal: SIGNAL } = new AbortController();
// Three hundred requests wait on it at once.
setMaxListeners(0, SIGNAL);

describe('pacing', () => {
  const started = (requestsPerMinute: number) => {
    const time = new FakeTime();
    const pacer = createPacer(requestsPerMinute, time, time.sleep);
    const turnsAtMs: Record<Lane, number[]> = { pull: [], push: [] };
    const ask = (lane: Lane, count: number): void => {
      for (let i = 0; i < count; i += 1) {
        void pacer.takeTurn(lane, SIGNAL).then(() => turnsAtMs[lane].push(time.monotonicMs()));
      }
    };
    return { time, pacer, turnsAtMs, ask };
  };

  it('never exceeds the allowance in any minute, and wastes none of it', async () => {
    const { time, turnsAtMs, ask } = started(100);
    ask('pull', 300);
    await time.advance(10 * 60_000);
    const turns = turnsAtMs.pull;
    expect(turns).toHaveLength(300);
    for (const start of turns) {
      expect(turns.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(97);
    }
    expect(Math.max(...turns)).toBeLessThanOrEqual(3 * 60_000);
  });

  it('keeps room for a delivery while a first pull uses up the rest', async () => {
    const { time, turnsAtMs, ask } = started(100);
    ask('pull', 300);
    await time.advance(1_000);
    expect(turnsAtMs.pull).toHaveLength(97);
    ask('push', 3);
    await time.advance(0);
    expect(turnsAtMs.push).toHaveLength(3);
  });

  it('gives both lanes a turn even when only one request a minute is allowed', async () => {
    const { time, turnsAtMs, ask } = started(1);
    ask('pull', 1);
    ask('push', 1);
    await time.advance(120_000);
    expect(turnsAtMs).toEqual({ pull: [0], push: [60_000] });
  });

  it('gives up its place when it is stopped', async () => {
    const { time, pacer, ask } = started(2);
    ask('push', 2);
    const stop = new AbortController();
    const turn = pacer.takeTurn('push', stop.signal);
    await time.advance(1_000);
    stop.abort();
    await expect(turn).resolves.toBe(false);
    expect(time.waiting).toBe(0);
  });

  it('does not notice that the clock of the computer is set', async () => {
    const { time, turnsAtMs, ask } = started(10);
    ask('push', 10);
    await time.advance(0);
    time.setWallClock(time.nowMs() - 48 * 3_600_000);
    ask('push', 1);
    await time.advance(60_000);
    expect(turnsAtMs.push).toHaveLength(11);
  });
});
