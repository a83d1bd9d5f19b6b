import { api } from '../../api';
import { navigate } from '../../shell/use-route';
import { RUNS_PART } from '../log/LogParts';
import { useRunsStore } from './runs-store';

/** Opens one run in the history. */
export async function openRun(id: number): Promise<void> {
  const run = await api.sync.run(id);
  if (run !== null) useRunsStore.getState().show(run);
  navigate('log', RUNS_PART);
}
