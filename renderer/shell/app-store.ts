import { create } from 'zustand';
import type { Area } from '../../preload/contract/events';
import type { LongWork } from '../../preload/contract/long-work';
import type { AppState, Overview, SyncProgress, SyncStatus } from '../../preload/contract/views';
import { api, onEvent } from '../api';
import { useLogStore } from '../views/log/log-store';
import { useCompanySwitch } from './company-switch';
import { navigate } from './use-route';

interface AppStore {
  /** Null until main answered. */
  readonly app: AppState | null;
  readonly sync: SyncStatus | null;
  /** Of the run that is going on, by table; empty when none is. */
  readonly progress: readonly SyncProgress[];
  /** Everything that takes long now. */
  readonly work: readonly LongWork[];
  readonly overview: Overview | null;
  /** Revision of main's data at the last change of each area. */
  readonly revisions: Readonly<Partial<Record<Area, number>>>;
}

const NOTHING: AppStore = { app: null, sync: null, progress: [], work: [], overview: null, revisions: {} };

/** What every screen may need: the company, the link and its status. A copy of what main tells. */
export const useAppStore = create<AppStore>()(() => NOTHING);

/** Progress by table of the newest run; a table that starts again replaces its former line. */
export function withProgress(lines: readonly SyncProgress[], fact: SyncProgress): readonly SyncProgress[] {
  const sameRun = lines.filter((line) => line.runId === fact.runId);
  const index = sameRun.findIndex((line) => line.resource === fact.resource);
  return index < 0 ? [...sameRun, fact] : sameRun.with(index, fact);
}

async function readOverview(): Promise<void> {
  useAppStore.setState({ overview: await api.overview.get() });
}

/** Reads the first state and follows the events of main until the returned function is called. */
export async function startAppStore(): Promise<() => void> {
  const stops = [
    onEvent('app:state', (app) => useAppStore.setState({ app })),
    onEvent('sync:status', (sync) =>
      useAppStore.setState((before) => ({ sync, progress: sync.connection === 'busy' ? before.progress : [] })),
    ),
    onEvent('sync:progress', (fact) =>
      useAppStore.setState((before) => ({ progress: withProgress(before.progress, fact) })),
    ),
    onEvent('work:progress', (work) => useAppStore.setState({ work })),
    onEvent('data:changed', ({ revision, areas }) => {
      useAppStore.setState((before) => ({
        revisions: { ...before.revisions, ...Object.fromEntries(areas.map((area) => [area, revision])) },
      }));
      void readOverview();
    }),
    onEvent('app:navigate', ({ view, detail, log, companyId }) => {
      const here = useAppStore.getState().app?.company.id;
      if (log !== undefined) useLogStore.getState().filterOn({ ...log, period: 'all', text: '' });
      if (companyId === undefined || companyId === here) navigate(view, detail ?? null);
      else void useCompanySwitch.getState().choose(companyId, view);
    }),
  ];
  const app = await api.app.state();
  useAppStore.setState({ app });
  // A company whose data cannot be opened has nothing else to tell.
  if (app.company.problem === null) {
    const [sync, work] = await Promise.all([api.sync.status(), api.work.list(), readOverview()]);
    useAppStore.setState({ sync, work });
  }
  return () => stops.forEach((stop) => stop());
}

/** Rises when one of the areas changed: read again. */
export function useRevision(...areas: readonly Area[]): number {
  return useAppStore((store) => Math.max(0, ...areas.map((area) => store.revisions[area] ?? 0)));
}
