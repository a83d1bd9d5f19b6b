import { describe, expect, it } from 'vitest';
import { createLifecycle } from '../../main/lifecycle';
import { FakeTime, settled } from '../fakes/fake-time';

function lifecycle() {
  const time = new FakeTime();
  const failures: [string, unknown][] = [];
  const made = createLifecycle({
    limitMs: 4_500,
    sleep: time.sleep,
    onFailure: (part, error) => failures.push([part, error]),
  });
  return { ...made, time, failures };
}

describe('stopping', () => {
  it('goes in reverse order, each part after the one before it has stopped', async () => {
    const { onStop, stop } = lifecycle();
    const stopped: string[] = [];
    onStop('lock', () => void stopped.push('lock'));
    onStop('company', async () => {
      await settled();
      stopped.push('company');
    });
    onStop('window', () => void stopped.push('window'));
    await stop();
    expect(stopped).toEqual(['window', 'company', 'lock']);
  });

  it('happens once, and everybody who asks waits for the same end', async () => {
    const { onStop, stop } = lifecycle();
    let times = 0;
    onStop('company', () => void (times += 1));
    await Promise.all([stop(), stop()]);
    expect(times).toBe(1);
  });

  it('goes on past a part that fails, and reports it', async () => {
    const { onStop, stop, failures } = lifecycle();
    const stopped: string[] = [];
    onStop('lock', () => void stopped.push('lock'));
    onStop('tray', () => Promise.reject(new Error('gone')));
    await stop();
    expect(stopped).toEqual(['lock']);
    expect(failures).toEqual([['tray', new Error('gone')]]);
  });

  it('takes no longer than its limit: the system would kill the process', async () => {
    const { onStop, stop, time } = lifecycle();
    onStop('company', () => new Promise(() => undefined));
    let ended = false;
    void stop().then(() => (ended = true));
    await time.advance(4_499);
    expect(ended).toBe(false);
    await time.advance(1);
    expect(ended).toBe(true);
  });

  it('waits for what must not be cut off, and begins no more of that', async () => {
    const { onStop, stop, whole } = lifecycle();
    const events: string[] = [];
    let finish = (): void => undefined;
    onStop('lock', () => void events.push('lock'));
    const opening = whole('database', () => new Promise<void>((resolve) => (finish = resolve)));
    const stopped = stop();
    void whole('keychain', () => Promise.resolve(void events.push('keychain')));
    await settled();
    expect(events).toEqual([]);

    finish();
    await Promise.all([opening, stopped]);
    expect(events).toEqual(['lock']);
  });

  it('is not held up by a part that could not even begin', async () => {
    const { stop, whole, failures } = lifecycle();
    await expect(whole('database', () => Promise.reject(new Error('damaged')))).rejects.toThrow('damaged');
    await stop();
    expect(failures).toEqual([]);
  });
});
