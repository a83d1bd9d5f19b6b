import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormats } from '../../i18n/use-formats';
import { Icon } from '../../ui/Icon';
import { ErrorIcon, SavingIcon, SuccessIcon, WarningIcon } from '../../ui/icons';
import styles from './SaveState.module.css';
import { isWorthKeeping } from './work-order-draft';
import { hasUnfinished, isIncomplete, type WorkOrderEditorState, type WorkOrderEditorStore } from './work-order-editor';

type Stand = 'new' | 'waits' | 'saving' | 'partly' | 'failed' | 'saved' | 'untouched';

function standOf(state: WorkOrderEditorState): Stand {
  const { saved, draft, isChanged, isSaving, saveProblem, held, savedAtMs } = state;
  if (!isChanged) {
    if (hasUnfinished(state)) return 'partly';
    return savedAtMs === null ? (saved === null ? 'new' : 'untouched') : 'saved';
  }
  if (saveProblem !== null) return 'failed';
  if (isSaving) return 'saving';
  if (saved === null && !isWorthKeeping(draft)) return 'new';
  return Object.keys(held).length > 0 || isIncomplete(state) ? 'partly' : 'waits';
}

const ICONS = {
  failed: ErrorIcon,
  partly: WarningIcon,
  saved: SuccessIcon,
  waits: SavingIcon,
  saving: SavingIcon,
} as const;

/** How the saving goes, in a few words that are read aloud when nothing else is. */
export function SaveState({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const stand = useStore(editor, standOf);
  const savedAtMs = useStore(editor, (state) => state.savedAtMs);
  const lastStep = useStore(editor, (state) => state.lastStep);
  const icon = stand === 'new' || stand === 'untouched' ? null : ICONS[stand];
  const text =
    stand === 'saved'
      ? t('ui.saving.saved', { time: savedAtMs === null ? '' : formats.timeOrDay(savedAtMs) })
      : t(`ui.saving.${stand}`);
  return (
    <span className={styles.state} role="status" data-stand={stand}>
      {icon === null ? null : <Icon of={icon} size="small" />}
      <span>
        {lastStep === null
          ? ''
          : `${t(`ui.saving.${lastStep.kind}`, { what: t(`ui.saving.parts.${lastStep.part}`) })} `}
        {text}
      </span>
    </span>
  );
}
