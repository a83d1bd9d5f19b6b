/**
 * A simulated e-Boekhouden.nl: its SOAP service on one loopback address. Serves tests, benchmarks and the practice
 * administration. What it does, and where each behaviour comes from: README.md beside this file.
 */
import { amsterdamDay } from '../../_kit/amsterdam-day';
import type { RunningSimulator, SimulatorOptions } from '../../_kit/simulator/contract';
import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { SeededRandom } from '../../_kit/simulator/random';
import { openBooksFile, runSimulator } from '../../_kit/simulator/run-simulator';
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

export { practiceSettings } from './practice-settings';

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
  const { file, stored } = await openBooksFile(options.booksFile, parseBooksFile);
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
    if (request.method === 'GET') return answerDescription(request);
    return { status: 405, headers: { allow: 'GET, POST' }, body: '' };
  };
  const simulator = await runSimulator(
    {
      package: 'e-boekhouden',
      packageLabel: 'e-Boekhouden',
      title: books.administration.company,
      now,
      handle,
      documents: () => arrivedDocuments(books),
      edits,
      file,
      statusResponse,
      isSecretPath: () => false,
      secretQueryKeys: [],
      wrongShapeBody: WRONG_SHAPE,
      operationOf,
      recordedBody,
      announce: (address) => ({
        endpoints: { soap: address + SOAP_PATH },
        credentials: { ...sessions.credentials },
        registration: {},
      }),
    },
    options,
  );
  await save();
  return simulator;
}
