import { create } from 'zustand';
import { VIEWS, type View } from '../../../preload/contract/events';

/** In the window's own storage: how a screen is folded is of this computer, and no data of the company. */
const NAME = 'unfolded-help';

interface UnfoldedHelp {
  readonly views: readonly View[];
  readonly toggle: (view: View) => void;
}

/** The screens whose explanation shows; it stays as the office left it. */
export const useUnfoldedHelp = create<UnfoldedHelp>()((set, get) => ({
  views: read(),
  toggle: (view) => {
    const { views } = get();
    const next = views.includes(view) ? views.filter((one) => one !== view) : [...views, view];
    set({ views: next });
    localStorage.setItem(NAME, JSON.stringify(next));
  },
}));

function read(): readonly View[] {
  const kept: readonly string[] = (localStorage.getItem(NAME) ?? '').match(/[a-z-]+/g) ?? [];
  return VIEWS.filter((view) => kept.includes(view));
}
