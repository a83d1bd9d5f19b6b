import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok } from '../../connectors/_kit/result';
import type { SyncStatus } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { CompanySettings } from '../ports';
import type { ActiveLink } from './active-link';
import type { BackgroundRuns } from './background-runs';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';

type Calls = Pick<CompanyCalls, 'sync:status' | 'sync:now' | 'sync:cancel' | 'sync:pause' | 'sync:runs' | 'sync:run'>;

export interface SyncCallsParts {
  readonly store: RemoteStore;
  readonly companySettings: CompanySettings;
  readonly activeLink: ActiveLink;
  readonly runs: BackgroundRuns;
  readonly events: CompanyEvents;
}

/** No integration is active: there is nothing to synchronise with. */
export const notLinked = (): Problem => problem('blocked', 'not-linked');

/** How the link is doing; `not-linked` when no integration is active. */
export function createSyncStatus({
  store,
  companySettings,
  activeLink,
}: Pick<SyncCallsParts, 'store' | 'companySettings' | 'activeLink'>): () => Promise<SyncStatus> {
  return async () => {
    const engine = activeLink.engine();
    if (engine !== null) return engine.status();
    return {
      connection: 'not-linked',
      package: null,
      administrationName: null,
      lastRun: await store.runs.last(),
      nextRunAtMs: null,
      pausedUntilMs: null,
      pausedByUser: companySettings.pausedByUser(),
      allowance: null,
      lastGoodCallAtMs: null,
      problem: null,
      marks: [],
      cleanUps: [],
    };
  };
}

/** Nu synchroniseren, stop and pause. A run that was asked for is not waited for. */
export function createSyncCalls(parts: SyncCallsParts, status: () => Promise<SyncStatus>): Calls {
  const { store, companySettings, activeLink, runs, events } = parts;

  return {
    'sync:status': status,
    'sync:now': async (request) => {
      // A run would only fail: while the package asks to wait, nothing is sent.
      const { pausedUntilMs, problem: found } = await status();
      if (pausedUntilMs !== null && found?.kind === 'rate-limited') return fail(found);
      return runs.request(request, 'manual') ? ok(null) : fail(notLinked());
    },
    'sync:cancel': () => {
      const engine = activeLink.engine();
      engine?.cancel();
      return Promise.resolve(engine === null ? fail(notLinked()) : ok(null));
    },
    'sync:pause': async ({ paused }) => {
      companySettings.setPausedByUser(paused);
      const engine = activeLink.engine();
      if (paused) engine?.cancel();
      else engine?.wake();
      events.tell('sync:status', await status());
      return ok(null);
    },
    'sync:runs': (request) => store.runs.list(request),
    'sync:run': async (id) => (await store.wholeLists.runs([id]))[0] ?? null,
  };
}
