import { describe, expect, it } from 'vitest';
import { placeFor } from '../../../main/platform/window-place';

const LAPTOP = { x: 0, y: 0, width: 1920, height: 1040 };
const SECOND = { x: 1920, y: 0, width: 2560, height: 1400 };
const place = (x: number, y: number, width = 1300, height = 800) => ({ x, y, width, height, maximized: false });

describe('where the window goes', () => {
  it('comes back where it was, also on the second screen', () => {
    expect(placeFor(place(2000, 100), [LAPTOP, SECOND])).toEqual({ x: 2000, y: 100, width: 1300, height: 800 });
  });

  it('does not come back on a screen that is gone', () => {
    expect(placeFor(place(2000, 100), [LAPTOP])).not.toHaveProperty('x');
  });

  it.each([
    ['left of all screens', place(-1250, 100)],
    ['above all screens', place(100, -300)],
    ['below all screens', place(100, 1030)],
  ])('does not come back %s, where its title cannot be taken hold of', (_, kept) => {
    expect(placeFor(kept, [LAPTOP])).not.toHaveProperty('x');
  });

  it('is never too small to work in', () => {
    expect(placeFor(place(10, 10, 200, 100), [LAPTOP])).toMatchObject({ width: 960, height: 600 });
  });

  it('lets the system choose the first time', () => {
    expect(placeFor(null, [LAPTOP])).toEqual({ width: 1280, height: 820 });
  });
});
