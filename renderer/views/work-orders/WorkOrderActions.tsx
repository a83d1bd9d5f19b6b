import { Archive, CircleCheck, Eye, FileText, RotateCcw, Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { IconButton } from '../../ui/IconButton';
import { showToast } from '../../ui/toasts';
import { PdfDialog } from './PdfDialog';
import { PreviewDialog } from './PreviewDialog';
import { hasGaps, type WorkOrderEditorStore } from './work-order-editor';

type Question = 'archive' | 'delete' | 'preview' | 'pdfs';

/** What can be done with a work order where it is in its life. Archiveren exists only when it is reported ready. */
export function WorkOrderActions({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  const saved = useStore(editor, (state) => state.saved);
  const isChanged = useStore(editor, (state) => state.isChanged);
  const isBusy = useStore(editor, (state) => state.isBusy);
  const gaps = useStore(editor, (state) => hasGaps(state.draft));
  const { save, reportReady, reopen, archive, remove } = editor.getState();
  const [asking, setAsking] = useState<Question | null>(null);
  const status = saved?.status ?? 'planned';

  const saveNow = async () => {
    const isNew = editor.getState().saved === null;
    const done = await save();
    if (!done) return;
    showToast('success', t('ui.workOrders.saved', { number: done.number }));
    if (isNew) navigate('work-orders', done.id);
  };
  const ready = async () => {
    if (await reportReady()) showToast('success', t('ui.workOrders.isReady'));
  };
  const archiveNow = async () => {
    const outcome = await archive();
    setAsking(null);
    const done = outcome?.archived[0];
    if (!done) return;
    if (done.state === 'blocked' || done.state === 'skipped') navigate('queue');
    else showToast('success', t('ui.workOrders.archivedCount', { count: 1 }));
  };
  const removeNow = async () => {
    const gone = await remove();
    setAsking(null);
    if (gone) navigate('work-orders');
  };
  /** What is shown is made of the work order as it is saved. */
  const showSaved = async (what: 'preview' | 'pdfs') => {
    if (isChanged && !(await save())) return;
    setAsking(what);
  };
  const pdfs = saved ? (
    <Button icon={FileText} onPress={() => void showSaved('pdfs')}>
      {t('ui.pdf.title')}
    </Button>
  ) : null;
  const pdfDialog = asking === 'pdfs' && saved ? <PdfDialog workOrder={saved} onClose={() => setAsking(null)} /> : null;

  if (status === 'archived') {
    return (
      <>
        {pdfs}
        <Button onPress={() => navigate('queue', saved?.queueEntryId ?? null)}>{t('ui.workOrders.toQueue')}</Button>
        {pdfDialog}
      </>
    );
  }
  return (
    <>
      {saved ? (
        <IconButton icon={Trash2} label={t('ui.workOrders.delete')} onPress={() => setAsking('delete')} />
      ) : null}
      {saved ? (
        <Button icon={Eye} onPress={() => void showSaved('preview')}>
          {t('ui.workOrders.preview')}
        </Button>
      ) : null}
      {pdfs}
      {status === 'ready' ? (
        <Button icon={RotateCcw} isDisabled={isChanged} onPress={() => void reopen()}>
          {t('ui.workOrders.reopen')}
        </Button>
      ) : null}
      <Button
        icon={Save}
        variant={saved === null ? 'primary' : 'secondary'}
        isDisabled={gaps || (saved !== null && !isChanged)}
        isBusy={isBusy}
        onPress={() => void saveNow()}
      >
        {t('ui.action.save')}
      </Button>
      {status === 'planned' && saved ? (
        <Button variant="primary" icon={CircleCheck} isDisabled={gaps} onPress={() => void ready()}>
          {t('ui.workOrders.reportReady')}
        </Button>
      ) : null}
      {status === 'ready' ? (
        <Button variant="primary" icon={Archive} isDisabled={gaps} onPress={() => setAsking('archive')}>
          {t('ui.workOrders.archive')}
        </Button>
      ) : null}
      <ConfirmDialog
        title={t('ui.workOrders.archiveTitle', { count: 1 })}
        confirmLabel={t('ui.workOrders.archive')}
        isOpen={asking === 'archive'}
        isBusy={isBusy}
        onCancel={() => setAsking(null)}
        onConfirm={() => void archiveNow()}
      >
        <p>{t('ui.workOrders.archiveText')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={t('ui.workOrders.deleteTitle', { number: saved?.number ?? '' })}
        confirmLabel={t('ui.workOrders.delete')}
        isOpen={asking === 'delete'}
        isDanger
        isBusy={isBusy}
        onCancel={() => setAsking(null)}
        onConfirm={() => void removeNow()}
      >
        <p>{t('ui.workOrders.deleteText')}</p>
      </ConfirmDialog>
      {pdfDialog}
      {asking === 'preview' && saved ? <PreviewDialog workOrder={saved} onClose={() => setAsking(null)} /> : null}
    </>
  );
}
