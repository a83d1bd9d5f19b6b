import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoginEnd } from '../../../preload/contract/views';
import { ID, LoginCompany } from './login-company';
import { must } from './test-company';

const DAY_MS = 24 * 3_600_000;
const LOOK_MS = 6 * 60_000;

let test: LoginCompany;
beforeEach(async () => {
  test = await LoginCompany.open();
  await test.activate();
});
afterEach(() => test.close());

/** The computer is off for so long; the login of this package ends when it is not used for thirty days. */
async function off(days: number): Promise<void> {
  test.time.setWallClock(test.time.nowMs() + days * DAY_MS);
  await test.restart();
  await test.time.advance(LOOK_MS);
}
const end = async (): Promise<LoginEnd | null> => (await test.company.calls['overview:get']()).loginEnds;
const told = (): readonly string[] => test.logged().filter((message) => message.startsWith('De aanmelding eindigt op'));
const pause = (paused: boolean) => test.company.calls['sync:pause']({ paused });

describe('a login that ends within a week because Simon does not use it', () => {
  it('is told once, over restarts, with when and why, and goes on when the office resumes', async () => {
    await pause(true);
    await off(22);
    expect(await end()).toBeNull();
    await off(3);
    expect(await end()).toMatchObject({ package: ID, why: 'paused' });
    expect(told()).toEqual([
      'De aanmelding eindigt op 22 dec 11:00, omdat Simon die niet gebruikt: u hebt de koppeling gepauzeerd.',
    ]);
    await off(1);
    await off(1);
    expect(told()).toHaveLength(1);
    // It stands above them, for as long as it is so.
    expect((await test.company.calls['overview:get']()).attention).toEqual([]);

    await pause(false);
    await test.time.advance(LOOK_MS);
    expect(await end()).toBeNull();
    expect((await test.company.calls['sync:status']()).connection).toBe('idle');
    // Paused again, it is another login that is about to end.
    await pause(true);
    await off(25);
    expect(told()).toHaveLength(2);
  });

  it('is not told while the link works, however long the computer was off', async () => {
    await off(29);
    expect(await end()).toBeNull();
    expect(told()).toEqual([]);
    expect((await test.company.calls['sync:status']()).problem).toBeNull();
  });

  it('of a deactivated integration is told only while work orders wait for it', async () => {
    must(await test.company.calls['integrations:deactivate'](ID));
    await off(25);
    expect(await end()).toBeNull();
    await test.archive();
    await test.time.advance(LOOK_MS);
    expect(await end()).toMatchObject({ why: 'deactivated' });
    expect(told()).toHaveLength(1);
  });

  it('is over when somebody logs in again', async () => {
    await pause(true);
    await off(25);
    must(await test.logIn({}));
    expect(await end()).toBeNull();
    expect((await test.stage()).login).toMatchObject({
      sinceMs: test.time.nowMs(),
      endsAtMs: test.time.nowMs() + 30 * DAY_MS,
    });
  });

  it('is told when the package cannot be reached for so long', async () => {
    test.package.isOnline = false;
    await off(25);
    expect(await end()).toMatchObject({ why: 'not-used' });
    expect(await test.leaks()).toBe(false);
  });
});

it('work orders that wait for a deactivated integration are told after an hour', async () => {
  must(await test.company.calls['integrations:deactivate'](ID));
  await test.archive();
  await test.archive();
  await test.time.advance(70 * 60_000);
  const late = test.logged().filter((message) => message.includes('al langer dan een uur'));
  expect(late).toEqual([
    '2 werkbonnen wachten al langer dan een uur. De integratie met het boekhoudpakket is gedeactiveerd.',
  ]);
});
