/** Runs in the main process: link, pull, read work orders, report ready, archive, deliver, and look in the books. */
import { decimal, fixed } from '../../connectors/_kit/decimal';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { RunningSimulator } from '../../connectors/_kit/simulator/contract';
import { ok, type Result } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import type { QueueRow } from '../../preload/contract/views';
import { activate, firstPull } from '../cli/activation';
import { EXIT, type ExitCode } from '../cli/exit-codes';
import type { CompanyServices } from '../compose';
import type { TextValues } from '../log/catalogue';
import { describe } from '../log/problem-text';
import { writeTextFile } from '../platform/text-files';
import { complaintsOf, type JobOutcome } from './books-check';
import { reportedDocument, type JobReport } from './job-report';
import { expectedDocument, JOB_WORK_ORDERS, jobImportText } from './job-work-orders';
import type { Practice } from './practice';

/** Says a sentence of the catalogue below `practice.job`. */
export type Tell = (key: string, values?: TextValues) => void;

export interface JobOptions {
  /** Null: the first one that can be practised with. */
  readonly package: string | null;
  readonly reportFile: string | null;
  readonly startedAtMs: number;
  readonly tell: Tell;
}

/** Practice books have at least so many; fewer means that the pull stopped early. */
const LEAST_CUSTOMERS = 250;
const LEAST_ARTICLES = 300;
const MAX_DELIVERY_MS = 5 * 60_000;

/**
 * Does the job and tells what it did. Problem: `file-not-written` of the report. Throws when a step does not succeed: in
 * the practice administration that can only be a bug.
 */
export async function runPracticeJob(services: CompanyServices, options: JobOptions): Promise<Result<ExitCode>> {
  const { company, practice } = services;
  if (practice === null) throw new Error('The practice job needs the practice administration');
  const id = practice.ids.find((one) => options.package === null || one === options.package);
  const { tell } = options;
  if (id === undefined) {
    tell('no-simulator', { package: options.package ?? '', known: practice.ids.join(', ') });
    return ok(EXIT.wrongUsage);
  }
  const { label } = (await services.connectors.load(id)).manifest;
  tell('start', { package: label });
  await company.start({ background: false });
  await link(services, practice, id, tell);
  const counts = await pull(services, tell);
  await makeWorkOrders(services, tell);
  const rows = await archiveAll(services, tell);
  const simulator = await practice.simulator(id);
  const outcomes = outcomesOf(rows, simulator, await practice.settings(id));
  tellOutcomes(outcomes, label, tell);

  const report = reportOf(id, counts, outcomes, options.startedAtMs);
  if (options.reportFile !== null) {
    const written = await writeTextFile(options.reportFile, [`${JSON.stringify(report, null, 2)}\n`]);
    if (!written.ok) return written;
    tell('report', { file: options.reportFile });
  }
  const complaints = [...complaintsAboutCounts(counts), ...outcomes.flatMap(complaintsOf)];
  for (const what of complaints) tell('wrong', { what });
  if (complaints.length > 0) return ok(EXIT.partly);
  tell('checked', { package: label });
  tell('done', { seconds: (report.durationMs / 1000).toFixed(1) });
  return ok(EXIT.done);
}

async function link(
  { company, connectors }: CompanyServices,
  practice: Practice,
  id: ConnectorId,
  tell: Tell,
): Promise<void> {
  const { manifest } = await connectors.load(id);
  const activated = must(
    await activate(company, {
      package: id,
      credentials: await practice.credentials(manifest),
      settings: await practice.settings(id),
      mayWipeUndelivered: false,
      logInAgain: false,
    }),
  );
  const [refused] = activated.refused;
  if (refused !== undefined) throw new Error(`Setting ${refused.key}: ${sentence(refused.problem)}`);
  tell('linked', { administration: activated.stage.administrationName ?? '' });
}

async function pull({ company }: CompanyServices, tell: Tell): Promise<{ customers: number; articles: number }> {
  const run = must(await firstPull(company));
  if (run.problem !== null) throw new Error(sentence(run.problem));
  const { customers, articles } = (await company.calls['overview:get'](undefined)).counts;
  tell('pulled', { customers, articles });
  return { customers, articles };
}

async function makeWorkOrders({ company }: CompanyServices, tell: Tell): Promise<void> {
  const { rows } = await company.calls['customers:list']({ search: '', offset: 0, limit: 100 });
  // Not every package gives every customer a number, and an import file knows them by it.
  const numbers = rows
    .filter(({ active, city, number }) => active && city !== '' && number !== '')
    .map(({ number }) => number);
  const { rows: imported } = must(
    await company.takeIn({ name: 'oefening.json', bytes: new TextEncoder().encode(jobImportText(numbers)) }),
  );
  for (const { label, problem } of imported) if (problem !== null) throw new Error(`${label}: ${sentence(problem)}`);
  tell('imported', { count: imported.length });

  const made = imported.flatMap(({ workOrder }) => workOrder ?? []);
  for (const number of made) {
    const found = await company.calls['work-orders:list']({ search: number, offset: 0, limit: 100 });
    const workOrder = found.rows.find((row) => row.number === number);
    if (workOrder === undefined) throw new Error(`Work order ${number} was imported but is not in the list`);
    must(await company.calls['work-orders:report-ready'](workOrder.id));
  }
  tell('ready', { numbers: made.join(', ') });
}

/** Rows of the queue in the order of the work orders. */
async function archiveAll({ company }: CompanyServices, tell: Tell): Promise<readonly QueueRow[]> {
  const ready = await company.calls['work-orders:list']({ status: 'ready', search: '', offset: 0, limit: 100 });
  const { archived, refused } = await company.calls['work-orders:archive'](ready.rows.map(({ id }) => id));
  const [wrong] = refused;
  if (wrong !== undefined) throw new Error(`${wrong.number}: ${sentence(wrong.problem)}`);
  await company.settle(MAX_DELIVERY_MS, () => undefined);
  tell('archived', { count: archived.length });
  const { rows } = await company.calls['queue:list']({ search: '', offset: 0, limit: 100 });
  return rows.toSorted((a, b) => Number(a.workOrderNumber) - Number(b.workOrderNumber));
}

function outcomesOf(rows: readonly QueueRow[], simulator: RunningSimulator, settings: Settings): readonly JobOutcome[] {
  const documents = simulator.control.documents();
  return JOB_WORK_ORDERS.map((workOrder, index) => {
    const row = rows[index];
    if (row === undefined) throw new Error(`There is no queue entry for: ${workOrder.description}`);
    // By the marker, which every document of this work order carries: two of them must not go unnoticed.
    const marker = new RegExp(`SK-[0-9A-Z]+-${row.workOrderNumber}-\\d`);
    // Where PDFs are documents of their own, they carry the marker too; they have no lines.
    const own = documents.filter(({ fields, lines }) => lines.length > 0 && marker.test(JSON.stringify(fields)));
    return { workOrder, expected: expectedDocument(workOrder, settings), row, documents: own };
  });
}

function tellOutcomes(outcomes: readonly JobOutcome[], label: string, tell: Tell): void {
  for (const { row, documents } of outcomes) {
    if (row.state === 'skipped' && row.problem !== null) {
      tell('skipped', { workOrder: row.workOrderNumber, reason: describe(row.problem, label).message });
    }
    for (const { kind, number, lines, totalExclVat } of documents) {
      const { workOrderNumber: workOrder } = row;
      const total = fixed(decimal(totalExclVat), 2).replace('.', ',');
      tell('document', { workOrder, package: label, kind, number, lines: lines.length, total });
    }
  }
}

function complaintsAboutCounts(counts: { readonly customers: number; readonly articles: number }): readonly string[] {
  const { customers, articles } = counts;
  return customers >= LEAST_CUSTOMERS && articles >= LEAST_ARTICLES
    ? []
    : [`${customers} klanten en ${articles} artikelen, te weinig`];
}

const reportOf = (
  id: ConnectorId,
  counts: { readonly customers: number; readonly articles: number },
  outcomes: readonly JobOutcome[],
  startedAtMs: number,
): JobReport => ({
  package: id,
  ...counts,
  workOrders: outcomes.length,
  documents: outcomes.flatMap(({ row, documents }) =>
    documents.map((document) => reportedDocument(row.workOrderNumber, document)),
  ),
  durationMs: Math.round(performance.now() - startedAtMs),
});

/** In the practice administration nothing of this may fail. */
function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(sentence(result.problem));
}

const sentence = (problem: Parameters<typeof describe>[0]): string => describe(problem, '').message.nl;
