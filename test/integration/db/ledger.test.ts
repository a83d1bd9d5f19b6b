import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { MIGRATIONS, migrate } from '../../../main/db/migrations';
import { openStore } from '../../../main/db/open-store';
import type { Store } from '../../../main/db/store';
import { NOON, openTempStore, tempFolder } from './open-temp-store';
import { codeOf, everything, frozen, queued, value } from './records';

const refused = problem('rejected', 'x.1', {}, { vendor: { status: 400, code: '1', text: 'Artikel onbekend' } });
const unknownOutcome = problem('outcome-unknown', 'time-out');
const remoteOf = (externalId: string, number: string) => ({
  externalId,
  number,
  marker: 'm',
  customerExternalId: '1',
  totalExclVat: null,
  totalInclVat: null,
});
const CREATE = {
  method: 'POST',
  address: 'api.example/orders',
  effect: 'write',
  status: 201,
  problem: null,
  requestId: 'abc',
  durationMs: 412,
} as const;

/** The same file through a connection of its own, as somebody with a database tool has it. */
function raw(file: string): Database.Database {
  const db = new Database(file);
  onTestFinished(() => void db.close());
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON');
  return db;
}

function booked(store: Store, externalId: string, number = `VO-${externalId}`) {
  const entry = queued(store);
  store.queue.sending(entry.entryId, 10, 'Jansen BV');
  store.queue.booked(entry.entryId, remoteOf(externalId, number), 'booked', 20, { calls: [CREATE] });
  return entry;
}

test('an attempt tells what was sent, where to, under which settings, and what the package answered', () => {
  const { store } = openTempStore();
  const { entryId } = booked(store, 'order-1');
  const { steps, sentDocuments, document, request } = store.queue.get(entryId)!;
  const [sent] = sentDocuments;
  expect(sentDocuments).toMatchObject([
    { settingsVersion: 3, package: 'snelstart', firstSentAtMs: 10, document, request },
  ]);
  expect(sent!.requestSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(steps).toMatchObject([
    { step: 'frozen', facts: { settingsVersion: 3, requestSha256: sent!.requestSha256 } },
    {
      atMs: 10,
      step: 'sending',
      facts: {
        attempt: 1,
        variant: 0,
        package: 'snelstart',
        administrationName: 'Jansen BV',
        settingsVersion: 3,
        requestSha256: sent!.requestSha256,
      },
    },
    { atMs: 20, step: 'booked', facts: { number: 'VO-order-1', externalId: 'order-1', calls: [CREATE] } },
  ]);
});

test('a document that was refused and made anew stays in the ledger as it was sent', () => {
  const { store } = openTempStore();
  const { entryId, workOrderId } = queued(store);
  store.queue.sending(entryId, 10);
  store.queue.blocked(entryId, refused, 11);
  const first = frozen(store, workOrderId);
  const corrected = { ...first, settingsVersion: 4, request: { ...first.request, variants: [{ better: true }] } };
  store.queue.freeze(entryId, { state: 'waiting', frozen: corrected }, 12);
  store.queue.sending(entryId, 13);
  store.queue.notSent(entryId, refused, { atMs: 14, variant: 0, countsAsAttempt: true }, 14);
  store.queue.sending(entryId, 15);
  const { sentDocuments, steps } = store.queue.get(entryId)!;
  expect(sentDocuments.map(({ settingsVersion, firstSentAtMs }) => [settingsVersion, firstSentAtMs])).toEqual([
    [3, 10],
    [4, 13],
  ]);
  expect(sentDocuments[0]?.request).toEqual(first.request);
  const hashes = steps.flatMap((one) => (one.step === 'sending' ? [one.facts.requestSha256] : []));
  expect(hashes).toEqual([0, 1, 1].map((which) => sentDocuments[which]?.requestSha256));
});

test('nothing of the ledger can be changed or removed, whoever tries', () => {
  const { store, file } = openTempStore();
  const { entryId } = booked(store, 'order-1');
  const db = raw(file);
  const before = store.queue.get(entryId);
  const attacks = [
    `UPDATE outbox_step SET at_ms = 0`,
    `UPDATE OR REPLACE outbox_step SET facts = '{}' WHERE step = 'sending'`,
    `DELETE FROM outbox_step WHERE step = 'sending'`,
    `INSERT OR REPLACE INTO outbox_step SELECT id, outbox_id, at_ms, step, '{}' FROM outbox_step`,
    `UPDATE outbox_document SET request = '{}'`,
    `DELETE FROM outbox_document`,
    `INSERT OR REPLACE INTO outbox_document SELECT id, outbox_id, request_sha256, link_id, 9, document, request, 0 FROM outbox_document`,
    `DELETE FROM outbox`,
    `INSERT OR REPLACE INTO outbox (work_order_id, revision, state, archived_at_ms) SELECT work_order_id, 1, 'waiting', 0 FROM outbox`,
    `UPDATE outbox SET document = '{}', request = '{}'`,
    `UPDATE outbox SET settings_version = 9`,
    `UPDATE outbox SET state = 'waiting', external_id = NULL`,
  ];
  for (const attack of attacks) expect(() => db.exec(attack), attack).toThrow(/not change|not removed|stays booked/);
  expect(store.queue.get(entryId)).toEqual(before);
});

test.each(['sending', 'unsure'] as const)('what is %s keeps the document that may be in the package', (state) => {
  const { store, file } = openTempStore();
  const { entryId } = queued(store);
  store.queue.sending(entryId, 1);
  if (state === 'unsure') store.queue.unsure(entryId, unknownOutcome, 2);
  expect(() => raw(file).exec(`UPDATE outbox SET request = '{}'`)).toThrow('may be in the package');
});

test('a wipe empties the ledger, and opens it for nothing else', () => {
  const { store, file } = openTempStore();
  booked(store, 'order-1');
  store.wipe.run(['workOrders']);
  const db = raw(file);
  const left = ['outbox', 'outbox_step', 'outbox_document', 'ledger_wipe'].map((table) =>
    db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
  expect(left).toEqual([0, 0, 0, 0]);
});

test('the database itself refuses a second entry for a work order', () => {
  const { store, file } = openTempStore();
  const { workOrderId } = booked(store, 'order-1');
  const db = raw(file);
  for (const state of ['waiting', 'skipped', 'blocked']) {
    const insert = (columns: string, values: string) => () =>
      db.exec(`INSERT INTO outbox (work_order_id, revision, state, archived_at_ms${columns})
        VALUES (${workOrderId}, 2, '${state}', 0${values})`);
    expect(insert('', ''), state).toThrow('UNIQUE constraint failed: outbox.work_order_id');
  }
  // A further document is a choice, and stands there as one.
  db.exec(`INSERT INTO outbox (work_order_id, revision, state, archived_at_ms, chosen_again_at_ms)
    VALUES (${workOrderId}, 2, 'waiting', 0, 5)`);
  expect(store.queue.list(everything).total).toBe(2);
});

test('the database itself refuses one document of the package for two work orders', () => {
  const { store, file } = openTempStore();
  booked(store, 'order-1');
  const { entryId } = booked(store, 'order-2');
  const db = raw(file);
  const share = (columns: string) => () =>
    db.exec(`UPDATE outbox SET external_id = 'order-1'${columns} WHERE id = ${entryId}`);
  expect(share('')).toThrow('UNIQUE constraint failed: outbox.link_id, outbox.external_id');
  expect(share(', shares_document_since_ms = 5'), 'put together by choice').not.toThrow();
});

test('an answer with the document of another work order is held for the office and books nothing', () => {
  const { store } = openTempStore();
  const { workOrderId: first } = booked(store, 'order-1');
  const number = store.workOrders.get(first)!.number;
  const { entryId } = queued(store);
  store.queue.sending(entryId, 30);
  expect(store.queue.booked(entryId, remoteOf('order-1', 'VO-order-1'), 'booked', 31)).toMatchObject({
    code: 'document-of-other-work-order',
    params: { document: 'VO-order-1', workOrder: number },
  });
  expect(store.queue.get(entryId)).toMatchObject({ state: 'unsure', held: true, externalId: null });

  const typed = remoteOf('', 'VO-order-1');
  const answer = { calls: [], by: 'office' } as const;
  expect(store.queue.booked(entryId, typed, 'found', 40, answer)?.code).toBe('document-of-other-work-order');
  expect(store.queue.get(entryId)).toMatchObject({ state: 'unsure', held: true });
  expect(store.queue.booked(entryId, remoteOf('', 'VO-7'), 'found', 41, answer)).toBeNull();
  expect(store.queue.get(entryId)?.steps.at(-1)).toMatchObject({ atMs: 41, step: 'found', facts: { by: 'office' } });
});

test('what the office may choose from is what the last look-up found', () => {
  const { store } = openTempStore();
  const { entryId } = queued(store);
  store.queue.sending(entryId, 1);
  store.queue.unsure(entryId, unknownOutcome, 2);
  expect(store.queue.get(entryId)?.candidates).toEqual([]);
  store.queue.held(entryId, problem('blocked', 'found-twice'), 3, {
    calls: [CREATE],
    found: [remoteOf('a', 'VO-1'), remoteOf('b', 'VO-2')],
  });
  expect(store.queue.get(entryId)?.candidates.map((one) => one.number)).toEqual(['VO-1', 'VO-2']);
});

/** A file as the version before the ledger left it. */
function fileBeforeLedger(): string {
  const file = join(tempFolder(), 'simon.sqlite');
  const db = new Database(file);
  migrate(db, { nowMs: NOON, steps: MIGRATIONS.filter(({ version }) => version < 90) });
  db.exec(`
    INSERT INTO company VALUES (1, 'd', 'TEST00', 0, 1003, NULL);
    INSERT INTO link VALUES (1, 'snelstart', 'adm');
    INSERT INTO work_order (id, number, status, version, description, customer_reference, notes, created_at_ms,
      reported_ready_at_ms, archived_at_ms, search_text)
    SELECT value, 1000 + value, 'archived', 1, '', '', '', 0, 0, 0, '' FROM json_each('[1, 2, 3]');
  `);
  db.close();
  return file;
}
const entryOf = (id: number, workOrder: number, revision: number, more: string): string =>
  `INSERT INTO outbox (id, work_order_id, revision, link_id, settings_version, marker, document, request,
     archived_at_ms, ${more.split('|')[0]})
   VALUES (${id}, ${workOrder}, ${revision}, 1, 2, 'm${id}', '{}', '{"n":${id}}', ${id}, ${more.split('|')[1]});`;
const BOOKED = (externalId: string): string =>
  `state, external_id, document_number, attempts, sent_at_ms | 'booked', '${externalId}', '${externalId}', 1, 50`;

test('a database of before the ledger keeps its steps and what was sent', () => {
  const file = fileBeforeLedger();
  const old = new Database(file);
  old.exec(entryOf(1, 1, 1, BOOKED('VO-1')));
  const steps = ['frozen|m1', 'sending|m1', 'unsure|time-out', 'held|x.1: Bezet', 'released|office', 'released|'];
  const pdfs = ['pdf-made|a.pdf', 'pdf-held|a.pdf: too-odd: Nee', 'absent|first', 'booked|VO-1'];
  for (const one of [...steps, ...pdfs]) {
    const [step, detail] = one.split('|');
    old.prepare('INSERT INTO outbox_step (outbox_id, at_ms, step, detail) VALUES (1, 7, ?, ?)').run(step, detail);
  }
  old.close();
  const store = openStore({ file, now: () => NOON });
  onTestFinished(() => store.close());
  const detail = store.queue.get(1)!;
  expect(detail.steps.map(({ step, facts }) => [step, facts])).toMatchObject([
    ['frozen', { marker: 'm1', requestSha256: null }],
    ['sending', { marker: 'm1', attempt: null }],
    ['unsure', { problem: { code: 'time-out', params: {} } }],
    ['held', { problem: { code: 'x.1', vendor: { text: 'Bezet' } }, found: [] }],
    ['released', { by: 'office' }],
    ['retried', {}],
    ['pdf-made', { file: 'a.pdf' }],
    ['pdf-held', { file: 'a.pdf', problem: { code: 'too-odd', vendor: { text: 'Nee' } } }],
    ['absent', { verdict: 'first' }],
    ['booked', { number: 'VO-1' }],
  ]);
  expect(detail.sentDocuments).toMatchObject([{ settingsVersion: 2, firstSentAtMs: 50, request: { n: 1 } }]);
});

test('a database with doubles is taken over: they stay, what was not sent waits for the office, and the log tells', () => {
  const file = fileBeforeLedger();
  const old = new Database(file);
  old.exec(entryOf(1, 1, 1, BOOKED('VO-1')));
  old.exec(entryOf(2, 1, 2, `state | 'waiting'`));
  old.exec(entryOf(3, 2, 1, BOOKED('VO-1')));
  old.exec(entryOf(4, 3, 1, `state | 'withdrawn'`));
  old.close();
  const store = openStore({ file, now: () => NOON });
  onTestFinished(() => store.close());
  expect([1, 2, 3, 4].map((id) => store.queue.get(id)?.state)).toEqual(['booked', 'blocked', 'booked', 'withdrawn']);
  expect(store.queue.get(2)?.problem?.code).toBe('queue-doubled');
  const told = store.log.attention(10).rows.map(({ record, message }) => `${record}: ${message.nl}`);
  expect(told).toEqual([
    '1002: Deze werkbon en een andere verwijzen naar hetzelfde document in het boekhoudpakket.',
    '1001: Deze werkbon staat twee keer in de archiefwachtrij.',
  ]);
  expect([2, 3].map((id) => store.queue.get(id)?.steps.at(-1))).toMatchObject([
    { step: 'doubled', facts: { with: 'work-order', entryId: 1 } },
    { step: 'doubled', facts: { with: 'document', entryId: 1 } },
  ]);
  expect(codeOf(store.queue.takeBack(1, 5))).toBe('queue-already-booked');
  expect(value(store.queue.takeBack(2, 5))).toBeNull();
});
