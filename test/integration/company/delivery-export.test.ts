import { afterEach, beforeEach, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { customer, pull, queued } from '../db/records';
import { savedLines } from './saved-list';
import { TestCompany } from './test-company';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
  pull(test.store, 'customers', [customer('1', { name: '=Jansen "Kraan" BV' })]);
});
afterEach(() => test.close());

const AT = Date.parse('2026-07-01T06:00:00Z');
const remote = {
  externalId: 'o-1',
  number: 'VO-1',
  marker: 'm',
  customerExternalId: '1',
  totalExclVat: null,
  totalInclVat: null,
};

/** One work order that is booked after a refusal, and one that waits. */
function twoWorkOrders(): { readonly booked: number; readonly waiting: number } {
  const { store } = test;
  const { entryId: booked } = queued(store);
  store.queue.sending(booked, AT);
  store.queue.blocked(booked, problem('rejected', 'x.1', {}, { vendor: { status: 400, code: null, text: 'Nee' } }), AT);
  store.queue.retry([booked], AT);
  store.queue.sending(booked, AT + 1_000);
  store.queue.booked(booked, remote, 'booked', AT + 2_000);
  return { booked, waiting: queued(store).entryId };
}

it('gives the accountant every archived work order with what became of it', async () => {
  twoWorkOrders();
  const sort = { key: 'archivedAtMs', descending: false };
  const rows = await savedLines(test.company, { list: 'queue', search: '', sort });
  expect(rows[0]).toBe(
    '\uFEFFWerkbon;Klantnummer;Klant;Gearchiveerd;Status;Boekhoudpakket;Boekstuk;Excl. btw;Incl. btw;Pogingen;Geboekt op;Kenmerk',
  );
  const cells = rows.slice(1).map((row) => row.split(';'));
  expect(
    cells.map(([number, , , , state, , document, total, , attempts, settledAt]) => ({
      number,
      state,
      document,
      total,
      attempts,
      settledAt,
    })),
  ).toEqual([
    {
      number: '1001',
      state: 'Geboekt',
      document: 'VO-1',
      total: '100,00',
      attempts: '2',
      settledAt: '2026-07-01 08:00:02',
    },
    { number: '1002', state: 'Wacht', document: '', total: '100,00', attempts: '0', settledAt: '' },
  ]);
});

it('keeps the record of one work order as JSON and as a PDF', async () => {
  const { booked } = twoWorkOrders();
  const json = await test.company.deliveryRecord(booked, 'json');
  if (!json.ok) throw new Error(json.problem.code);
  expect(json.value.fileName).toBe('Verzending werkbon 1001.json');
  expect(JSON.parse(new TextDecoder().decode(json.value.bytes))).toMatchObject({
    format: 'simon-koppel-delivery',
    version: 1,
    workOrderNumber: '1001',
    documentNumber: 'VO-1',
    sentDocuments: [{ settingsVersion: 3 }],
  });
  expect(await test.company.deliveryRecord(booked, 'pdf')).toMatchObject({
    ok: true,
    value: { fileName: 'Verzending werkbon 1001.pdf' },
  });
  expect(await test.company.deliveryRecord(9_999, 'json')).toMatchObject({
    problem: { code: 'queue-entry-not-found' },
  });
});
