import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { scrollScale } from './scroll-scale';

/** Rows drawn above and below what is visible, so that scrolling shows no gaps. */
const OVERSCAN_ROWS = 4;
/** A move of more than this many views at once is a jump of the thumb; less is a wheel, a finger or the track. */
const JUMP_VIEWS = 2;
/** This long without a move, and a movement is over. */
const SCROLL_END_MS = 150;

interface Rows {
  readonly count: number;
  readonly rowPx: number;
}

export interface VisibleRows {
  /** For `ref` of the element that scrolls; its last child is the body with the rows, what stands above that stays in sight. */
  readonly scrollerRef: (element: HTMLElement | null) => void;
  /** That element while it is there. */
  readonly scroller: HTMLElement | null;
  /** First and last index that is drawn; the last lies before the first when there are no rows. */
  readonly first: number;
  readonly last: number;
  /** Height of the body that holds the rows. */
  readonly bodyPx: number;
  /** Where a drawn row lies within the body. */
  readonly topPx: (index: number) => number;
  /** Rows that fit in the view. */
  readonly pageRows: number;
  /** Scrolls no further than needed to show the row. */
  readonly scrollTo: (index: number) => void;
}

interface Place {
  /** How far the list is scrolled, in pixels of all its rows. */
  readonly positionPx: number;
  /** The same, in those of the element. */
  readonly elementPx: number;
}

const isSame = (one: Place, other: Place): boolean =>
  one.positionPx === other.positionPx && one.elementPx === other.elementPx;

/**
 * Which rows of one height are on screen. A list that is higher than the browser can lay out gets a lower body: within it
 * a wheel and the keys move pixel for pixel as ever, the thumb jumps in proportion, and after each movement the element is
 * put where the thumb belongs.
 */
export function useVisibleRows({ count, rowPx }: Rows): VisibleRows {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [viewPx, setViewPx] = useState(0);
  const scale = useMemo(() => scrollScale(count * rowPx, viewPx), [count, rowPx, viewPx]);
  const [place, setPlace] = useState<Place>({ positionPx: 0, elementPx: 0 });
  // What the handlers go on from: a scroll may come before the last one is drawn.
  const current = useRef(place);

  useLayoutEffect(() => {
    if (scroller === null) return undefined;
    const measure = () => {
      const body = scroller.lastElementChild;
      setViewPx(Math.max(0, scroller.clientHeight - (body instanceof HTMLElement ? body.offsetTop : 0)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);

  /** Shows a position, with the thumb where it belongs. */
  const put = useCallback(
    (positionPx: number) => {
      if (scroller === null) return;
      const wanted = scale.toElement(positionPx);
      if (Math.abs(scroller.scrollTop - wanted) >= 1) scroller.scrollTop = wanted;
      // Read back: it is rounded to pixels of the screen, and what was put is no movement.
      const next = { positionPx: Math.max(0, Math.min(scale.mostPx, positionPx)), elementPx: scroller.scrollTop };
      current.current = next;
      setPlace((shown) => (isSame(shown, next) ? shown : next));
    },
    [scroller, scale],
  );

  // Rows came or went, or the window changed: the same rows stay on screen.
  useLayoutEffect(() => put(current.current.positionPx), [put]);

  useEffect(() => {
    if (scroller === null) return undefined;
    let ending: ReturnType<typeof setTimeout> | undefined;
    const settle = () => put(current.current.positionPx);
    const onScroll = () => {
      // Some systems let one pull a list past its ends.
      const elementPx = Math.max(0, Math.min(scale.bodyPx - viewPx, scroller.scrollTop));
      const moved = elementPx - current.current.elementPx;
      if (moved === 0) return;
      const positionPx =
        scale.isExact || Math.abs(moved) > JUMP_VIEWS * viewPx
          ? scale.toPosition(elementPx)
          : Math.max(0, Math.min(scale.mostPx, current.current.positionPx + moved));
      current.current = { positionPx, elementPx };
      // Within the event, so that no frame shows the gap.
      flushSync(() => setPlace(current.current));
      clearTimeout(ending);
      if (scale.isExact) return;
      // Here the element cannot move on although there may be more rows.
      const isAtWall = elementPx <= viewPx || elementPx >= scale.bodyPx - 2 * viewPx;
      if (isAtWall) settle();
      else ending = setTimeout(settle, SCROLL_END_MS);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(ending);
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [scroller, scale, viewPx, put]);

  const firstInView = Math.floor(place.positionPx / rowPx);
  const lastInView = Math.ceil((place.positionPx + viewPx) / rowPx) - 1;
  const scrollTo = (index: number) => {
    const { positionPx } = current.current;
    const top = index * rowPx;
    if (top < positionPx) put(top);
    else if (top + rowPx > positionPx + viewPx) put(top + rowPx - viewPx);
  };

  return {
    scrollerRef: setScroller,
    scroller,
    first: Math.max(0, Math.min(count - 1, firstInView) - OVERSCAN_ROWS),
    last: Math.min(count - 1, lastInView + OVERSCAN_ROWS),
    bodyPx: scale.bodyPx,
    topPx: (index) => index * rowPx - place.positionPx + place.elementPx,
    pageRows: Math.max(1, Math.floor(viewPx / rowPx) - 1),
    scrollTo,
  };
}
