import { beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import type { AskingCause } from '../../../main/db/store';
import type { Company } from '../../../main/company/company';
import { createCompanyEvents } from '../../../main/company/events';
import type { Notice } from '../../../main/platform/notifications';
import { followCompanies } from '../../../main/platform/office-attention';
import type { TrayFacts } from '../../../main/platform/tray-look';
import { STANDARD_APP_SETTINGS } from '../../../preload/contract/app-settings';
import type { AppSettings, ConnectionState, Overview, SyncStatus } from '../../../preload/contract/views';
import { FakeTime } from '../../fakes/fake-time';
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
  asks: AskingCause[] = [];
  overview = { sync: status('idle'), loginEnds: null, queue: { blocked: 0 }, pdfs: { held: 0 } } as unknown as Overview;
  constructor(readonly id: string) {}
  get asCompany(): Company {
    const calls = { 'overview:get': () => Promise.resolve(this.overview) };
    return { id: this.id, calls, asking: () => Promise.resolve(this.asks), on: this.events.on } as unknown as Company;
  }
  say(connection: ConnectionState): void {
    this.events.tell('sync:status', status(connection));
  }
  /** A message in the log that asks for this. */
  ask(record: string, action: string, rows = 1): void {
    const newest = {
      id: 1,
      firstAtMs: 0,
      lastAtMs: 0,
      count: 1,
      level: 'error',
      table: 'workOrder',
      recordId: 1,
      runId: null,
      place: null,
    } as const;
    this.asks = [
      ...this.asks.filter((one) => one.newest.action?.nl !== action),
      {
        newest: { ...newest, record, message: { nl: 'Niet verzonden.', en: '' }, action: { nl: action, en: action } },
        rows,
        sentence: 'blocked',
      },
    ];
    this.events.changed('log');
  }
}

const HOUR_MS = 3_600_000;
/** In the zone of no country: quiet hours are by the clock of the computer that runs the test. */
const MONDAY_NOON_MS = new Date(2026, 10, 23, 12).getTime();

const NAMES: Readonly<Record<string, string>> = { a: 'Jansen', b: 'Pietersen' };
let jansen: FakeCompany;
let pietersen: FakeCompany;
let damaged: string | null;
let shown: TrayFacts[];
let notices: Notice[];
let needing: (readonly string[])[];
let opened: string[];
let told: Map<string, Readonly<Record<string, number>>>;
let app: AppSettings;
let time: FakeTime;
let openLater: (company: Company) => void;
beforeEach(() => {
  jansen = new FakeCompany('a');
  pietersen = new FakeCompany('b');
  damaged = null;
  shown = [];
  notices = [];
  needing = [];
  opened = [];
  told = new Map([
    ['a', {}],
    ['b', {}],
  ]);
  app = STANDARD_APP_SETTINGS;
  time = new FakeTime(MONDAY_NOON_MS);
});

const follow = (...companies: readonly FakeCompany[]) =>
  followCompanies({
    companies: {
      allOpened: () => companies.map((one) => one.asCompany),
      onOpened: (listener) => {
        openLater = listener;
        return () => undefined;
      },
      register: {
        ids: () => Object.keys(NAMES),
        of: (id: string) => ({
          told: () => told.get(id) ?? null,
          saveTold: (next: Readonly<Record<string, number>>) => void told.set(id, next),
        }),
      } as never,
      summary: (id = 'a') => ({
        id,
        name: NAMES[id] ?? '',
        practice: false,
        problem: id === damaged ? problem('storage', 'storage-damaged') : null,
      }),
    },
    tray: { show: (facts) => void shown.push(facts) },
    notifications: { show: (notice) => notices.push(notice) > 0 },
    settings: () => app,
    openAt: (companyId, { view, detail }) => void opened.push(`${companyId} ${view} ${detail ?? ''}`.trim()),
    time,
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
    expect(opened).toEqual(['b integrations snelstart']);
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

describe('a notification', () => {
  it('comes once for a cause, however many work orders it has, and opens their box of the queue', async () => {
    await follow(jansen);
    jansen.ask('2601 Bakkerij', 'Kies een ander artikel.');
    await vi.waitFor(() => expect(notices).toHaveLength(1));
    jansen.ask('2602 Slagerij', 'Kies een ander artikel.', 2);
    jansen.ask('2603 Café', 'Kies een klant.');
    await vi.waitFor(() => expect(notices).toHaveLength(2));
    expect(notices.map(({ title }) => title)).toEqual(['Jansen: 2601 Bakkerij', 'Jansen: 2603 Café']);
    notices[1]?.onClick();
    expect(opened).toEqual(['a queue blocked']);
  });

  it('is not repeated after a restart, and comes for what is new since', async () => {
    const first = await follow(jansen);
    jansen.ask('2601 Bakkerij', 'Kies een ander artikel.');
    await vi.waitFor(() => expect(notices).toHaveLength(1));
    first.stop();

    jansen.ask('2603 Café', 'Kies een klant.');
    await follow(jansen);
    expect(notices.map(({ title }) => title)).toEqual(['Jansen: 2601 Bakkerij', 'Jansen: 2603 Café']);
  });

  it('about several new causes at once is one', async () => {
    jansen.ask('2601 Bakkerij', 'Kies een ander artikel.');
    jansen.ask('2603 Café', 'Kies een klant.');
    await follow(jansen);
    expect(notices.map(({ title, body }) => [title, body])).toEqual([
      ['Jansen: 2 meldingen vragen uw aandacht', '2601 Bakkerij\n2603 Café'],
    ]);
  });

  it('never comes in quiet hours: what came then is told once afterwards, what was mended is not', async () => {
    app = { ...app, quietHours: { isOn: true, fromMinute: 11 * 60, untilMinute: 14 * 60, quietDays: [] } };
    await follow(jansen);
    jansen.ask('2601 Bakkerij', 'Kies een ander artikel.');
    jansen.ask('2603 Café', 'Kies een klant.');
    jansen.say('needs-login');
    jansen.say('idle');
    await vi.waitFor(() => expect(time.waiting).toBeGreaterThan(0));
    await time.advance(1.9 * HOUR_MS);
    expect(notices).toEqual([]);
    await time.advance(0.2 * HOUR_MS);
    expect(notices.map(({ title }) => title)).toEqual(['Jansen: 2 meldingen vragen uw aandacht']);
    await time.advance(HOUR_MS);
    expect(notices).toHaveLength(1);
  });

  it('comes for the kinds that the office wants only', async () => {
    app = { ...app, notificationKinds: ['link'] };
    await follow(jansen);
    jansen.ask('2601 Bakkerij', 'Kies een ander artikel.');
    await vi.waitFor(() => expect(told.get('a')).not.toEqual({}));
    jansen.say('needs-login');
    expect(notices.map(({ title }) => title)).toEqual(['Jansen: De koppeling staat stil']);
  });
});
