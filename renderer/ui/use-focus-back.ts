import { useEffect, type RefObject } from 'react';

/**
 * Brings the focus to `area` when what had it is gone: a button of a row, a panel, a dialog or a toast. Otherwise the keys would
 * go on at the top of the window. It goes to the list in it, else to its first button, else to the area itself, which needs a
 * tab index of -1 for that.
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
      const first = ['[role="grid"]', 'button'].map((what) => area.current?.querySelector<HTMLElement>(what));
      (first.find((found) => found != null) ?? area.current)?.focus();
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
