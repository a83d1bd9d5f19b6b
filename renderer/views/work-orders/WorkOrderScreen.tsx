import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { useLoaded, type Loaded } from '../../ui/use-loaded';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { useEditor } from './unsaved-editors';
import { createWorkOrderEditor, type WorkOrderEditorStore } from './work-order-editor';
import { WorkOrderEditor } from './WorkOrderEditor';
import { useWorkOrdersStore } from './work-orders-store';

/** A work order that exists, or a new one, which becomes one that exists while it is typed. */
export function WorkOrderScreen({ target }: { target: number | 'new' }) {
  const newFor = useWorkOrdersStore((store) => store.newFor);
  const loaded = useLoaded(
    () => (target === 'new' ? Promise.resolve(undefined) : api.workOrders.get(target)),
    String(target),
    useRevision('workOrders', 'queue'),
  );
  const { value } = loaded;
  const opened = useEditor(target, () => {
    if (target === 'new') return createWorkOrderEditor(null, newFor);
    return value ? createWorkOrderEditor(value, null) : null;
  });
  const restored = target === 'new' && opened?.isRestored === true ? opened.editor : null;
  useEffect(() => {
    // What was left without a customer goes on for the one that it is started for now.
    if (restored && newFor && restored.getState().customer === null) void restored.getState().chooseCustomer(newFor);
  }, [restored, newFor]);
  if (opened === null) return <NotOpened loaded={loaded} />;
  return <Followed {...opened} detail={value} />;
}

function Followed({
  editor,
  isRestored,
  detail,
}: {
  editor: WorkOrderEditorStore;
  isRestored: boolean;
  detail: WorkOrderDetail | null | undefined;
}) {
  const isLeft = useStore(editor, ({ isGone, isChanged }) => isGone && !isChanged);
  useEffect(() => {
    if (detail) editor.getState().takeOver(detail);
    else if (detail === null) editor.getState().tellGone();
  }, [editor, detail]);
  return isLeft ? <Gone /> : <WorkOrderEditor editor={editor} isRestored={isRestored} />;
}

function NotOpened({ loaded: { value, failure, retry } }: { loaded: Loaded<WorkOrderDetail | null | undefined> }) {
  const { t } = useTranslation();
  if (failure === null) return value === null ? <Gone /> : <LoadingState />;
  return (
    <Page title={t('ui.workOrders.one')}>
      <ErrorState failure={failure} onRetry={retry} />
    </Page>
  );
}

function Gone() {
  const { t } = useTranslation();
  return (
    <Page title={t('ui.workOrders.one')}>
      <Banner
        tone="info"
        title={t('ui.workOrders.gone')}
        actions={<Button onPress={() => navigate('work-orders')}>{t('ui.workOrders.toList')}</Button>}
      />
    </Page>
  );
}
