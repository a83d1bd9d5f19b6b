import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '../../../connectors/_kit/result';
import { connectorIds, loadConnector } from '../../../connectors/registry';
import { startSimulator, type RunningSnelstart } from '../../../connectors/snelstart/simulator/index';
import { activate, firstPull } from '../../../main/cli/activation';
import { createCompanies, type Companies } from '../../../main/companies/companies';
import { createCompanyRegister, type CompanyRegister } from '../../../main/companies/company-register';
import type { Company } from '../../../main/company/company';
import { createCompany } from '../../../main/company/create-company';
import { readImport } from '../../../main/company/import/read-file';
import { dropFiles } from '../../../main/platform/drop-files';
import { asRemote } from '../../../main/db/as-remote';
import { openStore } from '../../../main/db/open-store';
import { storageProblem } from '../../../main/db/storage-problem';
import { dataFolderAt } from '../../../main/platform/data-folder';
import { systemTime } from '../../../main/platform/system-time';
import { createEngine } from '../../../main/sync/create-engine';
import { xlsxHere } from '../../../main/tables/xlsx-thread';
import { FakeBrowser, FakeLoginReturn } from '../../fakes/fake-login-return';
import { memorySettingsFile, settingsIn } from '../../fakes/memory-settings-file';
import { MemoryLogger } from '../../fakes/memory-logger';
import { MemorySecretStore } from '../../fakes/memory-secret-store';
import { MemoryTraces } from '../../fakes/memory-traces';
import { printSmallPdf } from '../../fakes/small-pdf';
import { draft, must } from '../company/test-company';
import { backupsHere } from '../company/backups-here';

const DELIVERY_MS = 15_000;

let root: string;
let settingsFile: ReturnType<typeof memorySettingsFile>;
let register: CompanyRegister;
let companies: Companies;
let secrets: MemorySecretStore;
let logger: MemoryLogger;
/** The administrations of two companies at the vendor, each with its own books and key. */
let books: readonly [RunningSnelstart, RunningSnelstart];
/** Which of them a company is to reach. */
let booksOf: Map<string, RunningSnelstart>;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'simon-companies-'));
  settingsFile = memorySettingsFile();
  let count = 0;
  const settings = settingsIn(settingsFile);
  register = createCompanyRegister({ settings, practice: false, newId: () => `id-${(count += 1)}` });
  must(register.rename('main', 'Jansen'));
  must(register.add('Pietersen'));
  secrets = new MemorySecretStore();
  logger = new MemoryLogger();
  books = [await startSimulator({ seed: 7, books: 'small' }), await startSimulator({ seed: 8, books: 'small' })];
  books[0].control.books.addCustomer({ name: 'Alleen bij Jansen' });
  books[1].control.books.addCustomer({ name: 'Alleen bij Pietersen' });
  booksOf = new Map([
    ['main', books[0]],
    ['id-1', books[1]],
  ]);
  companies = createCompanies({ register, practice: false, make, time: systemTime, logger });
});
afterEach(async () => {
  await companies.stop();
  await Promise.all(books.map((one) => one.close()));
  rmSync(root, { recursive: true });
  expect(logger.bugs).toEqual([]);
});

async function make(id: string): Promise<Result<Company>> {
  const folder = dataFolderAt(root).company(id);
  mkdirSync(folder.root, { recursive: true });
  try {
    const { name, settings } = register.of(id);
    return ok(
      await createCompany({
        id,
        name,
        store: asRemote(openStore({ file: folder.databaseFile })),
        companySettings: settings,
        secrets,
        traces: new MemoryTraces(),
        connectors: {
          ids: connectorIds,
          load: loadConnector,
          endpoints: () => Promise.resolve(booksOf.get(id)?.endpoints ?? {}),
        },
        fetch: (url, init) => fetch(url, init),
        loginReturn: new FakeLoginReturn(),
        openLoginPage: new FakeBrowser().open,
        print: printSmallPdf,
        time: systemTime,
        userName: () => 'petra',
        random: () => 0.5,
        logger,
        databaseFile: folder.databaseFile,
        backupFolder: folder.backups,
        backups: backupsHere,
        makeXlsx: xlsxHere,
        importReader: readImport,
        dropFiles,
        createEngine,
      }),
    );
  } catch (error) {
    const found = storageProblem(error);
    if (found === null) throw error;
    return { ok: false, problem: found };
  }
}

/** The company, which must be open. */
function company(id: string): Company {
  const found = companies.opened(id);
  if (found === null) throw new Error(`${id} is not open`);
  return found;
}

async function link(id: string, { credentials, registration, control }: RunningSnelstart) {
  const work = control.books.articles().find((article) => !article.inactive)?.code ?? '';
  return activate(company(id), {
    package: 'snelstart',
    credentials: { ...credentials, ...registration },
    settings: { workArticle: work },
    mayWipeUndelivered: false,
    logInAgain: false,
  });
}

/** Archives an hour of work for the first customer. */
async function archive(id: string, description: string): Promise<void> {
  const { calls } = company(id);
  const [customer] = (await calls['customers:list']({ search: '', offset: 0, limit: 1 })).rows;
  const times = [
    { employeeId: null, kind: 'work' as const, date: '2026-11-20', startMinute: null, minutes: 60, note: '' },
  ];
  const made = must(await calls['work-orders:create'](draft({ customerId: customer?.id ?? null, description, times })));
  must(await calls['work-orders:report-ready'](made.id));
  await calls['work-orders:archive']([made.id]);
}

const descriptions = ({ control }: RunningSnelstart) => control.documents().map(({ description }) => description);
const customerNames = async (id: string) =>
  (await company(id).calls['customers:list']({ search: '', offset: 0, limit: 500 })).rows
    .map(({ name }) => name)
    .sort();
describe('two companies with an administration each', () => {
  beforeEach(async () => {
    await companies.openAll();
    await Promise.all([link('main', books[0]), link('id-1', books[1])].map(async (made) => must(await made)));
    await Promise.all([firstPull(company('main')), firstPull(company('id-1'))].map(async (run) => must(await run)));
  });

  it('pull side by side, each its own customers', async () => {
    expect(await customerNames('main')).toContain('Alleen bij Jansen');
    expect(await customerNames('main')).not.toContain('Alleen bij Pietersen');
    expect(await customerNames('id-1')).toContain('Alleen bij Pietersen');
    expect(await customerNames('id-1')).not.toContain('Alleen bij Jansen');
  });

  it('deliver in the background at the same time, each to its own books', async () => {
    await companies.startAll();
    await Promise.all([archive('main', 'Ketel van Jansen'), archive('id-1', 'Kraan van Pietersen')]);
    await vi.waitFor(
      () => {
        expect(descriptions(books[0])).toHaveLength(1);
        expect(descriptions(books[1])).toHaveLength(1);
      },
      { timeout: DELIVERY_MS },
    );
    expect(descriptions(books[0])[0]).toContain('Ketel van Jansen');
    expect(descriptions(books[1])[0]).toContain('Kraan van Pietersen');
  });

  it('are paused, and stand still, each by itself', async () => {
    must(await company('main').calls['sync:pause']({ paused: true }));
    books[1].control.fault({ kind: 'status', status: 503, match: { times: 99 } });
    const status = async (id: string) => (await company(id).calls['sync:status'](undefined)).connection;
    expect([await status('main'), await status('id-1')]).toEqual(['paused', 'idle']);

    must(await company('main').calls['sync:pause']({ paused: false }));
    const [mine, other] = await Promise.all(
      ['main', 'id-1'].map((id) => company(id).run({ resources: ['customers'], cleanUp: false }, 'manual')),
    );
    expect(mine).toMatchObject({ ok: true, value: { result: 'finished' } });
    expect(other).not.toMatchObject({ ok: true, value: { result: 'finished' } });
  });

  it('keep their databases, keys and settings apart', async () => {
    const folders = ['main', 'id-1'].map((id) => dataFolderAt(root).company(id));
    const [one, other] = folders.map(({ databaseFile }) => openStore({ file: databaseFile }));
    expect(one?.info.identity().markerTag).not.toBe(other?.info.identity().markerTag);
    one?.close();
    other?.close();
    const keys = await Promise.all(
      ['main', 'id-1'].map((companyId) => secrets.read({ companyId, package: 'snelstart' })),
    );
    expect(keys[0]?.koppelsleutel).toBe(books[0].credentials.koppelsleutel);
    expect(keys[1]?.koppelsleutel).toBe(books[1].credentials.koppelsleutel);
    for (const secret of keys.flatMap((key) => Object.values(key))) expect(settingsFile.text()).not.toContain(secret);
  });

  it('stop and start again with what they had', async () => {
    const before = await customerNames('id-1');
    await companies.stop();
    companies = createCompanies({ register, practice: false, make, time: systemTime, logger });
    await companies.openAll();
    expect(await customerNames('id-1')).toEqual(before);
  });
});

it('refuses a second company the administration of the first, by its name', async () => {
  await companies.openAll();
  must(await link('main', books[0]));
  booksOf.set('id-1', books[0]);
  expect(await link('id-1', books[0])).toMatchObject({
    ok: false,
    problem: { code: 'administration-in-use', params: { company: 'Jansen' } },
  });
  must(await company('main').calls['integrations:deactivate']('snelstart'));
  expect(must(await link('id-1', books[0])).stage.state, 'once the first one has let go of it').toBe('active');
});

it('goes on with one company when the database of the other is damaged, and leaves that as it is', async () => {
  const { root: folder, databaseFile } = dataFolderAt(root).company('main');
  mkdirSync(folder, { recursive: true });
  writeFileSync(databaseFile, 'this was a database once, and is none any more'.repeat(40));
  const before = readFileSync(databaseFile);
  await companies.openAll();
  await companies.startAll();

  expect(companies.summary('main').problem).toMatchObject({ kind: 'storage', code: 'storage-damaged' });
  must(await link('id-1', books[1]));
  must(await firstPull(company('id-1')));
  await archive('id-1', 'Kraan van Pietersen');
  await vi.waitFor(() => expect(descriptions(books[1])).toHaveLength(1), { timeout: DELIVERY_MS });
  expect(readFileSync(databaseFile)).toEqual(before);
});
