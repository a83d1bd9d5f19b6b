import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedWorkOrder } from '../../../preload/contract/views';
import { usePlanningFormats } from './planning-formats';

/** Everything about a work order on the board in one sentence: read aloud, and shown when the mouse rests on it. */
export function useBlockLabel(): (row: PlannedWorkOrder, overlapsWith: readonly string[]) => string {
  const { t } = useTranslation();
  const formats = usePlanningFormats();
  return useCallback(
    (row, overlapsWith) =>
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
        .join(', '),
    [t, formats],
  );
}
