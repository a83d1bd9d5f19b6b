import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ariaKeys } from '../../shell/shortcuts';
import { IconButton } from '../../ui/IconButton';
import { RedoIcon, UndoIcon } from '../../ui/icons';
import type { WorkOrderEditorStore } from './work-order-editor';

/** Back and forth over the changes of the work order; also over those that are saved. */
export function UndoButtons({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  const last = useStore(editor, (state) => state.history.past.at(-1)?.part);
  const next = useStore(editor, (state) => state.history.future.at(-1)?.part);
  const { undo, redo } = editor.getState();
  const named = (action: 'undo' | 'redo', part: typeof last) =>
    part === undefined
      ? t(`ui.saving.${action}`)
      : t(`ui.saving.${action}What`, { what: t(`ui.saving.parts.${part}`) });
  return (
    <>
      <IconButton
        icon={UndoIcon}
        label={named('undo', last)}
        keys={ariaKeys('undo')}
        isDisabled={last === undefined}
        onPress={undo}
      />
      <IconButton
        icon={RedoIcon}
        label={named('redo', next)}
        keys={ariaKeys('redo')}
        isDisabled={next === undefined}
        onPress={redo}
      />
    </>
  );
}
