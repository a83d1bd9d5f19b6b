import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** What had the focus when the screen before went. */
let left: Element | null = null;

/**
 * The element that takes the focus when what had it went with the screen before: keyboard and screen reader go on in the
 * screen that came, not at the top of the window. Whatever has the focus keeps it, a link of the navigation for one.
 */
export function useFocusOnArrival<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  // Its clean-up runs while the screen still stands.
  useLayoutEffect(() => () => void (left = document.activeElement), []);
  useEffect(() => {
    if (left?.isConnected === false && document.activeElement === document.body) {
      ref.current?.focus({ preventScroll: true });
    }
    left = null;
  }, []);
  return ref;
}
