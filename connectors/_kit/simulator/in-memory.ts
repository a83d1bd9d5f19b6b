/**
 * A simulator without sockets: requests come in through `fetch`, in the order in which they are made, and nothing takes
 * time but what sleeps on the injected clock. The same requests give the same answers at the same moments, each time.
 */
import { statusAnswer, WEB_PAGE } from './fault-answers';
import { FaultPlan, isCarriedOut, type Fault } from './faults';
import type { SimulatorRequest, SimulatorResponse } from './http-exchange';
import { decodePath, Recording } from './recording';
import type { SimulatorServer, SimulatorServerOptions } from './server';

/** Where it seems to listen; nothing does. */
const ADDRESS = 'http://127.0.0.1:1';

export function startInMemory(options: SimulatorServerOptions): Promise<SimulatorServer> {
  const faults = new FaultPlan();
  const recording = new Recording(options, faults);
  let isRefusing = false;

  const refuseFor = async (delayMs: number | undefined): Promise<void> => {
    isRefusing = true;
    if (delayMs === undefined) return;
    await options.sleep(delayMs);
    isRefusing = false;
  };

  const fetch: SimulatorServer['fetch'] = async (address, init = {}) => {
    const url = new URL(address);
    const signal = init.signal ?? undefined;
    if (signal?.aborted === true) throw aborted();
    if (isRefusing) throw failed('ECONNREFUSED');
    const arrived = {
      method: init.method ?? 'GET',
      path: decodePath(url.pathname),
      query: url.searchParams,
      headers: { host: url.host, ...Object.fromEntries(new Headers(init.headers).entries()) },
      atMs: options.now(),
    };
    const { record, fault } = recording.arrived(arrived);
    if (fault?.kind === 'refuse') {
      void refuseFor(fault.delayMs);
      throw failed('ECONNRESET');
    }
    if (fault?.kind === 'reset-before') throw failed('ECONNRESET');
    const request: SimulatorRequest = { ...arrived, body: await bodyOf(init) };
    recording.bodyRead(record, request);
    const answer = async (): Promise<Response> => {
      if (fault?.kind === 'late-commit') await options.sleep(fault.delayMs ?? 0);
      const real = fault === null || isCarriedOut(fault) ? await options.handle(request) : null;
      real?.onClosed?.();
      const response = await played(fault, real, options, signal);
      record.status = response.status;
      if (!response.headers.has('date')) response.headers.set('date', new Date(options.now()).toUTCString());
      return response;
    };
    return untilAborted(answer(), signal);
  };

  return Promise.resolve({
    address: ADDRESS,
    fetch,
    requests: recording.requests,
    clearRequests: recording.clear,
    fault: (fault) => {
      faults.add(fault);
    },
    clearFaults: () => {
      faults.clear();
      isRefusing = false;
    },
    close: () => Promise.resolve(),
  });
}

/** What the client sees of an answer. A promise that never settles stands for a connection that stays open. */
async function played(
  fault: Fault | null,
  real: SimulatorResponse | null,
  options: SimulatorServerOptions,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const answer = real ?? options.statusResponse(fault?.status ?? 200, null);
  const body = answer.bytes ?? Buffer.from(answer.body, 'utf8');
  const half = body.subarray(0, Math.floor(body.length / 2));
  const as = (bytes: Buffer, headers: Readonly<Record<string, string>> = {}, status = answer.status): Response =>
    responseOf(status, { ...answer.headers, ...headers, ...fault?.headers }, bytes);

  switch (fault?.kind) {
    case undefined:
    case 'late-commit':
      return as(body);
    case 'refuse':
    case 'reset-before':
    case 'reset-after-commit':
      throw failed('ECONNRESET');
    case 'truncated-headers':
      throw failed('UND_ERR_SOCKET');
    case 'timeout-before':
    case 'timeout-after-commit':
      return new Promise(() => undefined);
    case 'rate-limited':
    case 'status':
      return plainly(statusAnswer(fault, options));
    case 'html':
      return as(
        Buffer.from(fault.body ?? WEB_PAGE),
        { 'content-type': 'text/html; charset=utf-8' },
        fault.status ?? 200,
      );
    case 'slow':
      await options.sleep((fault.delayMs ?? 0) + (fault.byteIntervalMs ?? 0) * body.length);
      return signal?.aborted === true ? new Promise(() => undefined) : as(body);
    case 'truncated':
    case 'truncated-chunked':
      return responseOf(answer.status, answer.headers, half, failed('UND_ERR_SOCKET'));
    case 'bad-gzip':
      return responseOf(answer.status, answer.headers, Buffer.alloc(0), failed('Z_DATA_ERROR'));
    case 'wrong-content-type':
      return as(body, { 'content-type': 'text/html; charset=utf-8' });
    case 'empty':
      return as(Buffer.alloc(0), {}, fault.status ?? answer.status);
    case 'bad-json':
      return as(half);
    case 'wrong-shape':
      return as(Buffer.from(fault.body ?? options.wrongShapeBody ?? '{"value":{"items":"none"}}'));
    case 'byte-order-mark':
      return as(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]));
    case 'wrong-charset':
      return as(Buffer.from(answer.body, 'latin1'));
    case 'huge':
      return as(Buffer.concat([body, Buffer.alloc(Math.max(0, (fault.bodyBytes ?? 0) - body.length), ' ')]));
  }
}

const plainly = ({ status, headers, body }: SimulatorResponse): Response =>
  responseOf(status, headers, Buffer.from(body));

/** Statuses that the Fetch standard allows no body for. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** `broken`: what the reader meets behind the bytes. */
function responseOf(
  status: number,
  headers: Readonly<Record<string, string>>,
  bytes: Buffer,
  broken: Error | null = null,
): Response {
  if (WITHOUT_BODY.has(status)) return new Response(null, { status, headers: { ...headers } });
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      if (bytes.length > 0) controller.enqueue(new Uint8Array(bytes));
      if (broken === null) controller.close();
    },
    // Only when the bytes were read: an error puts aside what is still waiting.
    pull: (controller) => {
      if (broken !== null) controller.error(broken);
    },
  });
  return new Response(body, { status, headers: { ...headers } });
}

async function bodyOf({ body }: RequestInit): Promise<Buffer> {
  if (body === undefined || body === null) return Buffer.alloc(0);
  return Buffer.from(await new Response(body).arrayBuffer());
}

/** As Node's own fetch fails: the code stands in the cause. */
const failed = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
const aborted = (): Error => new DOMException('This operation was aborted', 'AbortError');

function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(aborted());
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
