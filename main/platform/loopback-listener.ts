/** Runs in the main process: waits on this computer for the browser that comes back from a login page. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { answerIn } from './login-text';
import { returnedPage } from './returned-page';

export interface ListenParts {
  /** IP addresses of this computer itself. One that it does not have is left out, as long as there is another. */
  readonly hosts: readonly string[];
  /** 0: a free one, the same on every host. */
  readonly port: number;
  readonly path: string;
  /** Called with every answer, after the browser has got its page. */
  readonly onAnswer: (parameters: URLSearchParams) => void;
}

export interface LoopbackListener {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Long enough for a browser on this computer; a request that stays open keeps nothing else waiting. */
const REQUEST_LIMIT_MS = 10_000;
/** The computer has no such address (IPv6 that is switched off). */
const NO_SUCH_HOST: ReadonlySet<string> = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);
const NO_ADDRESS = 'EADDRNOTAVAIL';

/**
 * Listens until it is closed. Only a page that the browser itself shows gets through: GET, exactly this path, asked for
 * under a name of this computer (a page on the web that points its own name here is refused), and with an answer in it.
 * Problems: `login-port-in-use`, `login-port-refused`.
 */
export async function listenForAnswer(parts: ListenParts): Promise<Result<LoopbackListener>> {
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closeServer));
  };
  let port = parts.port;
  let failure = NO_ADDRESS;
  for (const host of parts.hosts) {
    const server = createServer({ requestTimeout: REQUEST_LIMIT_MS }, (request, response) => {
      answerRequest(request, response, port, parts);
    });
    const error = await listen(server, host, port);
    if (error === null) {
      servers.push(server);
      ({ port } = server.address() as AddressInfo);
    } else if (NO_SUCH_HOST.has(error)) {
      failure = error;
    } else {
      await close();
      return fail(portProblem(error, port));
    }
  }
  return servers.length === 0 ? fail(portProblem(failure, port)) : ok({ port, close });
}

/** Null when it listens, else the system's name for why it does not. */
function listen(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    // Without sharing: another program on the same port would get the answers.
    server.listen({ host, port, exclusive: true }, () => resolve(null));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

const portProblem = (error: string, port: number) =>
  error === 'EADDRINUSE'
    ? problem('blocked', 'login-port-in-use', { port })
    : problem('blocked', 'login-port-refused', { port, detail: error });

function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  { path, onAnswer }: ListenParts,
): void {
  // Never kept alive: the listener ends with the login.
  response.setHeader('connection', 'close');
  const refuse = (status: number): void => void response.writeHead(status).end();
  if (!isOwnName(request.headers.host, port)) return refuse(403);
  // Pictures, scripts and frames of a page on the web say what they are; a person's browser shows a document.
  const shownAs = request.headers['sec-fetch-dest'];
  if (shownAs !== undefined && shownAs !== 'document') return refuse(403);
  const address = `http://localhost${request.url ?? ''}`;
  if (!URL.canParse(address)) return refuse(400);
  const url = new URL(address);
  if (url.pathname !== path) return refuse(404);
  if (request.method !== 'GET') {
    response.setHeader('allow', 'GET');
    return refuse(405);
  }
  const parameters = answerIn(url);
  if (parameters === null) return refuse(400);

  const page = returnedPage({ refused: parameters.has('error') });
  // Whether the browser stayed for its page or not: it brought the answer.
  response.once('close', () => onAnswer(parameters));
  response.writeHead(200, page.headers).end(page.html);
}

function isOwnName(host: string | undefined, port: number): boolean {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  // Port 80 is left out of an address.
  const own = port === 80 ? names : names.map((name) => `${name}:${port}`);
  return host !== undefined && own.includes(host.toLowerCase());
}
