import { expect, it } from 'vitest';
import { FixedWindow } from './fixed-window';

it('gives each caller so many places, and all of them back at the end of the window', () => {
  const clock = { nowMs: 0 };
  const window = new FixedWindow(2, 60_000, () => clock.nowMs);
  expect(window.take('een')).toEqual({ allowed: true, limit: 2, remaining: 1, resetSeconds: 60 });
  clock.nowMs = 20_500;
  expect(window.take('een')).toMatchObject({ allowed: true, remaining: 0, resetSeconds: 40 });
  expect(window.take('een')).toMatchObject({ allowed: false, remaining: 0, resetSeconds: 40 });
  expect(window.take('twee')).toMatchObject({ allowed: true, remaining: 1, resetSeconds: 60 });
  clock.nowMs = 60_000;
  expect(window.take('een')).toMatchObject({ allowed: true, remaining: 1, resetSeconds: 60 });
});
