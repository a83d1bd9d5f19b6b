import { describe, expect, test } from 'vitest';
import { nextZoom, percentOf, widthAt } from '../../../renderer/views/papers/zoom';

/** Of A4, in points. */
const WIDTH = 595;

describe('the size of a paper on the screen', () => {
  test('is the paper’s own at 100 percent, or as wide as there is room', () => {
    expect(widthAt(100, WIDTH, 400)).toBe(793);
    expect(widthAt('fit', WIDTH, 400)).toBe(400);
    expect(widthAt('fit', WIDTH, 2_000), 'no larger than the paper').toBe(793);
    expect(percentOf(793, WIDTH)).toBe(100);
  });

  test('goes to the next step from any size, and no further than the last', () => {
    expect([nextZoom(88, 1), nextZoom(88, -1), nextZoom(100, 1)]).toEqual([100, 75, 125]);
    expect([nextZoom(300, 1), nextZoom(50, -1)]).toEqual([null, null]);
  });
});
