import { create } from 'zustand';
import type { LeftOut } from '../../../preload/contract/work-order-templates';

interface LeftOutStore {
  /** What was left out of work orders that were made of others, by their id, until the office has read it. */
  readonly of: Readonly<Record<number, readonly LeftOut[]>>;
  readonly tell: (workOrderId: number, leftOut: readonly LeftOut[]) => void;
  readonly forget: (workOrderId: number) => void;
}

export const useLeftOutStore = create<LeftOutStore>()((set) => ({
  of: {},
  tell: (workOrderId, leftOut) => set(({ of }) => ({ of: { ...of, [workOrderId]: leftOut } })),
  forget: (workOrderId) => set(({ of }) => ({ of: { ...of, [workOrderId]: [] } })),
}));
