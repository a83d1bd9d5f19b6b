import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Fault } from './faults';
import type { SimulatorResponse } from './http-exchange';

interface FaultAnswerOptions {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly statusResponse: (status: number, retryAfterSeconds: number | null) => SimulatorResponse;
  /** Body of the fault `wrong-shape`, when the vendor does not speak JSON. */
  readonly wrongShapeBody?: string;
}

/** A page of a network that wants somebody to log in. */
export const WEB_PAGE =
  '<!doctype html><html lang="nl"><head><title>Aanmelden</title></head>' +
  '<body><h1>Aanmelden bij het netwerk</h1><form><input name="gebruiker"><button>Verder</button></form></body></html>';
const HUGE_CHUNK = Buffer.alloc(64 * 1024, ' ');
const DEFAULT_HUGE_BYTES = 100 * 1024 * 1024;

const bodyBytes = (response: SimulatorResponse): Buffer => response.bytes ?? Buffer.from(response.body, 'utf8');

/** Sends an answer as it is. */
export function sendResponse(outgoing: ServerResponse, response: SimulatorResponse): void {
  const body = bodyBytes(response);
  outgoing.writeHead(response.status, { ...response.headers, 'content-length': String(body.length) });
  outgoing.end(body);
}

/**
 * Plays a fault on an open exchange. `real` is the vendor's answer when the request was carried out. Returns the status
 * that left, null when none did. The faults that must act before the request is read are the server's business.
 */
export async function answerFault(
  outgoing: ServerResponse,
  fault: Fault,
  real: SimulatorResponse | null,
  options: FaultAnswerOptions,
): Promise<number | null> {
  const answer = real ?? options.statusResponse(fault.status ?? 200, null);
  const body = bodyBytes(answer);
  const half = body.subarray(0, Math.floor(body.length / 2));
  const sendAs = (changes: { headers?: Record<string, string>; body?: Buffer; status?: number }): number => {
    const bytes = changes.body ?? body;
    const status = changes.status ?? answer.status;
    outgoing.writeHead(status, {
      ...answer.headers,
      ...changes.headers,
      ...fault.headers,
      'content-length': String(bytes.length),
    });
    outgoing.end(bytes);
    return status;
  };

  switch (fault.kind) {
    case 'refuse':
    case 'reset-before':
    case 'reset-after-commit':
      outgoing.socket?.resetAndDestroy();
      return null;
    case 'timeout-before':
    case 'timeout-after-commit':
      return null;
    case 'late-commit':
      if (outgoing.destroyed) return null;
      return sendAs({});
    case 'rate-limited':
    case 'status':
      return sendStatus(outgoing, fault, options);
    case 'html':
      return sendAs({
        status: fault.status ?? 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: Buffer.from(fault.body ?? WEB_PAGE, 'utf8'),
      });
    case 'slow':
      return sendSlowly(outgoing, fault, answer, body, options);
    case 'truncated':
      outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': String(body.length + 1) });
      return cutAfter(outgoing, answer.status, half);
    case 'truncated-chunked':
      outgoing.writeHead(answer.status, { ...answer.headers, 'transfer-encoding': 'chunked' });
      return cutAfter(outgoing, answer.status, half);
    case 'truncated-headers':
      outgoing.socket?.write(`HTTP/1.1 ${answer.status} OK\r\nContent-Type: application/js`);
      outgoing.socket?.destroySoon();
      return null;
    case 'wrong-content-type':
      return sendAs({ headers: { 'content-type': 'text/html; charset=utf-8' } });
    case 'empty':
      return sendAs({ status: fault.status ?? answer.status, body: Buffer.alloc(0) });
    case 'bad-json':
      return sendAs({ body: half });
    case 'wrong-shape':
      return sendAs({
        body: Buffer.from(fault.body ?? options.wrongShapeBody ?? '{"value":{"items":"none"}}', 'utf8'),
      });
    case 'bad-gzip':
      return sendAs({ headers: { 'content-encoding': 'gzip' } });
    case 'byte-order-mark':
      return sendAs({ body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]) });
    case 'wrong-charset':
      return sendAs({ body: Buffer.from(answer.body, 'latin1') });
    case 'huge':
      return sendHuge(outgoing, answer, body, fault.bodyBytes ?? DEFAULT_HUGE_BYTES);
  }
}

/** The answer of `status` and `rate-limited`. */
export function statusAnswer(
  fault: Fault,
  options: Pick<FaultAnswerOptions, 'now' | 'statusResponse'>,
): SimulatorResponse {
  const status = fault.status ?? (fault.kind === 'rate-limited' ? 429 : 500);
  const response = options.statusResponse(status, fault.retryAfterSeconds ?? null);
  const headers: Record<string, string> = { ...response.headers, ...fault.headers };
  if (fault.retryAfterSeconds !== undefined) {
    headers['retry-after'] = fault.retryAfterAsDate
      ? new Date(options.now() + fault.retryAfterSeconds * 1000).toUTCString()
      : String(fault.retryAfterSeconds);
  }
  return { status, headers, body: fault.body ?? response.body };
}

function sendStatus(outgoing: ServerResponse, fault: Fault, options: FaultAnswerOptions): number {
  const response = statusAnswer(fault, options);
  sendResponse(outgoing, response);
  return response.status;
}

/** Sends the given bytes of a longer answer, then ends the connection. */
function cutAfter(outgoing: ServerResponse, status: number, bytes: Buffer): number {
  const cut = (): void => {
    outgoing.socket?.destroySoon();
  };
  if (bytes.length === 0) {
    outgoing.flushHeaders();
    cut();
  } else {
    outgoing.write(bytes, cut);
  }
  return status;
}

async function sendSlowly(
  outgoing: ServerResponse,
  fault: Fault,
  answer: SimulatorResponse,
  body: Buffer,
  options: FaultAnswerOptions,
): Promise<number | null> {
  await options.sleep(fault.delayMs ?? 0);
  if (outgoing.destroyed) return null;
  outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': String(body.length) });
  if (fault.byteIntervalMs === undefined) {
    outgoing.end(body);
    return answer.status;
  }
  for (let index = 0; index < body.length && !outgoing.destroyed; index += 1) {
    outgoing.write(body.subarray(index, index + 1));
    await options.sleep(fault.byteIntervalMs);
  }
  outgoing.end();
  return answer.status;
}

async function sendHuge(
  outgoing: ServerResponse,
  answer: SimulatorResponse,
  body: Buffer,
  totalBytes: number,
): Promise<number> {
  function* bytes(): Generator<Buffer> {
    yield body;
    for (let sent = body.length; sent < totalBytes; sent += HUGE_CHUNK.length) yield HUGE_CHUNK;
  }
  outgoing.writeHead(answer.status, { ...answer.headers });
  // A client that has seen enough closes the connection: the answer then ends early, which is no fault of ours.
  await pipeline(bytes, outgoing).catch(() => undefined);
  return answer.status;
}
