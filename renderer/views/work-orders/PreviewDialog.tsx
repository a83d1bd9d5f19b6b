import { useTranslation } from 'react-i18next';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { useAppStore } from '../../shell/app-store';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { useLoaded } from '../../ui/use-loaded';
import { DocumentPreview } from '../document/DocumentPreview';

/** The document that archiving would make of this work order as it stands, or why there would be none. */
export function PreviewDialog({ workOrder, onClose }: { workOrder: WorkOrderDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const packageId = useAppStore((store) => store.sync?.package ?? null);
  const { value, failure, retry } = useLoaded(
    () => api.workOrders.preview(workOrder.id),
    `${workOrder.id}/${workOrder.version}`,
    0,
  );
  return (
    <Dialog title={t('ui.document.title', { number: workOrder.number })} size="large" isOpen onClose={onClose}>
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={retry} />
      ) : !value ? (
        <LoadingState />
      ) : !value.ok ? (
        <ProblemBanner problem={value.problem} />
      ) : value.value.kind === 'document' ? (
        <DocumentPreview
          document={value.value.document}
          request={value.value.request}
          pdfNames={value.value.pdfFileNames}
          packageId={packageId}
        />
      ) : value.value.kind === 'skipped' ? (
        <ProblemBanner problem={value.value.reason} tone="info" />
      ) : (
        value.value.problems.map((problem) => <ProblemBanner key={problem.code} problem={problem} />)
      )}
    </Dialog>
  );
}
