import { useStore } from 'zustand';
import { navigate } from '../../shell/use-route';
import { useShortcuts } from '../../shell/use-shortcuts';
import { finishTyping, goToAdding, goToFirstField } from './editor-places';
import { neighbour } from './neighbour';
import { useAddTime } from './use-add-time';
import { usePlanNow } from './use-plan-now';
import type { WorkOrderEditorStore } from './work-order-editor';
import { filterOf, useWorkOrdersStore } from './work-orders-store';

/** The keys of the editor, besides those of its buttons in WorkOrderActions. */
export function useEditorShortcuts(editor: WorkOrderEditorStore): void {
  const isLocked = useStore(editor, (state) => state.saved?.status === 'archived');
  const addTime = useAddTime(editor);
  const planNow = usePlanNow(editor);
  const goBeside = async (by: -1 | 1) => {
    const { saved } = editor.getState();
    if (saved === null) return;
    const { box, search, sort } = useWorkOrdersStore.getState();
    const id = await neighbour(saved.id, by, { search, sort, filter: filterOf(box) });
    if (id !== null) navigate('work-orders', id);
  };
  const going = {
    list: () => navigate('work-orders'),
    previous: () => void goBeside(-1),
    next: () => void goBeside(1),
  };
  const changing = {
    undo: () => editor.getState().undo(),
    redo: () => editor.getState().redo(),
    save: () => {
      finishTyping();
      void editor.getState().save();
    },
    customer: () => goToFirstField('customer'),
    description: () => goToFirstField('work'),
    plan: () => {
      planNow();
      goToFirstField('planning');
    },
    addWork: () => addTime('work'),
    addTravel: () => addTime('travel'),
    addArticle: () => goToAdding('articles'),
    addForm: () => goToAdding('forms'),
  };
  useShortcuts(isLocked ? going : { ...going, ...changing });
}
