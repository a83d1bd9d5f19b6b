import { useLayoutEffect, useState, type RefObject } from 'react';

/** From the first lane up to and including the last one. */
export interface DrawnLanes {
  readonly first: number;
  readonly last: number;
}

/** Lanes that lie this far (px) outside the window are drawn as well, so that scrolling and arrow keys find them. */
const AROUND_PX = 160;

/** Before the board is laid out. */
const AT_FIRST: DrawnLanes = { first: 0, last: 5 };

/**
 * Which lanes of a scrolling board need their blocks drawn: those in view and a little around it. `edgesOf` tells where
 * (px from the begin of what scrolls) each lane begins, and in the end where the last one ends.
 */
export function useDrawnLanes(
  scroller: RefObject<HTMLElement | null>,
  axis: 'x' | 'y',
  edgesOf: (scroller: HTMLElement) => readonly number[],
): DrawnLanes {
  const [drawn, setDrawn] = useState(AT_FIRST);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const from = (axis === 'x' ? element.scrollLeft : element.scrollTop) - AROUND_PX;
      const size = axis === 'x' ? element.clientWidth : element.clientHeight;
      const edges = edgesOf(element);
      const first = Math.max(
        0,
        edges.findIndex((_, index) => (edges[index + 1] ?? Infinity) > from),
      );
      const after = edges.findIndex((edge) => edge >= from + size + 2 * AROUND_PX);
      const last = (after < 0 ? edges.length : after) - 1;
      setDrawn((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [scroller, axis, edgesOf]);
  return drawn;
}
