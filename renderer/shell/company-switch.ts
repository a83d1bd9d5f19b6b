import i18next from 'i18next';
import { create } from 'zustand';
import type { View } from '../../preload/contract/events';
import type { Result } from '../../preload/contract/model';
import { api } from '../api';
import { toLanguage } from '../i18n/language';
import { problemText } from '../i18n/problem-text';
import { showToast } from '../ui/toasts';
import { saveAll, unsavedCount } from '../views/work-orders/unsaved-editors';

interface CompanySwitchStore {
  /** Asked first: this many work orders have changes that would be lost. Null while nothing is asked. */
  readonly question: { readonly unsaved: number; readonly goOn: () => Promise<Result<null>> } | null;
  readonly stay: () => void;
  /** Leaves in spite of what is not saved. */
  readonly goOn: () => Promise<void>;
  /** Shows the page of another company; that of this one ends, with everything that was typed in it. */
  readonly choose: (id: string, view: View) => Promise<void>;
  /** Makes a company and shows its page. Null when the office is asked first, or the outcome. */
  readonly add: (name: string) => Promise<Result<null> | null>;
}

/** Going from one company to another. */
export const useCompanySwitch = create<CompanySwitchStore>()((set, get) => {
  const leave = async (goOn: () => Promise<Result<null>>): Promise<Result<null> | null> => {
    await saveAll();
    const unsaved = unsavedCount();
    if (unsaved === 0) return goOn();
    set({ question: { unsaved, goOn } });
    return null;
  };
  return {
    question: null,
    stay: () => set({ question: null }),
    goOn: async () => {
      const { question } = get();
      set({ question: null });
      tellRefusal((await question?.goOn()) ?? null);
    },
    choose: async (id, view) => tellRefusal(await leave(() => api.companies.choose({ id, view }))),
    add: (name) => leave(() => api.companies.add({ name })),
  };
});

function tellRefusal(outcome: Result<null> | null): void {
  if (outcome?.ok === false) showToast('error', problemText(outcome.problem, toLanguage(i18next.language)).message);
}
