import type { RunCounts } from '../../preload/contract/views';

export const NO_COUNTS: RunCounts = { read: 0, written: 0, unchanged: 0, removed: 0, parked: 0 };

/** Both together, field by field. */
export const addCounts = (one: RunCounts, other: RunCounts): RunCounts => ({
  read: one.read + other.read,
  written: one.written + other.written,
  unchanged: one.unchanged + other.unchanged,
  removed: one.removed + other.removed,
  parked: one.parked + other.parked,
});
