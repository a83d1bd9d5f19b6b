import { flushSync } from 'react-dom';
import { useState } from 'react';
import type { WorkOrderFile } from '../../../preload/contract/work-order-files';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { showToast } from '../../ui/toasts';
import { FileTile } from './FileTile';
import styles from './FilesPanel.module.css';

/** Files beside each other, in the order that they have on paper; each can be moved a place. */
export function FileTiles({ files, isLocked }: { files: readonly WorkOrderFile[]; isLocked: boolean }) {
  const language = useLanguage();
  /** The order that is being kept: shown at once. */
  const [moving, setMoving] = useState<readonly WorkOrderFile[] | null>(null);
  const shown = moving ?? files;
  const move = async (from: number, by: -1 | 1) => {
    const file = shown[from];
    const other = shown[from + by];
    if (file === undefined || other === undefined) return;
    const moved = shown.with(from, other).with(from + by, file);
    const button = document.activeElement;
    flushSync(() => setMoving(moved));
    // Its place on the screen is another one now.
    if (button instanceof HTMLElement) button.focus();
    const outcome = await api.workOrderFiles.order({ workOrderId: file.workOrderId, ids: moved.map(({ id }) => id) });
    if (!outcome.ok) showToast('error', problemText(outcome.problem, language).message);
    setMoving(null);
  };
  return (
    <ul className={styles.tiles}>
      {shown.map((file, index) => (
        <FileTile
          key={file.id}
          file={file}
          isLocked={isLocked}
          isFirst={index === 0}
          isLast={index === shown.length - 1}
          onMove={(by) => void move(index, by)}
        />
      ))}
    </ul>
  );
}
