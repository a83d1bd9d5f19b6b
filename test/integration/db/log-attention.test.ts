import { expect, test } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { manifest as snelstart } from '../../../connectors/snelstart/manifest';
import type { LogEntry, Store } from '../../../main/db/store';
import { createOfficeLog } from '../../../main/log/office-log';
import { customer, pull, queued } from './records';
import { NOON, openTempStore } from './open-temp-store';

const log = createOfficeLog(snelstart);
const at = { atMs: NOON, runId: null };
const later = { atMs: NOON + 1_000, runId: null };
const refusal = problem('rejected', 'article-inactive', { article: 'A1' });
const remote = {
  externalId: 'o-1',
  number: 'VO-1',
  marker: 'm',
  customerExternalId: '1',
  totalExclVat: null,
  totalInclVat: null,
};

/** Messages that ask for something, newest first, once what is mended was settled. */
function asking(store: Store): readonly string[] {
  store.log.settle(store.log.attention(10).mended);
  return store.log.attention(10).rows.map(({ message }) => message.nl);
}

function office() {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const { entryId, workOrderId } = queued(store);
  const of = { id: workOrderId, number: '1001', customerName: 'Klant 1' };
  const tell = (...entries: readonly LogEntry[]) => store.log.add(entries);
  return { store, entryId, of, tell };
}

test('a blocked work order asks until it is tried again, and again when that is refused too', () => {
  const { store, entryId, of, tell } = office();
  store.queue.sending(entryId, NOON);
  store.queue.blocked(entryId, refusal, NOON);
  tell(log.blocked(at, of, refusal));
  expect(asking(store)).toHaveLength(1);

  store.queue.retry([entryId], NOON);
  expect(asking(store)).toEqual([]);

  store.queue.sending(entryId, NOON + 1);
  store.queue.blocked(entryId, refusal, NOON + 1);
  tell(log.blocked(later, of, refusal));
  expect(asking(store)).toHaveLength(1);
});

test('several that wait long ask from the moment it is told until none of them waits', () => {
  const { store, entryId, of, tell } = office();
  const soon = { atMs: NOON + 3_600_000, runId: null };
  tell(log.severalWaitingLong(soon, [of, { ...of, number: '1002' }], null));
  expect(asking(store)).toHaveLength(1);
  store.queue.sending(entryId, NOON);
  expect(asking(store)).toHaveLength(1);
  store.queue.booked(entryId, remote, 'found', NOON);
  expect(asking(store)).toEqual([]);
});

test('what waited long, or was unsure, asks no more once it is booked', () => {
  const { store, entryId, of, tell } = office();
  const silence = problem('outcome-unknown', 'timeout');
  tell(log.waitingLong(at, of, { isUnsure: false, problem: null }));
  store.queue.sending(entryId, NOON);
  store.queue.unsure(entryId, silence, NOON);
  tell(log.unsure(at, of, silence));
  expect(asking(store)).toHaveLength(2);
  store.queue.booked(entryId, remote, 'found', NOON);
  expect(asking(store)).toEqual([]);
});

test('a question for the office asks until it is answered', () => {
  const { store, entryId, of, tell } = office();
  const question = problem('outcome-unknown', 'found-twice');
  store.queue.sending(entryId, NOON);
  store.queue.unsure(entryId, question, NOON);
  store.queue.held(entryId, question, NOON);
  tell(log.held(at, of, question), log.stillAsking(at, [of], '2026-03-02'));
  expect(asking(store)).toHaveLength(2);
  store.queue.booked(entryId, remote, 'found', NOON);
  expect(asking(store)).toEqual([]);
});

test('a link that stands still asks until it is restored', () => {
  const { store, tell } = office();
  tell(log.linkStopped(at, problem('needs-login', 'token-revoked')));
  expect(asking(store)).toHaveLength(1);
  tell(log.linkRestored(later));
  expect(asking(store)).toEqual([]);
});

test('a table that was not read asks until a run is finished', () => {
  const { store, tell } = office();
  tell(log.tableFailed(at, 'articles', problem('not-allowed', 'right-missing')));
  expect(asking(store)).toHaveLength(1);
  const run = store.runs.start('schedule', NOON + 1);
  const documents = { booked: 0, skipped: 0, blocked: 0, unsure: 0 };
  store.runs.finish(run, { atMs: NOON + 2, result: 'finished', calls: 1, documents, problem: null });
  expect(asking(store)).toEqual([]);
});

test('what Simon cannot see the end of asks until the office has seen it', () => {
  const { store, entryId, of, tell } = office();
  store.queue.sending(entryId, NOON);
  store.queue.booked(entryId, remote, 'booked', NOON);
  tell(log.totalDiffers(at, of, { number: 'VO-1', ours: '100.00', theirs: '90.00' }));
  expect(asking(store)).toHaveLength(1);
  store.log.settle([store.log.attention(1).rows[0]!.id]);
  expect(asking(store)).toEqual([]);
});

test('it stands in the log all the same', () => {
  const { store, tell } = office();
  tell(log.linkStopped(at, problem('needs-login', 'token-revoked')), log.linkRestored(later));
  expect(asking(store)).toEqual([]);
  expect(store.log.list({ filter: { levels: ['error'] }, limit: 10 }).rows).toHaveLength(1);
});

test('what asks for the same thing is one cause, with the newest message and how many there are', () => {
  const { store, entryId, of, tell } = office();
  const other = queued(store);
  const second = { id: other.workOrderId, number: '1002', customerName: 'Klant 1' };
  for (const id of [entryId, other.entryId]) {
    store.queue.sending(id, NOON);
    store.queue.blocked(id, refusal, NOON);
  }
  tell(log.blocked(at, of, refusal), log.blocked(later, second, refusal));
  expect(store.log.askingCauses()).toMatchObject([
    { rows: 2, sentence: 'blocked', newest: { record: '1002 Klant 1' } },
  ]);

  store.queue.retry([entryId, other.entryId], NOON);
  expect(store.log.askingCauses()).toEqual([]);
});

test('a work order that is blocked still goes on asking, also when the office has seen it', () => {
  const { store, entryId, of, tell } = office();
  store.queue.sending(entryId, NOON);
  store.queue.blocked(entryId, refusal, NOON);
  tell(log.blocked(at, of, refusal));
  store.log.settle([store.log.attention(1).rows[0]!.id]);
  expect(store.log.attention(1)).toMatchObject({ total: 1, rows: [{ recordId: of.id, untilMended: true }] });
  // The tray and the list of companies go on saying so too.
  expect(store.log.askingCauses()).toMatchObject([{ rows: 1, sentence: 'blocked' }]);

  store.queue.retry([entryId], NOON);
  expect(asking(store)).toEqual([]);
});

test('a question about a document goes on asking until it is answered; what Simon cannot see does not', () => {
  const { store, entryId, of, tell } = office();
  const question = problem('outcome-unknown', 'found-several');
  store.queue.sending(entryId, NOON);
  store.queue.unsure(entryId, problem('outcome-unknown', 'timeout'), NOON);
  store.queue.held(entryId, question, NOON, { calls: [], found: [] });
  tell(log.held(at, of, question), log.totalDiffers(at, of, { number: 'VO-1', ours: '1.00', theirs: '2.00' }));
  expect(
    store.log
      .attention(5)
      .rows.map((row) => row.untilMended)
      .toSorted(),
  ).toEqual([false, true]);
  store.log.settle(store.log.attention(5).rows.map(({ id }) => id));
  expect(store.log.attention(5).rows).toMatchObject([{ untilMended: true }]);
});
