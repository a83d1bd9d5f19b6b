/** How large the screens are drawn, in percent: the steps that the keys take and the settings offer. */
export const ZOOM_PERCENTS = [75, 90, 100, 110, 125, 150, 175, 200] as const;

export const USUAL_ZOOM_PERCENT = 100;
export const LEAST_ZOOM_PERCENT = Math.min(...ZOOM_PERCENTS);
export const MOST_ZOOM_PERCENT = Math.max(...ZOOM_PERCENTS);

/** The next step up or down; the same when there is none. A size between two steps goes to the nearest in that direction. */
export function nextZoomPercent(percent: number, direction: 1 | -1): number {
  const next =
    direction === 1 ? ZOOM_PERCENTS.find((step) => step > percent) : ZOOM_PERCENTS.findLast((step) => step < percent);
  return next ?? percent;
}
