import { Plus } from 'lucide-react';
import { useState } from 'react';
import { DropZone, FileTrigger, type DropItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { useLoaded } from '../../ui/use-loaded';
import { addFiles } from './add-files';
import { FileTile } from './FileTile';
import styles from './FilesPanel.module.css';
import { FILE_TYPES } from './take-in';

/** Foto's en bijlagen of a work order: added by a button, by dropping or by pasting, and kept at once. */
export function FilesPanel({ workOrderId, isLocked }: { workOrderId: number | null; isLocked: boolean }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('ui.files.title')}>
      {workOrderId === null ? (
        <p className={styles.none}>{t('ui.files.saveFirst')}</p>
      ) : (
        <Files workOrderId={workOrderId} isLocked={isLocked} />
      )}
    </Panel>
  );
}

function Files({ workOrderId, isLocked }: { workOrderId: number; isLocked: boolean }) {
  const { t } = useTranslation();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const { value: files } = useLoaded(
    () => api.workOrderFiles.list(workOrderId),
    String(workOrderId),
    useRevision('workOrderFiles'),
  );
  // Those of a form are shown with their question.
  const own = files?.filter(({ questionId }) => questionId === null) ?? [];

  const add = async (given: readonly File[]) => {
    setIsBusy(true);
    try {
      setProblems((await addFiles(given, workOrderId, null)).problems);
    } finally {
      setIsBusy(false);
    }
  };
  const drop = async (items: readonly DropItem[]) =>
    add(await Promise.all(items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))));
  const list = (
    <>
      {problems.map((problem, index) => (
        <ProblemBanner key={index} problem={problem} />
      ))}
      {own.length === 0 ? <p className={styles.none}>{t('ui.files.none')}</p> : null}
      <ul className={styles.tiles}>
        {own.map((file) => (
          <FileTile key={file.id} file={file} isLocked={isLocked} />
        ))}
      </ul>
    </>
  );
  if (isLocked) return list;
  return (
    <DropZone
      className={styles.zone}
      aria-label={t('ui.files.drop')}
      getDropOperation={() => 'copy'}
      onDrop={({ items }) => void drop(items)}
    >
      {list}
      <div className={styles.add}>
        <FileTrigger acceptedFileTypes={FILE_TYPES} allowsMultiple onSelect={(chosen) => void add([...(chosen ?? [])])}>
          <Button icon={Plus} size="small" isBusy={isBusy}>
            {t('ui.files.add')}
          </Button>
        </FileTrigger>
        <span className={styles.none}>{t('ui.files.dropHelp')}</span>
      </div>
    </DropZone>
  );
}
