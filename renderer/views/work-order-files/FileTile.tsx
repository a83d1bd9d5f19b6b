import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { WorkOrderFile } from '../../../preload/contract/work-order-files';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { AttachmentIcon, MoveEarlierIcon, MoveLaterIcon, RemoveIcon } from '../../ui/icons';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import styles from './FileTile.module.css';
import { Picture } from './Picture';
import { PictureDialog } from './PictureDialog';

const MAX_CAPTION = 500;

type Props = {
  file: WorkOrderFile;
  isLocked: boolean;
  isFirst: boolean;
  isLast: boolean;
  /** A place to the front (-1) or to the back (1). */
  onMove: (by: -1 | 1) => void;
};

/** A photo or an attachment, with what it shows in words. */
export function FileTile({ file, isLocked, isFirst, isLast, onMove }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [caption, setCaption] = useState(file.caption);
  const [isOpen, setIsOpen] = useState(false);
  const told = async (change: ReturnType<typeof api.workOrderFiles.remove | typeof api.workOrderFiles.setCaption>) => {
    const outcome = await change;
    if (!outcome.ok) showToast('error', problemText(outcome.problem, language).message);
    return outcome.ok;
  };
  const remove = async () => {
    if (!(await told(api.workOrderFiles.remove(file.id)))) return;
    showToast('info', t('ui.files.isRemoved', { name: file.name }), {
      label: t('ui.forms.undo'),
      onPress: () => void told(api.workOrderFiles.restore(file.id)),
    });
  };
  const open = async () => {
    if (file.kind !== 'file') return setIsOpen(true);
    const saved = await api.workOrderFiles.save(file.id);
    if (saved?.ok === false) showToast('error', problemText(saved.problem, language).message);
  };
  return (
    <li className={styles.tile}>
      <AriaButton
        className={styles.open}
        aria-label={t('ui.files.open', { name: file.caption || file.name })}
        onPress={() => void open()}
      >
        {file.kind === 'file' ? <Icon of={AttachmentIcon} size="large" /> : <Picture file={file} isSmall />}
      </AriaButton>
      <div className={styles.named}>
        <span className={styles.name} title={file.name}>
          {file.name}
        </span>
        {isLocked ? null : (
          <>
            <IconButton
              icon={MoveEarlierIcon}
              size="small"
              label={t('ui.files.earlier', { name: file.name })}
              isDisabled={isFirst}
              onPress={() => onMove(-1)}
            />
            <IconButton
              icon={MoveLaterIcon}
              size="small"
              label={t('ui.files.later', { name: file.name })}
              isDisabled={isLast}
              onPress={() => onMove(1)}
            />
            <IconButton
              icon={RemoveIcon}
              size="small"
              label={t('ui.files.remove', { name: file.name })}
              onPress={() => void remove()}
            />
          </>
        )}
      </div>
      <div
        // Kept once it is typed, not at each letter.
        onBlur={() => {
          if (caption !== file.caption) void told(api.workOrderFiles.setCaption({ id: file.id, caption }));
        }}
      >
        <TextField
          label={t('ui.files.caption')}
          value={caption}
          onChange={setCaption}
          maxLength={MAX_CAPTION}
          isDisabled={isLocked}
          isWide
        />
      </div>
      {isOpen ? <PictureDialog file={file} onClose={() => setIsOpen(false)} /> : null}
    </li>
  );
}
