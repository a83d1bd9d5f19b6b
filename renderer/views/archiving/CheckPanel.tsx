import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/ErrorState';
import { CheckIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { Panel } from '../../ui/Panel';
import { useLoaded } from '../../ui/use-loaded';
import type { WorkOrderEditorStore } from '../work-orders/work-order-editor';
import { FindingList } from './FindingList';

/** What stands in the way of archiving: by itself once it is reported ready, before that when it is asked for. */
export function CheckPanel({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  const saved = useStore(editor, (state) => state.saved);
  const [asked, setAsked] = useState(0);
  if (saved === null || saved.status === 'archived') return null;
  const isShown = saved.status === 'ready' || asked > 0;
  return (
    <Panel
      title={t('ui.archiving.panel')}
      actions={
        <Button size="small" icon={CheckIcon} onPress={() => setAsked(asked + 1)}>
          {t('ui.archiving.check')}
        </Button>
      }
    >
      {isShown ? (
        <Found editor={editor} workOrderId={saved.id} read={`${saved.version}/${saved.status}/${asked}`} />
      ) : null}
    </Panel>
  );
}

type FoundProps = {
  editor: WorkOrderEditorStore;
  workOrderId: number;
  /** Another one when it must be read again. */
  read: string;
};

function Found({ editor, workOrderId, read }: FoundProps) {
  const { t } = useTranslation();
  const isChanged = useStore(editor, (state) => state.isChanged);
  const { value, failure, retry } = useLoaded(
    () => api.workOrders.check([workOrderId]),
    `${workOrderId}/${read}`,
    useRevision('workOrders', 'customers', 'articles', 'integrations', 'companySettings'),
  );
  if (failure !== null) return <ErrorState failure={failure} onRetry={retry} />;
  if (!value) return <LoadingState />;
  const findings = value
    .flatMap((one) => one.findings)
    .filter(({ problem }) => problem.code !== 'work-order-not-ready');
  return (
    <div role="status">
      {isChanged ? <p>{t('ui.archiving.saveFirst')}</p> : null}
      {findings.length === 0 ? (
        <p>{t('ui.archiving.nothingFound')}</p>
      ) : (
        <FindingList workOrderId={workOrderId} findings={findings} />
      )}
    </div>
  );
}
