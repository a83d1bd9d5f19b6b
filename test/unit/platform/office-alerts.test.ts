import { describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import type { AskingCause } from '../../../main/db/store';
import { freshCauses, kindOf, linkProblem, openCauses } from '../../../main/platform/office-alerts';
import type { ConnectionState, LogTable, LoginEnd, SyncStatus } from '../../../preload/contract/views';

const status = (connection: ConnectionState, code?: string): SyncStatus => ({
  connection,
  package: 'snelstart',
  administrationName: 'Jansen',
  lastRun: null,
  nextRunAtMs: null,
  pausedUntilMs: null,
  pausedByUser: false,
  allowance: null,
  lastGoodCallAtMs: null,
  problem: code === undefined ? null : problem('needs-login', code),
  marks: [],
  cleanUps: [],
});
const asking = (id: number, given: Partial<AskingCause> & { table?: LogTable; action?: string } = {}): AskingCause => ({
  rows: 1,
  sentence: 'blocked',
  ...given,
  newest: {
    id,
    firstAtMs: Date.UTC(2026, 10, 23, 8),
    lastAtMs: 0,
    count: 1,
    level: 'error',
    table: given.table ?? 'workOrder',
    recordId: id,
    record: `werkbon ${id}`,
    message: { nl: '', en: '' },
    runId: null,
    place: null,
    action: { nl: given.action ?? 'Kies een ander artikel.', en: '' },
  },
});
const keysOf = (...causes: readonly AskingCause[]) => openCauses(null, null, causes).map(({ key }) => key);
const NOW = { nowMs: 1_000, linkWorkedAtMs: null };

describe('the link', () => {
  it('stands still for one cause while it is tried again', () => {
    const refused = linkProblem(null, status('needs-login', 'key-refused'));
    expect(refused?.code).toBe('key-refused');
    expect(linkProblem(refused, status('busy'))?.code).toBe('key-refused');
    expect(linkProblem(refused, status('offline', 'no-network'))?.code).toBe('key-refused');
    expect(linkProblem(refused, status('attention', 'administration-changed'))?.code).toBe('administration-changed');
    expect(linkProblem(refused, status('idle'))).toBeNull();
  });

  it.each(['idle', 'busy', 'paused', 'offline', 'not-linked'] as const)('asks nothing when %s: routine', (state) => {
    expect(linkProblem(null, status(state, 'connection-refused'))).toBeNull();
  });

  it('that stood still before a restart is not told again until it has worked', () => {
    const causes = openCauses(problem('needs-login', 'key-refused'), null, []);
    const key = causes[0]?.key ?? '';
    const afterRestart = freshCauses([], { [key]: 500 }, NOW);
    expect(freshCauses(causes, afterRestart.told, NOW).fresh).toEqual([]);

    const worked = freshCauses([], { [key]: 500 }, { nowMs: 1_000, linkWorkedAtMs: 900 });
    expect(freshCauses(causes, worked.told, NOW).fresh).toHaveLength(1);
  });
});

describe('messages of the log', () => {
  it('that ask for the same thing are one cause, whichever work order it is', () => {
    expect(keysOf(asking(7))).toEqual(keysOf(asking(8, { rows: 2 })));
    expect(keysOf(asking(7))).not.toEqual(keysOf(asking(7, { action: 'Kies een klant.' })));
    expect(keysOf(asking(7))).not.toEqual(keysOf(asking(7, { table: 'customer' })));
  });

  it('name nobody in what is kept outside the database', () => {
    expect(keysOf(asking(7, { action: 'Bel Jansen' }))[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  it('about what is still waiting come back each morning', () => {
    const [monday] = keysOf(asking(7, { sentence: 'still-asking' }));
    const next = asking(9, { sentence: 'still-asking' });
    const tuesday = { ...next, newest: { ...next.newest, firstAtMs: Date.UTC(2026, 10, 24, 8) } };
    expect(keysOf(tuesday)).not.toEqual([monday]);
  });

  it('about the link are left to its status; those about the data are not', () => {
    expect(keysOf(asking(1, { table: 'link', sentence: 'link-stopped' }))).toEqual([]);
    expect(keysOf(asking(1, { table: 'link', sentence: 'data' }))).toHaveLength(1);
  });

  it('fall under the switch of their kind', () => {
    const kinds = openCauses(problem('needs-login', 'key-refused'), null, [
      asking(1),
      asking(2, { table: 'article' }),
      asking(3, { table: 'link', sentence: 'data' }),
    ]).map(kindOf);
    expect(kinds).toEqual(['link', 'work-orders', 'data', 'data']);
  });
});

describe('a cause', () => {
  const causes = openCauses(null, null, [asking(1)]);
  const key = causes[0]?.key ?? '';

  it('that stands there when nobody looked before is not told', () => {
    expect(freshCauses(causes, null, NOW)).toEqual({ fresh: [], told: { [key]: 1_000 } });
  });

  it('is told once, and again after it was over', () => {
    expect(freshCauses(causes, {}, NOW).fresh).toEqual(causes);
    expect(freshCauses(causes, { [key]: 500 }, NOW)).toEqual({ fresh: [], told: { [key]: 500 } });
    expect(freshCauses([], { [key]: 500 }, NOW).told).toEqual({});
  });
});

it('a login that is about to end counts from when the log tells it, once', () => {
  const end = (toldAtMs: number | null): LoginEnd => ({
    package: 'exact-online',
    label: 'Exact Online',
    endsAtMs: 0,
    why: 'paused',
    toldAtMs,
  });
  expect(openCauses(null, end(null), [])).toEqual([]);
  const [first] = openCauses(null, end(1), []);
  expect(first?.about).toBe('login-end');
  expect(openCauses(null, end(2), [])[0]?.key).not.toBe(first?.key);
});
