/** The pictures that README and user guide show: every run of the tests compares the screens with them. */
import { expect, type Page } from '@playwright/test';
import type { AppClock } from './app-clock';
import { ask } from './bridge';

/** Of all pixels, how many may differ. A line of text that is another one is about as much. */
const SHARE_THAT_MAY_DIFFER = 0.01;
/** How far one pixel may be off, from 0 to 1, as eyes see colours: the edges of letters vary. */
const COLOUR_THAT_MAY_DIFFER = 0.2;

/** The clock of the app in every committed picture: from 09:30:05 in Amsterdam on a Tuesday. */
export const PICTURE_CLOCK: AppClock = { startsAtMs: Date.UTC(2026, 9, 13, 7, 30, 5) };

/**
 * The same for the page, which has a clock of its own. It is loaded anew, once the run has ended that comes by itself soon
 * after the start: none comes in a picture then.
 */
export async function setPictureTime(window: Page): Promise<void> {
  await expect
    .poll(async () => (await ask(window, 'sync:status')).lastRun, { timeout: 40_000 })
    .toMatchObject({ trigger: 'schedule', result: 'finished' });
  await window.clock.setFixedTime(PICTURE_CLOCK.startsAtMs);
  await window.reload();
  await window.getByRole('heading', { level: 1 }).waitFor();
}

/**
 * Expects a picture to look as the one that is committed as `file`, a path from the root of the project. With
 * UPDATE_README_IMAGES=1 the committed one is replaced when it looks otherwise (playwright.config.ts).
 */
export function expectAsCommitted(png: Buffer, file: string): void {
  // Other systems draw the same letters otherwise.
  if (process.platform !== 'linux') return;
  expect.soft(png).toMatchSnapshot(file.split('/'), {
    maxDiffPixelRatio: SHARE_THAT_MAY_DIFFER,
    threshold: COLOUR_THAT_MAY_DIFFER,
  });
}
