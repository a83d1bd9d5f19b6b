import type { TFunction } from 'i18next';
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedWorkOrder } from '../../../preload/contract/views';
import { usePlanningFormats, type PlanningFormats } from './planning-formats';

/** The words of every block, read once for the whole board: asking for them in each of hundreds is slow. */
export interface BlockWords {
  readonly t: TFunction;
  readonly formats: PlanningFormats;
  /** Id of the element that says how a work order is moved by keyboard. */
  readonly describedBy: string;
}

const Words = createContext<BlockWords | null>(null);

export const BlockWordsProvider = Words.Provider;

/** For the board: what it gives to its blocks. */
export function useWordsForBlocks(describedBy: string): BlockWords {
  const { t } = useTranslation();
  const formats = usePlanningFormats();
  return useMemo(() => ({ t, formats, describedBy }), [t, formats, describedBy]);
}

/** For a block. Throws outside a board. */
export function useBlockWords(): BlockWords {
  const words = useContext(Words);
  if (words === null) throw new Error('A block stands on a board');
  return words;
}

/** Everything about a work order on the board in one sentence: read aloud, and shown when the mouse rests on it. */
export const blockLabel = (
  { t, formats }: BlockWords,
  row: PlannedWorkOrder,
  overlapsWith: readonly string[],
): string =>
  [
    t('ui.workOrders.oneWithNumber', { number: row.number }),
    row.customerName || t('ui.planning.noCustomer'),
    row.city,
    formats.period(row),
    t(`ui.status.${row.status}`),
    overlapsWith.length === 0 ? '' : t('ui.planning.overlapsWith', { numbers: overlapsWith.join(', ') }),
    row.description,
  ]
    .filter(Boolean)
    .join(', ');
