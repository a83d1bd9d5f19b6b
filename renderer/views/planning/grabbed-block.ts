import type { PlannedWorkOrder } from '../../../preload/contract/views';
import { dayEndMs, dayStartMs } from '../../i18n/office-clock';
import { dayOfBlock } from './block-keys';
import type { Grabbed, LaneTarget } from './drop-target';
import { segmentOf } from './plan';

/** What was taken hold of on the board, from the element that was pressed; null when that is no work order. */
export function grabbedBlock(pressed: Element, rows: readonly PlannedWorkOrder[]): Grabbed | null {
  const block = pressed.closest<HTMLElement>('[data-block]');
  const row = rows.find(({ id }) => id === Number(block?.dataset.workOrder));
  if (block === null || row === undefined) return null;
  const day = dayOfBlock(block.dataset.block ?? '');
  const column = block.closest('[data-column]');
  const lane: LaneTarget | null =
    column === null ? null : { kind: 'lane', employeeId: row.employeeId, day, element: () => column };
  const end = pressed.closest<HTMLElement>('[data-end]')?.dataset.end;
  if (end === 'start' || end === 'end') return { kind: 'resize', row, end, day, lane };
  const segment = segmentOf(row, dayStartMs(day), dayEndMs(day));
  return segment && { kind: 'move', row, part: { startMs: segment.startMs, day, lane } };
}
