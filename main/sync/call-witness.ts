import type { ConnectorContext } from '../../connectors/_kit/connector';
import type { HttpCall, HttpResponse } from '../../connectors/_kit/http';
import type { Result } from '../../connectors/_kit/result';
import type { CallRecord } from '../../preload/contract/delivery-steps';
import type { Time } from '../ports';

/** A connector context that remembers what was called through it. */
export interface CallWitness {
  readonly ctx: ConnectorContext;
  /** Every call so far, in order. */
  readonly calls: () => readonly CallRecord[];
}

/**
 * What packages call a request in their own logs: `ipp-request-id` (Visma.net Financials API), `request-id` and
 * `x-ms-request-id` (services on Azure), the others by custom (https://http.dev/x-request-id).
 */
const REQUEST_ID_HEADERS = ['ipp-request-id', 'x-request-id', 'request-id', 'x-ms-request-id', 'x-correlation-id'];
/** An id is for people to quote; what is longer is none. */
const LONGEST_ID = 100;
/** More calls than this say nothing new: a look-up that reads on and on is kept by its first and last ones. */
const MOST_CALLS = 40;

/** Watches the calls of one step, for the ledger: how each ended and how long it took, nothing of what was said. */
export function witnessCalls(ctx: ConnectorContext, time: Pick<Time, 'monotonicMs'>): CallWitness {
  const calls: CallRecord[] = [];
  return {
    ctx: {
      ...ctx,
      send: async (call) => {
        const beganAtMs = time.monotonicMs();
        const answer = await ctx.send(call);
        if (calls.length === MOST_CALLS) calls.splice(MOST_CALLS / 2, 1);
        calls.push(recordOf(call, answer, time.monotonicMs() - beganAtMs));
        return answer;
      },
    },
    calls: () => calls,
  };
}

function recordOf(call: HttpCall, answer: Result<HttpResponse>, durationMs: number): CallRecord {
  const { host, pathname } = new URL(call.url);
  return {
    method: call.method,
    address: `${host}${pathname}`,
    effect: call.effect,
    status: answer.ok ? answer.value.status : (answer.problem.vendor?.status ?? null),
    problem: answer.ok ? null : answer.problem.code,
    requestId: answer.ok ? requestIdOf(answer.value) : null,
    durationMs: Math.round(durationMs),
  };
}

function requestIdOf({ headers }: HttpResponse): string | null {
  const name = REQUEST_ID_HEADERS.find((header) => headers[header] !== undefined);
  const id = name === undefined ? '' : (headers[name] ?? '').trim();
  return id === '' || id.length > LONGEST_ID ? null : id;
}
