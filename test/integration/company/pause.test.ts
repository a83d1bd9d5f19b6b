import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Overview, RunRow } from '../../../preload/contract/views';
import { settled } from '../../fakes/fake-time';
import { LoginCompany } from './login-company';

const MINUTE_MS = 60_000;
const PAUSE_MINUTES = 180;

let test: LoginCompany;
beforeEach(async () => {
  test = await LoginCompany.open();
  await test.activate();
});
afterEach(() => test.close());

const overview = (): Promise<Overview> => test.company.calls['overview:get']();
const runs = async (): Promise<readonly RunRow[]> =>
  (await test.company.calls['sync:runs']({ search: '', offset: 0, limit: 100 })).rows;

/** The first call from now on is refused, and the package wants to be left alone. */
async function paused(): Promise<void> {
  test.package.asksToWaitSeconds = PAUSE_MINUTES * 60;
  await test.time.advance(6 * MINUTE_MS);
  test.package.asksToWaitSeconds = null;
  test.package.asked.length = 0;
  expect((await overview()).sync.connection).toBe('paused');
}

describe('a package that asks to be left alone', () => {
  it('is not asked, and no run fails because of that, until its time is over; then all goes on', async () => {
    await paused();
    const before = await runs();
    await test.time.advance((PAUSE_MINUTES - 10) * MINUTE_MS);
    expect(await runs()).toEqual(before);
    await test.restart();
    await test.time.advance(MINUTE_MS);
    expect(await runs()).toEqual(before);
    expect(test.package.asked).toEqual([]);

    await test.time.advance(12 * MINUTE_MS);
    expect((await runs())[0]).toMatchObject({ trigger: 'schedule', result: 'finished' });
    expect((await overview()).sync.connection).toBe('idle');
    test.time.setWallClock(test.time.nowMs() - 60 * MINUTE_MS);
    await test.restart();
    expect((await overview()).sync.pausedUntilMs).toBeNull();
  });

  it('asks nothing of the office, and says so when somebody synchronises meanwhile', async () => {
    await paused();
    const before = await runs();
    const asked = await test.company.calls['sync:now']({ resources: ['customers'], cleanUp: false });
    expect(asked).toMatchObject({ ok: false, problem: { kind: 'rate-limited', code: 'rate-limited' } });
    await settled();
    expect(await runs()).toEqual(before);
    expect(test.package.asked).toEqual([]);
    expect((await overview()).attention).toEqual([]);
  });
});
