import { useEffect } from 'react';

/** Where Ctrl+Z means the text that is typed, or something else than the screen below. */
const ELSEWHERE = 'input, textarea, [contenteditable="true"], [role="dialog"], [role="alertdialog"][aria-modal]';

/** Ctrl+Z (Cmd+Z) takes back the last move while the screen shows. */
export function useUndoKey(undo: () => Promise<void>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof Element && event.target.closest(ELSEWHERE) !== null) return;
      event.preventDefault();
      void undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo]);
}
