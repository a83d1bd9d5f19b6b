/** Pictures that are committed, those of README and user guide among them: every run of the tests compares the screens with them. */
import { expect, test, type Page } from '@playwright/test';
import type { AppClock } from './app-clock';
import { ask } from './bridge';

/** How many pixels may differ: half of the lines of an icon, less than one letter of a text. */
const PIXELS_THAT_MAY_DIFFER = 40;
/** How far one pixel may be off, from 0 to 1, as eyes see colours; where letters and lines are smoothed it never counts. */
const COLOUR_THAT_MAY_DIFFER = 0.02;

/** The Chromium on Linux that drew them. Another version or system draws the same letters otherwise. */
const DRAWN_BY = 'Chrome/130.';

/** Charts are drawn after everything else, on a machine that does a lot besides. */
const REST_LIMIT_MS = 15_000;

/** The clock of the app in every committed picture: from 09:30:05 in Amsterdam on a Tuesday. */
export const PICTURE_CLOCK: AppClock = { startsAtMs: Date.UTC(2026, 9, 13, 7, 30, 5) };

/** What is said in other words each time, and what a picture says instead. */
const ALWAYS_OTHERWISE: readonly (readonly [what: string, instead: string])[] = [
  // By the clock of the app: what was done since it started, and when the next run comes.
  ['\\b09:3[0-3]\\b', '09:30'],
  ['\\b09:3[4-9]\\b', '09:35'],
  // How long a run took.
  ['^\\d+ s$', '1 s'],
  // The tag of the database in a marker.
  ['\\bSK-[0-9A-Z]{6,10}-', 'SK-7Q4M2X-'],
];

/**
 * The same for the page, which has a clock of its own. It is loaded anew, once the run has ended that comes by itself soon
 * after the start: none comes in a picture then. From here on the page says the same each time.
 */
export async function setPictureTime(window: Page): Promise<void> {
  await expect
    .poll(async () => (await ask(window, 'sync:status')).lastRun, { timeout: 40_000 })
    .toMatchObject({ trigger: 'schedule', result: 'finished' });
  await window.clock.setFixedTime(PICTURE_CLOCK.startsAtMs);
  await window.reload();
  await window.getByRole('heading', { level: 1 }).waitFor();
  await window.evaluate((replacements) => {
    const saySame = (under: Node): void => {
      const texts = document.createTreeWalker(under, NodeFilter.SHOW_TEXT);
      for (let text: Node | null = texts.currentNode; text !== null; text = texts.nextNode()) {
        const said = text.nodeValue ?? '';
        const same = replacements.reduce(
          (words, [what, instead]) => words.replace(new RegExp(what, 'g'), instead),
          said,
        );
        if (same !== said) text.nodeValue = same;
      }
    };
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) [target, ...addedNodes].forEach(saySame);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    saySame(document.body);
  }, ALWAYS_OTHERWISE);
}

/**
 * Expects the window to look as the picture that is committed as `file`, a path from the root of the project, once it has
 * come to rest. With UPDATE_README_IMAGES=1 the committed one is replaced when it looks otherwise (playwright.config.ts).
 * Where another Chromium draws, nothing is compared, and the report says so.
 */
export async function expectAsCommitted(window: Page, file: string): Promise<void> {
  const drawnBy = await window.evaluate(() => navigator.userAgent);
  if (process.platform !== 'linux' || !drawnBy.includes(DRAWN_BY)) {
    test.info().annotations.push({ type: 'not compared', description: `${file}: drawn by ${drawnBy}` });
    return;
  }
  await window.evaluate(() => document.fonts.ready);
  await expect.soft(window).toHaveScreenshot(file.split('/'), {
    maxDiffPixels: PIXELS_THAT_MAY_DIFFER,
    threshold: COLOUR_THAT_MAY_DIFFER,
    timeout: REST_LIMIT_MS,
  });
}
