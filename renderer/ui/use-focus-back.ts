import { useEffect, type RefObject } from 'react';

/**
 * Brings the focus to the list in `area` when what had it is gone: a button of a row, a panel, a dialog or a toast. Otherwise
 * the keys would go on at the top of the window.
 */
export function useFocusBack(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last = document.activeElement;
    let frame = 0;
    const isLost = () => document.activeElement === document.body && last !== null && !last.isConnected;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = target;
    };
    const bringBack = () => {
      if (!isLost()) return;
      last = null;
      area.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    };
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      cancelAnimationFrame(frame);
      // A dialog gives the focus back to what opened it in the frame after it closes.
      frame = requestAnimationFrame(() => (frame = requestAnimationFrame(bringBack)));
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, [area]);
}
