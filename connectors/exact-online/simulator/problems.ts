import { jsonResponse, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import type { Quirks } from './quirks';
import { refusalText, type Refusal, type RefusalKind } from './texts';

/**
 * Error bodies. Shape, with empty code and language: class Connection of picqer/exact-php-client, which parses it. Values
 * of the header Reason: the vendor's page "Response codes and error handling", quoted in that project's pull request 451.
 */
export const problem = (
  status: number,
  value: string,
  headers: Readonly<Record<string, string>> = {},
): SimulatorResponse => jsonResponse(status, { error: { code: '', message: { lang: '', value } } }, headers);

export type ForbiddenReason = 'NoDivisionAccess' | 'DivisionBlocked' | 'InactiveUser' | 'LicenseExpired';

/** No right to this resource, or to this company. */
export function forbidden(quirks: Pick<Quirks, 'forbiddenBody'>, reason: ForbiddenReason | null): SimulatorResponse {
  const headers: Record<string, string> = reason === null ? {} : { reason };
  return quirks.forbiddenBody === 'empty' ? { status: 403, headers, body: '' } : problem(403, 'Forbidden', headers);
}

export function notFound(quirks: Pick<Quirks, 'notFoundBody'>, segment: string): SimulatorResponse {
  return quirks.notFoundBody === 'empty'
    ? { status: 404, headers: {}, body: '' }
    : problem(404, `Resource not found for the segment '${segment}'.`);
}

/** The access token is missing, unknown, past its 600 seconds or revoked. */
export const unauthorized = (): SimulatorResponse => problem(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });

/** A query that the OData layer does not take. */
export const badQuery = (value: string): SimulatorResponse => problem(400, value);

/** A body that the OData layer does not take. */
export const badBody = (detail: string): SimulatorResponse =>
  problem(400, `Error processing request stream. ${detail}`);

export const NOT_AN_OBJECT = 'The request should be a valid top-level resource object.';

/** A value that cannot be read as the type of its field: met as 500 by clients of the vendor. */
export const conversionProblem = (name: string, type: string): SimulatorResponse =>
  problem(500, `Error in converting value for property '${name}' to type '${type}'`);

/** Refusals that are about another row than the one written. Met with status 500. */
const REFERENCE_KINDS: ReadonlySet<RefusalKind> = new Set<RefusalKind>([
  'invalidReference',
  'invalid',
  'blocked',
  'inactive',
]);

/** Broken rules of the administration. */
export function refused(
  refusals: readonly Refusal[],
  quirks: Pick<Quirks, 'language' | 'mandatoryStatus' | 'referenceStatus'>,
): SimulatorResponse {
  const isAboutReferences = refusals.some(({ kind }) => REFERENCE_KINDS.has(kind));
  const status = isAboutReferences ? quirks.referenceStatus : quirks.mandatoryStatus;
  return problem(Number(status), refusalText(refusals, quirks.language));
}

/** What the site says with a status that has nothing to do with the request. */
export function statusResponse(status: number): SimulatorResponse {
  if (status === 401) return unauthorized();
  if (status === 429) return { status, headers: {}, body: '' };
  if (status < 300) return jsonResponse(status, { d: { results: [] } });
  if (status < 400) return { status, headers: {}, body: '' };
  return problem(status, status >= 500 ? 'An error occurred while processing this request.' : 'Bad Request');
}
