/**
 * One link with one package: the `send` behind every connector context. Runs in the main process. The grant lives in
 * memory here, and only here is it renewed: two renewals with one refresh token that works once would end the login, so a
 * link has one connection, for the engine and for every check.
 *
 * ```
 *  send ─► paused? ── yes ─► rate-limited, no request
 *            │ no
 *          turn (pacing) ─► grant (renewed once for all callers) ─► transport ─► connector judges the answer
 *                                   ▲                                              │
 *                                   └──────────── expired, first time ─────────────┤
 *                                                       limit reached ─► pause ────┤
 *                                                                                  ▼ response or problem
 * ```
 */
import type {
  Administration,
  AuthContext,
  CheckContext,
  Connector,
  ConnectorContext,
  Grant,
  Secrets,
} from '../../connectors/_kit/connector';
import type { Clock } from '../../connectors/_kit/clock';
import type { HttpCall, HttpResponse } from '../../connectors/_kit/http';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { retryAfterMs } from '../../connectors/_kit/retry-after';
import type { Settings } from '../../connectors/_kit/settings';
import type { AllowanceStatus } from '../../preload/contract/views';
import type { Fetch, Time } from '../ports';
import { clockAhead, isClockWrong } from './clock-ahead';
import { createAllowance } from './allowance';
import { createPacer, type Lane } from './pacing';
import { createPause, type PauseKeeping } from './pause';
import { createTransport } from './transport';

export interface ConnectionParts {
  readonly connector: Connector;
  readonly endpoints: Readonly<Record<string, string>>;
  /** The newest values of the link, read when a grant is needed. Rejects when the keychain cannot be reached. */
  readonly secrets: () => Promise<Secrets>;
  /**
   * Replaces all values of the link; they are in the keychain when it resolves. When it rejects, `secrets` gives these
   * values from then on, or rejects too.
   */
  readonly keepSecrets: (secrets: Secrets) => Promise<void>;
  /** The package gave new tokens, and they are kept. */
  readonly onRenewed?: () => void;
  /** Left out for a connection that does not outlive what it tries: then a pause is known to it alone. */
  readonly pauses?: PauseKeeping;
  readonly fetch: Fetch;
  readonly clock: Clock & Pick<Time, 'sinceBootMs'>;
  readonly sleep: Time['sleep'];
}

export interface ConnectionStatus {
  /** Until when the package asked to wait, by the wall clock (UTC ms), and why; null when it may be called. */
  readonly pause: { readonly untilMs: number; readonly problem: Problem } | null;
  readonly allowance: AllowanceStatus | null;
  /** Requests since `beginRun`, those of deliveries meanwhile included. */
  readonly callsThisRun: number;
  readonly lastGoodCallAtMs: number | null;
  /** How far the clock of the computer was ahead of the package's at the last good call; null when it did not tell. */
  readonly clockAheadMs: number | null;
  /** When the grant in memory ends (UTC ms); null without a grant or when the package does not tell. */
  readonly grantExpiresAtMs: number | null;
}

export interface Connection {
  /** What a connector needs for pulling and pushing. Deliveries pass `push`: their calls go before those of a pull. */
  readonly context: (
    administration: Administration,
    settings: Settings,
    signal: AbortSignal,
    lane?: Lane,
  ) => ConnectorContext;
  /** What `check` needs, before there is an administration. */
  readonly checkContext: (signal: AbortSignal, settings: Settings) => CheckContext;
  readonly status: () => ConnectionStatus;
  /** Starts the count of `callsThisRun` anew. */
  readonly beginRun: () => void;
  /** The clock of the computer was set, or it slept: what is kept for the next start must be told in the new time. */
  readonly clockChanged: () => Promise<void>;
  /** Tells each pause, each new grant, and when the clock of the computer proves wrong or right; returns how to stop listening. */
  readonly onChange: (listener: (status: ConnectionStatus) => void) => () => void;
  /**
   * Lets nothing more be sent and forgets the grant. A renewal that is under way may end first, because the answer to it
   * can be the only copy of the next refresh token; resolves when nothing of it is being kept any more.
   */
  readonly close: () => Promise<void>;
}

/** How long a package is left alone that reached its limit without telling for how long. */
const DEFAULT_PAUSE_MS = 60_000;
/**
 * A grant is renewed this long before its end. Short, because Exact Online refuses to renew a grant of 600 seconds in its
 * first 570 (its developer documentation on OAuth).
 */
const RENEW_BEFORE_END_MS = 20_000;
/** How long the end waits for the answer to a renewal: most come within a second, and the app must end within five. */
const RENEWAL_GRACE_MS = 3_000;

/** A grant with what was used to get it. */
interface Session {
  readonly grant: Grant;
  readonly secrets: Secrets;
  /** When to renew, by the monotonic clock; null = when the package says so. */
  readonly renewAtMs: number | null;
}

export function createConnection(parts: ConnectionParts): Connection {
  const { connector, endpoints, clock, sleep } = parts;
  const transport = createTransport({ fetch: parts.fetch, sleep, clock });
  const pacer = createPacer(connector.manifest.capabilities.requestsPerMinute, clock, sleep);
  const allowance = createAllowance(connector.manifest.capabilities.allowance ?? null, clock);
  const pause = createPause(clock, parts.pauses ?? null);
  const closed = new AbortController();
  const listeners = new Set<(status: ConnectionStatus) => void>();
  let isClosing = false;
  let session: Session | null = null;
  let renewal: Promise<Result<Session>> | null = null;
  let lastGoodCallAtMs: number | null = null;
  let clockAheadMs: number | null = null;
  let callsBeforeRun = 0;

  const status = (): ConnectionStatus => ({
    pause: pause.current(),
    allowance: allowance.status(),
    callsThisRun: transport.calls() - callsBeforeRun,
    lastGoodCallAtMs,
    clockAheadMs,
    grantExpiresAtMs: session?.grant.expiresAtMs ?? null,
  });
  const tell = (): void => listeners.forEach((listener) => listener(status()));
  const rest = async (ms: number, why: Problem): Promise<void> => {
    await pause.ask(ms, why);
    tell();
  };
  /** What keeps a call from being made; null when it may go. */
  const resting = (): Problem | null => {
    const current = pause.current();
    return current && { ...current.problem, kind: 'rate-limited', retryAfterMs: pause.leftMs() };
  };

  /** One request in its turn, outside any pause; the answer may start a pause. */
  const sendOnce = async (call: HttpCall, signal: AbortSignal, lane: Lane): Promise<Result<HttpResponse>> => {
    if (!(await pacer.takeTurn(lane, signal))) return fail(problem('cancelled', 'cancelled'));
    await pause.forget();
    const kept = resting();
    if (kept !== null) return fail(kept);
    const refused = allowance.refusal(lane);
    if (refused !== null) return fail(refused);
    const ended = allowance.begin();
    const answer = await transport.send(call, signal);
    ended(answer.ok ? (connector.auth.callsLeft?.(answer.value, clock.nowMs()) ?? null) : null);
    if (!answer.ok) return answer;
    const { status: httpStatus, headers } = answer.value;
    const waitMs = retryAfterMs(headers, clock.nowMs());
    if (httpStatus >= 500 && waitMs !== null) {
      await rest(waitMs, problem('maintenance', 'package-out-of-order', { status: httpStatus }));
    }
    if (httpStatus < 400) {
      lastGoodCallAtMs = clock.nowMs();
      const wasWrong = isClockWrong(clockAheadMs);
      clockAheadMs = clockAhead(headers, lastGoodCallAtMs) ?? clockAheadMs;
      if (isClockWrong(clockAheadMs) !== wasWrong) tell();
    }
    return answer;
  };

  /** A problem of the whole connection pauses it when the package asked to wait; on disk before anybody acts on it. */
  const connectionProblem = async (found: Problem, response: HttpResponse | null): Promise<Problem> => {
    if (found.kind !== 'rate-limited') return found;
    const asked = response === null ? null : retryAfterMs(response.headers, clock.nowMs());
    const waitMs = found.retryAfterMs ?? asked ?? DEFAULT_PAUSE_MS;
    await rest(waitMs, found);
    return { ...found, retryAfterMs: waitMs };
  };

  const judge = async (response: HttpResponse): Promise<Problem | 'expired' | null> => {
    const found = connector.auth.connectionProblem(response, clock.nowMs());
    if (found === 'expired') return found;
    if (found !== null) return connectionProblem(found, response);
    return response.status === 429 ? connectionProblem(problem('rate-limited', 'rate-limited'), response) : null;
  };

  const obtain = async (refused: Session | null): Promise<Result<Session>> => {
    const kept = await inKeychain(parts.secrets);
    if (!kept.ok) return kept;
    const auth: AuthContext = {
      endpoints,
      clock,
      signal: closed.signal,
      send: (call) => sendOnce(call, closed.signal, 'push'),
    };
    const granted = await connector.auth.obtain(auth, kept.value, refused?.grant ?? null);
    if (!granted.ok) return fail(await connectionProblem(granted.problem, null));
    const { expiresAtMs, keep } = granted.value;
    const secrets = { ...kept.value, ...keep };
    if (keep !== undefined) {
      // Used only when it is kept. When that fails, the next call finds the grant among the values and asks no other.
      const written = await inKeychain(() => parts.keepSecrets(secrets));
      if (!written.ok) return written;
      parts.onRenewed?.();
    }
    const renewAtMs =
      expiresAtMs === null ? null : clock.monotonicMs() + (expiresAtMs - clock.nowMs()) - RENEW_BEFORE_END_MS;
    session = { grant: granted.value, secrets, renewAtMs };
    tell();
    return ok(session);
  };

  const isOver = ({ grant }: Session): boolean => grant.expiresAtMs !== null && clock.nowMs() >= grant.expiresAtMs;

  /**
   * How many sessions in a row may be refused. Where the package does not tell when one ends, the second may have ended as
   * the first did, and the clocks of a computer that sleeps and is set back cannot tell; the codes were accepted for both.
   */
  const mostRefusals = ({ grant }: Session): number => (grant.expiresAtMs === null ? 2 : 1);

  /** A session other than `refused`; every caller that needs one meanwhile shares the same renewal. */
  const currentSession = async (refused: Session | null, signal: AbortSignal): Promise<Result<Session>> => {
    // Nobody begins what a stop would cut off: the answer to a renewal may be the only copy of the next token.
    if (isClosing || signal.aborted) return fail(problem('cancelled', 'cancelled'));
    const isDue = session?.renewAtMs != null && clock.monotonicMs() >= session.renewAtMs;
    if (session !== null && session !== refused && !isDue) return ok(session);
    renewal ??= obtain(refused).finally(() => (renewal = null));
    return untilAborted(renewal, signal);
  };

  const send = async (call: HttpCall, signal: AbortSignal, lane: Lane): Promise<Result<HttpResponse>> => {
    let refused: Session | null = null;
    let refusals = 0;
    for (;;) {
      const kept = resting();
      if (kept !== null) return fail(kept);
      const current = await currentSession(refused, signal);
      if (!current.ok) return current;
      if (isClosing) return fail(problem('cancelled', 'cancelled'));
      const answer = await sendOnce(
        connector.auth.authorize(call, current.value.grant, current.value.secrets),
        signal,
        lane,
      );
      if (!answer.ok) return answer;
      const judged = await judge(answer.value);
      if (judged === null) return answer;
      if (judged !== 'expired') return fail(judged);
      // A refused grant means that the call was not carried out, a write neither, so it may be sent once more. One that
      // ended while the call was on its way, in a computer that slept, says nothing of the login.
      refusals += 1;
      if (refusals > mostRefusals(current.value) && !isOver(current.value)) {
        return fail(problem('needs-login', 'login-refused'));
      }
      refused = current.value;
    }
  };

  return {
    context: (administration, settings, signal, lane = 'pull') => ({
      endpoints,
      clock,
      signal,
      administration,
      settings,
      send: (call) => send(call, signal, lane),
    }),
    checkContext: (signal, settings) => ({
      endpoints,
      clock,
      signal,
      settings,
      send: (call) => send(call, signal, 'push'),
      grantedFor: () => session?.grant.administrationKey ?? null,
    }),
    status,
    beginRun: () => {
      callsBeforeRun = transport.calls();
    },
    clockChanged: pause.clockChanged,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      isClosing = true;
      if (renewal !== null) {
        const ended = new AbortController();
        const end = renewal.finally(() => ended.abort());
        await Promise.race([end, sleep(RENEWAL_GRACE_MS, ended.signal)]);
        closed.abort();
        await end;
      }
      closed.abort();
      session = null;
    },
  };
}

async function inKeychain<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch {
    return fail(problem('storage', 'keychain-unreachable'));
  }
}

/** The outcome of shared work, or `cancelled` for the caller whose signal aborts; the work goes on for the others. */
function untilAborted<T>(work: Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => resolve(fail(problem('cancelled', 'cancelled')));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
