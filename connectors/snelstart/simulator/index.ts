/**
 * A simulated SnelStart: login, gateway and B2B API v2 on one loopback address. Serves tests, benchmarks and the
 * practice administration. What it does, and where each behaviour comes from: README.md beside this file.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { BooksFile } from '../../_kit/simulator/books-file';
import type { RunningSimulator, SimulatorOptions } from '../../_kit/simulator/contract';
import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { createOwnPages } from '../../_kit/simulator/own-pages';
import { SeededRandom } from '../../_kit/simulator/random';
import { OWN_PATHS, startSimulatorServer, type SimulatorServer } from '../../_kit/simulator/server';
import { createApi } from './api';
import { Login } from './auth';
import { Books } from './books';
import { parseBooksFile, type BooksFileContent } from './books-file-content';
import { arrivedDocuments } from './documents';
import { Gateway } from './gateway';
import { OfficeEdits } from './office-edits';
import { practiceContent } from './practice/content';
import { gatewayProblem, statusResponse } from './problems';
import { readQuirks } from './quirks';
import { WireView } from './wire-view';

export type RunningSnelstart = RunningSimulator<SnelstartBooks>;
export type SnelstartBooks = OfficeEdits;

const TOKEN_PATH = '/b2b/token';
const API_PATH = '/v2';
const DEFAULT_SEED = 1;
const SUBSCRIPTION_KEY_LENGTH = 32;
const HEX_DIGITS = '0123456789abcdef';

/**
 * Starts the simulator on a loopback port. Rejects with SimulatorStartError when the port is taken, a quirk is unknown
 * or the books file cannot be read.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningSnelstart> {
  const seed = options.seed ?? DEFAULT_SEED;
  const now = options.now ?? Date.now;
  const quirks = readQuirks(options.quirks ?? {});
  const view = new WireView(quirks);
  const file = options.booksFile === undefined ? null : new BooksFile(options.booksFile);
  const stored = file === null ? null : await loadStored(file, options.booksFile ?? '');
  const ticks = new SeededRandom(seed, 'ticks');
  const books = new Books(stored?.content ?? practiceContent(seed, options.books ?? 'practice'), now, () =>
    ticks.whole(0, 9999),
  );
  const login = new Login(new SeededRandom(seed, 'login'), now, quirks, stored?.koppelsleutel ?? null);
  const keys = new SeededRandom(seed, 'subscription');
  const subscriptionKeys = {
    primary: keys.text(SUBSCRIPTION_KEY_LENGTH, HEX_DIGITS),
    secondary: keys.text(SUBSCRIPTION_KEY_LENGTH, HEX_DIGITS),
  };
  const gateway = new Gateway(subscriptionKeys, quirks, now);
  /** A restart must not hand out an id again, so that the stream depends on how far the books are. */
  const ids = new SeededRandom(seed, `ids ${books.lastChangeMs} ${books.company.nextOrderNumber}`);

  const save = async (): Promise<void> => {
    if (file === null) return;
    const content: BooksFileContent = { version: 1, koppelsleutel: login.koppelsleutel, content: books.content() };
    await file.save(content);
  };
  const edits = new OfficeEdits(books, login, gateway, quirks, ids, () => {
    save().catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
    });
  });
  const api = createApi({
    books,
    login,
    gateway,
    quirks,
    view,
    now,
    newId: () => ids.uuid(),
    saved: save,
    finish: edits.finish,
  });
  const handle = (request: SimulatorRequest): SimulatorResponse | Promise<SimulatorResponse> => {
    if (request.path.toLowerCase() === TOKEN_PATH && request.method === 'POST') return login.token(request);
    if (request.path.toLowerCase().startsWith(`${API_PATH}/`)) return api(request);
    return gatewayProblem(404, 'Resource not found');
  };
  const documents = () => arrivedDocuments(books, view);

  const server: SimulatorServer = await startSimulatorServer({
    port: options.port ?? 0,
    host: options.host ?? '127.0.0.1',
    now,
    sleep: options.sleep ?? ((ms) => wait(ms)),
    handle,
    ownPages: createOwnPages({
      title: books.company.administrationName,
      packageLabel: 'SnelStart',
      documents,
      control: options.control === true ? { server: () => server, edits } : null,
    }),
    statusResponse,
    isSecretPath: (path) => path.toLowerCase() === TOKEN_PATH,
    secretQueryKeys: ['subscription-key'],
  });
  await save();

  return {
    package: 'snelstart',
    address: server.address,
    endpoints: { auth: server.address, api: `${server.address}${API_PATH}` },
    credentials: { koppelsleutel: login.koppelsleutel },
    registration: { subscriptionKey: subscriptionKeys.primary },
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
