/** Fingers and pens, told to the page as the system would tell them. */
import type { CDPSession, Page } from '@playwright/test';

interface Place {
  readonly x: number;
  readonly y: number;
}

const STEPS = 10;

const between = (from: Place, to: Place, share: number): Place => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

/** Moves one finger from one place to another; `restMs` how long it rests before. */
export async function swipe(window: Page, from: Place, to: Place, restMs: number): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: Place | null) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at === null ? [] : [at] });
  await touch('touchStart', from);
  // The page itself takes a finger that rests for a press that takes hold.
  if (restMs > 0) await window.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), restMs);
  for (let step = 1; step <= STEPS; step += 1) await touch('touchMove', between(from, to, step / STEPS));
  await touch('touchEnd', null);
  await session.detach();
}

/** Draws a line with a pen, pressed from lightly to hard. */
export async function penStroke(window: Page, places: readonly Place[]): Promise<void> {
  const session: CDPSession = await window.context().newCDPSession(window);
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Place, force: number) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      ...at,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      force,
      pointerType: 'pen',
    });
  for (const [index, place] of places.entries()) {
    await pen(index === 0 ? 'mousePressed' : 'mouseMoved', place, 0.1 + (0.9 * index) / places.length);
  }
  const last = places.at(-1);
  if (last) await pen('mouseReleased', last, 0);
  await session.detach();
}
