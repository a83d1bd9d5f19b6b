import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SimulatorStartError, type RecordedRequest } from './contract';
import { answerFault, sendResponse } from './fault-answers';
import { FaultPlan, isCarriedOut, type Fault } from './faults';
import { decodePath, Recording, type RecordingRules } from './recording';
import type { SimulatorHandler, SimulatorRequest, SimulatorResponse } from './http-exchange';

/** Larger bodies are refused with 413: no vendor takes more than 10 MB of document. */
const MAXIMUM_BODY_BYTES = 15 * 1024 * 1024;
/** Longer than any client's pause between two requests, so that reuse of a connection never races with its end. */
const KEEP_ALIVE_MS = 65_000;

export interface SimulatorServerOptions extends RecordingRules {
  readonly port: number;
  readonly host: string;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** The vendor's addresses. */
  readonly handle: SimulatorHandler;
  /** The simulator's own pages, tried first: never recorded, never faulty. Null = not one of them. */
  readonly ownPages: (request: SimulatorRequest) => SimulatorResponse | null;
  /** The vendor's body for an error status that was not caused by a request. */
  readonly statusResponse: (status: number, retryAfterSeconds: number | null) => SimulatorResponse;
  /** Body of the fault `wrong-shape`, when the vendor does not speak JSON. */
  readonly wrongShapeBody?: string;
}

export interface SimulatorServer {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** Sends to this server. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly requests: () => readonly RecordedRequest[];
  readonly clearRequests: () => void;
  readonly fault: (fault: Fault) => void;
  readonly clearFaults: () => void;
  readonly close: () => Promise<void>;
}

/** Starts one HTTP server on a loopback address. Rejects with SimulatorStartError when the port is taken. */
export async function startSimulatorServer(options: SimulatorServerOptions): Promise<SimulatorServer> {
  const faults = new FaultPlan();
  const recording = new Recording(options, faults);
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await listen(server, options.port, options.host);
  const port = (server.address() as AddressInfo).port;
  let closed = false;

  const reopen = (): void => {
    if (!closed && !server.listening) server.listen(port, options.host);
  };

  const refuseFor = async (delayMs: number | undefined): Promise<void> => {
    server.close();
    server.closeAllConnections();
    if (delayMs === undefined) return;
    await options.sleep(delayMs);
    reopen();
  };

  const carryOut = async (request: SimulatorRequest, outgoing: ServerResponse): Promise<SimulatorResponse> => {
    const response = await options.handle(request);
    if (response.onClosed !== undefined) {
      if (outgoing.destroyed) response.onClosed();
      outgoing.once('finish', response.onClosed).once('close', response.onClosed);
    }
    return response;
  };

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    // The clock of the package, not of this computer: a Retry-After with a date is measured from it.
    outgoing.sendDate = false;
    outgoing.setHeader('date', new Date(options.now()).toUTCString());
    const url = new URL(incoming.url ?? '/', `http://${options.host}`);
    const path = decodePath(url.pathname);
    const method = incoming.method ?? 'GET';
    const readRequest = async (): Promise<SimulatorRequest | null> => {
      const body = await readBody(incoming);
      if (body === null) return null;
      return {
        method,
        path,
        query: url.searchParams,
        headers: flatHeaders(incoming),
        body,
        atMs: options.now(),
      };
    };

    if (isOwnPath(path)) {
      const request = await readRequest();
      const response = request === null ? null : options.ownPages(request);
      if (response !== null) return sendResponse(outgoing, response);
    }

    const arrived = { method, path, query: url.searchParams, headers: flatHeaders(incoming), atMs: options.now() };
    const { record, fault } = recording.arrived(arrived);
    if (fault?.kind === 'refuse') return refuseFor(fault.delayMs);
    if (fault?.kind === 'reset-before') {
      incoming.socket.resetAndDestroy();
      return;
    }

    const request = await readRequest();
    if (request === null) {
      record.status = 413;
      incoming.resume();
      return sendResponse(outgoing, { status: 413, headers: { connection: 'close' }, body: '' });
    }
    recording.bodyRead(record, request);

    if (fault === null) {
      const response = await carryOut(request, outgoing);
      record.status = response.status;
      return sendResponse(outgoing, response);
    }
    if (fault.kind === 'late-commit') await options.sleep(fault.delayMs ?? 0);
    const real = isCarriedOut(fault) ? await carryOut(request, outgoing) : null;
    record.status = await answerFault(outgoing, fault, real, options);
  }

  return {
    address: `http://${options.host}:${port}`,
    fetch: (url, init) => fetch(url, init),
    requests: recording.requests,
    clearRequests: recording.clear,
    fault: (fault) => {
      faults.add(fault);
    },
    clearFaults: () => {
      faults.clear();
      reopen();
    },
    close: () => {
      closed = true;
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

export const OWN_PATHS = { page: '/boeken', pageData: '/boeken.json', control: '/_simulator/' } as const;

const isOwnPath = (path: string): boolean =>
  path === OWN_PATHS.page || path === OWN_PATHS.pageData || path.startsWith(OWN_PATHS.control);

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => {
      reject(
        error.code === 'EADDRINUSE'
          ? new SimulatorStartError('port-in-use', `Port ${port} is in use by another program.`, { cause: error })
          : error,
      );
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAXIMUM_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function flatHeaders(incoming: IncomingMessage): Record<string, string | undefined> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
