import { describe, expect, test } from 'vitest';
import { openConnection, type Reader } from '../../../main/db/connection';
import * as planning from '../../../main/db/repos/planning';
import type { Store } from '../../../main/db/store';
import type { Sql } from '../../../main/db/sql';
import type { WorkOrderDraft } from '../../../preload/contract/views';
import { NOON, openTempStore } from './open-temp-store';
import { codeOf, customer, draft, everything, pull, queued, value } from './records';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAY = { fromMs: NOON, toMs: NOON + DAY_MS };

const made = (store: Store, change: Partial<WorkOrderDraft> = {}) =>
  value(store.workOrders.create(draft(change), NOON));
const from = (startHour: number, hours: number | null) => ({
  plannedStartAtMs: NOON + startHour * HOUR_MS,
  plannedEndAtMs: hours === null ? null : NOON + (startHour + hours) * HOUR_MS,
});

describe('the planning board', () => {
  test.each([
    ['inside', from(2, 1), true],
    ['across the begin', from(-1, 2), true],
    ['across the end', from(23, 2), true],
    ['ends when the day begins', from(-2, 2), false],
    ['begins when the day ends', from(24, 1), false],
    ['lasts over the whole day', from(-30, 72), true],
    ['lasted for days, and ended before', from(-72, 71), false],
    ['without an end, an hour before the begin', from(-1, null), false],
    ['without an end, half an hour before the begin', from(-0.5, null), true],
    ['no moment', { plannedStartAtMs: null, plannedEndAtMs: null }, false],
  ])('shows a work order that is %s: %j', (_, planned, isShown) => {
    const { store } = openTempStore();
    const { id } = made(store, planned);
    expect(store.planning.board(DAY).map((row) => row.id)).toEqual(isShown ? [id] : []);
    expect(store.planning.boardDetails(DAY).map((row) => row.id)).toEqual(isShown ? [id] : []);
  });

  test('tells whom, where and what, by the moment they begin', () => {
    const { store } = openTempStore();
    pull(store, 'customers', [customer('1', { name: 'Café Zoë' })]);
    const { id: employeeId } = store.employees.add('Henk');
    const late = made(store, { ...from(4, 1), employeeId });
    const early = made(store, { ...from(1, 2), customerId: 1, description: 'Ketel nakijken' });
    const rows = store.planning.board(DAY);
    expect(rows.map(({ id }) => id)).toEqual([early.id, late.id]);
    expect(rows[0]).toEqual({
      id: early.id,
      number: early.number,
      status: 'planned',
      version: 1,
      customerName: 'Café Zoë',
      city: 'Utrecht',
      description: 'Ketel nakijken',
      employeeId: null,
      ...from(1, 2),
    });
    expect(rows[1]?.employeeId).toBe(employeeId);
  });
});

describe('work orders that are not planned', () => {
  test('are listed by how long they wait and found by a part of their texts', () => {
    const { store } = openTempStore();
    pull(store, 'customers', [customer('1', { name: 'Café Zoë' })]);
    const first = made(store, { description: 'Dakgoot' });
    const second = made(store, { customerId: 1 });
    made(store, from(1, 1));
    value(store.workOrders.reportReady(made(store).id, NOON));
    const found = (search: string) => store.planning.unplanned({ ...everything, search });
    expect(found('').rows.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(found('zoe')).toMatchObject({ total: 1, rows: [{ id: second.id, city: 'Utrecht' }] });
  });
});

describe('planning a work order', () => {
  test('changes who and when, and nothing else', () => {
    const { store } = openTempStore();
    const { id: employeeId } = store.employees.add('Henk');
    const before = made(store, { notes: 'Sleutel bij de buren', times: [] });
    const row = value(store.planning.plan(before.id, before.version, { employeeId, ...from(3, 2) }));
    expect(row).toMatchObject({ version: before.version + 1, employeeId, ...from(3, 2) });
    expect(store.workOrders.get(before.id)).toEqual({ ...before, version: row.version, employeeId, ...from(3, 2) });
    expect(store.workOrders.list({ ...everything, search: 'henk' }).total).toBe(1);
  });

  test('is refused when somebody else changed it meanwhile, and keeps their change', () => {
    const { store } = openTempStore();
    const { id, version } = made(store);
    value(store.workOrders.save(id, version, draft({ description: 'Van een collega', ...from(8, 1) }), NOON));
    const refused = store.planning.plan(id, version, { employeeId: null, ...from(1, 1) });
    expect(codeOf(refused)).toBe('work-order-changed-elsewhere');
    expect(store.workOrders.get(id)).toMatchObject({ description: 'Van een collega', ...from(8, 1) });
  });

  test('is refused once it is archived, for somebody who is not there, and when it is gone', () => {
    const { store } = openTempStore();
    pull(store, 'customers', [customer('1')]);
    const { workOrderId } = queued(store, { customerId: 1 });
    const { version } = store.workOrders.get(workOrderId)!;
    const plan = { employeeId: null, ...from(1, 1) };
    expect(codeOf(store.planning.plan(workOrderId, version, plan))).toBe('work-order-archived');
    const other = made(store);
    expect(codeOf(store.planning.plan(other.id, other.version, { ...plan, employeeId: 99 }))).toBe(
      'employee-not-found',
    );
    expect(codeOf(store.planning.plan(9_999, 1, plan))).toBe('work-order-not-found');
  });
});

/** How SQLite answers: the plan of every query that `read` asks. */
function plansOf(file: string, read: (db: Reader) => unknown): string {
  const connection = openConnection(file);
  const plans: string[] = [];
  const note = (query: Sql) => {
    const steps = connection.handle
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query.text}`)
      .all(...query.values);
    plans.push(...steps.map(({ detail }) => detail));
  };
  connection.read((db) =>
    read({
      ...db,
      all: <Row>(query: Sql) => (note(query), db.all<Row>(query)),
      column: <Value>(query: Sql) => (note(query), db.column<Value>(query)),
    }),
  );
  connection.close();
  return plans.join('\n');
}

test('neither board nor list reads the whole table', () => {
  const { store, file } = openTempStore();
  store.close();
  const board = plansOf(file, (db) => planning.board(db, DAY));
  expect(board).toContain('INDEX work_order_by_planned_start');
  expect(board).toContain('INDEX work_order_long');
  expect(board).not.toMatch(/SCAN (w|work_order)\b/);
  for (const search of ['', 'x']) {
    expect(plansOf(file, (db) => planning.unplanned(db, { ...everything, search }))).toContain(
      'INDEX work_order_unplanned',
    );
  }
});
