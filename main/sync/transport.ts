/** Runs in the main process: one HTTP exchange with a package, in full or not at all. */
import type { Clock } from '../../connectors/_kit/clock';
import type { HttpCall, HttpResponse } from '../../connectors/_kit/http';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { version } from '../../package.json';
import type { Fetch, Time } from '../ports';
import { networkFailure } from './network-failure';

/** Longest wait for a whole answer to a read: the biggest pages of the slowest package take about ten seconds. */
export const READ_TIMEOUT_MS = 30_000;
/** Longest wait for a write. Longer than for a read, because giving up costs a look-up and a quiet period. */
export const WRITE_TIMEOUT_MS = 60_000;
/** Twenty times the biggest page a package gives; more is not an answer but a fault. */
export const MAX_ANSWER_BYTES = 20 * 1024 * 1024;

const USER_AGENT = `Simon-Koppel/${version}`;
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

export interface Transport {
  /**
   * Sends one call and reads the whole answer. Every HTTP answer is a response, redirects too: they are never followed,
   * so that no key or document goes to another host.
   *
   * Problems: `offline` (nothing reached the package, or a read was interrupted), `bad-response` (a read's answer is too
   * large or damaged), `outcome-unknown` (a write whose bytes may have left), `cancelled`, `invalid-input` (an address
   * that is neither https nor on this computer).
   */
  readonly send: (call: HttpCall, signal: AbortSignal) => Promise<Result<HttpResponse>>;
  /** Requests sent since the start. */
  readonly calls: () => number;
}

type StopReason = 'timed-out' | 'answer-too-large' | 'stopped';

export function createTransport(parts: {
  readonly fetch: Fetch;
  readonly sleep: Time['sleep'];
  readonly clock: Pick<Clock, 'monotonicMs'>;
}): Transport {
  let calls = 0;

  const send: Transport['send'] = async (call, signal) => {
    const url = urlOf(call);
    if (!isAllowed(url)) return fail(problem('invalid-input', 'address-not-allowed', { host: url.host }));
    if (signal.aborted) return fail(problem('cancelled', 'cancelled'));

    const stop = new AbortController();
    const timerNeeded = new AbortController();
    let reason: StopReason | null = null;
    const stopFor = (why: StopReason): void => {
      reason ??= why;
      stop.abort();
    };
    const onAbort = (): void => stopFor('stopped');
    signal.addEventListener('abort', onAbort, { once: true });
    const timeoutMs = call.effect === 'write' ? WRITE_TIMEOUT_MS : READ_TIMEOUT_MS;
    void parts.sleep(timeoutMs, timerNeeded.signal).then(() => {
      if (!timerNeeded.signal.aborted) stopFor('timed-out');
    });

    calls += 1;
    try {
      const exchange = fetchWhole(parts.fetch, url, call, stop.signal, () => stopFor('answer-too-large'));
      return ok(await untilStopped(exchange, stop.signal));
    } catch (error) {
      return fail(reason === null ? problemOfFailure(call, url, error) : problemOfStop(call, url, reason, timeoutMs));
    } finally {
      timerNeeded.abort();
      signal.removeEventListener('abort', onAbort);
    }
  };

  return { send, calls: () => calls };
}

async function fetchWhole(
  fetch: Fetch,
  url: URL,
  call: HttpCall,
  signal: AbortSignal,
  onTooLarge: () => void,
): Promise<HttpResponse> {
  const response = await fetch(url.href, {
    method: call.method,
    headers: headersOf(call),
    ...bodyOf(call),
    signal,
    redirect: 'manual',
    cache: 'no-store',
    credentials: 'omit',
  });
  const headers = Object.fromEntries(response.headers.entries());
  return { status: response.status, headers, body: await textOf(response, headers, onTooLarge) };
}

async function textOf(
  response: Response,
  headers: Readonly<Record<string, string>>,
  onTooLarge: () => void,
): Promise<string> {
  if (response.body === null) return '';
  const decoder = decoderFor(headers['content-type']);
  const reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > MAX_ANSWER_BYTES) {
        onTooLarge();
        throw new Error('Answer too large');
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    // Nobody reads the rest; left alone it would hold its connection.
    void reader.cancel().catch(() => undefined);
    throw error;
  }
}

/**
 * The charset the answer names, else UTF-8; a byte order mark is dropped. Bytes that are no text in it throw: an answer that
 * was damaged on its way must not become names with holes.
 */
function decoderFor(contentType: string | undefined): TextDecoder {
  const charset = /charset="?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return new TextDecoder('utf-8', { fatal: true });
  }
}

/** Rejects as soon as the signal aborts, also when the fetch at hand is slow to notice. */
function untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Stopped')), { once: true });
    work.then(resolve, reject);
  });
}

function headersOf(call: HttpCall): Record<string, string> {
  return {
    accept: 'application/json',
    'user-agent': USER_AGENT,
    ...contentType(call.binaryBody ?? call.body),
    ...call.headers,
  };
}

const contentType = (body: { readonly type: string } | undefined): Record<string, string> =>
  body === undefined ? {} : { 'content-type': body.type };

function bodyOf({ body, binaryBody }: HttpCall): Pick<RequestInit, 'body'> {
  if (binaryBody !== undefined) return { body: binaryBody.bytes };
  return body === undefined ? {} : { body: body.text };
}

function urlOf(call: HttpCall): URL {
  const url = new URL(call.url);
  const query = Object.entries(call.query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name.replace(/[^$\w-]/g, encodeURIComponent)}=${encodeURIComponent(value)}`],
  );
  // Not URLSearchParams: it writes a space as +, which not every OData service reads as a space.
  if (query.length > 0) url.search = [url.search.slice(1), ...query].filter((part) => part !== '').join('&');
  return url;
}

const isAllowed = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname));

function problemOfFailure(call: HttpCall, url: URL, error: unknown): Problem {
  const { code, nothingSent } = networkFailure(error);
  if (call.effect === 'write' && !nothingSent) return problem('outcome-unknown', 'outcome-unknown', { reason: code });
  return problem(code === 'answer-damaged' ? 'bad-response' : 'offline', code, { host: url.host });
}

function problemOfStop(call: HttpCall, url: URL, reason: StopReason, timeoutMs: number): Problem {
  if (call.effect === 'write') return problem('outcome-unknown', 'outcome-unknown', { reason });
  if (reason === 'stopped') return problem('cancelled', 'cancelled');
  return reason === 'timed-out'
    ? problem('offline', 'timed-out', { host: url.host, seconds: timeoutMs / 1000 })
    : problem('bad-response', 'answer-too-large', { host: url.host });
}
