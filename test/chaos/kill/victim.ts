/**
 * A process that is killed: the engine with the database in its own thread, as in the app, and real requests. Pulls what
 * it needs, archives work orders until there are enough, and delivers them. Gets its order as its only argument.
 */
import { join } from 'node:path';
import type { Administration } from '../../../connectors/_kit/connector';
import { connector } from '../../../connectors/snelstart/index';
import { practiceSettings } from '../../../connectors/snelstart/simulator/index';
import { withDefaults } from '../../../main/company/setting-rules';
import { openRemoteStore } from '../../../main/db/remote-store';
import { createPdfMaker } from '../../../main/documents/pdf-maker';
import { createConnection } from '../../../main/sync/connection';
import { createEngine } from '../../../main/sync/create-engine';
import type { LinkSettings } from '../../../main/sync/engine';
import { MemoryLogger } from '../../fakes/memory-logger';
import { noCosts } from '../../fakes/no-costs';
import { printSmallPdf } from '../../fakes/small-pdf';
import { BREAKS, type BreakableParts } from '../breaks';
import { Life } from '../life';
import { draftOf } from '../work-draft';
import type { KillAnswer, KillOrder } from './order';
import { swiftTime } from './swift-time';

const LONGEST_MS = 6 * 60 * 60 * 1_000;
const BETWEEN_QUESTIONS_MS = 5_000;

const order = JSON.parse(process.argv[2] ?? '') as KillOrder;
const time = swiftTime(order.startMs);
const life = new Life(order.killAt ?? Infinity, {
  refusesWrite: () => false,
  ended: () => process.kill(process.pid, 'SIGKILL'),
  callOf: (url, { method = 'GET' }) => `${method} ${new URL(url).pathname}`,
});
const workerFile = join(import.meta.dirname, 'db-worker.js');
const opened = await openRemoteStore({ workerFile, file: order.file });
const store = life.store(opened);
const whole: BreakableParts = {
  store,
  connector,
  endpoints: { ...connector.manifest.endpoints, ...order.endpoints },
  secrets: () => Promise.resolve(order.secrets),
  keepSecrets: () => Promise.resolve(),
  fetch: life.fetch((url, init) => fetch(url, init)),
  time: life.time(time),
  // What stands in the package is in another process.
  documents: () => [],
};
const parts = order.broken === null ? whole : (BREAKS[order.broken]?.breaker(whole) ?? whole);
const right = createConnection({ ...parts, clock: parts.time, sleep: parts.time.sleep });
const connection = parts.connection?.(right) ?? right;
let link: LinkSettings = {
  settings: withDefaults(connector.manifest.settings, { ...practiceSettings, exclusionWord: '' }),
  version: 1,
  administration: { id: '', name: '', facts: null },
  pullIntervalMinutes: 60,
  paused: false,
};
link = { ...link, administration: await again(askAdministration) };
const engine = createEngine({
  store: parts.store,
  connector: parts.connector,
  connection,
  link: () => link,
  keepAdministration: (administration) => (link = { ...link, administration }),
  pdfs: createPdfMaker({
    store,
    print: printSmallPdf,
    companyName: () => 'Jansen',
    language: () => 'nl',
    costsOf: noCosts,
  }),
  time: parts.time,
  random: Math.random,
  logger: new MemoryLogger(),
  on: { changed: () => undefined, status: () => undefined, progress: () => undefined },
});

await engine.recover();
const customerId = await again(readBooks);
for (let count = await archived(); count < order.workOrders; count += 1) await archiveOne(count);
const { open } = await engine.settle(LONGEST_MS, () => undefined);
const answer: KillAnswer = { trail: life.trail, open };
await engine.stop();
await connection.close();
await opened.close();
console.log(JSON.stringify(answer));
process.exit(0);

/** Asks until there is an answer: the network is not always there. */
async function again<T>(ask: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const value = await ask();
    if (value !== null) return value;
    await time.sleep(BETWEEN_QUESTIONS_MS);
  }
}

async function askAdministration(): Promise<Administration | null> {
  const checked = await connector.check(connection.checkContext(new AbortController().signal, link.settings));
  return checked.ok ? checked.value : null;
}

/** The first customer, once the articles that every document names are there as well. */
async function readBooks(): Promise<number | null> {
  await engine.run({ resources: ['customers', 'articleGroups', 'articles'], cleanUp: false }, 'manual');
  const first = { search: '', offset: 0, limit: 1 };
  const [customers, articles] = [await store.customers.list(first), await store.articles.list(first)];
  return articles.rows.length === 0 ? null : (customers.rows[0]?.id ?? null);
}

async function archived(): Promise<number> {
  return (await store.workOrders.idsByStatus('archived')).length;
}

async function archiveOne(count: number): Promise<void> {
  // What an earlier life reported ready and did not archive goes first.
  const [left] = await store.workOrders.idsByStatus('ready');
  const id = left ?? (await newWorkOrder(count));
  const [start, detail] = [await engine.freeze(id), await store.workOrders.get(id)];
  if (!start.ok || detail === null) throw new Error('Not frozen');
  const done = await store.workOrders.archive(id, detail.version, start.value, time.nowMs());
  if (!done.ok) throw new Error(`Not archived: ${done.problem.code}`);
}

async function newWorkOrder(count: number): Promise<number> {
  const made = await store.workOrders.create(draftOf(customerId, `Werk ${count + 1}`, 60), time.nowMs());
  if (!made.ok) throw new Error(`No work order: ${made.problem.code}`);
  const ready = await store.workOrders.reportReady(made.value.id, time.nowMs());
  if (!ready.ok) throw new Error(`Not ready: ${ready.problem.code}`);
  return made.value.id;
}
