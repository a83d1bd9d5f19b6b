export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Going straight on is better than going aside: a step aside counts as this many ahead. */
const ASIDE = 4;

/** Which of the boxes one comes to first from a box in this direction; null when none lies there. */
export function nearestBlock(from: Box, boxes: readonly Box[], direction: Direction): number | null {
  let best: number | null = null;
  let bestCost = Infinity;
  boxes.forEach((box, index) => {
    const isVertical = direction === 'ArrowUp' || direction === 'ArrowDown';
    const ahead = {
      ArrowUp: from.top - box.top,
      ArrowDown: box.top - from.top,
      ArrowLeft: from.left - box.left,
      ArrowRight: box.left - from.left,
    }[direction];
    if (ahead <= 0) return;
    const aside = isVertical ? Math.abs(box.left - from.left) : Math.abs(box.top - from.top);
    const cost = ahead + aside * ASIDE;
    if (cost < bestCost) {
      best = index;
      bestCost = cost;
    }
  });
  return best;
}
