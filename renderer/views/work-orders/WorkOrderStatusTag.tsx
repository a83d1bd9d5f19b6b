import { useTranslation } from 'react-i18next';
import type { WorkOrderStatus } from '../../../preload/contract/views';
import { ArchiveIcon, PlannedIcon, ReadyIcon, type IconComponent } from '../../ui/icons';
import { StatusTag } from '../../ui/StatusTag';

/** How each status looks, everywhere it is shown. */
export const WORK_ORDER_LOOK: Readonly<
  Record<WorkOrderStatus, { tone: 'neutral' | 'accent' | 'success'; icon: IconComponent }>
> = {
  planned: { tone: 'neutral', icon: PlannedIcon },
  ready: { tone: 'accent', icon: ReadyIcon },
  archived: { tone: 'success', icon: ArchiveIcon },
};

/** Where a work order is in its life. */
export function WorkOrderStatusTag({ status }: { status: WorkOrderStatus }) {
  const { t } = useTranslation();
  return <StatusTag {...WORK_ORDER_LOOK[status]}>{t(`ui.status.${status}`)}</StatusTag>;
}
