/**
 * A simulated Exact Online: login and REST API v1 on one loopback address. Serves tests, benchmarks and the practice
 * administration. What it does, and where each behaviour comes from: README.md beside this file.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { BooksFile } from '../../_kit/simulator/books-file';
import type { RunningSimulator, SimulatorOptions } from '../../_kit/simulator/contract';
import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { createOwnPages } from '../../_kit/simulator/own-pages';
import { SeededRandom } from '../../_kit/simulator/random';
import { OWN_PATHS, startSimulatorServer, type SimulatorServer } from '../../_kit/simulator/server';
import { createApi } from './api';
import { ApiLimits } from './api-limits';
import { arrivedDocuments } from './arrived-documents';
import { parseBooksFile, type BooksFileContent } from './books-file-content';
import { DivisionBooks } from './division-books';
import { ErrorLimit } from './error-limit';
import { Login } from './login';
import { OfficeEdits } from './office-edits';
import { practiceContent } from './practice/content';
import { notFound, statusResponse } from './problems';
import { readQuirks } from './quirks';
import { Site } from './site';
import { TokenStore } from './token-store';

export type RunningExactOnline = RunningSimulator<ExactOnlineBooks>;
export type ExactOnlineBooks = OfficeEdits;

const AUTHORIZE_PATH = '/api/oauth2/auth';
const TOKEN_PATH = '/api/oauth2/token';
const API_PATH = '/api/v1/';
const DEFAULT_SEED = 1;
const SECRET_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Starts the simulator on a loopback port. Rejects with SimulatorStartError when the port is taken, a quirk is unknown
 * or the books file cannot be read.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningExactOnline> {
  const seed = options.seed ?? DEFAULT_SEED;
  const now = options.now ?? Date.now;
  const quirks = readQuirks(options.quirks ?? {});
  const file = options.booksFile === undefined ? null : new BooksFile(options.booksFile);
  const stored = file === null ? null : await loadStored(file, options.booksFile ?? '');
  const content = stored?.site ?? practiceContent(seed, options.books ?? 'practice');
  const divisions = content.divisions.map((division) => {
    // A restart must not hand out an id again, so that the stream depends on how far the books are.
    const ids = new SeededRandom(seed, `ids ${division.division.id} ${division.lastTimestamp}`);
    return new DivisionBooks(division, now, () => ids.uuid());
  });
  const site = new Site(content.customerName, content.users, divisions);
  const tokens = new TokenStore(seed, now, stored?.tokens ?? null);
  const keys = new SeededRandom(seed, 'registration');
  const registration = { clientId: keys.uuid(), clientSecret: keys.text(12, SECRET_ALPHABET) };

  const save = async (): Promise<void> => {
    if (file === null) return;
    const books: BooksFileContent = { version: 1, tokens: tokens.content(), site: site.content() };
    await file.save(books);
  };
  const limits = new ApiLimits(now, quirks.limits === 'standard');
  const edits = new OfficeEdits(site, tokens, limits, quirks, () => {
    save().catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
    });
  });
  const login = new Login(registration, tokens, site, quirks, now, save);
  const api = createApi({
    site,
    login,
    limits,
    errors: new ErrorLimit(now),
    quirks,
    saved: save,
    finish: edits.finish,
  });
  const handle = (request: SimulatorRequest): SimulatorResponse | Promise<SimulatorResponse> => {
    const path = request.path.toLowerCase();
    if (path === AUTHORIZE_PATH && ['GET', 'POST'].includes(request.method)) return login.authorize(request);
    if (path === TOKEN_PATH && request.method === 'POST') return login.token(request);
    return path.startsWith(API_PATH) ? api(request) : notFound(quirks, request.path);
  };
  const documents = () => arrivedDocuments(site);

  const server: SimulatorServer = await startSimulatorServer({
    port: options.port ?? 0,
    host: options.host ?? '127.0.0.1',
    now,
    sleep: options.sleep ?? ((ms) => wait(ms)),
    handle,
    ownPages: createOwnPages({
      title: site.customerName,
      packageLabel: 'Exact Online',
      documents,
      control: options.control === true ? { server: () => server, edits } : null,
    }),
    statusResponse,
    isSecretPath: (path) => path.toLowerCase().startsWith('/api/oauth2/'),
    secretQueryKeys: ['code', 'state', 'client_secret', 'access_token'],
  });
  await save();

  return {
    package: 'exact-online',
    address: server.address,
    endpoints: { auth: server.address, api: server.address },
    // The user logs in on the vendor's page: there is nothing that the office types.
    credentials: {},
    registration: { ...registration, redirectUri: quirks.redirectUri },
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
