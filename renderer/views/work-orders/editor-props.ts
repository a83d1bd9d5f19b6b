import type { WorkOrderEditorStore } from './work-order-editor';

/** What every part of the editor gets. */
export type EditorProps = {
  editor: WorkOrderEditorStore;
  /** Archived is final. */
  isLocked: boolean;
};
