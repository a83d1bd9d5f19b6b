import { expect, test } from 'vitest';
import type { RemoteDocument } from '../../../connectors/_kit/document';
import { problem } from '../../../connectors/_kit/problem';
import type { Store } from '../../../main/db/store';
import type { DeliveryStep } from '../../../preload/contract/delivery-steps';
import { openTempStore } from './open-temp-store';
import { codeOf, customer, draft, everything, frozen, LINK, pull, queued, readyWorkOrder, value } from './records';

const offline = problem('offline', 'offline');
const unknownOutcome = problem('outcome-unknown', 'time-out');
const refused = problem(
  'rejected',
  'snelstart.VOR-0002',
  {},
  { vendor: { status: 400, code: 'VOR-0002', text: 'Artikel onbekend' } },
);
const remote: RemoteDocument = {
  externalId: 'order-1',
  number: 'VO2026-1',
  marker: 'm',
  customerExternalId: '1',
  totalExclVat: '100.00',
  totalInclVat: '121.00',
};
const stepsOf = (store: Store, id: number) =>
  store.queue.get(id)!.steps.map((one) => `${one.step} ${gist(one)}`.trim());

/** What a reader of the ledger looks for first in a step. */
function gist({ facts }: DeliveryStep): string {
  if ('number' in facts) return facts.number;
  if ('problem' in facts) return [facts.problem.code, facts.problem.vendor?.text ?? []].flat().join(': ');
  if ('marker' in facts) return facts.marker;
  if ('verdict' in facts) return facts.verdict ?? '';
  return 'by' in facts ? facts.by : '';
}

test('the plain way: frozen, sent, booked, each step written down', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const { entryId, workOrderId } = queued(store, { customerId: store.customers.byNumber('10001')!.id });
  expect(store.queue.entry(entryId)).toMatchObject({
    state: 'waiting',
    revision: 1,
    sentAtMs: null,
    attempts: 0,
    variant: 0,
    frozen: frozen(store, workOrderId),
  });
  store.queue.sending(entryId, 10);
  expect(store.queue.entry(entryId)).toMatchObject({ state: 'sending', sentAtMs: 10, attempts: 1 });
  store.queue.booked(entryId, remote, 'booked', 20);

  expect(store.queue.get(entryId)).toMatchObject({
    state: 'booked',
    package: 'snelstart',
    customerName: 'Klant 1',
    documentNumber: 'VO2026-1',
    externalId: 'order-1',
    totalExclVat: '100.00',
    settingsVersion: 3,
    marker: 'SK-TEST00-1001-1',
  });
  expect(stepsOf(store, entryId)).toEqual(['frozen SK-TEST00-1001-1', 'sending SK-TEST00-1001-1', 'booked VO2026-1']);
  expect(store.workOrders.list(everything).rows).toMatchObject([{ delivery: 'booked', documentNumber: 'VO2026-1' }]);
  expect(store.queue.counts()).toMatchObject({ booked: 1, waiting: 0 });
});

test('an entry that surely was not sent waits for its next attempt with the variant to send', () => {
  const { store } = openTempStore();
  const { entryId } = queued(store);
  store.queue.sending(entryId, 10);
  store.queue.notSent(entryId, offline, { atMs: 5_000, variant: 1, countsAsAttempt: true }, 11);
  expect(store.queue.entry(entryId)).toMatchObject({
    state: 'waiting',
    nextAttemptAtMs: 5_000,
    variant: 1,
    attempts: 1,
    problem: { code: 'offline' },
  });
  expect(store.queue.due(4_999, 10)).toEqual([]);
  expect(store.queue.nextDueAtMs()).toBe(5_000);
  expect(store.queue.due(5_000, 10).map((entry) => entry.id)).toEqual([entryId]);
  store.queue.sending(entryId, 5_000);
  store.queue.notSent(entryId, offline, { atMs: 6_000, variant: 1, countsAsAttempt: false }, 5_001);
  expect(store.queue.entry(entryId)?.attempts).toBe(1);
});

test('an unsure entry is looked up until it is found, released or held', () => {
  const { store } = openTempStore();
  const { entryId } = queued(store);
  store.queue.sending(entryId, 10);
  store.queue.unsure(entryId, unknownOutcome, 11);
  expect(store.queue.entry(entryId)).toMatchObject({ state: 'unsure', unsureSinceMs: 11, held: false });
  expect(store.queue.due(12, 10).map((entry) => entry.id)).toEqual([entryId]);
  expect(store.queue.nextDueAtMs()).toBeNull();
  store.queue.absent(entryId, 'first', 12);
  store.queue.held(entryId, unknownOutcome, 13);
  expect(store.queue.due(14, 10)).toEqual([]);
  expect(store.queue.list(everything).rows).toMatchObject([{ state: 'unsure', held: true }]);
  store.queue.released(entryId, 'office', 14);
  expect(store.queue.entry(entryId)).toMatchObject({
    state: 'waiting',
    held: false,
    unsureSinceMs: null,
    sentAtMs: 10,
  });
  store.queue.sending(entryId, 15);
  store.queue.unsure(entryId, unknownOutcome, 16);
  store.queue.booked(entryId, remote, 'found', 17);
  expect(stepsOf(store, entryId)).toEqual([
    'frozen SK-TEST00-1001-1',
    'sending SK-TEST00-1001-1',
    'unsure time-out',
    'absent first',
    'held time-out',
    'released office',
    'sending SK-TEST00-1001-1',
    'unsure time-out',
    'found VO2026-1',
  ]);
});

test('what was being sent when the app stopped is unsure at the next start', () => {
  const { store } = openTempStore();
  const { entryId } = queued(store);
  const { entryId: waiting } = queued(store);
  store.queue.sending(entryId, 10);
  expect(store.queue.recoverInterrupted(20)).toEqual([entryId]);
  expect(store.queue.entry(entryId)).toMatchObject({
    state: 'unsure',
    unsureSinceMs: 20,
    problem: { kind: 'outcome-unknown', code: 'delivery-interrupted' },
  });
  expect(store.queue.entry(waiting)?.state).toBe('waiting');
  expect(store.queue.recoverInterrupted(21)).toEqual([]);
});

test('a blocked entry tells what the package said and is tried again when the office asks', () => {
  const { store } = openTempStore();
  const { entryId } = queued(store);
  store.queue.sending(entryId, 10);
  store.queue.notSent(entryId, refused, { atMs: 0, variant: 1, countsAsAttempt: false }, 11);
  store.queue.sending(entryId, 12);
  store.queue.blocked(entryId, refused, 13);
  expect(store.queue.get(entryId)).toMatchObject({ state: 'blocked', problem: { code: 'snelstart.VOR-0002' } });
  expect(stepsOf(store, entryId).at(-1)).toBe('rejected snelstart.VOR-0002: Artikel onbekend');
  expect(store.queue.due(1e12, 10)).toEqual([]);
  expect(store.queue.retry([entryId, 999], 14)).toBe(1);
  expect(store.queue.entry(entryId)).toMatchObject({ state: 'waiting', variant: 0, attempts: 0, problem: null });
  expect(store.queue.due(0, 10).map((entry) => entry.id)).toEqual([entryId]);
});

test('what is sending, unsure or booked is not retried', () => {
  const { store } = openTempStore();
  const { entryId } = queued(store);
  store.queue.sending(entryId, 1);
  expect(store.queue.retry([entryId], 2)).toBe(0);
  store.queue.unsure(entryId, unknownOutcome, 3);
  expect(store.queue.retry([entryId], 4)).toBe(0);
  store.queue.booked(entryId, remote, 'found', 5);
  expect(store.queue.retry([entryId], 6)).toBe(0);
});

test('an entry may be taken back until it may have been stored; then it stays', () => {
  const { store } = openTempStore();
  const { entryId, workOrderId } = queued(store);
  store.queue.sending(entryId, 1);
  expect(codeOf(store.queue.takeBack(entryId, 2))).toBe('queue-maybe-sent');
  store.queue.unsure(entryId, unknownOutcome, 3);
  expect(codeOf(store.queue.takeBack(entryId, 4))).toBe('queue-maybe-sent');
  expect(store.workOrders.get(workOrderId)?.status).toBe('archived');
  store.queue.booked(entryId, remote, 'found', 5);
  expect(codeOf(store.queue.takeBack(entryId, 6))).toBe('queue-already-booked');
  expect(codeOf(store.queue.takeBack(999, 6))).toBe('queue-entry-not-found');

  for (const start of ['rejected', 'skipped', 'blocked', 'never sent'] as const) {
    const { id, version } = readyWorkOrder(store);
    const entry = value(
      store.workOrders.archive(
        id,
        version,
        start === 'skipped' || start === 'blocked'
          ? { state: start, problem: refused }
          : { state: 'waiting', frozen: frozen(store, id) },
        0,
      ),
    );
    if (start === 'rejected') {
      store.queue.sending(entry, 1);
      store.queue.blocked(entry, refused, 2);
    }
    expect([start, codeOf(store.queue.takeBack(entry, 3))]).toEqual([start, 'accepted']);
    expect(store.workOrders.get(id)).toMatchObject({ status: 'ready', archivedAtMs: null });
    expect(codeOf(store.queue.takeBack(entry, 4))).toBe('queue-already-taken-back');
  }
});

test('a work order that was taken back and archived again has one entry and one marker', () => {
  const { store } = openTempStore();
  const { entryId, workOrderId } = queued(store);
  const marker = store.queue.get(entryId)!.marker;
  store.queue.sending(entryId, 1);
  store.queue.blocked(entryId, refused, 2);
  value(store.queue.takeBack(entryId, 3));
  const corrected = value(store.workOrders.save(workOrderId, 1, draft({ description: 'Beter' }), 4));
  expect(store.workOrders.forDocument(workOrderId)?.nextRevision).toBe(1);
  const again = value(
    store.workOrders.archive(
      workOrderId,
      corrected.version,
      { state: 'waiting', frozen: frozen(store, workOrderId) },
      5,
    ),
  );
  expect(again).toBe(entryId);
  expect(store.queue.get(entryId)).toMatchObject({
    state: 'waiting',
    marker,
    archivedAtMs: 5,
    document: { workDescription: 'Beter' },
  });
  expect(stepsOf(store, entryId).map((step) => step.split(' ')[0])).toEqual([
    'frozen',
    'sending',
    'rejected',
    'withdrawn',
    'frozen',
  ]);
  expect(store.queue.list(everything).total).toBe(1);
});

test('a work order that was taken back can be deleted', () => {
  const { store } = openTempStore();
  const { entryId, workOrderId } = queued(store);
  value(store.queue.takeBack(entryId, 1));
  value(store.workOrders.remove(workOrderId));
  expect(store.queue.get(entryId)).toBeNull();
});

test('what is archived without an active integration is frozen later, or gets its verdict', () => {
  const { store } = openTempStore();
  const archive = () => {
    const { id, version } = readyWorkOrder(store);
    return { id, entry: value(store.workOrders.archive(id, version, { state: 'waiting', frozen: null }, 7)) };
  };
  const [first, second, third] = [archive(), archive(), archive()];
  expect(store.queue.due(7, 10).map(({ id, frozen: document }) => [id, document])).toEqual([
    [first.entry, null],
    [second.entry, null],
    [third.entry, null],
  ]);
  expect(store.queue.nextDueAtMs()).toBe(7);
  store.queue.freeze(first.entry, { state: 'waiting', frozen: frozen(store, first.id) }, 8);
  store.queue.freeze(second.entry, { state: 'skipped', problem: problem('blocked', 'filter-word') }, 8);
  store.queue.freeze(third.entry, { state: 'blocked', problem: problem('blocked', 'no-customer') }, 8);
  expect(store.queue.entry(first.entry)?.frozen?.link).toEqual(LINK);
  expect(store.queue.counts()).toMatchObject({ waiting: 1, skipped: 1, blocked: 1 });
  store.queue.sending(first.entry, 9);
  expect(() => store.queue.freeze(first.entry, { state: 'waiting', frozen: null }, 10)).toThrow('sending');
});

test('nothing is sent that is not frozen', () => {
  const { store } = openTempStore();
  const { id, version } = readyWorkOrder(store);
  const entry = value(store.workOrders.archive(id, version, { state: 'waiting', frozen: null }, 7));
  expect(() => store.queue.sending(entry, 8)).toThrow();
  expect(store.queue.entry(entry)?.state).toBe('waiting');
});

test('a step from the wrong state is a bug: it throws and changes nothing', () => {
  const { store } = openTempStore();
  const { entryId } = queued(store);
  const next = { atMs: 1, variant: 0, countsAsAttempt: true };
  const wrong: (() => void)[] = [
    () => store.queue.booked(entryId, remote, 'booked', 1),
    () => store.queue.notSent(entryId, offline, next, 1),
    () => store.queue.unsure(entryId, unknownOutcome, 1),
    () => store.queue.absent(entryId, 'first', 1),
    () => store.queue.released(entryId, 'office', 1),
    () => store.queue.held(entryId, unknownOutcome, 1),
    () => store.queue.sending(999, 1),
  ];
  for (const step of wrong) expect(step).toThrow('Queue entry');
  store.queue.sending(entryId, 1);
  expect(() => store.queue.sending(entryId, 2)).toThrow('is sending');
  expect(stepsOf(store, entryId)).toHaveLength(2);
});

test('the queue is listed newest first, by state, and searched by work order, customer and document number', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1', { name: 'Bakkerij Jansen' })]);
  const { entryId: booked } = queued(store, { customerId: store.customers.byNumber('10001')!.id });
  store.queue.sending(booked, 1);
  store.queue.booked(booked, remote, 'booked', 2);
  const { entryId: waiting } = queued(store);
  const ids = (more: object) => store.queue.list({ ...everything, ...more }).rows.map((row) => row.id);
  expect(ids({})).toEqual([waiting, booked]);
  expect(ids({ states: ['booked'] })).toEqual([booked]);
  expect(ids({ states: [] })).toEqual([]);
  expect([ids({ search: 'jansen' }), ids({ search: 'vo2026' }), ids({ search: '1002' })]).toEqual([
    [booked],
    [booked],
    [waiting],
  ]);
  expect(ids({ sort: { key: 'state', descending: false } })).toEqual([booked, waiting]);
});
