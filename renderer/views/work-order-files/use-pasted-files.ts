import { useEffect, useRef } from 'react';

/** The files of a paste or of what was dropped; empty when it holds none. */
export const filesIn = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])];

/**
 * Calls `take` with the files that are pasted anywhere on the screen, also while a text field has the focus. A part of the
 * screen that takes them itself says so by `preventDefault`; a dialog keeps what is pasted in it.
 */
export function usePastedFiles(take: (files: readonly File[]) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = filesIn(event.clipboardData);
      if (event.defaultPrevented || files.length === 0) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return;
      event.preventDefault();
      latest.current(files);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
