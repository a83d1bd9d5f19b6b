import { useEffect, useState, type RefObject } from 'react';

const STOPS = 'a[href], button, input, select, textarea, [tabindex]';

/**
 * Whether what scrolls needs a place of its own among the stops of Tab: when it holds more than shows and nothing in it can
 * have the focus, nobody could read on by keyboard otherwise.
 */
export function useScrollStop(ref: RefObject<HTMLElement | null>): boolean {
  const [isNeeded, setIsNeeded] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = () => {
      const scrolls = element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
      setIsNeeded(scrolls && element.querySelector(STOPS) === null);
    };
    const size = new ResizeObserver(look);
    const watchSizes = () => [element, ...element.children].forEach((one) => size.observe(one));
    watchSizes();
    const content = new MutationObserver(() => {
      watchSizes();
      look();
    });
    content.observe(element, { childList: true, subtree: true });
    look();
    return () => {
      size.disconnect();
      content.disconnect();
    };
  }, [ref]);
  return isNeeded;
}
