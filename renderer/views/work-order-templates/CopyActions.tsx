import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ariaKeys } from '../../shell/shortcuts';
import { useShortcuts } from '../../shell/use-shortcuts';
import { IconButton } from '../../ui/IconButton';
import { DuplicateIcon, KeepAsTemplateIcon } from '../../ui/icons';
import { finishTyping } from '../work-orders/editor-places';
import type { WorkOrderEditorStore } from '../work-orders/work-order-editor';
import { KeepTemplateDialog } from './KeepTemplateDialog';
import { useMadeWorkOrder } from './use-made-work-order';

/** A copy of the work order as it is saved, now or time and again. */
export function CopyActions({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  const saved = useStore(editor, (state) => state.saved);
  const { duplicate } = useMadeWorkOrder();
  const [isKeeping, setIsKeeping] = useState(false);

  /** What was typed goes along; what cannot be saved keeps the office here. */
  const whenSaved = async (act: (workOrderId: number) => void) => {
    finishTyping();
    const { saved: before } = editor.getState();
    if (before?.status !== 'archived' && !(await editor.getState().save())) return;
    const { saved: now } = editor.getState();
    if (now !== null) act(now.id);
  };
  const copy = () => void whenSaved((id) => void duplicate(id));
  useShortcuts({ duplicate: copy });

  if (saved === null) return null;
  return (
    <>
      <IconButton
        icon={DuplicateIcon}
        label={t('ui.workOrders.duplicate')}
        keys={ariaKeys('duplicate')}
        onPress={copy}
      />
      <IconButton
        icon={KeepAsTemplateIcon}
        label={t('ui.templates.keep')}
        onPress={() => void whenSaved(() => setIsKeeping(true))}
      />
      {isKeeping ? <KeepTemplateDialog workOrder={saved} onClose={() => setIsKeeping(false)} /> : null}
    </>
  );
}
