import { create } from 'zustand';
import type { FirstRun } from '../../../preload/contract/first-run';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import type { Language } from '../../../preload/contract/views';
import { showToast } from '../../ui/toasts';

interface FirstRunStore {
  /** Null outside the practice administration, and until main answered. */
  readonly firstRun: FirstRun | null;
  readonly load: () => Promise<void>;
  readonly putAway: (away: boolean, language: Language) => Promise<void>;
}

/** How far the guided first run is. */
export const useFirstRunStore = create<FirstRunStore>()((set) => ({
  firstRun: null,
  load: async () => set({ firstRun: await api.firstRun.get() }),
  putAway: async (away, language) => {
    const outcome = await api.firstRun.putAway({ away });
    if (outcome.ok) set({ firstRun: outcome.value });
    else showToast('error', problemText(outcome.problem, language).message);
  },
}));
