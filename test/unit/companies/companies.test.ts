import { beforeEach, describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import { createCompanies, type Companies } from '../../../main/companies/companies';
import { createCompanyRegister, type CompanyRegister } from '../../../main/companies/company-register';
import type { Company } from '../../../main/company/company';
import { FakeTime } from '../../fakes/fake-time';
import { MemoryLogger } from '../../fakes/memory-logger';
import { memorySettingsFile, settingsIn } from '../../fakes/memory-settings-file';

/** What became of each company, in order: `opened main`, `started main`, `stopped main`. */
let happened: string[];
let logger: MemoryLogger;
let time: FakeTime;
let register: CompanyRegister;
/** How opening goes, by id; without an entry it goes well. */
let trouble: Map<string, () => Result<Company>>;
let companies: Companies;

/** As much of a company as is needed here. */
const company = (id: string): Company =>
  ({
    id,
    start: ({ background }: { background: boolean }) => {
      happened.push(`${background ? 'started' : 'opened by hand'} ${id}`);
      return Promise.resolve();
    },
    stop: () => {
      happened.push(`stopped ${id}`);
      return Promise.resolve();
    },
  }) as unknown as Company;

beforeEach(() => {
  happened = [];
  logger = new MemoryLogger();
  trouble = new Map();
  let count = 0;
  const settings = settingsIn(memorySettingsFile());
  register = createCompanyRegister({ settings, practice: false, newId: () => `id-${(count += 1)}` });
  register.rename('main', 'Jansen');
  register.add('Pietersen');
  const make = (id: string): Promise<Result<Company>> =>
    Promise.resolve().then(() => {
      happened.push(`opened ${id}`);
      return trouble.get(id)?.() ?? ok(company(id));
    });
  time = new FakeTime();
  companies = createCompanies({ register, practice: false, make, time, logger });
});
const damaged = () => fail(problem('storage', 'storage-damaged'));

describe('all companies', () => {
  it('are opened and work in the background, side by side', async () => {
    await companies.openAll();
    await companies.startAll();
    expect(companies.allOpened().map(({ id }) => id)).toEqual(['main', 'id-1']);
    expect(happened).toEqual(['opened main', 'opened id-1', 'started main', 'started id-1']);
  });

  it('are stopped together, also when one of them cannot be', async () => {
    const stubborn = { ...company('main'), stop: () => Promise.reject(new Error('stuck')) };
    trouble.set('main', () => ok(stubborn));
    await companies.openAll();
    await expect(companies.stop()).rejects.toThrow('stuck');
    expect(happened).toContain('stopped id-1');
  });
});

describe('a company whose database cannot be opened', () => {
  beforeEach(async () => {
    trouble.set('main', damaged);
    await companies.openAll();
    await companies.startAll();
  });

  it('tells why, and keeps no other from working', () => {
    expect(companies.opened('main')).toBeNull();
    expect(companies.summary('main')).toMatchObject({ name: 'Jansen', problem: { code: 'storage-damaged' } });
    expect(companies.summary('id-1')).toMatchObject({ name: 'Pietersen', problem: null });
    expect(happened).toContain('started id-1');
  });

  it('works after all when the cause was mended and it is tried again', async () => {
    trouble.delete('main');
    const heard: string[] = [];
    companies.onOpened(({ id }) => void heard.push(id));
    await companies.tryOpen('main');
    expect(companies.summary('main').problem).toBeNull();
    expect(heard).toEqual(['main']);
    expect(happened.at(-1)).toBe('started main');
  });
});

describe('a company whose disk refuses', () => {
  const recovered: string[] = [];
  const refusing = (code: string) => () => fail(problem('storage', code));
  beforeEach(() => {
    recovered.length = 0;
    companies.onRecovered((id) => void recovered.push(id));
  });

  it.each(['storage-full', 'storage-busy', 'storage-read-only', 'storage-io'])(
    'goes on by itself within a minute of the end of %s',
    async (code) => {
      trouble.set('main', refusing(code));
      await companies.openAll();
      await companies.startAll();
      await time.advance(10 * 60_000);
      expect(companies.opened('main')).toBeNull();
      expect(recovered).toEqual([]);
      trouble.delete('main');
      await time.advance(60_000);
      expect(companies.summary('main').problem).toBeNull();
      expect(happened.at(-1)).toBe('started main');
      expect(recovered).toEqual(['main']);
      await companies.stop();
      expect(time.waiting).toBe(0);
    },
  );

  it('is not tried again when only somebody in the office can mend it', async () => {
    trouble.set('main', damaged);
    await companies.openAll();
    await companies.startAll();
    trouble.delete('main');
    await time.advance(10 * 60_000);
    expect(companies.opened('main')).toBeNull();
    expect(happened.filter((one) => one === 'opened main')).toHaveLength(1);
  });
});

it('takes a bug in one company for the trouble of that company alone', async () => {
  trouble.set('main', () => {
    throw new Error('no such connector');
  });
  await companies.openAll();
  expect(companies.summary('main').problem).toMatchObject({ code: 'company-not-opened', params: { id: 'bug-1' } });
  expect(companies.opened('id-1')).not.toBeNull();
  expect(logger.bugs).toHaveLength(1);
});

it('opens a company once, however often it is asked', async () => {
  const [one, other] = await Promise.all([companies.open('main'), companies.open('main')]);
  expect(one).toBe(other);
  expect(happened).toEqual(['opened main']);
});

it('leaves the others closed when a command works with one of them', async () => {
  await companies.open('id-1');
  expect(happened).toEqual(['opened id-1']);
});

it('starts a company that is added while the app runs', async () => {
  await companies.openAll();
  await companies.startAll();
  const added = register.add('De Vries');
  await companies.tryOpen(added.ok ? added.value : '');
  expect(happened.slice(-2)).toEqual(['opened id-2', 'started id-2']);
});

it('waits at the stop for a company that is being opened, and opens none after it', async () => {
  const opening = companies.open('main');
  await companies.stop();
  await opening;
  expect(happened).toEqual(['opened main', 'stopped main']);
  void companies.open('id-1');
  await Promise.resolve();
  expect(happened).toEqual(['opened main', 'stopped main']);
});
