import { jsonResponse, type SimulatorResponse } from '../../_kit/simulator/http-exchange';

/**
 * Error bodies. Business codes and their texts: vendor portal, page "B2B API versie 2 foutcodes". The shape of each
 * body: class SnelstartApiErrorException of iwd-nl/snelstart-php, which met them all.
 */
export const MESSAGES = {
  'ALG-0100': 'Het ID dient leeg te zijn',
  'ALG-0101': 'Het ID in het url en het ID van de data in het request komen niet overeen',
  'ALG-0102': 'Onbekende fout',
  'ALG-0103': 'Ongeldig ID',
  'ALG-0104': 'Ongeldig OData filter',
  'ALG-0105': 'Het item is nonactief',
  'ALG-0106': 'De data in het request is leeg',
  'VOR-0001': 'Verkooporder niet gevonden',
  'VOR-0002': 'De relatie is geen klant',
  'VOR-0003': 'De factuurrelatie is geen klant',
  'VOR-0005': 'Bij een nieuwe verkooporder moet het veld ordernummer leeg zijn',
  'VOR-0006': 'Straat mag maximaal 50 karakters bevatten',
  'VOR-0007': 'Postcode mag maximaal 25 karakters bevatten',
  'VOR-0008': 'Plaats mag maximaal 50 karakters bevatten',
  'VOR-0009': 'Contactpersoon mag maximaal 50 karakters bevatten',
  'VOR-0010': 'LandId niet gevonden',
  'VOR-0011': 'Orderreferentie mag maximaal 50 karakters bevatten',
  'VOR-0013': 'Incassomachtiging niet gevonden',
  'VOR-0015': 'Verkooporder is geen offerte en kan niet worden aangepast',
  'VOR-0035': 'Verkooporder extra ingave tekst is te lang',
  'VOR-0036': 'Verkooporder extra ingave veld nummer is ongeldig',
} as const;
export type ErrorCode = keyof typeof MESSAGES;

/** Broken business rules: 400 with a list. */
export const ruleProblems = (codes: readonly ErrorCode[], details: string | null = null): SimulatorResponse =>
  jsonResponse(
    400,
    codes.map((errorCode) => ({ errorCode, message: MESSAGES[errorCode], details })),
  );

/** Values that do not fit the model: 400 in the form of ASP.NET Web API, texts by path of the field. */
export const modelProblems = (modelState: Readonly<Record<string, readonly string[]>>): SimulatorResponse =>
  jsonResponse(400, { message: 'The request is invalid.', modelState });

/** A query option that the OData layer itself refuses. */
export const queryProblem = (reason: string): SimulatorResponse =>
  jsonResponse(400, { message: `The query specified in the URI is not valid. ${reason}` });

export const notFound = (): SimulatorResponse => jsonResponse(404, { Message: 'Resource not found' });

/** The bearer token is missing, unknown or past its time. */
export const tokenRefused = (): SimulatorResponse =>
  jsonResponse(401, { message: 'Authorization has been denied for this request.' });

export const scopeMissing = (scope: string): SimulatorResponse =>
  jsonResponse(403, { message: `De scope ${scope} is niet aanwezig in het token.` });

/** Azure API Management in front of the vendor's own server. */
export const gatewayProblem = (
  statusCode: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): SimulatorResponse => jsonResponse(statusCode, { statusCode, message }, headers);

const STATUS_TEXTS: Readonly<Record<number, string>> = {
  500: 'Internal server error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** What the gateway says with a status that has nothing to do with the request. */
export function statusResponse(status: number, retryAfterSeconds: number | null): SimulatorResponse {
  if (status === 401) return tokenRefused();
  if (status === 404) return notFound();
  if (status === 429) {
    return gatewayProblem(429, `Rate limit is exceeded. Try again in ${retryAfterSeconds ?? 60} seconds.`);
  }
  if (status < 300) return jsonResponse(status, []);
  if (status < 400) return { status, headers: {}, body: '' };
  return gatewayProblem(status, STATUS_TEXTS[status] ?? 'The request could not be processed.');
}
