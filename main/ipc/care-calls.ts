/** Runs in the main process: the calls about the app as a whole: its notifications, network, companies and licences. */
import { amsterdamDay } from '../../connectors/_kit/amsterdam-day';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { DiagnosticsFile, Licence } from '../../preload/contract/about-app';
import type { HostCheck } from '../../preload/contract/connection-check';
import type { Companies } from '../companies/companies';
import type { CompanyRemoval } from '../companies/company-removal';
import type { CareChannel, ShellCalls } from '../company/company';
import { zipOf, type Diagnostics } from '../diagnostics/diagnostics';
import type { ProxyPassword } from '../platform/proxy-password';
import type { Connectors } from '../ports';

export type CareCalls = Pick<ShellCalls, CareChannel>;

export interface CareCallsParts {
  readonly companies: Pick<Companies, 'register'>;
  readonly connectors: Connectors;
  /** False when this computer shows none. */
  readonly testNotification: () => boolean;
  readonly licences: () => Promise<readonly Licence[]>;
  readonly checkConnection: () => Promise<readonly HostCheck[]>;
  readonly proxyPassword: ProxyPassword;
  /** What goes out from now on uses the proxy as it is now. */
  readonly proxyChanged: () => void;
  readonly diagnostics: Diagnostics;
  readonly removal: CompanyRemoval;
  /** There is one company less to choose from. */
  readonly onRemoved: () => void;
  /** Each asks the office for a place; null when it cancels. */
  readonly askFolder: () => Promise<string | null>;
  readonly askZipFile: (suggestedName: string) => Promise<string | null>;
  readonly writeBytes: (path: string, bytes: Uint8Array) => Promise<Result<number>>;
}

export function createCareCalls(parts: CareCallsParts): CareCalls {
  const { companies, connectors, proxyPassword, removal } = parts;
  let collected: readonly DiagnosticsFile[] | null = null;

  const atKeychain = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
    try {
      return ok(await work());
    } catch (error) {
      return fail(problem('storage', 'keychain-refuses', { detail: error instanceof Error ? error.message : '' }));
    }
  };

  return {
    'app:test-notification': () => Promise.resolve({ shown: parts.testNotification() }),
    'app:pull-paces': async () => {
      const linked = companies.register.ids().flatMap((id) => {
        const store = companies.register.of(id);
        const packageId = store.settings.activePackage();
        return packageId === null ? [] : [{ company: store.name(), packageId }];
      });
      return Promise.all(
        linked.map(async ({ company, packageId }) => {
          const { label, capabilities } = (await connectors.load(packageId)).manifest;
          const { minimum, default: standard } = capabilities.pullIntervalMinutes;
          return { company, label, minimumMinutes: minimum, standardMinutes: standard };
        }),
      );
    },
    'app:licences': parts.licences,
    'network:check': parts.checkConnection,
    'network:password-is-set': () => atKeychain(async () => (await proxyPassword.read()) !== null),
    'network:save-password': async ({ password }) => {
      const saved = await atKeychain(() => proxyPassword.write(password));
      if (saved.ok) parts.proxyChanged();
      return saved.ok ? ok(null) : saved;
    },
    'diagnostics:collect': async () => {
      collected = await parts.diagnostics.collect();
      return collected;
    },
    'diagnostics:save': async () => {
      if (collected === null) return null;
      const file = await parts.askZipFile(`simon-koppel ${amsterdamDay(Date.now())}.zip`);
      if (file === null) return null;
      const written = await parts.writeBytes(file, zipOf(collected));
      return written.ok ? ok({ file }) : written;
    },
    'companies:removal': ({ id }) => removal.preview(id),
    'companies:remove': async ({ id, name, chooseFolder }) => {
      const folder = chooseFolder ? await parts.askFolder() : null;
      if (chooseFolder && folder === null) return null;
      const removed = await removal.remove(id, name, folder);
      if (removed.ok) parts.onRemoved();
      return removed;
    },
  };
}
