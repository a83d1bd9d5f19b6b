/** Places on this computer where a request goes wrong before the package hears of it. */
import { readFileSync } from 'node:fs';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';

/**
 * - `closed-port`   connection refused
 * - `no-such-name`  a name that no server knows (RFC 2606: `.invalid` never exists)
 * - `expired`       a certificate of a known authority whose time is over
 * - `own`           a certificate that no known authority signed, as of a network that reads along
 * - `wrong-name`    a certificate of a known authority for another name
 * - `silent`        the connection is taken, and nothing ever comes over it
 */
export type Detour = 'closed-port' | 'no-such-name' | 'silent' | Certificate;
type Certificate = 'expired' | 'own' | 'wrong-name';

const CERTIFICATES = join(import.meta.dirname, 'certificates');
/** The authority behind `expired` and `wrong-name`; a program trusts it when NODE_EXTRA_CA_CERTS names this file. */
export const AUTHORITY_FILE = join(CERTIFICATES, 'authority.crt');

/** Opens each place when it is needed for the first time. */
export class Detours {
  private readonly servers: Server[] = [];
  private readonly origins = new Map<Detour, Promise<string>>();

  /** `onSilence`: a request came to where it is never answered. */
  constructor(private readonly onSilence: () => void) {}

  /** The address of the same resource over this detour. */
  async address(detour: Detour, url: string): Promise<string> {
    let origin = this.origins.get(detour);
    if (origin === undefined) this.origins.set(detour, (origin = this.open(detour)));
    const { pathname, search } = new URL(url);
    return (await origin) + pathname + search;
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }

  private async open(detour: Detour): Promise<string> {
    if (detour === 'no-such-name') return 'https://boekhouding.invalid';
    if (detour === 'closed-port') {
      const server = createServer();
      const port = await listening(server);
      await new Promise((resolve) => server.close(resolve));
      return `http://127.0.0.1:${port}`;
    }
    if (detour === 'silent') {
      const server = createServer((socket) => {
        // Where a client gives up, the other side sees a reset.
        socket.on('error', () => undefined).once('data', this.onSilence);
      });
      this.servers.push(server);
      return `http://127.0.0.1:${await listening(server)}`;
    }
    const read = (kind: string): Buffer => readFileSync(join(CERTIFICATES, `${detour}.${kind}`));
    const server = createHttpsServer({ cert: read('crt'), key: read('key') });
    // The client leaves as soon as it has seen the certificate.
    server.on('tlsClientError', () => undefined);
    this.servers.push(server);
    return `https://127.0.0.1:${await listening(server)}`;
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
