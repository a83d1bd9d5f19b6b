import { create } from 'zustand';
import type { DeliveryState, QueueRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { dayStartMs, officeDay, weekOf } from '../../i18n/office-clock';
import type { SelectedIds } from '../../ui/row-selection';
import { keepChoice, readChoice, type QueueBox } from './queue-choice';

/** The states that lie in each box. */
const STATES_IN: Readonly<Record<Exclude<QueueBox, 'all' | 'pdfs'>, readonly DeliveryState[]>> = {
  open: ['waiting', 'sending', 'unsure', 'blocked'],
  waiting: ['waiting'],
  sending: ['sending'],
  blocked: ['blocked'],
  unsure: ['unsure'],
  skipped: ['skipped'],
  booked: ['booked'],
};

/** From which day on: of archiving, which is the date of the document. */
export const QUEUE_PERIODS = ['all', 'week', 'month'] as const;
export type QueuePeriod = (typeof QUEUE_PERIODS)[number];

/** The Monday of this week, or the first day of this month, on the clock of the office. */
const firstDayOf: Readonly<Record<Exclude<QueuePeriod, 'all'>, (today: string) => string>> = {
  week: (today) => weekOf(today)[0] ?? today,
  month: (today) => `${today.slice(0, 8)}01`,
};

/** The filter of the call for a period. */
export const sincePeriod = (period: QueuePeriod, nowMs: number) =>
  period === 'all' ? {} : { archivedFromMs: dayStartMs(firstDayOf[period](officeDay(nowMs))) };

/** What to list in a box: entries in its states, or those with a PDF that needs the office. */
export function filterOf(box: QueueBox) {
  if (box === 'all') return {};
  return box === 'pdfs' ? { pdfs: 'held' as const } : { states: [...STATES_IN[box]] };
}

/** Boxes in which many stand for the same reason. */
const GROUPED_BOXES: ReadonlySet<QueueBox> = new Set(['open', 'waiting', 'blocked', 'unsure', 'skipped']);
export const mayGroup = (box: QueueBox): boolean => GROUPED_BOXES.has(box);

/** How many PDFs of an entry are in the accounting package. */
export const sentPdfs = ({ pdfs }: Pick<QueueRow, 'pdfs'>): number =>
  pdfs.filter(({ state }) => state === 'done').length;

interface QueueStore {
  readonly box: QueueBox;
  readonly period: QueuePeriod;
  readonly search: string;
  readonly selected: SelectedIds;
  /** Whether entries of the same cause stand together, in the boxes where that means something. */
  readonly isGrouped: boolean;
  /** Causes that are folded, or unfolded, otherwise than at first. */
  readonly turned: ReadonlySet<string>;
  readonly showBox: (box: QueueBox) => void;
  readonly group: (isGrouped: boolean) => void;
  readonly turn: (cause: string) => void;
  readonly showPeriod: (period: QueuePeriod) => void;
  readonly setSearch: (search: string) => void;
  readonly select: (ids: SelectedIds) => void;
  readonly retry: (ids: readonly number[]) => ReturnType<typeof api.queue.retry>;
  readonly skip: (ids: readonly number[]) => ReturnType<typeof api.queue.skip>;
  readonly retryPdfs: (ids: readonly number[]) => ReturnType<typeof api.queue.retryPdfs>;
  readonly takeBack: (id: number) => ReturnType<typeof api.queue.takeBack>;
  readonly answerUnsure: (
    answer: Parameters<typeof api.queue.answerUnsure>[0],
  ) => ReturnType<typeof api.queue.answerUnsure>;
}

/** What is chosen on the screen Archiefwachtrij, and what can be done with its entries. */
export const useQueueStore = create<QueueStore>()((set, get) => ({
  ...readChoice(),
  turned: new Set<string>(),
  period: 'all',
  search: '',
  selected: new Set<number>(),
  showBox: (box) => {
    set({ box, selected: new Set(), turned: new Set() });
    keepChoice({ box, isGrouped: get().isGrouped });
  },
  group: (isGrouped) => {
    set({ isGrouped });
    keepChoice({ box: get().box, isGrouped });
  },
  turn: (cause) => {
    const turned = new Set(get().turned);
    if (!turned.delete(cause)) turned.add(cause);
    set({ turned });
  },
  showPeriod: (period) => set({ period, selected: new Set() }),
  setSearch: (search) => set({ search }),
  select: (selected) => set({ selected }),
  retry: async (ids) => {
    const outcome = await api.queue.retry([...ids]);
    if (outcome.ok) set({ selected: new Set() });
    return outcome;
  },
  skip: async (ids) => {
    const outcome = await api.queue.skip([...ids]);
    if (outcome.ok) set({ selected: new Set() });
    return outcome;
  },
  retryPdfs: (ids) => api.queue.retryPdfs([...ids]),
  takeBack: (id) => api.queue.takeBack(id),
  answerUnsure: (answer) => api.queue.answerUnsure(answer),
}));
