import type { LongWork, LongWorkKind } from '../../../preload/contract/long-work';
import { useAppStore } from '../../shell/app-store';

/** The work of this kind that is going on, once it takes long. */
export const useLongWork = (kind: LongWorkKind): LongWork | undefined =>
  useAppStore((store) => store.work.find((work) => work.kind === kind));

/** Rate and time left as a progress bar shows them. */
export const paceOf = (work: LongWork | undefined) => ({
  perMinute: work?.perMinute ?? null,
  timeLeftMs: work?.timeLeftMs ?? null,
});
