import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { RemoteDocument } from '../../../connectors/_kit/document';
import type { Store } from '../../../main/db/store';
import { NOON, openTempStore } from './open-temp-store';
import { codeOf, customer, everything, frozen, pull, readyWorkOrder, value } from './records';

const remote = (externalId: string): RemoteDocument => ({
  externalId,
  number: `VO ${externalId}`,
  marker: '',
  customerExternalId: '1',
  totalExclVat: '100.00',
  totalInclVat: null,
});

/** An office with so many work orders of one customer that are reported ready. */
function office(count = 3) {
  const { store, file } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const customerId = store.customers.byNumber('10001')?.id ?? 0;
  const ready = Array.from({ length: count }, () => readyWorkOrder(store, { customerId }));
  return { store, file, ids: ready.map(({ id }) => id) };
}

/** Archives these as one document of the first one; its entry. */
function together(store: Store, ids: readonly number[]): number {
  const [first, ...others] = ids.map((id) => ({ id, version: store.workOrders.get(id)?.version ?? 0 }));
  if (first === undefined) throw new Error('Nothing to archive');
  return value(
    store.workOrders.archiveTogether([first, ...others], { state: 'waiting', frozen: frozen(store, first.id) }, NOON),
  );
}

function book(store: Store, entryId: number, externalId: string): void {
  store.queue.sending(entryId, NOON + 1);
  expect(store.queue.booked(entryId, remote(externalId), 'booked', NOON + 2)).toBeNull();
}

const again = (store: Store, id: number): number => {
  const { version } = value(store.workOrders.chooseAgain(id, NOON + 3));
  return value(store.workOrders.archive(id, version, { state: 'waiting', frozen: frozen(store, id) }, NOON + 4));
};

describe('work orders on one document', () => {
  it('have one entry, and each of them shows what became of it', () => {
    const { store, ids } = office();
    const entryId = together(store, ids);
    expect(store.queue.counts()).toMatchObject({ waiting: 1 });
    expect(store.queue.get(entryId)).toMatchObject({
      workOrderNumber: '1001',
      together: [{ number: '1002' }, { number: '1003' }],
    });
    book(store, entryId, 'a');
    expect(store.workOrders.list(everything).rows).toMatchObject(
      ['1003', '1002', '1001'].map((number) => ({
        number,
        status: 'archived',
        delivery: 'booked',
        documentNumber: 'VO a',
      })),
    );
    // Found by the number of a member and of the document.
    expect(store.queue.list({ ...everything, search: '1003' }).rows).toMatchObject([{ id: entryId }]);
    expect(store.workOrders.list({ ...everything, search: 'VO a' }).total).toBe(3);
  });

  it('go all or none: one that changed since it was read leaves the others as they were', () => {
    const { store, ids } = office();
    const [first = 0, second = 0] = ids;
    const works = [first, second].map((id) => ({ id, version: store.workOrders.get(id)?.version ?? 0 }));
    value(store.workOrders.reopen(second, NOON));
    const [one = { id: 0, version: 0 }, other = one] = works;
    const start = { state: 'waiting' as const, frozen: frozen(store, first) };
    expect(codeOf(store.workOrders.archiveTogether([one, other], start, NOON))).toBe('work-order-not-ready');
    expect(store.workOrders.get(first)?.status).toBe('ready');
    expect(store.queue.counts().waiting).toBe(0);
  });

  it('come back together when the document is taken back, and can go apart after that', () => {
    const { store, ids } = office();
    const entryId = together(store, ids);
    value(store.queue.takeBack(entryId, NOON + 5));
    expect(ids.map((id) => store.workOrders.get(id)?.status)).toEqual(['ready', 'ready', 'ready']);
    expect(store.queue.get(entryId)?.together).toEqual([]);

    const [, second = 0] = ids;
    const alone = together(store, [second]);
    expect(alone).not.toBe(entryId);
    expect(store.queue.get(alone)?.marker).toMatch(/-1002-1$/);
  });

  it('are kept by the database itself on what may be in the package, and in one place only', () => {
    const { store, file, ids } = office();
    const [first = 0, second = 0] = ids;
    const entryId = together(store, [first, second]);
    store.queue.sending(entryId, NOON + 1);
    const db = new Database(file);
    try {
      const refused = (statement: string) => expect(() => db.exec(statement));
      refused(`DELETE FROM outbox_member WHERE work_order_id = ${second}`).toThrow('stays on its document');
      refused(`UPDATE outbox_member SET work_order_id = ${ids[2]}`).toThrow('does not change documents');
      refused(`INSERT INTO outbox_member VALUES (${ids[2]}, ${entryId})`).toThrow('only when that enters');
      refused(
        `INSERT INTO outbox (work_order_id, revision, state, archived_at_ms) VALUES (${second}, 1, 'waiting', 1)`,
      ).toThrow('on the document of another one');
    } finally {
      db.close();
    }
  });

  it('are gone with the queue in a wipe', () => {
    const { store, ids } = office();
    book(store, together(store, ids), 'a');
    expect(store.wipe.run(['workOrders'])).toMatchObject({ workOrders: 3 });
    expect(store.queue.list(everything).total).toBe(0);
  });

  it('are all told of after a restore that the database is older than', () => {
    const { store, ids } = office();
    const entryId = together(store, ids);
    store.info.doubt(NOON + 9);
    const doubted = store.queue.entry(entryId);
    expect(doubted?.state).toBe('unsure');
    // Each of the others may have gone by itself meanwhile.
    expect(doubted?.doubtedMarkers.map((marker) => marker.split('-').slice(2).join('-'))).toEqual(['1002-1', '1003-1']);
    store.queue.released(entryId, 'look-up', NOON + 12);
    expect(store.queue.entry(entryId)?.doubtedMarkers).toEqual([]);
  });
});

describe('a further document', () => {
  it('is an entry of the next revision by choice, with a marker of its own; the first one stays', () => {
    const { store, ids } = office(1);
    const [id = 0] = ids;
    const first = together(store, ids);
    book(store, first, 'a');
    expect(store.workOrders.get(id)).toMatchObject({ status: 'archived', queueEntryId: first });

    const second = again(store, id);
    book(store, second, 'b');
    expect(store.queue.get(second)).toMatchObject({ revision: 2, documentNumber: 'VO b' });
    expect(store.queue.get(second)?.marker).toMatch(/-1001-2$/);
    expect(store.queue.get(first)).toMatchObject({ state: 'booked', documentNumber: 'VO a' });
    expect(store.workOrders.list(everything).rows).toMatchObject([{ delivery: 'booked', documentNumber: 'VO b' }]);
  });

  it('of a work order that shares its first one does not touch the others', () => {
    const { store, ids } = office();
    const [, second = 0] = ids;
    const first = together(store, ids);
    book(store, first, 'a');
    const entryId = again(store, second);
    expect(store.queue.get(entryId)).toMatchObject({ revision: 2, together: [] });
    expect(store.queue.get(first)?.together.map(({ number }) => number)).toEqual(['1002', '1003']);
    // Taken back it is open again for a further document, and not for a first one.
    value(store.queue.takeBack(entryId, NOON + 6));
    expect(store.workOrders.get(second)).toMatchObject({ status: 'ready', chosenAgainAtMs: NOON + 3 });
  });

  it('is refused as long as the first one is not booked', () => {
    const { store, ids } = office(1);
    const [id = 0] = ids;
    together(store, ids);
    expect(codeOf(store.workOrders.chooseAgain(id, NOON))).toBe('work-order-not-booked');
  });

  it('can be thought better of: archived as before, with its one document', () => {
    const { store, ids } = office(1);
    const [id = 0] = ids;
    const first = together(store, ids);
    book(store, first, 'a');
    value(store.workOrders.chooseAgain(id, NOON + 3));
    expect(codeOf(store.workOrders.remove(id))).toBe('work-order-has-document');
    // Also after it was opened further, to be planned anew.
    value(store.workOrders.reopen(id, NOON + 4));
    value(store.workOrders.keepDocument(id));
    expect(store.workOrders.get(id)).toMatchObject({
      status: 'archived',
      archivedAtMs: NOON,
      chosenAgainAtMs: null,
      queueEntryId: first,
    });
    expect(codeOf(store.workOrders.keepDocument(id))).toBe('work-order-not-chosen-again');
  });

  it('is looked up first when the database may be older than it', () => {
    const { store, ids } = office(1);
    const [id = 0] = ids;
    book(store, together(store, ids), 'a');
    store.info.doubt(NOON + 9);
    const second = again(store, id);
    expect(store.queue.entry(second)?.state).toBe('unsure');
  });
});
