import { useEffect, useState, type RefObject } from 'react';

/**
 * Whether this part of the page was in sight, or almost, at some time: what is costly to draw can wait for that. `near`: how
 * far from the view counts as almost, as a margin in CSS.
 */
export function useWasInSight(part: RefObject<Element | null>, near: string): boolean {
  const [wasInSight, setWasInSight] = useState(false);
  useEffect(() => {
    if (part.current === null || wasInSight) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setWasInSight(true);
      },
      { rootMargin: near },
    );
    observer.observe(part.current);
    return () => observer.disconnect();
  }, [part, near, wasInSight]);
  return wasInSight;
}
