import type { PlannedWorkOrder } from '../../../preload/contract/views';
import { dayEndMs, dayStartMs } from '../../i18n/office-clock';
import { segmentOf } from './plan';

/** Names a block of the board: work that lasts for days has one on each of them. */
export const blockKey = (workOrderId: number, day: string): string => `${workOrderId} ${day}`;

/** The day of a block, from its name. */
export const dayOfBlock = (key: string): string => key.slice(key.indexOf(' ') + 1);

/** The block that Tab goes to: the one that was chosen last, else the first; null without blocks. */
export function tabStopOf(
  rows: readonly PlannedWorkOrder[],
  days: readonly string[],
  chosen: string | null,
): string | null {
  let first: string | null = null;
  for (const row of rows) {
    for (const day of days) {
      if (segmentOf(row, dayStartMs(day), dayEndMs(day)) === null) continue;
      const key = blockKey(row.id, day);
      if (key === chosen) return key;
      first ??= key;
      // Only the chosen one may be a later part.
      if (!chosen?.startsWith(`${row.id} `)) break;
    }
  }
  return first;
}
