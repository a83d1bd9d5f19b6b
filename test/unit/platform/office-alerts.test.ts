import { describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { createOfficeAlerts } from '../../../main/platform/office-alerts';
import type { LoginEnd, ConnectionState, LogRow, LogTable, SyncStatus } from '../../../preload/contract/views';

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
const row = (id: number, table: LogTable = 'workOrder'): LogRow => ({
  id,
  firstAtMs: 0,
  lastAtMs: 0,
  count: 1,
  level: 'error',
  table,
  recordId: null,
  record: `werkbon ${id}`,
  message: { nl: '', en: '' },
  action: { nl: '', en: '' },
});

describe('the link', () => {
  it('is told once while it stands still, however often it is tried', () => {
    const alerts = createOfficeAlerts([]);
    const told = [status('needs-login', 'key-refused'), status('busy'), status('needs-login', 'key-refused')].map(
      alerts.ofStatus,
    );
    expect(told.map((alert) => alert?.about ?? null)).toEqual(['link', null, null]);
  });

  it('is told again when it had worked in between, and when the cause is another one', () => {
    const alerts = createOfficeAlerts([]);
    alerts.ofStatus(status('needs-login', 'key-refused'));
    alerts.ofStatus(status('idle'));
    expect(alerts.ofStatus(status('needs-login', 'key-refused'))).not.toBeNull();
    expect(alerts.ofStatus(status('attention', 'administration-changed'))).not.toBeNull();
  });

  it.each(['idle', 'busy', 'paused', 'offline', 'not-linked'] as const)(
    'is never told for %s: that is routine',
    (state) => {
      expect(createOfficeAlerts([]).ofStatus(status(state, 'connection-refused'))).toBeNull();
    },
  );
});

describe('messages of the log', () => {
  it('are told when they are new, together', () => {
    const alerts = createOfficeAlerts([row(4)]);
    expect(alerts.ofAttention([row(4)])).toBeNull();
    expect(alerts.ofAttention([row(6), row(5), row(4)])).toMatchObject({ count: 2, newest: { id: 6 } });
    expect(alerts.ofAttention([row(6), row(5), row(4)])).toBeNull();
  });

  it('that came again the same day were told before', () => {
    const alerts = createOfficeAlerts([]);
    expect(alerts.ofAttention([row(1)])).not.toBeNull();
    expect(alerts.ofAttention([{ ...row(2), count: 2 }])).toBeNull();
  });

  it('about the link are left to its status', () => {
    expect(createOfficeAlerts([]).ofAttention([row(1, 'link')])).toBeNull();
  });
});

describe('a login that is about to end', () => {
  const end = (toldAtMs: number | null): LoginEnd => ({
    package: 'exact-online',
    label: 'Exact Online',
    endsAtMs: 0,
    why: 'paused',
    toldAtMs,
  });

  it('is told once when the log tells it, and not again when the app starts', () => {
    const alerts = createOfficeAlerts([], null);
    expect(alerts.ofLoginEnd(null)).toBeNull();
    expect(alerts.ofLoginEnd(end(null))).toBeNull();
    expect(alerts.ofLoginEnd(end(1))).toMatchObject({ about: 'login-end' });
    expect(alerts.ofLoginEnd(end(1))).toBeNull();
    expect(createOfficeAlerts([], end(1)).ofLoginEnd(end(1))).toBeNull();
  });
});
