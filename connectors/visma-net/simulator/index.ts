/**
 * A simulated Visma.net: Visma Connect, the finance API and the sales order service on one loopback address. Serves
 * tests, benchmarks and clients of others. What it does, and where each behaviour comes from: README.md beside this file.
 */
import type { RunningSimulator, SimulatorOptions } from '../../_kit/simulator/contract';
import { emptyResponse, type SimulatorRequest, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { readUploadedFiles } from '../../_kit/simulator/multipart';
import { NO_OAUTH_STATE } from '../../_kit/simulator/oauth/token-store';
import { SeededRandom } from '../../_kit/simulator/random';
import { openBooksFile, runSimulator } from '../../_kit/simulator/run-simulator';
import { AccessControl } from './access';
import { Books } from './books';
import { parseBooksFile, type BooksFileContent } from './books-file-content';
import { Connect, type ConnectClients } from './connect';
import { arrivedDocuments } from './documents';
import { createFinanceApi } from './finance/api';
import { BackgroundCalls } from './finance/background';
import { FinanceProblems } from './finance/problems';
import { Gateway } from './gateway';
import { OfficeEdits } from './office-edits';
import { emptyContent, OTHER_COMPANY, practiceContent } from './practice/content';
import { readQuirks, type Quirks } from './quirks';
import { createSalesOrdersApi } from './sales-orders/api';
import { WireTimes } from './wire-times';

export type VismaBooks = OfficeEdits;
export type RunningVisma = RunningSimulator<VismaBooks>;

export { practiceSettings } from './practice-settings';
/** In the practice administration a login comes back to a free port of this computer. */
export const practiceQuirks = { redirectUri: 'http://127.0.0.1/visma-net', loopback: 'accept' } as const;

const DEFAULT_SEED = 1;
/** Where a login of the practice app goes back to: the portal takes no loopback addresses. */
const REDIRECT_URI = 'https://koppel.example/visma-net/terug';
const SECRET_LENGTH = 50;
const SECRET_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Starts the simulator on a loopback port. Rejects with SimulatorStartError when the port is taken, a quirk is unknown
 * or the books file cannot be read.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningVisma> {
  const seed = options.seed ?? DEFAULT_SEED;
  const now = options.now ?? Date.now;
  const quirks = readQuirks(options.quirks ?? {});
  const times = new WireTimes(quirks);
  const problems = new FinanceProblems(quirks);
  const { file, stored } = await openBooksFile(options.booksFile, parseBooksFile);
  const contents = stored?.companies ?? [
    practiceContent(seed, options.books ?? 'practice'),
    emptyContent(seed, OTHER_COMPANY),
  ];
  const companies = contents.map((content) => new Books(content, now));
  const [books] = companies;
  if (books === undefined) throw new Error('There is a practice company');
  const companyIds = companies.map((company) => company.company.tenantId);

  const registered = new SeededRandom(seed, 'registration');
  const clients = registerClients(registered, quirks);
  /** The tenant of the customer above the companies: it gives tokens that no API takes. */
  const customerTenantId = registered.uuid();
  const logins = stored?.logins ?? NO_OAUTH_STATE;
  /** A restart must not hand out an id again, so that the stream depends on how far the books are. */
  const ids = new SeededRandom(seed, `ids ${books.lastChangeMs} ${books.company.nextVersion} ${logins.issued}`);

  const save = async (): Promise<void> => {
    if (file === null) return;
    const content: BooksFileContent = {
      version: 1,
      package: 'visma-net',
      logins: connect.tokens.state(),
      companies: companies.map((company) => company.content()),
    };
    await file.save(content);
  };
  const connect = new Connect({
    clients,
    quirks,
    random: new SeededRandom(seed, `oauth ${logins.issued}`),
    now,
    state: logins,
    users: [
      { id: 'm.bakker', name: 'Marijke Bakker, kantoor', companyIds },
      { id: 'j.vos', name: 'Jeroen Vos, zonder de rol API-gebruiker', companyIds: [] },
    ],
    companies: () => companies.map(({ company }) => ({ id: company.tenantId, name: company.name })),
    tenantIds: [...companyIds, customerTenantId],
    issuer: () => simulator.address,
    saved: save,
  });
  const access = new AccessControl(connect.tokens, new Map(companies.map((one) => [one.company.tenantId, one])));
  const edits = new OfficeEdits(books, access, connect, customerTenantId, () => {
    save().catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
    });
  });
  const newId = (): string => ids.uuid();
  const shared = { access, quirks, times, now, newId, problems, saved: save, finish: edits.finish };
  const background = new BackgroundCalls(problems, now, newId);
  const finance = createFinanceApi({ ...shared, gateway: new Gateway(quirks, now), background });
  const salesOrders = createSalesOrdersApi({
    ...shared,
    gateway: quirks.v3Limits === 'same' ? new Gateway(quirks, now) : null,
  });
  const handle = (request: SimulatorRequest): SimulatorResponse | Promise<SimulatorResponse> => {
    const path = request.path.toLowerCase();
    if (path.startsWith('/connect/') || path.startsWith('/.well-known/')) return connect.answer(request);
    if (path.startsWith('/api/v3/')) return salesOrders(request);
    return /^(\/api\/controller\/api)?\/v[12]\//.test(path) ? finance(request) : emptyResponse(404);
  };
  const documents = () => companies.flatMap((company) => arrivedDocuments(company, times));

  const simulator: RunningVisma = await runSimulator(
    {
      package: 'visma-net',
      packageLabel: 'Visma.net',
      title: books.company.name,
      now,
      handle,
      documents,
      edits,
      file,
      statusResponse: (status, retryAfterSeconds) => problems.status(status, retryAfterSeconds),
      isSecretPath: (path) => path.toLowerCase().startsWith('/connect/'),
      secretQueryKeys: ['access_token'],
      recordedBody,
      announce: (address) => ({
        // The paths of the three services do not overlap, so that one origin serves them all.
        endpoints: { auth: address, api: address, salesOrders: address },
        credentials: {
          tenantId: books.company.tenantId,
          serviceClientId: clients.service.clientId,
          serviceClientSecret: clients.service.clientSecret ?? '',
          administration: books.company.number,
        },
        registration: {
          clientId: clients.login.clientId,
          clientSecret: clients.login.clientSecret ?? '',
          redirectUri: clients.login.redirectUris[0] ?? '',
        },
      }),
    },
    options,
  );
  await save();
  return simulator;
}

function registerClients(random: SeededRandom, quirks: Quirks): ConnectClients {
  const secret = (): string => random.text(SECRET_LENGTH, SECRET_ALPHABET);
  const [loginSecret, serviceSecret] = [secret(), secret()];
  return {
    login: {
      clientId: 'isv_simonkoppel',
      clientSecret: quirks.clientType === 'native' ? null : loginSecret,
      redirectUris: quirks.redirectUri === null ? [REDIRECT_URI] : [quirks.redirectUri, REDIRECT_URI],
    },
    service: { clientId: 'isv_koppelaar_dienst', clientSecret: serviceSecret, redirectUris: [] },
  };
}

/** What is kept of a write: its JSON, or the names and sizes of the files in it. */
function recordedBody(request: SimulatorRequest): unknown {
  const files = readUploadedFiles(request);
  if (files !== null) return files.map(({ field, fileName, contentType, bytes }) => ({ field, fileName, contentType, bytes: bytes.length })); // prettier-ignore
  const text = request.body.toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
