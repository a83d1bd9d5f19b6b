import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../ui/toasts';
import type { WorkOrderEditorStore } from './work-order-editor';

/** Says that a row or a form was removed, with a way back for as long as that is the last thing that was done. */
export function useRemovedToast(editor: WorkOrderEditorStore): (text: string) => void {
  const { t } = useTranslation();
  const takeAway = useRef<(() => void) | null>(null);
  useEffect(() => () => takeAway.current?.(), []);
  return (text) => {
    const removal = editor.getState().history.past.at(-1);
    takeAway.current?.();
    const close = showToast('info', text, { label: t('ui.saving.undo'), onPress: () => editor.getState().undo() });
    const stop = editor.subscribe(({ history }) => {
      if (history.past.at(-1) !== removal) takeAway.current?.();
    });
    takeAway.current = () => {
      takeAway.current = null;
      stop();
      close();
    };
  };
}
