import { useEffect, useState } from 'react';
import type { WorkOrderEditorStore } from './work-order-editor';

/**
 * Editors with changes that are not saved yet, by work order id. They outlive their screen: whoever comes back finds what
 * was typed.
 */
const unsaved = new Map<number | 'new', WorkOrderEditorStore>();
/** Editors that are on screen. */
const open = new Map<number | 'new', WorkOrderEditorStore>();

/** The editor of a work order: the one that was left with unsaved changes (`isRestored`), or a new one. */
export function useEditor(
  key: number | 'new',
  make: () => WorkOrderEditorStore,
): { readonly editor: WorkOrderEditorStore; readonly isRestored: boolean } {
  const [opened] = useState(() => {
    const left = unsaved.get(key);
    return { editor: left ?? make(), isRestored: left !== undefined };
  });
  const { editor } = opened;
  useEffect(() => {
    open.set(key, editor);
    return () => {
      open.delete(key);
      if (editor.getState().isChanged) unsaved.set(key, editor);
      else unsaved.delete(key);
    };
  }, [editor, key]);
  return opened;
}

/** How many work orders have changes that are not saved, on screen or left. */
export function unsavedCount(): number {
  const editors = new Map([...unsaved, ...open]);
  return [...editors.values()].filter((editor) => editor.getState().isChanged).length;
}

/** Forgets what was left unsaved; each test starts without. */
export function forgetUnsaved(): void {
  unsaved.clear();
}
