import type { z } from 'zod';
import type { HttpCall, HttpResponse } from './http';
import { problem, type Problem, type VendorAnswer } from './problem';
import { fail, ok, type Result } from './result';
import { retryAfterMs } from './retry-after';

/** What the body of a refusal says, in the vendor's own words. */
export interface VendorError {
  readonly code: string | null;
  readonly text: string | null;
}

/** What differs per vendor in the reading of answers. */
export interface AnswerRules {
  /** Code and sentence in the parsed body of a refusal; null when it holds none. */
  readonly vendorError: (body: unknown) => VendorError | null;
  /** The vendor's problem for a refusal (4xx) it knows better than the default; null = the default. */
  readonly refusal: (error: VendorError, call: HttpCall, response: HttpResponse) => Problem | null;
  /** How the body becomes what `schema` and `vendorError` get; absent: it is JSON. */
  readonly parse?: (response: HttpResponse) => Result<unknown, Unreadable>;
}

/** Why a body could not be read. These are the codes of the problems too. */
export type Unreadable = 'answer-empty' | 'answer-html' | 'answer-truncated' | 'answer-not-json';

const MAX_VENDOR_TEXT = 300;
/** Content too large (RFC 9110, 15.5.14). Whoever on the way says so, and in whatever form: it went no further. */
const TOO_LARGE = 413;

/**
 * The default reading of an HTTP answer: a success is parsed and checked against `schema`, anything else becomes a
 * problem.
 *
 * - not JSON (or what `rules.parse` reads), empty, a web page, cut off, another shape: `bad-response`, for a write `outcome-unknown`
 * - 408, 5xx: `maintenance`, for a write `outcome-unknown`; a web page with any status but 413 counts as not the
 *   vendor's answer
 * - 403: `not-allowed`; other 4xx: `rejected`, with the vendor's own code and sentence; `rules.refusal` goes first
 *
 * `nowMs` (UTC) serves to read a Retry-After date.
 */
export function readAnswer<T>(
  call: HttpCall,
  response: HttpResponse,
  schema: z.ZodType<T>,
  rules: AnswerRules,
  nowMs: number,
): Result<T> {
  const body = (rules.parse ?? parseJson)(response);
  if (response.status < 200 || response.status > 299) return fail(problemOfStatus(call, response, body, rules, nowMs));
  if (!body.ok) return fail(unreadable(call, response, body.problem, {}));
  const parsed = schema.safeParse(body.value);
  if (parsed.success) return ok(parsed.data);
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  return fail(unreadable(call, response, 'answer-unexpected', { field }));
}

/** The body as JSON, or what it is instead. */
export function parseJson(response: HttpResponse): Result<unknown, Unreadable> {
  const text = response.body.trim();
  if (text === '') return fail('answer-empty');
  if (isWebPage(response, text)) return fail('answer-html');
  try {
    const value: unknown = JSON.parse(text);
    return isJsonType(response.headers['content-type']) ? ok(value) : fail('answer-not-json');
  } catch {
    return fail(looksCutOff(text) ? 'answer-truncated' : 'answer-not-json');
  }
}

function problemOfStatus(
  call: HttpCall,
  response: HttpResponse,
  body: Result<unknown, Unreadable>,
  rules: AnswerRules,
  nowMs: number,
): Problem {
  const isTooLarge = response.status === TOO_LARGE;
  if (!body.ok && body.problem === 'answer-html' && !isTooLarge) return unreadable(call, response, body.problem, {});
  const error = (body.ok ? rules.vendorError(body.value) : null) ?? { code: null, text: plainText(response, body) };
  const vendor = vendorAnswer(response.status, error);
  const outOfOrder = response.status === 408 || response.status > 499;
  if (outOfOrder && call.effect === 'write') {
    return problem('outcome-unknown', 'outcome-unknown', { reason: `status-${response.status}` }, { vendor });
  }
  if (outOfOrder) {
    const waitMs = retryAfterMs(response.headers, nowMs);
    const more = waitMs === null ? { vendor } : { vendor, retryAfterMs: waitMs };
    return problem('maintenance', 'package-out-of-order', { status: response.status }, more);
  }
  if (response.status < 400) return unreadable(call, response, 'answer-redirect', {});
  const known = rules.refusal(error, call, response);
  if (known !== null) return { ...known, vendor: known.vendor ?? vendor };
  if (response.status === 403) return problem('not-allowed', 'not-allowed', {}, { vendor });
  return problem(
    'rejected',
    'rejected',
    { text: vendor.text ?? `HTTP ${response.status}`, status: response.status },
    { vendor },
  );
}

/** A write whose answer says nothing may have been carried out; a read may simply be repeated. */
function unreadable(
  call: HttpCall,
  response: HttpResponse,
  reason: Unreadable | 'answer-unexpected' | 'answer-redirect',
  params: Problem['params'],
): Problem {
  const vendor = vendorAnswer(response.status, { code: null, text: null });
  // A network that asks for a login stays until somebody logs in: the office must read of it, whatever was called.
  const code = reason === 'answer-html' ? reason : 'outcome-unknown';
  return call.effect === 'write'
    ? problem('outcome-unknown', code, { reason, ...params }, { vendor })
    : problem('bad-response', reason, { status: response.status, ...params }, { vendor });
}

function vendorAnswer(status: number, error: VendorError): VendorAnswer {
  const text = error.text?.replace(/\s+/g, ' ').trim() ?? '';
  return { status, code: error.code, text: text === '' ? null : text.slice(0, MAX_VENDOR_TEXT) };
}

function plainText(response: HttpResponse, body: Result<unknown, Unreadable>): string | null {
  return !body.ok && body.problem === 'answer-not-json' && /^text\/plain/i.test(response.headers['content-type'] ?? '')
    ? response.body
    : null;
}

/** Whether a body (`text`: trimmed) is a page for people: a login of a network, an error of a gateway. */
export const isWebPage = (response: HttpResponse, text: string): boolean =>
  /^<(!doctype|html|head|body)/i.test(text) ||
  (text.startsWith('<') && /html/i.test(response.headers['content-type'] ?? ''));

/** An answer without a type is read when it is JSON; one that says to be something else is not the vendor's. */
const isJsonType = (type: string | undefined): boolean => type === undefined || /^[^;]*\bjson\b/i.test(type);

const looksCutOff = (text: string): boolean =>
  (text.startsWith('{') && !text.endsWith('}')) || (text.startsWith('[') && !text.endsWith(']'));
