import { describe, expect, it } from 'vitest';
import type { PullPage } from '../../../connectors/_kit/connector';
import type { Resource } from '../../../connectors/_kit/model';
import { article, customer } from '../db/records';
import { HOUR_MS, linkedCompany, MINUTE_MS, type EngineHarness } from './engine-harness';

const page = (records: PullPage<Resource>['records']): PullPage<Resource> => ({
  records,
  parked: [],
  mark: { highWater: null, state: null },
  total: null,
});

/** The package gives its whole tables once more. */
function fill({ books }: EngineHarness): void {
  books.pulls.customers = [page([{ kind: 'present', record: customer('1') }])];
  books.pulls.articleGroups = [page([])];
  books.pulls.articles = [page([{ kind: 'present', record: article('9', { code: 'UUR', unitPrice: '60' }) }])];
}

/** A company whose package is pulled once a day, and was pulled just now. */
async function pulledToday(at?: string): Promise<EngineHarness> {
  const company = linkedCompany();
  if (at !== undefined) company.time.setWallClock(Date.parse(at));
  company.intervalMinutes = 24 * 60;
  fill(company);
  const all = { resources: ['customers', 'articleGroups', 'articles', 'orders'] as const, cleanUp: false };
  await company.finish(company.engine.run(all, 'manual'));
  fill(company);
  return company;
}

const pullsOf = ({ books }: EngineHarness): number => books.calls.filter((call) => call === 'pull customers').length;

describe('a package that is pulled once a day', () => {
  it('is not pulled again by a start of the app, while deliveries go on within minutes', async () => {
    const company = await pulledToday();
    await company.time.advance(HOUR_MS);
    await company.restart();
    company.engine.startSchedule();
    const id = await company.archive();
    company.engine.nudge();
    await company.time.advance(5 * MINUTE_MS);

    expect(company.entry(id).state).toBe('booked');
    expect(pullsOf(company)).toBe(1);
    await company.time.advance(22 * HOUR_MS);
    expect(pullsOf(company)).toBe(1);
    await company.time.advance(HOUR_MS);
    expect(pullsOf(company)).toBe(2);
  });

  it('is pulled soon after a start when it was never read whole', async () => {
    const company = linkedCompany();
    company.intervalMinutes = 24 * 60;
    fill(company);
    company.engine.startSchedule();
    await company.time.advance(MINUTE_MS);
    expect(pullsOf(company)).toBe(1);
  });

  it('is pulled soon after a start when only a part was asked for by hand since', async () => {
    const company = await pulledToday();
    await company.time.advance(25 * HOUR_MS);
    const some = { resources: ['customers'] as const, cleanUp: false };
    await company.finish(company.engine.run(some, 'manual'));
    await company.restart();
    company.engine.startSchedule();
    await company.time.advance(MINUTE_MS);
    expect(pullsOf(company)).toBe(3);
  });

  it.each([
    ['the night in which an hour is missing', '2026-03-28T09:00:00Z'],
    ['the night in which an hour comes twice', '2026-10-24T09:00:00Z'],
  ])('is pulled once a day over %s', async (_, from) => {
    const company = await pulledToday(from);
    company.engine.startSchedule();
    for (let day = 1; day <= 3; day += 1) {
      await company.time.advance(24 * HOUR_MS + MINUTE_MS);
      expect(pullsOf(company)).toBe(1 + day);
      fill(company);
    }
  });

  it.each([
    ['two days ahead', 48 * HOUR_MS],
    ['in 2038', Date.UTC(2038, 0, 19) - Date.UTC(2026, 10, 22)],
  ])('goes on after the clock was put right that had been %s when it was pulled', async (_, aheadMs) => {
    const company = await pulledToday();
    company.engine.startSchedule();
    company.time.setWallClock(company.time.nowMs() + aheadMs);
    await company.time.advance(26 * HOUR_MS);
    const whileAhead = pullsOf(company);
    fill(company);
    company.time.setWallClock(company.time.nowMs() - aheadMs);
    await company.time.advance(26 * HOUR_MS);
    expect(pullsOf(company) - whileAhead).toBeGreaterThanOrEqual(1);
    expect(pullsOf(company) - whileAhead).toBeLessThanOrEqual(3);
  });

  it('counts as pulled when a clean-up of the same run waits for the office', async () => {
    const company = await pulledToday();
    company.books.ids.customers = [{ externalIds: [], rowsSeen: 0 }];
    company.books.ids.articles = [{ externalIds: ['9'], rowsSeen: 1 }];
    company.engine.startSchedule();
    await company.time.advance(25 * HOUR_MS);
    expect(await company.engine.pendingCleanUps()).toHaveLength(1);
    await company.time.advance(20 * HOUR_MS);
    expect(pullsOf(company)).toBe(2);
  });
});
