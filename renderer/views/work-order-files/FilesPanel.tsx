import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_FILE_BYTES, MAX_FILES, type WorkOrderFile } from '../../../preload/contract/work-order-files';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Panel } from '../../ui/Panel';
import { useLoaded } from '../../ui/use-loaded';
import { EDITOR_PLACES } from '../work-orders/editor-places';
import { AddFileButtons } from './AddFileButtons';
import { AddingProgress } from './AddingProgress';
import { FileDrop } from './FileDrop';
import { FileTiles } from './FileTiles';
import styles from './FilesPanel.module.css';
import { FILE_TYPES } from './take-in';
import { useAdding } from './use-adding';
import { usePastedFiles } from './use-pasted-files';

/** Foto's en bijlagen of a work order: added by a button, by dropping or by pasting, and kept at once. */
export function FilesPanel({ workOrderId, isLocked }: { workOrderId: number | null; isLocked: boolean }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('ui.files.title')} id={EDITOR_PLACES.files}>
      {workOrderId === null ? (
        <p className={styles.none}>{t('ui.files.saveFirst')}</p>
      ) : (
        <Files workOrderId={workOrderId} isLocked={isLocked} />
      )}
    </Panel>
  );
}

const BYTES_PER_MB = 1_000_000;

/** What they take together, with one digit behind the point; not nothing as long as there is a file. */
const megabytesOf = (files: readonly WorkOrderFile[]): string =>
  Math.max(0.1, files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) / BYTES_PER_MB).toFixed(1);

function Files({ workOrderId, isLocked }: { workOrderId: number; isLocked: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { value: files = [] } = useLoaded(
    () => api.workOrderFiles.list(workOrderId),
    String(workOrderId),
    useRevision('workOrderFiles'),
  );
  // Those of a form are shown with their question, and the customer's signature by itself.
  const own = files.filter(({ questionId, kind }) => questionId === null && kind !== 'signature');
  const list = (
    <>
      {own.length === 0 ? (
        <p className={styles.none}>{t('ui.files.none')}</p>
      ) : (
        <p className={styles.none}>
          {t('ui.files.together', {
            count: own.length,
            size: formats.decimal(megabytesOf(own)),
          })}
        </p>
      )}
      <FileTiles files={own} isLocked={isLocked} />
    </>
  );
  return isLocked ? (
    list
  ) : (
    <FilesDrop workOrderId={workOrderId} files={files}>
      {list}
    </FilesDrop>
  );
}

type DropProps = { workOrderId: number; files: readonly WorkOrderFile[]; children: ReactNode };

/** Where files of the work order itself are dropped; what is pasted anywhere on its screen comes here too. */
function FilesDrop({ workOrderId, files, children }: DropProps) {
  const { t } = useTranslation();
  const adding = useAdding({ workOrderId, questionId: null });
  usePastedFiles((pasted) => void adding.add(pasted));
  const left = MAX_FILES - files.length;
  return (
    <FileDrop label={t('ui.files.drop')} onFiles={(dropped) => void adding.add(dropped)} className={styles.zone}>
      {/* Above the pictures: below them the button to stop would move away with each one that is added. */}
      <AddingProgress adding={adding} />
      {children}
      <div className={styles.add}>
        <AddFileButtons
          label={t('ui.files.add')}
          types={FILE_TYPES}
          onFiles={(chosen) => void adding.add(chosen)}
          isBusy={adding.progress !== null}
          isDisabled={left <= 0}
        />
        <span className={styles.none}>{t('ui.files.dropHelp')}</span>
      </div>
      <p className={styles.none}>
        {t('ui.files.limits', { count: left, max: MAX_FILES, size: MAX_FILE_BYTES / BYTES_PER_MB })}
      </p>
    </FileDrop>
  );
}
