import { amsterdamDay } from '../../_kit/amsterdam-day';
import type { SeededRandom } from '../../_kit/simulator/random';
import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import type { Books } from './books';
import type { CallLimits } from './call-limits';
import { NAMESPACE, typeNamed, type OperationDescription, type OperationName } from './description';
import { envelopeResponse, faultResponse, readCall, unreadable } from './envelope';
import { describeError, type VendorError } from './errors';
import { enterInvoice } from './invoice-entry';
import { refuseInvoice } from './invoice-rules';
import { entryRows, openItemRows } from './ledger-entries';
import { Lists } from './lists';
import type { PlannedRefusals } from './planned-refusals';
import type { Quirks } from './quirks';
import { readSent } from './read-sent';
import { articleRow, costCentreRow, invoiceRow, ledgerAccountRow, relationRow } from './rows';
import type { SentValues } from './sent-values';
import type { Sessions } from './sessions';
import { AnswerWriter, type AnswerValues } from './write-answer';

const TOKEN_LENGTH = 32;
const TOKEN_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export interface ApiOptions {
  readonly books: Books;
  readonly sessions: Sessions;
  readonly limits: CallLimits;
  readonly refusals: PlannedRefusals;
  readonly quirks: Quirks;
  readonly random: SeededRandom;
  readonly now: () => number;
  /** Resolves when a change of the books is safe. */
  readonly saved: () => Promise<void>;
  /** Last change to a row on its way out, for tests of records that cannot be read. */
  readonly finish: (id: string, values: AnswerValues) => AnswerValues;
}

/** What a call gives: values of its result, or an expected refusal, or (rarely) the words of a server's own failure. */
type Outcome = { readonly values: AnswerValues } | { readonly error: VendorError } | { readonly failure: string };
type Call = (sent: SentValues) => Outcome | Promise<Outcome>;

/** Every POST to soap.asmx. */
export function createApi(options: ApiOptions): (request: SimulatorRequest) => Promise<SimulatorResponse> {
  const calls = callsOf(options);
  const writer = new AnswerWriter(options.quirks);
  return async (request) => {
    const call = readCall(request, options.quirks);
    if ('refusal' in call) return call.refusal;
    const { operation, version } = call;
    const read = readSent(operation.input, call.element ?? NO_PARAMETERS, options.quirks);
    if ('reason' in read) return faultResponse(version, 'Client', unreadable('', read.reason));
    const refused = refuseCall(operation, read.values, options);
    const outcome = refused === null ? await calls[operation.name](read.values) : { error: refused };
    if ('failure' in outcome) {
      return faultResponse(version, 'Server', `Server was unable to process request. ---> ${outcome.failure}`);
    }
    return envelopeResponse(version, responseElement(operation, outcome, writer, options.quirks));
  };
}

const NO_PARAMETERS = { namespace: NAMESPACE, name: '', attributes: {}, children: [], text: '' };

/** What is checked before any call: limits, and the session where the call carries one. */
function refuseCall(operation: OperationDescription, sent: SentValues, options: ApiOptions): VendorError | null {
  const { sessions, limits, refusals } = options;
  // The answer of CloseSession has no place for an error.
  if (operation.result === null) return null;
  if (isSessionCall(operation)) {
    const code = sessions.refuseCall(sent.text('SessionID'), sent.text('SecurityCode2'));
    if (code !== null) return { code };
  }
  if (!limits.take(operation.name)) return { code: 'E003.1' };
  return refusals.take(operation.name);
}

const isSessionCall = (operation: OperationDescription): boolean =>
  operation.input.some((element) => element.name === 'SessionID');

function responseElement(
  operation: OperationDescription,
  outcome: Exclude<Outcome, { readonly failure: string }>,
  writer: AnswerWriter,
  quirks: Quirks,
): string {
  const { name, result } = operation;
  if (result === null) return `<${name}Response xmlns="${NAMESPACE}" />`;
  const values =
    'error' in outcome
      ? { ErrorMsg: errorValues(outcome.error, quirks) }
      : { ...(quirks.successError === 'empty' ? { ErrorMsg: NO_ERROR } : {}), ...outcome.values };
  return (
    `<${name}Response xmlns="${NAMESPACE}"><${name}Result>` +
    `${writer.sequence(typeNamed(result), values)}</${name}Result></${name}Response>`
  );
}

const NO_ERROR: AnswerValues = { LastErrorCode: '', LastErrorDescription: '' };

const errorValues = (error: VendorError, quirks: Pick<Quirks, 'errorCodes'>): AnswerValues => ({
  LastErrorCode: quirks.errorCodes === 'dotted' ? error.code : error.code.replaceAll('.', ''),
  LastErrorDescription: describeError(error),
});

function callsOf(options: ApiOptions): Readonly<Record<OperationName, Call>> {
  const { books, sessions, quirks, now, random, finish } = options;
  const lists = new Lists(books, quirks, now);
  const capped = <Row>(rows: readonly Row[]): readonly Row[] =>
    quirks.recordCap === null ? rows : rows.slice(0, quirks.recordCap);
  const credentialsOf = (sent: SentValues) => ({
    username: sent.text('Username'),
    securityCode1: sent.text('SecurityCode1'),
    securityCode2: sent.text('SecurityCode2'),
  });
  const filterOf = (sent: SentValues): SentValues => sent.part('cFilter');

  return {
    OpenSession: (sent) => {
      const code = sessions.refuseLogin(credentialsOf(sent));
      return code === null ? { values: { SessionID: sessions.open(sent.text('Source')) } } : { error: { code } };
    },
    OpenSessionSub: (sent) => ({ error: { code: sessions.refuseLogin(credentialsOf(sent)) ?? 'E002.5' } }),
    CloseSession: (sent) => {
      sessions.close(sent.text('SessionID'));
      return { values: {} };
    },
    AutoLogin: (sent) =>
      sent.text('Username') === sessions.credentials.username
        ? { values: { Token: random.text(TOKEN_LENGTH, TOKEN_ALPHABET) } }
        : { error: { code: 'E001.7' } },
    GetAdministraties: () => ({ values: { Administraties: lists.administrations() } }),
    GetRelaties: (sent) => ({
      values: { Relaties: capped(lists.relations(filterOf(sent))).map((row) => finish(row.id, relationRow(row))) },
    }),
    GetArtikelen: (sent) => {
      const today = amsterdamDay(now());
      const rows = capped(lists.articles(filterOf(sent)));
      return { values: { Artikelen: rows.map((row) => finish(row.id, articleRow(row, books, today))) } };
    },
    GetFacturen: (sent) => ({
      values: { Facturen: capped(lists.invoices(filterOf(sent))).map((row) => finish(row.id, invoiceRow(row))) },
    }),
    GetGrootboekrekeningen: (sent) => ({
      values: { Rekeningen: capped(lists.ledgerAccounts(filterOf(sent))).map(ledgerAccountRow) },
    }),
    GetKostenplaatsen: (sent) => ({
      values: { Kostenplaatsen: capped(lists.costCentres(filterOf(sent))).map(costCentreRow) },
    }),
    GetMutaties: (sent) => ({ values: { Mutaties: entryRows(books, filterOf(sent), quirks.unitPrice) } }),
    GetOpenPosten: (sent) => ({ values: { Openposten: capped(openItemRows(books, sent.text('OpSoort'))) } }),
    AddFactuur: (sent) => addInvoice(sent.part('oFact'), options),
  };
}

async function addInvoice(sent: SentValues, options: ApiOptions): Promise<Outcome> {
  const { books, quirks, now } = options;
  const invoice = quirks.textTooLong === 'cut' ? sent.cutToLimits() : sent;
  const error = refuseInvoice(invoice, books, quirks);
  if (error !== null) return { error };
  if (invoice.overlongText() !== null) {
    return { failure: 'String or binary data would be truncated. The statement has been terminated.' };
  }
  const entered = enterInvoice(invoice, books, quirks, now());
  books.invoices.add(entered);
  await options.saved();
  return { values: { Factuurnummer: entered.number } };
}
