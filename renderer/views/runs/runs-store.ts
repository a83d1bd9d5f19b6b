import { create } from 'zustand';
import type { RunFilter } from '../../../preload/contract/listing';
import type { RunResult, RunRow } from '../../../preload/contract/views';

interface RunsStore {
  readonly result: RunResult | 'all';
  /** Only runs that changed something. */
  readonly onlyChanged: boolean;
  readonly opened: RunRow | null;
  readonly filterOn: (change: Partial<Pick<RunsStore, 'result' | 'onlyChanged'>>) => void;
  readonly open: (run: RunRow | null) => void;
  /** One run among all of them, whatever was filtered on before. */
  readonly show: (run: RunRow) => void;
}

/** What is chosen on the screen with the history of runs; kept while the user is elsewhere. */
export const useRunsStore = create<RunsStore>()((set) => ({
  result: 'all',
  onlyChanged: false,
  opened: null,
  filterOn: (change) => set({ ...change, opened: null }),
  open: (opened) => set({ opened }),
  show: (opened) => set({ result: 'all', onlyChanged: false, opened }),
}));

/** The filter of the calls. */
export const toRunFilter = ({ result, onlyChanged }: Pick<RunsStore, 'result' | 'onlyChanged'>): RunFilter => ({
  ...(result === 'all' ? {} : { results: [result] }),
  ...(onlyChanged ? { changed: true } : {}),
});
