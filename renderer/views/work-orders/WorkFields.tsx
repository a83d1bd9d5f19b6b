import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import type { EditorProps } from './editor-props';
import { MOST_IN_LINE, MOST_IN_TEXT } from './text-limits';
import styles from './WorkOrderEditor.module.css';

/** Work description, reference and notes. */
export function WorkFields({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const draft = useStore(editor, (state) => state.draft);
  const { change } = editor.getState();
  return (
    <>
      <div className={styles.texts}>
        <TextArea
          label={t('ui.workOrders.description')}
          value={draft.description}
          onChange={(description) => change({ description })}
          isDisabled={isLocked}
          maxLength={MOST_IN_TEXT}
          isWide
        />
        <TextArea
          label={t('ui.workOrders.notes')}
          help={t('ui.workOrders.notesHelp')}
          value={draft.notes}
          onChange={(notes) => change({ notes })}
          maxLength={MOST_IN_TEXT}
          isDisabled={isLocked}
          isWide
        />
      </div>
      <TextField
        label={t('ui.workOrders.reference')}
        value={draft.customerReference}
        onChange={(customerReference) => change({ customerReference })}
        maxLength={MOST_IN_LINE}
        isDisabled={isLocked}
      />
    </>
  );
}
