import { useAppStore } from '../../shell/app-store';

/** Whether a package is linked, active or paused; false too while that is not known yet. */
export const useIsLinked = (): boolean =>
  useAppStore((store) => store.sync !== null && store.sync.connection !== 'not-linked');
