import { create } from 'zustand';
import type { ArticleRow } from '../../../preload/contract/views';
import type { Sort } from '../../ui/DataTable';

interface ArticlesStore {
  readonly search: string;
  readonly sort: Sort;
  readonly opened: ArticleRow | null;
  readonly setSearch: (search: string) => void;
  readonly setSort: (sort: Sort) => void;
  readonly open: (row: ArticleRow | null) => void;
}

/** What is chosen on the screen Artikelen. */
export const useArticlesStore = create<ArticlesStore>()((set) => ({
  search: '',
  sort: { key: 'code', descending: false },
  opened: null,
  setSearch: (search) => set({ search }),
  setSort: (sort) => set({ sort }),
  open: (opened) => set({ opened }),
}));
