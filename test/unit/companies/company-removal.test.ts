import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCompanies, type Companies } from '../../../main/companies/companies';
import { createCompanyRegister } from '../../../main/companies/company-register';
import { createCompanyRemoval, type CompanyRemoval } from '../../../main/companies/company-removal';
import type { Company } from '../../../main/company/company';
import { backupJobs } from '../../../main/db/backups/backup-jobs';
import { StorageError } from '../../../main/db/storage-error';
import { dataFolderAt, type DataFolder } from '../../../main/platform/data-folder';
import { openSettings, type SettingsStore } from '../../../main/platform/settings-store';
import { ok } from '../../../connectors/_kit/result';
import { FakeTime } from '../../fakes/fake-time';
import { MemoryLogger } from '../../fakes/memory-logger';
import { MemorySecretStore } from '../../fakes/memory-secret-store';
import { memorySettingsFile } from '../../fakes/memory-settings-file';
import { MemoryTraces } from '../../fakes/memory-traces';

let root: string;
let folder: DataFolder;
let settings: SettingsStore;
let companies: Companies;
let secrets: MemorySecretStore;
let traces: MemoryTraces;
let removal: CompanyRemoval;
let sending: number;
let diskIsFull: boolean;
let stopped: string[];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'removal-'));
  folder = dataFolderAt(root);
  const opened = openSettings(memorySettingsFile());
  if (!opened.ok) throw new Error('no settings');
  settings = opened.value;
  secrets = new MemorySecretStore();
  traces = new MemoryTraces();
  sending = 0;
  diskIsFull = false;
  stopped = [];
  const time = new FakeTime();
  const logger = new MemoryLogger();
  const register = createCompanyRegister({ settings, practice: false, newId: () => 'second' });
  register.rename('main', 'Jansen');
  register.add('Peeters: dak & goot');
  companies = createCompanies({
    register,
    practice: false,
    make: (id) => Promise.resolve(ok(companyWith(id))),
    time,
    logger,
  });
  await companies.openAll();
  removal = createCompanyRemoval({
    companies,
    settings,
    secrets,
    traces,
    connectors: { ids: ['snelstart', 'billit'] },
    backups: {
      daily: async (request) => {
        if (diskIsFull) throw new StorageError('full', 'no room');
        await backupJobs.daily(request, () => true);
      },
    },
    folderOf: folder.company,
    keptFolder: folder.removedCompanies,
    time,
    logger,
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** As much of a company as its removal looks at, with a database on disk. */
function companyWith(id: string): Company {
  const { root: own, databaseFile } = folder.company(id);
  mkdirSync(own, { recursive: true });
  const db = new Database(databaseFile);
  db.exec('CREATE TABLE IF NOT EXISTS work_order (id INTEGER)');
  db.close();
  writeFileSync(join(own, 'more.txt'), 'of this company');
  const overview = () =>
    Promise.resolve({
      counts: { customers: 12, articles: 30, planned: 1, ready: 2, archived: 3 },
      queue: { waiting: 1, sending, unsure: 1, booked: 3, skipped: 0, blocked: 0 },
      pdfs: { open: 1, held: 0 },
    });
  return {
    id,
    calls: { 'overview:get': overview },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(void stopped.push(id)),
  } as unknown as Company;
}

it('tells what would go, and what is not sent yet', async () => {
  expect(await removal.preview('second')).toMatchObject({
    ok: true,
    value: { name: 'Peeters: dak & goot', workOrders: 6, customers: 12, notSent: 3, unsure: 1 },
  });
});

it('keeps a last backup, and takes secrets, settings and data away', async () => {
  await secrets.write({ companyId: 'second', package: 'snelstart' }, { key: 'geheim' });
  await secrets.write({ companyId: 'main', package: 'snelstart' }, { key: 'blijft' });
  await traces.write('second', { traceId: 't', steps: 1, lastWorkOrderNumber: 1 });

  const removed = await removal.remove('second', ' peeters: DAK & goot ', null);
  if (!removed.ok) throw new Error(removed.problem.code);
  const { backupFile, leftFolder } = removed.value;
  expect(backupFile).toContain(folder.removedCompanies);
  expect(backupFile).toContain('Peeters- dak & goot');
  expect(existsSync(backupFile ?? '')).toBe(true);
  expect(leftFolder).toBeNull();
  expect(existsSync(folder.company('second').root)).toBe(false);
  expect(stopped).toEqual(['second']);
  expect(companies.register.ids()).toEqual(['main']);
  expect(companies.opened('second')).toBeNull();
  expect(await secrets.read({ companyId: 'second', package: 'snelstart' })).toEqual({});
  expect(await secrets.read({ companyId: 'main', package: 'snelstart' })).toEqual({ key: 'blijft' });
  expect(await traces.read('second')).toBeNull();
});

it('leaves the company that shows alone', async () => {
  expect(await removal.preview('main')).toMatchObject({ problem: { code: 'company-is-shown' } });
});

it('removes nothing under another name, while something is sent, or when it is the only one', async () => {
  expect(await removal.remove('second', 'Jansen', null)).toMatchObject({ problem: { code: 'company-name-differs' } });
  sending = 1;
  expect(await removal.remove('second', 'Peeters: dak & goot', null)).toMatchObject({
    problem: { code: 'company-is-sending' },
  });
  sending = 0;
  await removal.remove('second', 'Peeters: dak & goot', null);
  expect(await removal.preview('main')).toMatchObject({ problem: { code: 'company-is-last' } });
  expect(existsSync(folder.company('main').databaseFile)).toBe(true);
});

it('loses nothing when the last backup cannot be made: the company works on', async () => {
  diskIsFull = true;
  await secrets.write({ companyId: 'second', package: 'snelstart' }, { key: 'geheim' });
  expect(await removal.remove('second', 'Peeters: dak & goot', null)).toMatchObject({ ok: false });
  expect(companies.register.ids()).toEqual(['main', 'second']);
  expect(companies.opened('second')).not.toBeNull();
  expect(await secrets.read({ companyId: 'second', package: 'snelstart' })).toEqual({ key: 'geheim' });
});
