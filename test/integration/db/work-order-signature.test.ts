import { expect, test } from 'vitest';
import type { Store } from '../../../main/db/store';
import { NOON, openTempStore } from './open-temp-store';
import { codeOf, draft, value } from './records';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const signature = (workOrderId: number, version: number, name = 'J. Bakker') => ({
  workOrderId,
  version,
  name,
  width: 1200,
  height: 480,
  bytes: PNG,
});
const workOrder = (store: Store) => value(store.workOrders.create(draft({ description: 'Ketel nakijken' }), NOON));

test('a signature stands under the work order with its name, moment and picture', () => {
  const { store } = openTempStore();
  const { id, version } = workOrder(store);
  const signed = value(store.workOrders.sign(signature(id, version), NOON)).signature;
  expect(signed).toMatchObject({ name: 'J. Bakker', signedAtMs: NOON, changedSince: [] });
  expect(store.workOrderFiles.list(id)).toMatchObject([{ id: signed?.fileId, kind: 'signature', questionId: null }]);
  expect(new Uint8Array(store.workOrderFiles.bytes(signed?.fileId ?? 0) ?? [])).toEqual(PNG);
});

test('what is changed afterwards is named, and put back it counts as signed again', () => {
  const { store } = openTempStore();
  const made = workOrder(store);
  value(store.workOrders.sign(signature(made.id, made.version), NOON));
  const hours = {
    employeeId: null,
    kind: 'work',
    date: '2026-03-02',
    startMinute: null,
    minutes: 60,
    note: '',
  } as const;
  const changed = value(
    store.workOrders.save(made.id, made.version, draft({ description: 'Ketel vervangen', times: [hours] }), NOON),
  );
  expect(changed.signature?.changedSince).toEqual(['work', 'times']);
  const back = value(store.workOrders.save(made.id, changed.version, draft({ description: 'Ketel nakijken' }), NOON));
  expect(back.signature?.changedSince).toEqual([]);
  const moved = value(
    store.planning.plan(made.id, back.version, { employeeId: null, plannedStartAtMs: NOON, plannedEndAtMs: null }),
  );
  expect(store.workOrders.get(moved.id)?.signature?.changedSince).toEqual([]);
});

test('only what was on the screen can be signed, and a new signature takes the place of the old one', () => {
  const { store } = openTempStore();
  const made = workOrder(store);
  const { version } = value(store.workOrders.save(made.id, made.version, draft({ description: 'Anders' }), NOON));
  expect(codeOf(store.workOrders.sign(signature(made.id, made.version), NOON))).toBe('work-order-changed-elsewhere');
  value(store.workOrders.sign(signature(made.id, version), NOON));
  const again = value(store.workOrders.sign(signature(made.id, version, 'A. de Wit'), NOON + 1));
  expect(again.signature).toMatchObject({ name: 'A. de Wit', signedAtMs: NOON + 1 });
  expect(store.workOrderFiles.list(made.id).map(({ id }) => id)).toEqual([again.signature?.fileId]);
  expect(value(store.workOrders.unsign(made.id)).signature).toBeNull();
  expect(store.workOrderFiles.list(made.id)).toEqual([]);
});

test('archived is final for the signature as well', () => {
  const { store } = openTempStore();
  const made = workOrder(store);
  const signed = value(store.workOrders.sign(signature(made.id, made.version), NOON));
  value(store.workOrders.reportReady(made.id, NOON));
  value(store.workOrders.archive(made.id, signed.version, { state: 'waiting', frozen: null }, NOON));
  expect(codeOf(store.workOrders.sign(signature(made.id, signed.version), NOON))).toBe('work-order-archived');
  expect(codeOf(store.workOrders.unsign(made.id))).toBe('work-order-archived');
});
