import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Attachment, AttachmentKind } from '../../../connectors/_kit/document';
import { problem } from '../../../connectors/_kit/problem';
import { MIGRATIONS, migrate } from '../../../main/db/migrations';
import { openStore } from '../../../main/db/open-store';
import type { Store } from '../../../main/db/store';
import { NOON, openTempStore, tempFolder } from './open-temp-store';
import { customer, everything, pull, queued } from './records';

const pdf = (kind: AttachmentKind, text: string): Attachment => {
  const bytes = new TextEncoder().encode(text);
  return { kind, fileName: `${kind}.pdf`, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
};
const SHEET = pdf('work-order', '%PDF the sheet');
const FORMS = pdf('custom-forms', '%PDF the forms');
const remote = {
  externalId: 'order-1',
  number: 'VO-1',
  marker: 'm',
  customerExternalId: '1',
  totalExclVat: null,
  totalInclVat: null,
};
const refused = problem('rejected', 'too-odd', {}, { vendor: { status: 400, code: null, text: 'Niet toegestaan' } });

function withEntry(): { readonly store: Store; readonly file: string; readonly entryId: number } {
  const { store, file } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const { entryId } = queued(store, { customerId: store.customers.byNumber('10001')!.id });
  return { store, file, entryId };
}
const book = (store: Store, id: number): void => {
  store.queue.sending(id, 10);
  store.queue.booked(id, remote, 'booked', 20);
};
const stepsOf = (store: Store, id: number) =>
  store.queue
    .get(id)!
    .steps.map(({ step, facts }) =>
      [
        step,
        ...('file' in facts ? [facts.file] : []),
        ...('problem' in facts ? [facts.problem.code, facts.problem.vendor?.text] : []),
      ]
        .join(' ')
        .trim(),
    );
const statesOf = (store: Store, id: number) => store.queue.get(id)!.pdfs.map(({ state }) => state);

test('PDFs beside a document: made, sent one by one after it is booked, each step written down', () => {
  const { store, entryId } = withEntry();
  store.pdfs.made(entryId, 'after-create', [SHEET, FORMS], 5);
  expect(store.pdfs.due(10), 'not before the document is booked').toEqual([]);
  book(store, entryId);
  const [sheet, forms] = store.pdfs.due(10);
  store.pdfs.sending(sheet!.id, 30);
  expect(store.pdfs.counts()).toEqual({ open: 2, held: 0 });
  store.pdfs.done(sheet!.id, 'pdf-sent', 31);
  store.pdfs.sending(forms!.id, 32);
  store.pdfs.held(forms!.id, refused, 33);

  expect(store.queue.list(everything).rows[0]?.pdfs).toMatchObject([
    { fileName: 'work-order.pdf', sizeBytes: 14, state: 'done', doneAtMs: 31, problem: null },
    { fileName: 'custom-forms.pdf', sizeBytes: 14, state: 'held', doneAtMs: null, problem: refused },
  ]);
  expect(stepsOf(store, entryId).slice(1)).toEqual([
    'pdf-made work-order.pdf',
    'pdf-made custom-forms.pdf',
    'sending',
    'booked',
    'pdf-sending work-order.pdf',
    'pdf-sent work-order.pdf',
    'pdf-sending custom-forms.pdf',
    'pdf-held custom-forms.pdf too-odd Niet toegestaan',
  ]);
  expect(store.pdfs.counts()).toEqual({ open: 0, held: 1 });
  expect(store.queue.list({ ...everything, pdfs: 'held' }).total).toBe(1);
});

test('the bytes are those that were made, also after a restart and for the office', () => {
  const { store, file, entryId } = withEntry();
  store.pdfs.made(entryId, 'in-create', [SHEET, FORMS], 5);
  const { workOrderId } = store.queue.get(entryId)!;
  store.close();
  const again = openStore({ file });
  onTestFinished(() => again.close());
  expect(again.pdfs.of(entryId)).toEqual([SHEET, FORMS]);
  expect(again.pdfs.ofWorkOrder(workOrderId, 'custom-forms')).toEqual(FORMS);
});

test('PDFs in the call of the document are done with it, and have no steps of their own before', () => {
  const { store, entryId } = withEntry();
  store.pdfs.made(entryId, 'in-create', [SHEET], 5);
  book(store, entryId);
  expect(store.queue.get(entryId)!.pdfs).toMatchObject([{ state: 'done', doneAtMs: 20 }]);
  expect(store.pdfs.due(10)).toEqual([]);
});

test('what was being sent when the program stopped is looked up', () => {
  const { store, entryId } = withEntry();
  store.pdfs.made(entryId, 'after-create', [SHEET], 5);
  book(store, entryId);
  const [sheet] = store.pdfs.due(10);
  store.pdfs.sending(sheet!.id, 30);
  store.queue.recoverInterrupted(40);
  expect(store.pdfs.due(10)).toMatchObject([{ state: 'unsure', attempts: 1, problem: { code: 'pdf-interrupted' } }]);
  store.pdfs.released(sheet!.id, 50);
  expect(statesOf(store, entryId)).toEqual(['waiting']);
});

test('an attempt that surely did not arrive does not count; a retry by the office clears the reason', () => {
  const { store, entryId } = withEntry();
  store.pdfs.made(entryId, 'after-create', [SHEET], 5);
  book(store, entryId);
  const [sheet] = store.pdfs.due(10);
  store.pdfs.sending(sheet!.id, 30);
  store.pdfs.notSent(sheet!.id, problem('offline', 'offline'), 90, 31);
  expect(store.queue.get(entryId)!.pdfs).toMatchObject([
    { state: 'waiting', attempts: 0, nextAttemptAtMs: 90, problem: { code: 'offline' } },
  ]);
  expect(store.pdfs.retry([entryId], 40)).toBe(1);
  expect(store.queue.get(entryId)!.pdfs).toMatchObject([{ state: 'waiting', nextAttemptAtMs: null, problem: null }]);
});

test('a document that is taken back or made anew takes its PDFs along', () => {
  const { store, entryId } = withEntry();
  store.pdfs.made(entryId, 'after-create', [SHEET], 5);
  store.queue.takeBack(entryId, 6);
  expect(store.queue.get(entryId)!.pdfs).toEqual([]);
});

test('a wipe of the work orders removes their PDFs', () => {
  const { store, file, entryId } = withEntry();
  store.pdfs.made(entryId, 'after-create', [SHEET], 5);
  store.wipe.run(['workOrders']);
  const db = new Database(file, { readonly: true });
  onTestFinished(() => void db.close());
  expect(db.prepare('SELECT count(*) FROM outbox_pdf').pluck().get()).toBe(0);
});

test('a step that its state does not allow is refused and leaves nothing behind', () => {
  const { store, entryId } = withEntry();
  store.pdfs.made(entryId, 'after-create', [SHEET], 5);
  const steps = stepsOf(store, entryId);
  expect(() => store.pdfs.done(1, 'pdf-sent', 6)).not.toThrow();
  expect(() => store.pdfs.sending(1, 7)).toThrow(/is done, not waiting/);
  expect(() => store.pdfs.made(entryId, 'after-create', [SHEET], 8)).toThrow();
  expect(stepsOf(store, entryId)).toEqual([...steps, 'pdf-sent work-order.pdf']);
  expect(() => store.pdfs.held(1, refused, 9)).toThrow(/is done/);
});

test('a database of before the PDFs keeps its queue', () => {
  const db = new Database(join(tempFolder(), 'simon.sqlite'));
  onTestFinished(() => void db.close());
  migrate(db, { nowMs: NOON, steps: MIGRATIONS.filter(({ version }) => version < 70) });
  db.exec(`
    INSERT INTO work_order (number, status, version, description, customer_reference, notes, created_at_ms,
      reported_ready_at_ms, archived_at_ms, search_text) VALUES ('é''1', 'archived', 1, '', '', '', 0, 0, 0, '');
    INSERT INTO outbox (work_order_id, revision, state, archived_at_ms) VALUES (1, 1, 'withdrawn', 0);`);
  migrate(db, { nowMs: NOON });
  expect(db.prepare('SELECT state FROM outbox').pluck().all()).toEqual(['withdrawn']);
  expect(db.prepare('SELECT count(*) FROM outbox_pdf').pluck().get()).toBe(0);
});
