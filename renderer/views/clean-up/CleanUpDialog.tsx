import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { CleanUpQuestion } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useAppStore } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { showToast } from '../../ui/toasts';
import { ExportButton } from '../exports/ExportButton';
import { SyncProgressList } from '../integrations/SyncProgressList';
import styles from './CleanUpDialog.module.css';
import { CleanUpRows } from './CleanUpRows';

type Props = { question: CleanUpQuestion; onClose: () => void };

/** Shows what a clean-up would remove, row by row, and takes the office's answer. */
export function CleanUpDialog({ question, onClose }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const progress = useAppStore((store) => store.progress);
  const [isRemoving, setIsRemoving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { id, resource, reason, present, toRemove, keptInUse } = question;
  const shown = formats.count(toRemove);

  const remove = async () => {
    setIsRemoving(true);
    setProblem(null);
    const outcome = await api.sync.confirmCleanUp({ id }).finally(() => setIsRemoving(false));
    if (!outcome.ok) return setProblem(outcome.problem);
    const { removed, backupFile: file } = outcome.value;
    const values = { shown: formats.count(removed) };
    showToast(
      'success',
      file ? t('ui.cleanUp.removedWithBackup', { ...values, file }) : t('ui.cleanUp.removed', values),
    );
    onClose();
  };
  const refuse = async () => {
    const outcome = await api.sync.refuseCleanUp({ id });
    if (!outcome.ok) return setProblem(outcome.problem);
    showToast('success', t('ui.cleanUp.refused'));
    onClose();
  };

  return (
    <Dialog
      title={t(`ui.cleanUp.question.${resource}`, { count: toRemove, shown })}
      size="large"
      isOpen
      onClose={onClose}
      actions={
        <>
          {isRemoving ? null : <ExportButton what={() => ({ list: 'clean-up', id })} />}
          {isRemoving ? (
            <Button onPress={() => void api.sync.cancel()}>{t('ui.sync.cancel')}</Button>
          ) : (
            <Button onPress={() => void refuse()} autoFocus>
              {t('ui.cleanUp.refuse')}
            </Button>
          )}
          <Button variant="danger" isBusy={isRemoving} onPress={() => void remove()}>
            {t(`ui.cleanUp.remove.${resource}`, { count: toRemove, shown })}
          </Button>
        </>
      }
    >
      <p>{t(`ui.cleanUp.why.${reason}`, { present: formats.count(present) })}</p>
      {keptInUse > 0 ? <p>{t('ui.cleanUp.keptInUse', { count: keptInUse, shown: formats.count(keptInUse) })}</p> : null}
      {reason === 'asked-for' ? null : <p>{t('ui.cleanUp.safe')}</p>}
      {problem ? <ProblemBanner problem={problem} /> : null}
      {isRemoving ? (
        <div className={styles.progress} role="status">
          <p>{t('ui.cleanUp.busy')}</p>
          <SyncProgressList lines={progress} />
        </div>
      ) : (
        <CleanUpRows question={question} onLeave={onClose} />
      )}
    </Dialog>
  );
}
