/** A company after years of work: everything that its screens read, in the numbers that were asked for. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DocumentRequest, OutgoingDocument } from '../../connectors/_kit/document';
import type { PulledArticle, PulledCustomer } from '../../connectors/_kit/model';
import { problem } from '../../connectors/_kit/problem';
import { openConnection } from '../../main/db/connection';
import { openStore } from '../../main/db/open-store';
import type { LinkKey } from '../../main/db/store';
import { fillCompany } from '../e2e/many-work-orders';

export interface OfficeSize {
  readonly workOrders: number;
  readonly customers: number;
  readonly articles: number;
  readonly logRows: number;
  /** What became of the archived ones that are not booked; absent: they wait, and a company that is linked sends them. */
  readonly notBooked?: 'waiting' | 'blocked';
}

const COMPANY = 'bench';
const LINK: LinkKey = { package: 'snelstart', administrationId: 'adm-1' };
const PAGE = 1_000;
/** Of what is archived, this share waits still; of what is planned, this share is reported ready. */
const ONE_IN_OPEN = 200;
const READY = 300;
const TIMES_A_WORK_ORDER = 3;
const ARTICLES_A_WORK_ORDER = 3;

const FIRST = [
  'Jansen',
  'De Vries',
  'Öztürk',
  'Bakker',
  "'t Hoekje",
  'Van den Berg',
  'Peeters',
  'Café Zoë',
  'Smit',
  'Mulder',
];
const TRADE = ['Installaties', 'Bouw', 'Techniek', 'Beheer', 'Vastgoed', 'Loodgieters', 'Dakwerken', 'Elektro'];
const TOWNS = ['Utrecht', 'Amersfoort', 'Zeist', 'Gent', 'Antwerpen', 'Breda', "'s-Hertogenbosch", 'Arnhem'];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

export const databaseOf = (folder: string, companyId = COMPANY): string =>
  join(folder, 'companies', companyId, 'simon.sqlite');

/**
 * Fills the data of a company that is not open, beside what is in it, and returns the file of its database. Customers and
 * articles are of the package that it is linked with, and as if they were cleaned up a moment ago.
 */
export function fillOffice(folder: string, size: OfficeSize, companyId = COMPANY): string {
  const file = databaseOf(folder, companyId);
  mkdirSync(dirname(file), { recursive: true });
  pullEverything(file, size);
  const before = newestWorkOrder(file);
  fillCompany(folder, companyId, size.workOrders);
  bookEverything(file, before, size);
  return file;
}

/** 0 where there is none. */
function newestWorkOrder(file: string): number {
  const { handle, close } = openConnection(file);
  const { id } = handle.prepare('SELECT coalesce(max(id), 0) AS id FROM work_order').get() as { id: number };
  close();
  return id;
}

/** The one that leads, or the usual one where there is none. */
function linkOf(file: string): LinkKey {
  const { handle, close } = openConnection(file);
  const leading = handle
    .prepare(
      `SELECT package, administration_id AS administrationId FROM link WHERE id = (SELECT leading_link_id FROM company)`,
    )
    .get() as LinkKey | undefined;
  close();
  return leading ?? LINK;
}

function pullEverything(file: string, { customers, articles, logRows }: OfficeSize): void {
  const store = openStore({ file });
  const link = linkOf(file);
  const atMs = Date.now();
  const runId = store.runs.start('first', atMs);
  const common = { link, runId, atMs };
  const mark = { highWater: null, state: null };
  for (let from = 0; from < customers; from += PAGE) {
    const records = ids(from, customers).map((n) => ({ kind: 'present' as const, record: customer(n) }));
    const page = { records, parked: [], mark, total: null };
    store.pull.applyPage({ ...common, resource: 'customers', page, last: from + PAGE >= customers });
  }
  for (let from = 0; from < articles; from += PAGE) {
    const records = ids(from, articles).map((n) => ({ kind: 'present' as const, record: article(n) }));
    const page = { records, parked: [], mark, total: null };
    store.pull.applyPage({ ...common, resource: 'articles', page, last: from + PAGE >= articles });
  }
  for (const resource of ['customers', 'articles'] as const) {
    store.cleanUp.begin(link, resource);
    store.cleanUp.keep(link, resource, Date.now());
  }
  for (let from = 0; from < logRows; from += PAGE) {
    store.log.add(
      ids(from, logRows).map((n) => ({
        atMs: Date.now() - (logRows - n) * 60_000,
        level: n % 50 === 0 ? 'warning' : 'info',
        table: 'workOrder',
        recordId: n,
        record: `${100_001 + n} ${at(FIRST, n)}`,
        message: { nl: `Geboekt in SnelStart als verkooporder VO${n}.`, en: `Booked in SnelStart as VO${n}.` },
        action: null,
        runId: null,
        fold: null,
      })),
    );
  }
  store.close();
}

/** `from`, up to a page of numbers, below `count`. */
const ids = (from: number, count: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.min(PAGE, count - from)) }, (_, index) => from + index);

function customer(n: number): PulledCustomer {
  const address = {
    name: '',
    street: `Dorpsstraat ${n % 400}`,
    postcode: `${1000 + (n % 8999)} ${'ABCDEFGHJK'[n % 10]}${'LMNPRSTVWX'[Math.floor(n / 10) % 10]}`,
    city: at(TOWNS, n),
    country: 'NL',
  };
  return {
    externalId: `c-${n}`,
    number: String(10_000 + n),
    name: `${at(FIRST, n)} ${at(TRADE, Math.floor(n / 10))} ${n}`,
    address,
    workAddresses: [{ ...address, kind: 'main', key: '' }],
    phone: '030-1234567',
    email: `info${n}@voorbeeld.nl`,
    vatNumber: '',
    chamberOfCommerceNumber: '',
    extra: null,
  };
}

const article = (n: number): PulledArticle => ({
  externalId: `a-${n}`,
  code: `ART-${n}`,
  description: `Koperen buis ${n % 60} mm, hard, lengte ${n % 9} m`,
  groupExternalId: null,
  unit: 'st',
  unitPrice: `${1 + (n % 250)}.${String(n % 100).padStart(2, '0')}`,
  vatRate: '21',
  extra: null,
});

/** Customers, hours and articles on every work order after `before` that was done, and its document. */
function bookEverything(
  file: string,
  before: number,
  { customers, articles, notBooked = 'waiting' }: OfficeSize,
): void {
  const { handle, close } = openConnection(file);
  handle.transaction(() => {
    handle
      .prepare(
        `UPDATE work_order SET customer_id = 1 + (id * 7919) % ?,
          search_text = search_text || ' ' || (SELECT name_key || ' ' || lower(city) FROM customer WHERE id = 1 + (work_order.id * 7919) % ?)
          WHERE id > ?`,
      )
      .run(customers, customers, before);
    handle
      .prepare(
        `UPDATE work_order SET work_address_id = (SELECT id FROM work_address WHERE customer_id = work_order.customer_id LIMIT 1)
          WHERE id > ?`,
      )
      .run(before);
    const nowMs = Date.now();
    handle
      .prepare(
        `UPDATE work_order SET status = 'ready', archived_at_ms = NULL, reported_ready_at_ms = ? - (id % 40) * 86400000
          WHERE id IN (SELECT id FROM work_order WHERE status = 'archived' AND id > ? ORDER BY id DESC LIMIT ?)`,
      )
      .run(nowMs, before, READY);
    handle
      .prepare(`UPDATE work_order SET archived_at_ms = planned_start_at_ms WHERE status = 'archived' AND id > ?`)
      .run(before);
    const time = handle.prepare(
      `INSERT INTO time_entry (work_order_id, position, employee_id, kind, date, minutes, note)
        SELECT id, ?, employee_id, ?, date(planned_start_at_ms / 1000, 'unixepoch'), 30 + (id * 13 + ?) % 200, ''
        FROM work_order WHERE status <> 'planned' AND id > ?`,
    );
    for (let n = 0; n < TIMES_A_WORK_ORDER; n += 1) time.run(n, n === 0 ? 'travel' : 'work', n, before);
    const line = handle.prepare(
      `INSERT INTO work_order_article (work_order_id, position, article_id, quantity)
        SELECT id, ?, 1 + (id * 31 + ?) % ?, CAST(1 + (id + ?) % 9 AS TEXT) FROM work_order
        WHERE status <> 'planned' AND id > ?`,
    );
    for (let n = 0; n < ARTICLES_A_WORK_ORDER; n += 1) line.run(n, n, articles, n, before);
    const entry = handle.prepare(
      `INSERT INTO outbox (work_order_id, revision, state, link_id, settings_version, marker, document, request,
          total_excl_vat, attempts, sent_at_ms, external_id, document_number, problem, archived_at_ms)
        VALUES (@id, 1, @state, 1, 1, @marker, @document, @request, @total, 1, @at, @external, @number, @problem, @at)`,
    );
    for (const { id, at_ms: atMs } of handle
      .prepare(`SELECT id, archived_at_ms AS at_ms FROM work_order WHERE status = 'archived' AND id > ?`)
      .all(before) as { id: number; at_ms: number }[]) {
      const isOpen = id % ONE_IN_OPEN === 0;
      entry.run({
        id,
        state: isOpen ? notBooked : 'booked',
        marker: `SK-BENCH1-${100_000 + id}-1`,
        document: JSON.stringify(OUTGOING),
        request: JSON.stringify(REQUEST),
        total: `${100 + (id % 900)}.${String(id % 100).padStart(2, '0')}`,
        at: atMs,
        external: isOpen ? null : `x-${id}`,
        number: isOpen ? null : `VO${id}`,
        problem: isOpen && notBooked === 'blocked' ? JSON.stringify(at(PROBLEMS, id / ONE_IN_OPEN)) : null,
      });
    }
  })();
  close();
}

const PROBLEMS = [
  problem('blocked', 'customer-inactive', { customer: '10012 Jansen Installaties' }),
  problem('blocked', 'no-lines'),
  problem('blocked', 'customer-inactive', { customer: '10012 Jansen Installaties' }),
];

/** The same for every work order, as large as one with ten lines. */
const OUTGOING: OutgoingDocument = {
  workOrderNumber: '100001',
  revision: 1,
  marker: 'SK-BENCH1-100001-1',
  date: '2026-11-20',
  customer: { externalId: 'c-1', number: '10001', name: 'Jansen Installaties', extra: null },
  workAddress: null,
  workDescription: 'Ketel nakijken',
  customerReference: '',
  employee: null,
  pdfs: [],
  lines: Array.from({ length: 10 }, (_, n) => ({
    kind: n < 2 ? 'work-time' : 'article',
    article: {
      externalId: `a-${n}`,
      code: `ART-${n}`,
      description: 'Koperen buis 15 mm, hard, lengte 5 m',
      unit: 'st',
      extra: null,
    },
    description: 'Koperen buis 15 mm, hard, lengte 5 m',
    descriptionChanged: false,
    minutes: n < 2 ? 150 : null,
    quantity: '2.5',
    unitPrice: '12.34567',
    priceChanged: false,
    vatRate: '21',
    totalExclVat: '30.86',
  })),
  totals: { exclVat: '308.60', vat: [{ vatRate: '21', base: '308.60', vat: '64.81' }], inclVat: '373.41' },
};
const REQUEST: DocumentRequest = {
  marker: OUTGOING.marker,
  variants: [{ lines: OUTGOING.lines.map(({ quantity, description }) => ({ quantity, description })) }],
  fields: [],
  lines: [],
  cuts: [],
};
