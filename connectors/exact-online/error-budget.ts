/**
 * Keeps the errors of an address below the vendor's limit: more than ten error answers (400, 401, 403, 404) in an hour bar
 * the address for an hour, and longer when repeated (vendor's page "API limits").
 */
import type { ConnectorContext } from '../_kit/connector';
import type { HttpCall, HttpResponse } from '../_kit/http';
import { fail, type Result } from '../_kit/result';
import { errorsUsedUp } from './problems';

const HOUR_MS = 3_600_000;
/** Leaves two to what is not counted here: another computer, or the app before it was started again. */
const MOST_ERRORS = 8;
const COUNTED: ReadonlySet<number> = new Set([400, 401, 403, 404]);

/** Moments (monotonic ms) of the last hour's errors by address, for as long as a connection lives. */
const errorsOf = new WeakMap<ConnectorContext['endpoints'], Map<string, readonly number[]>>();

/**
 * Sends, unless the address gave so many errors in the last hour that the next one may bar it: `maintenance`, surely not
 * carried out, until the oldest of them is an hour old.
 */
export async function sendWithinBudget(
  { endpoints, clock, send }: Pick<ConnectorContext, 'endpoints' | 'clock' | 'send'>,
  call: HttpCall,
): Promise<Result<HttpResponse>> {
  const counts = errorsOf.get(endpoints) ?? new Map<string, readonly number[]>();
  errorsOf.set(endpoints, counts);
  const address = new URL(call.url).pathname.replace(/\(.*$/, '');
  const lately = (): readonly number[] =>
    (counts.get(address) ?? []).filter((atMs) => atMs > clock.monotonicMs() - HOUR_MS);

  const errors = lately();
  const [oldest] = errors;
  if (oldest !== undefined && errors.length >= MOST_ERRORS) {
    return fail(errorsUsedUp(oldest + HOUR_MS - clock.monotonicMs()));
  }
  const answer = await send(call);
  if (answer.ok && COUNTED.has(answer.value.status)) counts.set(address, [...lately(), clock.monotonicMs()]);
  return answer;
}
