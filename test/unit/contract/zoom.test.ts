import { expect, test } from 'vitest';
import { nextZoomPercent } from '../../../preload/contract/zoom';

test('each press takes one step, and none beyond the smallest and the largest', () => {
  expect([100, 110, 125, 150, 175].map((percent) => nextZoomPercent(percent, 1))).toEqual([110, 125, 150, 175, 200]);
  expect([110, 100, 90].map((percent) => nextZoomPercent(percent, -1))).toEqual([100, 90, 75]);
  expect([nextZoomPercent(200, 1), nextZoomPercent(75, -1)]).toEqual([200, 75]);
});

test('a size between two steps goes to the nearest step in that direction', () => {
  expect([nextZoomPercent(130, 1), nextZoomPercent(130, -1)]).toEqual([150, 125]);
});
