/**
 * A simulated SnelStart: login, gateway and B2B API v2 on one loopback address. Serves tests, benchmarks and the
 * practice administration. What it does, and where each behaviour comes from: README.md beside this file.
 */
import type { RunningSimulator, SimulatorOptions } from '../../_kit/simulator/contract';
import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { SeededRandom } from '../../_kit/simulator/random';
import { openBooksFile, runSimulator } from '../../_kit/simulator/run-simulator';
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

export { practiceSettings } from './practice-settings';
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
  const { file, stored } = await openBooksFile(options.booksFile, parseBooksFile);
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
  const simulator = await runSimulator(
    {
      package: 'snelstart',
      packageLabel: 'SnelStart',
      title: books.company.administrationName,
      now,
      handle,
      documents: () => arrivedDocuments(books, view),
      edits,
      file,
      statusResponse,
      isSecretPath: (path) => path.toLowerCase() === TOKEN_PATH,
      secretQueryKeys: ['subscription-key'],
      announce: (address) => ({
        endpoints: { auth: address, api: `${address}${API_PATH}` },
        credentials: { koppelsleutel: login.koppelsleutel },
        registration: { subscriptionKey: subscriptionKeys.primary },
      }),
    },
    options,
  );
  await save();
  return simulator;
}
