import { beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import type { Company } from '../../../main/company/company';
import { createCompanyEvents } from '../../../main/company/events';
import type { Notice } from '../../../main/platform/notifications';
import { followCompanies } from '../../../main/platform/office-attention';
import type { TrayFacts } from '../../../main/platform/tray-look';
import type { ConnectionState, Overview, SyncStatus } from '../../../preload/contract/views';
import { MemoryLogger } from '../../fakes/memory-logger';

const status = (connection: ConnectionState): SyncStatus => ({
  connection,
  package: 'snelstart',
  administrationName: 'Boeken',
  lastRun: null,
  nextRunAtMs: null,
  pausedUntilMs: null,
  pausedByUser: false,
  allowance: null,
  lastGoodCallAtMs: null,
  problem: connection === 'needs-login' ? problem('needs-login', 'login-refused') : null,
  marks: [],
  cleanUps: [],
});

/** As much of a company as is followed. */
class FakeCompany {
  readonly events = createCompanyEvents(() => undefined);
  overview = { sync: status('idle'), attention: [], queue: { blocked: 0 }, pdfs: { held: 0 } } as unknown as Overview;
  constructor(readonly id: string) {}
  get asCompany(): Company {
    const calls = { 'overview:get': () => Promise.resolve(this.overview) };
    return { id: this.id, calls, on: this.events.on } as unknown as Company;
  }
  say(connection: ConnectionState): void {
    this.events.tell('sync:status', status(connection));
  }
}

const NAMES: Readonly<Record<string, string>> = { a: 'Jansen', b: 'Pietersen' };
let jansen: FakeCompany;
let pietersen: FakeCompany;
let damaged: string | null;
let shown: TrayFacts[];
let notices: Notice[];
let needing: (readonly string[])[];
let opened: string[];
let openLater: (company: Company) => void;
beforeEach(() => {
  jansen = new FakeCompany('a');
  pietersen = new FakeCompany('b');
  damaged = null;
  shown = [];
  notices = [];
  needing = [];
  opened = [];
});

const follow = (...companies: readonly FakeCompany[]) =>
  followCompanies({
    companies: {
      allOpened: () => companies.map((one) => one.asCompany),
      onOpened: (listener) => {
        openLater = listener;
        return () => undefined;
      },
      register: { ids: () => Object.keys(NAMES) } as never,
      summary: (id = 'a') => ({
        id,
        name: NAMES[id] ?? '',
        practice: false,
        problem: id === damaged ? problem('storage', 'storage-damaged') : null,
      }),
    },
    tray: { show: (facts) => void shown.push(facts) },
    notifications: { show: (notice) => void notices.push(notice) },
    language: () => 'nl',
    wanted: () => true,
    openAt: (companyId, view) => void opened.push(`${companyId} ${view}`),
    onNeedsOffice: (companyIds) => void needing.push(companyIds),
    logger: new MemoryLogger(),
  });

describe('a company that needs the office', () => {
  it('is named in the notification and in the tray; a click opens its own screen', async () => {
    await follow(jansen, pietersen);
    pietersen.say('needs-login');

    expect(notices.map(({ title }) => title)).toEqual(['Pietersen: De koppeling staat stil']);
    expect(shown.at(-1)).toMatchObject({ connection: 'needs-login', company: 'Pietersen' });
    notices[0]?.onClick();
    expect(opened).toEqual(['b integrations']);
  });

  it('is told although another one is well', async () => {
    await follow(jansen, pietersen);
    pietersen.say('needs-login');
    jansen.say('idle');
    expect(shown.at(-1)).toMatchObject({ connection: 'needs-login' });
    pietersen.say('idle');
    expect(shown.at(-1)).toMatchObject({ connection: 'idle', company: null });
  });
});

it('tells which companies need the office, each time these are others', async () => {
  await follow(jansen, pietersen);
  expect(needing).toEqual([]);
  pietersen.say('needs-login');
  jansen.say('busy');
  jansen.overview = { ...jansen.overview, pdfs: { open: 0, held: 1 } };
  jansen.events.changed('queue');
  await vi.waitFor(() => expect(needing).toEqual([['b'], ['a', 'b']]));
  pietersen.say('idle');
  expect(needing.at(-1)).toEqual(['a']);
});

it('follows a company that is added later', async () => {
  await follow(jansen);
  openLater(pietersen.asCompany);
  await vi.waitFor(() => {
    pietersen.say('needs-login');
    expect(notices).toHaveLength(1);
  });
});

it('asks attention for a company whose data cannot be opened', async () => {
  damaged = 'b';
  await follow(jansen);
  expect(shown.at(-1)).toMatchObject({ connection: 'attention', company: 'Pietersen' });
});

it('hears nothing more once it is stopped', async () => {
  const attention = await follow(jansen);
  attention.stop();
  jansen.say('needs-login');
  expect(notices).toEqual([]);
});
