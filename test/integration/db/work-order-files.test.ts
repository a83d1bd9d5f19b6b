import { expect, test } from 'vitest';
import type { NewWorkOrderFile, Store } from '../../../main/db/store';
import { MAX_FILES } from '../../../preload/contract/work-order-files';
import { NOON, openTempStore } from './open-temp-store';
import { codeOf, draft, queued, value } from './records';

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

const photoOf = (workOrderId: number, change: Partial<NewWorkOrderFile> = {}): NewWorkOrderFile => ({
  workOrderId,
  kind: 'photo',
  name: 'ketel.jpg',
  width: 2000,
  height: 1500,
  questionId: null,
  bytes: JPEG,
  thumbnail: null,
  ...change,
});
const workOrder = (store: Store) => value(store.workOrders.create(draft(), NOON));

test('a photo is told of without its bytes, and its bytes come as they were', () => {
  const { store } = openTempStore();
  const { id } = workOrder(store);
  const added = value(store.workOrderFiles.add(photoOf(id), NOON));
  value(store.workOrderFiles.setCaption(added.id, 'Voor de reparatie'));
  expect(store.workOrderFiles.list(id)).toEqual([
    {
      id: added.id,
      workOrderId: id,
      kind: 'photo',
      name: 'ketel.jpg',
      sizeBytes: 7,
      width: 2000,
      height: 1500,
      caption: 'Voor de reparatie',
      questionId: null,
      addedAtMs: NOON,
    },
  ]);
  expect(new Uint8Array(store.workOrderFiles.bytes(added.id) ?? [])).toEqual(JPEG);
});

test('saving the work order leaves its files alone, and adding one does not make it a newer version', () => {
  const { store } = openTempStore();
  const made = workOrder(store);
  value(store.workOrderFiles.add(photoOf(made.id), NOON));
  value(store.workOrders.save(made.id, made.version, draft({ description: 'Anders' }), NOON));
  expect(store.workOrderFiles.list(made.id)).toHaveLength(1);
});

test('what is taken away can be brought back', () => {
  const { store } = openTempStore();
  const { id } = workOrder(store);
  const added = value(store.workOrderFiles.add(photoOf(id), NOON));
  value(store.workOrderFiles.remove(added.id, NOON));
  expect([store.workOrderFiles.list(id), store.workOrderFiles.bytes(added.id)]).toEqual([[], null]);
  expect(value(store.workOrderFiles.restore(added.id))).toEqual(added);
});

test('a day later it is gone, once something else is added', () => {
  const { store } = openTempStore();
  const { id } = workOrder(store);
  const added = value(store.workOrderFiles.add(photoOf(id), NOON));
  value(store.workOrderFiles.remove(added.id, NOON));
  value(store.workOrderFiles.add(photoOf(id), NOON + 86_400_001));
  expect(codeOf(store.workOrderFiles.restore(added.id))).toBe('file-gone');
});

test('no more than fifty on a work order', () => {
  const { store } = openTempStore();
  const { id } = workOrder(store);
  for (let count = 0; count < MAX_FILES; count += 1) value(store.workOrderFiles.add(photoOf(id), NOON));
  expect(codeOf(store.workOrderFiles.add(photoOf(id), NOON))).toBe('too-many-files');
  expect(codeOf(store.workOrderFiles.add(photoOf(workOrder(store).id), NOON))).toBe('accepted');
});

test('an archived work order keeps its files as they are', () => {
  const { store } = openTempStore();
  const made = workOrder(store);
  const added = value(store.workOrderFiles.add(photoOf(made.id), NOON));
  const { workOrderId } = queued(store);
  expect(codeOf(store.workOrderFiles.add(photoOf(workOrderId), NOON))).toBe('work-order-archived');
  expect(codeOf(store.workOrderFiles.add(photoOf(999), NOON))).toBe('work-order-not-found');
  expect(codeOf(store.workOrderFiles.remove(added.id, NOON))).toBe('accepted');
});

test('files go with their work order, and with a wipe', () => {
  const { store } = openTempStore();
  const [one, other] = [workOrder(store), workOrder(store)];
  const [first, second] = [one, other].map(({ id }) => value(store.workOrderFiles.add(photoOf(id), NOON)));
  value(store.workOrders.remove(one.id));
  expect(store.workOrderFiles.get(first!.id)).toBeNull();
  store.wipe.run(['workOrders']);
  expect(store.workOrderFiles.get(second!.id)).toBeNull();
});

test('the order that the office chose counts; what is added later comes after it', () => {
  const { store } = openTempStore();
  const { id } = workOrder(store);
  const elsewhere = value(store.workOrderFiles.add(photoOf(workOrder(store).id), NOON));
  const [a, b, c] = ['a', 'b', 'c'].map((name) => value(store.workOrderFiles.add(photoOf(id, { name }), NOON)).id);
  const shown = () => store.workOrderFiles.list(id).map((file) => file.id);
  expect(shown()).toEqual([a, b, c]);
  value(store.workOrderFiles.order(id, [c ?? 0, elsewhere.id, a ?? 0, b ?? 0]));
  const later = value(store.workOrderFiles.add(photoOf(id), NOON));
  expect(shown()).toEqual([c, a, b, later.id]);
  const { version } = value(store.workOrders.reportReady(id, NOON));
  value(store.workOrders.archive(id, version, { state: 'waiting', frozen: null }, NOON));
  expect(codeOf(store.workOrderFiles.order(id, [a ?? 0]))).toBe('work-order-archived');
});

test('a photo has its small picture beside it; one without is shown by its own bytes', () => {
  const { store } = openTempStore();
  const { id } = workOrder(store);
  const small = new Uint8Array([0xff, 0xd8, 0xff, 9]);
  const withSmall = value(store.workOrderFiles.add(photoOf(id, { thumbnail: small }), NOON));
  const without = value(store.workOrderFiles.add(photoOf(id), NOON));
  expect(new Uint8Array(store.workOrderFiles.thumbnail(withSmall.id) ?? [])).toEqual(small);
  expect(new Uint8Array(store.workOrderFiles.thumbnail(without.id) ?? [])).toEqual(JPEG);
  value(store.workOrderFiles.remove(withSmall.id, NOON));
  expect(store.workOrderFiles.thumbnail(withSmall.id)).toBeNull();
});
