/** Steps of the zoom, in percent of the paper's own size. */
const STEPS = [50, 75, 100, 125, 150, 200, 300] as const;

/** A share of the paper's own size, or as wide as there is room and no larger than the paper. */
export type Zoom = 'fit' | number;

/** CSS pixels in a point of paper at 100 percent: 96 to 72 of an inch. */
const PIXELS_PER_POINT = 96 / 72;

/** Width of a page on the screen in CSS pixels. Pure. */
export const widthAt = (zoom: Zoom, points: number, roomPixels: number): number => {
  const own = points * PIXELS_PER_POINT;
  return Math.round(zoom === 'fit' ? Math.min(roomPixels, own) : (own * zoom) / 100);
};

/** How large a page of this width is drawn, in whole percent. Pure. */
export const percentOf = (widthPixels: number, points: number): number =>
  Math.round((widthPixels / (points * PIXELS_PER_POINT)) * 100);

/** The next step above (1) or below (-1); null when there is none. Pure. */
export function nextZoom(percent: number, direction: 1 | -1): number | null {
  return direction === 1
    ? (STEPS.find((step) => step > percent) ?? null)
    : (STEPS.findLast((step) => step < percent) ?? null);
}
