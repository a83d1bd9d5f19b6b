import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_BODY_PX, scrollScale } from '../../../renderer/ui/scroll-scale';

const ROW_PX = 36;
const VIEW_PX = 540;

test('a list that the browser can lay out scrolls as it is', () => {
  const scale = scrollScale(100_000 * ROW_PX, VIEW_PX);
  expect(scale).toMatchObject({ isExact: true, bodyPx: 3_600_000 });
  expect([scale.toElement(1_234_567), scale.toPosition(1_234_567)]).toEqual([1_234_567, 1_234_567]);
});

test.each([1_000_000, 10_000_000])('of %i rows both ends are met, and every place in between comes back', (rows) => {
  const scale = scrollScale(rows * ROW_PX, VIEW_PX);
  const mostElementPx = scale.bodyPx - VIEW_PX;
  expect(scale.bodyPx).toBe(MOST_BODY_PX);
  expect([scale.toPosition(0), scale.toPosition(mostElementPx)]).toEqual([0, rows * ROW_PX - VIEW_PX]);
  expect(scale.toElement(scale.mostPx)).toBe(mostElementPx);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: scale.mostPx }),
      fc.integer({ min: 0, max: 5_000 }),
      (positionPx, further) => {
        const elementPx = scale.toElement(positionPx);
        expect(elementPx).toBeGreaterThanOrEqual(0);
        expect(elementPx).toBeLessThanOrEqual(mostElementPx);
        expect(Math.abs(scale.toPosition(elementPx) - positionPx)).toBeLessThan(1e-3);
        expect(scale.toElement(positionPx + further)).toBeGreaterThanOrEqual(elementPx);
      },
    ),
  );
});

test('the first and the last rows scroll pixel for pixel', () => {
  const scale = scrollScale(1_000_000 * ROW_PX, VIEW_PX);
  expect(scale.toElement(5 * ROW_PX)).toBe(5 * ROW_PX);
  expect(scale.bodyPx - VIEW_PX - scale.toElement(scale.mostPx - 5 * ROW_PX)).toBe(5 * ROW_PX);
});
