/**
 * A simulated Exact Online: login and REST API v1 on one loopback address. Serves tests, benchmarks and the practice
 * administration. What it does, and where each behaviour comes from: README.md beside this file.
 */
import type { RunningSimulator, SimulatorOptions } from '../../_kit/simulator/contract';
import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { NO_OAUTH_STATE } from '../../_kit/simulator/oauth/token-store';
import { SeededRandom } from '../../_kit/simulator/random';
import { openBooksFile, runSimulator } from '../../_kit/simulator/run-simulator';
import { createApi } from './api';
import { ApiLimits } from './api-limits';
import { arrivedDocuments } from './arrived-documents';
import { attachmentFile } from './attachment-file';
import { parseBooksFile, type BooksFileContent } from './books-file-content';
import { DivisionBooks } from './division-books';
import { ErrorLimit } from './error-limit';
import { Login } from './login';
import { OfficeEdits } from './office-edits';
import { practiceContent } from './practice/content';
import { notFound, statusResponse } from './problems';
import { readQuirks } from './quirks';
import { Site } from './site';

export { practiceSettings } from './practice-settings';

export type RunningExactOnline = RunningSimulator<ExactOnlineBooks>;
export type ExactOnlineBooks = OfficeEdits;

const AUTHORIZE_PATH = '/api/oauth2/auth';
const TOKEN_PATH = '/api/oauth2/token';
const ATTACHMENT_PATH = '/docs/sysattachment.aspx';
const API_PATH = '/api/v1/';
/** In the practice administration a login comes back to a free port of this computer. */
export const practiceQuirks = { redirectUri: 'http://127.0.0.1/exact-online', loopbackRedirect: 'accept' } as const;

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
  const { file, stored } = await openBooksFile(options.booksFile, parseBooksFile);
  const content = stored?.site ?? practiceContent(seed, options.books ?? 'practice');
  const divisions = content.divisions.map((division) => {
    // A restart must not hand out an id again, so that the stream depends on how far the books are.
    const ids = new SeededRandom(seed, `ids ${division.division.id} ${division.lastTimestamp}`);
    return new DivisionBooks(division, now, () => ids.uuid());
  });
  const site = new Site(content.customerName, content.users, divisions);
  const keys = new SeededRandom(seed, 'registration');
  const registration = { clientId: keys.uuid(), clientSecret: keys.text(12, SECRET_ALPHABET) };
  const login = new Login({ registration, site, quirks, seed, now, state: stored?.logins ?? NO_OAUTH_STATE });

  const save = async (): Promise<void> => {
    if (file === null) return;
    const books: BooksFileContent = { version: 1, logins: login.tokens.state(), site: site.content() };
    await file.save(books);
  };
  const limits = new ApiLimits(now, quirks.limits === 'standard');
  const edits = new OfficeEdits(site, login.tokens, limits, quirks, () => {
    save().catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
    });
  });
  const api = createApi({
    site,
    login,
    limits,
    errors: new ErrorLimit(now),
    quirks,
    saved: save,
    finish: edits.finish,
  });
  const token = async (request: SimulatorRequest): Promise<SimulatorResponse> => {
    const response = login.token(request);
    await save();
    return response;
  };
  const handle = (request: SimulatorRequest): SimulatorResponse | Promise<SimulatorResponse> => {
    const path = request.path.toLowerCase();
    if (path === AUTHORIZE_PATH && ['GET', 'POST'].includes(request.method)) return login.authorize(request);
    if (path === TOKEN_PATH && request.method === 'POST') return token(request);
    if (path === ATTACHMENT_PATH && request.method === 'GET') return attachmentFile(request, login, site);
    return path.startsWith(API_PATH) ? api(request) : notFound(quirks, request.path);
  };

  const running = await runSimulator(
    {
      package: 'exact-online',
      packageLabel: 'Exact Online',
      title: site.customerName,
      documents: () => arrivedDocuments(site),
      edits,
      file,
      now,
      handle,
      statusResponse,
      isSecretPath: (path) => path.toLowerCase().startsWith('/api/oauth2/'),
      secretQueryKeys: ['code', 'state', 'client_secret', 'access_token'],
      announce: (address) => ({
        endpoints: { auth: address, api: address },
        // The user logs in on the vendor's page: there is nothing that the office types.
        credentials: {},
        registration: { ...registration, redirectUri: quirks.redirectUri },
      }),
    },
    options,
  );
  await save();
  return running;
}
