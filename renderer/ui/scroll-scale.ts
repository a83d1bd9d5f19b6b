/**
 * Chromium lays out at most 2^25 physical pixels (LayoutUnit: 32 bits, 1/64 pixel); at a zoom of 500% that is 6.7 million
 * of ours. Longer lists get a body of this height.
 */
export const MOST_BODY_PX = 6_000_000;

/** From both ends of the list this much scrolls pixel for pixel, so that the first and the last row are met exactly. */
const EXACT_EDGE_PX = 100_000;

/** Two ways to say how far a list is scrolled: in pixels of all its rows, and in those of the element that scrolls. */
export interface ScrollScale {
  /** Both are the same. */
  readonly isExact: boolean;
  /** Height of the element's body. */
  readonly bodyPx: number;
  /** The furthest position: the last row at the bottom of the view. */
  readonly mostPx: number;
  readonly toElement: (positionPx: number) => number;
  readonly toPosition: (elementPx: number) => number;
}

/** `rowsPx`: height of all rows; `viewPx`: height of what shows at a time. */
export function scrollScale(rowsPx: number, viewPx: number): ScrollScale {
  const mostPx = Math.max(0, rowsPx - viewPx);
  const within = (px: number, most: number): number => Math.max(0, Math.min(most, px));
  if (rowsPx <= MOST_BODY_PX) {
    const same = (px: number): number => within(px, mostPx);
    return { isExact: true, bodyPx: rowsPx, mostPx, toElement: same, toPosition: same };
  }
  const mostElementPx = MOST_BODY_PX - viewPx;
  const ratio = (mostPx - 2 * EXACT_EDGE_PX) / (mostElementPx - 2 * EXACT_EDGE_PX);
  return {
    isExact: false,
    bodyPx: MOST_BODY_PX,
    mostPx,
    toElement: (positionPx) => {
      const px = within(positionPx, mostPx);
      if (px <= EXACT_EDGE_PX) return px;
      if (mostPx - px <= EXACT_EDGE_PX) return mostElementPx - (mostPx - px);
      return EXACT_EDGE_PX + (px - EXACT_EDGE_PX) / ratio;
    },
    toPosition: (elementPx) => {
      const px = within(elementPx, mostElementPx);
      if (px <= EXACT_EDGE_PX) return px;
      if (mostElementPx - px <= EXACT_EDGE_PX) return mostPx - (mostElementPx - px);
      return EXACT_EDGE_PX + (px - EXACT_EDGE_PX) * ratio;
    },
  };
}
