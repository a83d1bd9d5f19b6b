import { create } from 'zustand';
import type { CustomFormRow } from '../../../preload/contract/custom-forms';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { EMPTY_DESIGN, tidied, type FormDesign } from './form-design';

/** Id of a form, or that of a form that is not kept yet. */
export type DesignKey = number | 'new';

interface FormsStore {
  /** Designs that were changed and not kept yet. They outlive their screen. */
  readonly designs: Readonly<Partial<Record<DesignKey, FormDesign>>>;
  readonly problem: Problem | null;
  readonly isBusy: boolean;
  readonly change: (key: DesignKey, design: FormDesign) => void;
  readonly discard: (key: DesignKey) => void;
  /** Starts a new form with the questions of another one. */
  readonly copy: (from: FormDesign, title: string) => void;
  /** The form as it was kept, or null when that was refused. */
  readonly save: (key: DesignKey) => Promise<CustomFormRow | null>;
  readonly setActive: (id: number, active: boolean) => Promise<boolean>;
  readonly remove: (id: number) => Promise<boolean>;
  readonly forgetProblem: () => void;
}

/** Formulieren: what is being designed. */
export const useFormsStore = create<FormsStore>()((set, get) => {
  const asked = async <T>(
    work: () => Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }>,
  ): Promise<{ readonly value: T } | null> => {
    set({ isBusy: true, problem: null });
    try {
      const outcome = await work();
      if (outcome.ok) return { value: outcome.value };
      set({ problem: outcome.problem });
      return null;
    } finally {
      set({ isBusy: false });
    }
  };

  return {
    designs: {},
    problem: null,
    isBusy: false,
    change: (key, design) => set(({ designs }) => ({ designs: { ...designs, [key]: design } })),
    discard: (key) => set(({ designs }) => ({ designs: { ...designs, [key]: undefined }, problem: null })),
    copy: (from, title) => get().change('new', { title, questions: from.questions }),
    save: async (key) => {
      const design = get().designs[key] ?? EMPTY_DESIGN;
      const saved = await asked(() => api.customForms.save({ id: key === 'new' ? null : key, ...tidied(design) }));
      if (saved === null) return null;
      get().discard(key);
      return saved.value;
    },
    setActive: async (id, active) => (await asked(() => api.customForms.setActive({ id, active }))) !== null,
    remove: async (id) => (await asked(() => api.customForms.delete(id))) !== null,
    forgetProblem: () => set({ problem: null }),
  };
});
