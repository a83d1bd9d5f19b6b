/** Runs in the main process: whether the services of the accounting packages can be reached from here, and if not, why. */
import { session } from 'electron';
import { WEB_APP } from '../../connectors/_kit/document-page';
import { problem, type Problem } from '../../connectors/_kit/problem';
import type { HostCheck } from '../../preload/contract/connection-check';
import { networkFailure } from '../sync/network-failure';
import type { Connectors, Time } from '../ports';
import type { Network } from './network';
import { proxyOnTheWay } from './proxy-config';
import { PROXY_AUTHENTICATION_REQUIRED } from './proxy-error';

/** Nothing of it is kept on disk. */
const PARTITION = 'connection-check';
const LIMIT_MS = 15_000;
/** Chromium judges the certificate itself. */
const AS_CHROMIUM_SAYS = -3;

export interface ConnectionCheckParts {
  readonly connectors: Connectors;
  /** Ids of the packages that companies are linked with; empty: all are checked. */
  readonly inUse: () => readonly string[];
  readonly network: Pick<Network, 'through' | 'askProxyAgain'>;
  readonly time: Pick<Time, 'monotonicMs'>;
}

/** Asks each host for its front page, at the same time; whatever it answers, it is reached. */
export function createConnectionCheck({
  connectors,
  inUse,
  network,
  time,
}: ConnectionCheckParts): () => Promise<readonly HostCheck[]> {
  const issuers = new Map<string, string>();
  const own = session.fromPartition(PARTITION, { cache: false });
  own.setCertificateVerifyProc(({ hostname, certificate, isIssuedByKnownRoot }, judge) => {
    if (isIssuedByKnownRoot) issuers.delete(hostname);
    else issuers.set(hostname, certificate.issuerName);
    judge(AS_CHROMIUM_SAYS);
  });

  const check = async (origin: string, packages: readonly string[]): Promise<HostCheck> => {
    const { host, hostname } = new URL(origin);
    const beganAtMs = time.monotonicMs();
    const reason = await whyNot(origin);
    return {
      host,
      packages,
      problem: reason,
      tookMs: Math.round(time.monotonicMs() - beganAtMs),
      proxy: proxyOnTheWay(await own.resolveProxy(origin)),
      ownIssuer: issuers.get(hostname) ?? null,
    };
  };
  const whyNot = async (origin: string): Promise<Problem | null> => {
    try {
      await network.through(own, origin);
      const { status } = await own.fetch(origin, {
        method: 'HEAD',
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      return status === PROXY_AUTHENTICATION_REQUIRED ? problem('offline', 'proxy-asks-name') : null;
    } catch (error) {
      return reasonOf(error, new URL(origin).host);
    }
  };

  return async () => {
    const used = inUse();
    const ids = used.length === 0 ? connectors.ids : used;
    const packagesAt = new Map<string, string[]>();
    for (const id of ids) {
      const { manifest } = await connectors.load(id);
      for (const [name, address] of Object.entries(await connectors.endpoints(id))) {
        if (name === WEB_APP) continue;
        const { origin } = new URL(address);
        const there = packagesAt.get(origin) ?? [];
        packagesAt.set(origin, there.includes(manifest.label) ? there : [...there, manifest.label]);
      }
    }
    // What was refused a minute ago may have been mended.
    network.askProxyAgain();
    issuers.clear();
    await own.closeAllConnections();
    return Promise.all([...packagesAt].map(([origin, packages]) => check(origin, packages)));
  };
}

/** Null: it answered after all, with a redirect that is not followed. */
function reasonOf(error: unknown, host: string): Problem | null {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  if (text.includes('Redirect was cancelled')) return null;
  if (/TimeoutError|AbortError/u.test(text)) return problem('offline', 'connect-timed-out', { host });
  return problem('offline', networkFailure(error).code, { host });
}
