import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { useLoaded } from '../../ui/use-loaded';
import { useEditor } from './unsaved-editors';
import { createWorkOrderEditor } from './work-order-editor';
import { WorkOrderEditor } from './WorkOrderEditor';
import { useWorkOrdersStore } from './work-orders-store';

/** An empty work order. */
export function NewWorkOrder() {
  const newFor = useWorkOrdersStore((store) => store.newFor);
  const { editor, isRestored } = useEditor('new', () => createWorkOrderEditor(null, newFor));
  return <WorkOrderEditor editor={editor} isRestored={isRestored} />;
}

/** A work order that exists. */
export function OpenWorkOrder({ workOrderId }: { workOrderId: number }) {
  const { t } = useTranslation();
  const { value, failure, retry } = useLoaded(
    () => api.workOrders.get(workOrderId),
    String(workOrderId),
    useRevision('workOrders', 'queue'),
  );
  if (value) return <Editor key={value.id} detail={value} />;
  if (failure === null && value !== null) return <LoadingState />;
  return (
    <Page title={t('ui.workOrders.one')}>
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={retry} />
      ) : (
        <Banner
          tone="info"
          title={t('ui.workOrders.gone')}
          actions={<Button onPress={() => navigate('work-orders')}>{t('ui.workOrders.toList')}</Button>}
        />
      )}
    </Page>
  );
}

function Editor({ detail }: { detail: WorkOrderDetail }) {
  const { editor, isRestored } = useEditor(detail.id, () => createWorkOrderEditor(detail, null));
  useEffect(() => editor.getState().takeOver(detail), [editor, detail]);
  return <WorkOrderEditor editor={editor} isRestored={isRestored} />;
}
