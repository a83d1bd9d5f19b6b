import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { createCompanyLog } from '../../../main/company/company-log';
import { createDailyBackups } from '../../../main/company/daily-backups';
import { asRemote } from '../../../main/db/as-remote';
import { backupsEnded, backupsHere } from './backups-here';
import { TestCompany } from './test-company';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
});
afterEach(() => test.close());

const folder = () => path.join(test.folder, 'backups');
const made = () => (existsSync(folder()) ? readdirSync(folder()) : []);
const overview = () => test.company.calls['overview:get'](undefined);
const pass = async (ms: number) => {
  await test.time.advance(ms);
  await backupsEnded();
};

it('is made shortly after the start, and once a day on the clock of Amsterdam', async () => {
  // Up to the moment of the first one: it ends before the clock goes on, and the looks keep to even minutes.
  await pass(2 * MINUTE_MS);
  await pass(3 * MINUTE_MS);
  expect(made()).toEqual(['2026-11-22 11.02.00 dagelijks.sqlite']);
  await pass(11 * HOUR_MS);
  expect(made()).toHaveLength(1);
  // 23:00 UTC is midnight in the office.
  await pass(HOUR_MS + 54 * MINUTE_MS);
  expect(made()).toHaveLength(1);
  await pass(3 * MINUTE_MS);
  expect(made()).toEqual(['2026-11-22 11.02.00 dagelijks.sqlite', '2026-11-23 00.00.00 dagelijks.sqlite']);
  expect(test.logged()).toEqual([]);
});

it('is not made again by the next start of the same day, and is made after days of rest', async () => {
  await pass(5 * MINUTE_MS);
  await test.restart();
  await pass(HOUR_MS);
  expect(made()).toHaveLength(1);
  test.time.setWallClock(Date.parse('2026-12-24T05:00:00Z'));
  await pass(5 * MINUTE_MS);
  expect(made()).toHaveLength(2);
});

it('that cannot be made is told once with the reason, and goes on by itself', async () => {
  writeFileSync(folder(), 'A file where the folder should be');
  await pass(3 * HOUR_MS);
  expect((await overview()).lateBackup).toMatchObject({ lastAtMs: null, problem: { code: 'storage-io' } });
  const [row, ...others] = test.logged();
  expect(others).toEqual([]);
  expect(row).toContain('error |  | De back-up van vandaag is niet gemaakt. De schijf van deze computer kon niet');
  rmSync(folder());
  await pass(2 * HOUR_MS);
  expect(made()).toHaveLength(1);
  expect(test.logged()[0]).toContain('De back-up van vandaag is alsnog gemaakt.');
  expect((await overview()).lateBackup).toBeNull();
});

it('that is older than three days is told until the next one is there', async () => {
  await pass(5 * MINUTE_MS);
  // Where the company that is open here does not look.
  const other = path.join(test.folder, 'other');
  cpSync(folder(), other, { recursive: true });
  let isBusy = true;
  const daily = createDailyBackups({
    databaseFile: test.databaseFile,
    backupFolder: other,
    backups: backupsHere,
    isBusy: () => Promise.resolve(isBusy),
    log: createCompanyLog({ store: asRemote(test.store), time: test.time, logger: test.logger }),
    onChange: () => undefined,
    time: test.time,
    logger: test.logger,
  });
  onTestFinished(daily.stop);
  test.time.setWallClock(test.time.nowMs() + 4 * 24 * HOUR_MS);
  daily.start();
  await pass(5 * MINUTE_MS);
  expect(daily.late()).toEqual({ lastAtMs: Date.parse('2026-11-22T10:02:00Z'), problem: null });
  isBusy = false;
  await pass(5 * MINUTE_MS);
  expect(daily.late()).toBeNull();
  expect(readdirSync(other)).toHaveLength(2);
});
