import { emptyResponse, jsonResponse, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import type { ModelState } from '../../_kit/simulator/model-reader';
import type { Quirks } from './quirks';

/**
 * Error bodies. Documented: the shape `{ errors: [{ Code, Description }] }`, the codes of 401 (page "OAuth"),
 * `InvalidVAtPercentageForTaxCountry_0_` (page "Creating Sales Invoices"), `Invalid Filename` (page "400"), `GenericError`
 * (page "OData for Filtering") and `Idempotent token already exists` (page "Idempotent Tokens"). The other codes are our
 * own. Descriptions are in the language of the user, so that a client can only go by the code.
 */
export interface Problem {
  readonly code: string;
  readonly description?: string;
}

/** The account's user reads Dutch; `{}` becomes what is at fault. */
const DESCRIPTIONS = {
  InvalidVAtPercentageForTaxCountry_0_: 'Ongeldig btw-percentage voor landcode {}',
  'Invalid Filename': 'Geef het bestand een naam met een toegelaten extensie: {}',
  InvalidFileContent: 'De inhoud van het bestand is leeg of geen base64: {}',
  RequiredField_0_: 'Het veld {} is verplicht',
  InvalidValue_0_: 'De waarde van het veld {} is niet geldig',
  FieldTooLong_0_: 'Het veld {} is te lang',
  OrderNumberAlreadyExists_0_: 'Het nummer {} bestaat al',
  CustomerNotFound_0_: 'Klant {} bestaat niet',
  ProductNotFound_0_: 'Product {} bestaat niet',
  PropertyNotAllowed_0_: 'De eigenschap {} kan niet worden aangepast',
} as const;
export type ProblemCode = keyof typeof DESCRIPTIONS;

/** A broken business rule: `subject` is the field, value or country it is about. */
export const problem = (code: ProblemCode, subject: string): Problem => ({
  code,
  description: DESCRIPTIONS[code].replace('{}', subject),
});

/** 400 with what is wrong, in the shape that was chosen. */
export function refused(problems: readonly Problem[], quirks: Pick<Quirks, 'errorShape'>): SimulatorResponse {
  const [first] = problems;
  switch (quirks.errorShape) {
    case 'errors':
      return errorList(400, problems);
    case 'single':
      return jsonResponse(400, { Code: first?.code, Description: first?.description });
    case 'message':
      return jsonResponse(400, { Message: first?.description });
  }
}

/** The list of errors with any status. */
export const errorList = (status: number, problems: readonly Problem[]): SimulatorResponse =>
  jsonResponse(status, { errors: problems.map(({ code, description }) => ({ Code: code, Description: description })) });

/** What the OData layer does not take; its texts are English. */
export const queryProblem = (reason: string, quirks: Pick<Quirks, 'errorShape'>): SimulatorResponse =>
  refused([{ code: 'GenericError', description: reason }], quirks);

/** Values that do not fit the model: 400 in the form of ASP.NET Web API. */
export const modelProblem = (state: ModelState): SimulatorResponse =>
  jsonResponse(400, { Message: 'The request is invalid.', ModelState: state });

export type LoginFault = 'InvalidAccessToken' | 'AccessTokenExpired' | 'AccessTokenRevoked' | 'ApiKeyNotValid';

/** The login is at fault, and the code says how. */
export const loginRefused = (code: LoginFault): SimulatorResponse => errorList(401, [{ code }]);

/** No login in the request at all: the text of ASP.NET Web API. */
export const loginMissing = (): SimulatorResponse =>
  jsonResponse(401, { Message: 'Authorization has been denied for this request.' });

/** Page "401": an order, customer or company that this login may not touch. It has no body, and is no fault of the login. */
export const notAllowed = (): SimulatorResponse => emptyResponse(401);

export const notFound = (): SimulatorResponse => emptyResponse(404);

export const keyUsedBefore = (): SimulatorResponse => errorList(409, [{ code: 'Idempotent token already exists' }]);

/** A status that has nothing to do with the request: a body is not documented, and clients saw none. */
export function statusResponse(status: number, retryAfterSeconds: number | null): SimulatorResponse {
  if (status === 429) return tooManyRequests(retryAfterSeconds ?? 60);
  if (status < 300) return jsonResponse(status, { Items: [] });
  return emptyResponse(status);
}

export const tooManyRequests = (
  retryAfterSeconds: number,
  headers: Readonly<Record<string, string>> = {},
): SimulatorResponse =>
  jsonResponse(429, { Message: `Too many requests. Try again in ${retryAfterSeconds} seconds.` }, headers);
