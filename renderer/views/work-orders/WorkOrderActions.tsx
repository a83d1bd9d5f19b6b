import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ariaKeys } from '../../shell/shortcuts';
import type { ArchiveOutcome } from '../../../preload/contract/views';
import { navigate } from '../../shell/use-route';
import { useShortcuts } from '../../shell/use-shortcuts';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { IconButton } from '../../ui/IconButton';
import { ArchiveIcon, PdfIcon, ReadyIcon, RemoveIcon, ReopenIcon, ViewIcon } from '../../ui/icons';
import { showToast } from '../../ui/toasts';
import { finishTyping, goToFault } from './editor-places';
import { AgainButton } from '../archiving/AgainButton';
import { ArchiveDialog } from '../archiving/ArchiveDialog';
import { PdfDialog } from './PdfDialog';
import { CopyActions } from '../work-order-templates/CopyActions';
import { PreviewDialog } from './PreviewDialog';
import { UndoButtons } from './UndoButtons';
import { isWorthKeeping } from './work-order-draft';
import { isIncomplete, type WorkOrderEditorStore } from './work-order-editor';

type Question = 'archive' | 'delete' | 'preview' | 'pdfs';

/** What can be done with a work order where it is in its life. Archiveren exists only when it is reported ready. */
export function WorkOrderActions({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  const saved = useStore(editor, (state) => state.saved);
  const isBusy = useStore(editor, (state) => state.isBusy);
  const gaps = useStore(editor, isIncomplete);
  const hasContent = useStore(editor, (state) => isWorthKeeping(state.draft));
  const { save, reportReady, reopen, remove } = editor.getState();
  const [asking, setAsking] = useState<Question | null>(null);
  const status = saved?.status ?? 'planned';

  const ready = async () => {
    if (await reportReady()) showToast('success', t('ui.workOrders.isReady'));
  };
  /** What was refused stays on screen. */
  const archived = ({ archived: [done] }: ArchiveOutcome) => {
    if (done === undefined) return;
    setAsking(null);
    if (done.state === 'blocked' || done.state === 'skipped') navigate('queue');
    else showToast('success', t('ui.workOrders.archivedCount', { count: 1 }));
  };
  const removeNow = async () => {
    const gone = await remove();
    setAsking(null);
    if (gone) navigate('work-orders');
  };
  /** What is shown is made of the work order as it is saved. */
  const showSaved = async (what: 'preview' | 'pdfs' | 'archive') => {
    await save();
    if (editor.getState().saveProblem === null) setAsking(what);
  };
  useShortcuts({
    nextStage: () => {
      finishTyping();
      if (isIncomplete(editor.getState())) return goToFault();
      if (status === 'planned' && isWorthKeeping(editor.getState().draft)) void ready();
      if (status === 'ready') void showSaved('archive');
    },
  });
  const pdfs = saved ? (
    <Button icon={PdfIcon} onPress={() => void showSaved('pdfs')}>
      {t('ui.pdf.title')}
    </Button>
  ) : null;
  const pdfDialog = asking === 'pdfs' && saved ? <PdfDialog workOrder={saved} onClose={() => setAsking(null)} /> : null;

  if (status === 'archived') {
    return (
      <>
        <CopyActions editor={editor} />
        {pdfs}
        <Button onPress={() => navigate('queue', saved?.queueEntryId ?? null)}>{t('ui.workOrders.toQueue')}</Button>
        {saved?.queueEntryId == null ? null : <AgainButton workOrder={saved} entryId={saved.queueEntryId} />}
        {pdfDialog}
      </>
    );
  }
  return (
    <>
      <UndoButtons editor={editor} />
      <CopyActions editor={editor} />
      {saved?.chosenAgainAtMs === null ? (
        <IconButton icon={RemoveIcon} label={t('ui.workOrders.delete')} onPress={() => setAsking('delete')} />
      ) : null}
      {saved ? (
        <Button icon={ViewIcon} onPress={() => void showSaved('preview')}>
          {t('ui.workOrders.preview')}
        </Button>
      ) : null}
      {pdfs}
      {status === 'ready' ? (
        <Button icon={ReopenIcon} onPress={() => void reopen()}>
          {t('ui.workOrders.reopen')}
        </Button>
      ) : null}
      {status === 'planned' ? (
        <Button
          variant="primary"
          icon={ReadyIcon}
          keys={ariaKeys('nextStage')}
          isDisabled={gaps || !hasContent}
          isBusy={isBusy}
          onPress={() => void ready()}
        >
          {t('ui.workOrders.reportReady')}
        </Button>
      ) : null}
      {status === 'ready' ? (
        <Button
          variant="primary"
          icon={ArchiveIcon}
          keys={ariaKeys('nextStage')}
          isDisabled={gaps}
          onPress={() => void showSaved('archive')}
        >
          {t('ui.workOrders.archive')}
        </Button>
      ) : null}
      {asking === 'archive' && saved ? (
        <ArchiveDialog ids={[saved.id]} onClose={() => setAsking(null)} onDone={archived} />
      ) : null}
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
