import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../preload/contract/model';
import type { WorkOrderMade } from '../../../preload/contract/work-order-templates';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { navigate } from '../../shell/use-route';
import { showToast } from '../../ui/toasts';
import { useLeftOutStore } from './left-out-store';

/** Makes a work order of another one or of a template, and opens it. */
export function useMadeWorkOrder() {
  const { t } = useTranslation();
  const language = useLanguage();
  const tell = useLeftOutStore((store) => store.tell);
  return useMemo(() => {
    const open = (made: Result<WorkOrderMade>): void => {
      if (!made.ok) {
        showToast('error', problemText(made.problem, language).message);
        return;
      }
      const { workOrder, leftOut } = made.value;
      tell(workOrder.id, leftOut);
      showToast('success', t('ui.workOrders.duplicated', { number: workOrder.number }));
      navigate('work-orders', workOrder.id);
    };
    return {
      duplicate: async (workOrderId: number) => open(await api.workOrders.duplicate(workOrderId)),
      start: async (templateId: number) => open(await api.workOrderTemplates.start(templateId)),
    };
  }, [t, language, tell]);
}
