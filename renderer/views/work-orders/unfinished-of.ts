import type { UnfinishedText } from '../../ui/unfinished-text';
import { unfinishedName, type WorkOrderEditorStore } from './work-order-editor';

/** What a field of a row holds that means nothing yet: the editor keeps it for as long as it is there itself. */
export const unfinishedOf =
  (editor: WorkOrderEditorStore, rowKey: number) =>
  (field: string): UnfinishedText => ({
    left: editor.getState().unfinished[unfinishedName(rowKey, field)] ?? null,
    keep: (text) => editor.getState().keepUnfinished(rowKey, field, text),
  });
