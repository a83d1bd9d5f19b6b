/**
 * A simulated Billit: login, token address and API v1 on one loopback address. Serves tests, benchmarks and the practice
 * administration. What it does, and where each behaviour comes from: README.md beside this file.
 */
import type { RunningSimulator, SimulatorOptions } from '../../_kit/simulator/contract';
import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { SeededRandom } from '../../_kit/simulator/random';
import { openBooksFile, runSimulator } from '../../_kit/simulator/run-simulator';
import { createApi } from './api';
import { Account } from './books';
import { parseBooksFile, type BooksFileContent } from './books-file-content';
import { arrivedDocuments } from './documents';
import { Gate } from './gate';
import { Login } from './login';
import { OfficeEdits } from './office-edits';
import { practiceContent } from './practice/content';
import { notFound, statusResponse } from './problems';
import { readQuirks } from './quirks';

export { practiceSettings } from './practice-settings';
export type RunningBillit = RunningSimulator<BillitBooks>;
export type BillitBooks = OfficeEdits;

const LOGON_PATH = '/account/logon';
const TOKEN_PATH = '/oauth2/token';
const REVOKE_PATH = '/oauth2/revoke';
/** In the practice administration a login comes back to a free port of this computer. */
export const practiceQuirks = { redirectUri: 'http://127.0.0.1/billit', loopback: 'accept' } as const;

const DEFAULT_SEED = 1;

/**
 * Starts the simulator on a loopback port. Rejects with SimulatorStartError when the port is taken, a quirk is unknown
 * or the books file cannot be read.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningBillit> {
  const seed = options.seed ?? DEFAULT_SEED;
  const now = options.now ?? Date.now;
  const quirks = readQuirks(options.quirks ?? {});
  const { file, stored } = await openBooksFile(options.booksFile, parseBooksFile);
  const content = stored?.account ?? practiceContent(seed, options.books ?? 'practice', quirks);
  const account = new Account(content, now);
  const [firstCompany] = account.companies;
  if (firstCompany === undefined) throw new Error('An account without companies');
  const login = new Login(seed, now, account, quirks, stored?.login ?? null);
  /** A restart must not hand out an id again, so that the stream depends on how far the books are. */
  const ids = new SeededRandom(seed, `files ${content.nextId}`);

  const save = async (): Promise<void> => {
    if (file === null) return;
    const saved: BooksFileContent = {
      version: 1,
      package: 'billit',
      login: login.content(),
      account: account.content(),
    };
    await file.save(saved);
  };
  const edits = new OfficeEdits(account, firstCompany, login, quirks, ids, () => {
    save().catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
    });
  });
  const api = createApi({
    account,
    gate: new Gate(login, account, quirks, now),
    quirks,
    now,
    newUuid: () => ids.uuid(),
    saved: save,
    finish: edits.finish,
  });
  /** A token that a client has must work after a restart. */
  const afterSave = async (response: SimulatorResponse): Promise<SimulatorResponse> => {
    await save();
    return response;
  };
  const handle = (request: SimulatorRequest): SimulatorResponse | Promise<SimulatorResponse> => {
    switch (`${request.method} ${request.path.toLowerCase()}`) {
      case `GET ${LOGON_PATH}`:
      case `POST ${LOGON_PATH}`:
        return login.logon(request);
      case `POST ${TOKEN_PATH}`:
        return afterSave(login.token(request));
      case `POST ${REVOKE_PATH}`:
        return afterSave(login.revoke(request));
      default:
        return request.path.toLowerCase().startsWith('/v1/') ? api(request) : notFound();
    }
  };
  const simulator = await runSimulator(
    {
      package: 'billit',
      packageLabel: 'Billit',
      title: firstCompany.company.commercialName,
      now,
      handle,
      documents: () => arrivedDocuments(account, quirks, now),
      edits,
      file,
      statusResponse,
      isSecretPath: (path) => path.toLowerCase().startsWith('/oauth2/'),
      secretQueryKeys: ['code', 'client_secret', 'code_challenge'],
      announce: (address) => ({
        endpoints: { auth: address, api: address },
        // For a company's own program; with OAuth there is nothing that the office types.
        credentials: { apiKey: login.apiKey, partyId: firstCompany.company.id },
        registration: login.registration,
      }),
    },
    options,
  );
  await save();
  return simulator;
}
