/**
 * The last step of `npm run bench`: how long each interaction with the database takes in an office with 50,000 work orders
 * and 100,000 customers, and in one with 500 of each, taking turns. Prints a table; a slow machine fails nothing.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../main/db/open-store';
import { csvHead, csvRows } from '../../main/tables/csv-rows';
import { createListTable } from '../../main/company/exports/list-table';
import { xlsxHere } from '../../main/tables/xlsx-thread';
import { asRemote } from '../../main/db/as-remote';
import type { Store } from '../../main/db/store';
import { databaseOf, fillOffice, type OfficeSize } from './fill-office';
import { INTERACTIONS, type Facts } from './interactions';

const ROUNDS = 15;
/** As long as an interaction may take, painting included. */
const MOST_MS = 100;
const LARGE: OfficeSize = { workOrders: 50_000, customers: 100_000, articles: 2_000, logRows: 1_000_000 };
const SMALL: OfficeSize = { workOrders: 500, customers: 500, articles: 200, logRows: 1_000 };

const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const ranked = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

interface Office {
  readonly store: Store;
  readonly facts: Facts;
}

function open(folder: string, name: string, size: OfficeSize): Office {
  const started = performance.now();
  const file = existsSync(join(folder, name)) ? databaseOf(join(folder, name)) : fillOffice(join(folder, name), size);
  const megabytes = statSync(file).size / 1e6;
  const opened = performance.now();
  const store = openStore({ file });
  const openMs = performance.now() - opened;
  console.log(
    `${name}: ${size.workOrders} work orders, ${size.customers} customers, ${megabytes.toFixed(0)} MB; filled in ` +
      `${((opened - started) / 1000).toFixed(0)} s, opened in ${ms(openMs)} ms`,
  );
  return { store, facts: { ...size, nowMs: Date.now() } };
}

/** With the copy that crosses the thread. `workedMs`: a busy computer makes one wait, not work. */
function measure({ store, facts }: Office, run: (store: Store, facts: Facts) => unknown) {
  const [before, started] = [process.cpuUsage(), performance.now()];
  structuredClone(run(store, facts));
  const waitedMs = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { waitedMs, workedMs: (user + system) / 1000 };
}

async function measureExports({ store }: Office): Promise<void> {
  const noTimes = () => Promise.reject(new Error('The hours are not measured here'));
  const tableOf = createListTable({
    store: asRemote(store),
    language: () => 'nl',
    labelOf: (id) => Promise.resolve(id),
    pricedTimes: noTimes,
  });
  for (const list of ['work-orders', 'queue', 'customers'] as const) {
    const table = await tableOf({ list, search: '' });
    const started = performance.now();
    let bytes = csvHead(table.columns).length;
    let longest = 0;
    for await (const rows of table.pages()) {
      const from = performance.now();
      bytes += csvRows(table.columns, rows, 'nl').length;
      longest = Math.max(longest, performance.now() - from);
    }
    const csvMs = performance.now() - started;
    const from = performance.now();
    const xlsx = await xlsxHere(table, table.pages());
    const xlsxMs = performance.now() - from;
    console.log(
      `export of ${table.total} rows (${list}): CSV ${(csvMs / 1000).toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB, ` +
        `longest page ${ms(longest)} ms; Excel ${(xlsxMs / 1000).toFixed(1)} s, ${(xlsx.length / 1e6).toFixed(1)} MB`,
    );
  }
}

/** A folder that was filled before, to look at again; it is kept. */
const [kept] = process.argv.slice(2);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'simon-bench-'));
try {
  const large = open(folder, 'large', LARGE);
  const small = open(folder, 'small', SMALL);
  console.log(`\n${'interaction'.padEnd(46)}   worked   waited      p95    small   ratio`);
  for (const { name, run } of INTERACTIONS) {
    // The first time statements are prepared and pages are read.
    measure(large, run);
    measure(small, run);
    const [ofLarge, ofSmall] = [[], []] as [ReturnType<typeof measure>[], ReturnType<typeof measure>[]];
    for (let round = 0; round < ROUNDS; round += 1) {
      ofLarge.push(measure(large, run));
      ofSmall.push(measure(small, run));
    }
    const worked = ofLarge.map(({ workedMs }) => workedMs);
    const waited = ofLarge.map(({ waitedMs }) => waitedMs);
    const median = ranked(worked, 0.5);
    const base = ranked(
      ofSmall.map(({ workedMs }) => workedMs),
      0.5,
    );
    const figures = [
      ms(median),
      ms(ranked(waited, 0.5)),
      ms(ranked(waited, 0.95)),
      ms(base),
      (median / base).toFixed(1),
    ];
    const tooLong = median > MOST_MS ? `  OVER ${MOST_MS} ms` : '';
    console.log(`${name.padEnd(46)} ${figures.map((text) => text.padStart(8)).join(' ')}${tooLong}`);
  }
  console.log('');
  await measureExports(large);
  large.store.close();
  small.store.close();
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
