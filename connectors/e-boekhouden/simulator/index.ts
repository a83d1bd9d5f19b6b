/**
 * A simulated e-Boekhouden.nl: its SOAP service on one loopback address. Serves tests, benchmarks and the practice
 * administration. What it does, and where each behaviour comes from: README.md beside this file.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { amsterdamDay } from '../../_kit/amsterdam-day';
import { BooksFile } from '../../_kit/simulator/books-file';
import type { RunningSimulator, SimulatorOptions } from '../../_kit/simulator/contract';
import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { createOwnPages } from '../../_kit/simulator/own-pages';
import { SeededRandom } from '../../_kit/simulator/random';
import { OWN_PATHS, startSimulatorServer, type SimulatorServer } from '../../_kit/simulator/server';
import { createApi } from './api';
import { Books } from './books';
import { parseBooksFile, type BooksFileContent } from './books-file-content';
import { CallLimits } from './call-limits';
import { answerDescription } from './description-pages';
import { arrivedDocuments } from './documents';
import { operationOf } from './envelope';
import { OfficeEdits } from './office-edits';
import { PlannedRefusals } from './planned-refusals';
import { practiceContent } from './practice/content';
import { readQuirks } from './quirks';
import { recordedBody } from './recorded-body';
import { newCredentials, Sessions } from './sessions';
import { statusResponse } from './status-response';

export type RunningEBoekhouden = RunningSimulator<EBoekhoudenBooks>;
export type EBoekhoudenBooks = OfficeEdits;

const SOAP_PATH = '/soap.asmx';
const DEFAULT_SEED = 1;
/** Well-formed, and nothing a client of this service can use. */
const WRONG_SHAPE =
  '<?xml version="1.0" encoding="utf-8"?><Antwoord xmlns="urn:other"><Regel>geen</Regel><Regel>geen</Regel></Antwoord>';

/**
 * Starts the simulator on a loopback port. Rejects with SimulatorStartError when the port is taken, a quirk is unknown
 * or the books file cannot be read.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningEBoekhouden> {
  const seed = options.seed ?? DEFAULT_SEED;
  const now = options.now ?? Date.now;
  const quirks = readQuirks(options.quirks ?? {});
  const file = options.booksFile === undefined ? null : new BooksFile(options.booksFile);
  const stored = file === null ? null : await loadStored(file, options.booksFile ?? '');
  const starts = (stored?.starts ?? 0) + 1;
  const books = new Books(stored?.content ?? practiceContent(seed, options.books ?? 'practice'));
  const credentials =
    stored?.credentials ?? newCredentials(new SeededRandom(seed, 'credentials'), books.administration.guid);
  const random = new SeededRandom(seed, `sessions ${starts}`);
  const sessions = new Sessions(credentials, random, now, quirks);
  const limits = new CallLimits(quirks, now);
  const refusals = new PlannedRefusals();

  const save = async (): Promise<void> => {
    if (file === null) return;
    const content: BooksFileContent = {
      version: 1,
      starts,
      credentials: sessions.credentials,
      content: books.content(),
    };
    await file.save(content);
  };
  const edits = new OfficeEdits(
    books,
    sessions,
    limits,
    refusals,
    () => amsterdamDay(now()),
    () => {
      save().catch((error: unknown) => {
        process.emitWarning(error instanceof Error ? error : String(error));
      });
    },
  );
  const api = createApi({
    books,
    sessions,
    limits,
    refusals,
    quirks,
    random,
    now,
    saved: save,
    finish: edits.finish,
  });
  const handle = (request: SimulatorRequest): SimulatorResponse | Promise<SimulatorResponse> => {
    if (request.path.toLowerCase() !== SOAP_PATH) return statusResponse(404);
    if (request.method === 'POST') return api(request);
    if (request.method === 'GET') return answerDescription(request, server.address + SOAP_PATH);
    return { status: 405, headers: { allow: 'GET, POST' }, body: '' };
  };
  const documents = () => arrivedDocuments(books);

  const server: SimulatorServer = await startSimulatorServer({
    port: options.port ?? 0,
    host: options.host ?? '127.0.0.1',
    now,
    sleep: options.sleep ?? ((ms) => wait(ms)),
    handle,
    ownPages: createOwnPages({
      title: books.administration.company,
      packageLabel: 'e-Boekhouden',
      documents,
      control: options.control === true ? { server: () => server, edits } : null,
    }),
    statusResponse,
    isSecretPath: () => false,
    secretQueryKeys: [],
    wrongShapeBody: WRONG_SHAPE,
    operationOf,
    recordedBody,
  });
  await save();

  return {
    package: 'e-boekhouden',
    address: server.address,
    endpoints: { soap: server.address + SOAP_PATH },
    credentials: { ...sessions.credentials },
    registration: {},
    booksPage: `${server.address}${OWN_PATHS.page}`,
    control: {
      requests: server.requests,
      clearRequests: server.clearRequests,
      fault: server.fault,
      clearFaults: server.clearFaults,
      documents,
      books: edits,
    },
    close: async () => {
      await server.close();
      await file?.settled();
    },
  };
}

async function loadStored(file: BooksFile, path: string): Promise<BooksFileContent | null> {
  const value = await file.load();
  return value === null ? null : parseBooksFile(value, path);
}
