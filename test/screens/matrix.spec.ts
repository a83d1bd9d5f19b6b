import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { axeFindings } from '../e2e/axe';
import { changeApp } from '../e2e/app-settings';
import { expect, test } from '../e2e/fixtures';
import { APP_FOLDER } from '../e2e/koppel-process';
import { keepPicture, keepSeen, type SeenVariant } from './kept-variants';
import { layoutFaults } from './layout-faults';
import { linkedPackage } from './linked-package';
import { prepareOffice, type PreparedOffice } from './prepared-office';
import { OTHER_PACKAGES, screensLinkedWith, screensWith, type Screen } from './screen-table';
import { AMOUNTS, FRAMES, LANGUAGES, nameOf, THEMES, type Frame } from './variants';

for (const amount of AMOUNTS) {
  for (const theme of THEMES) {
    test(`every screen: ${theme}, ${amount}`, async ({ openApp, activate, dataFolder }) => {
      const office = await prepareOffice(amount, { openApp, activate, dataFolder });
      await lookAt(office, theme, screensWith(amount), `${theme}-${amount}`);
    });
  }
}

for (const id of OTHER_PACKAGES.filter((one) => screensLinkedWith(one).length > 0)) {
  for (const theme of THEMES) {
    test(`every screen: ${theme}, linked with ${id}`, async ({ openApp, dataFolder }) => {
      const office = await linkedPackage(id, () => openApp(['--practice', '--data', dataFolder]));
      await lookAt(office, theme, screensLinkedWith(id), `${theme}-${id}`);
    });
  }
}

/** Looks at screens in both languages and all frames; `part`: under which name what was seen is kept. */
async function lookAt(
  office: PreparedOffice,
  theme: (typeof THEMES)[number],
  screens: readonly Screen[],
  part: string,
): Promise<void> {
  const { app, window, amount } = office;
  await window.emulateMedia({ reducedMotion: 'reduce' });
  const seen: SeenVariant[] = [];
  for (const language of LANGUAGES) {
    const say = catalogue(language);
    for (const screen of screens) {
      await test.step(`${screen.name}, ${language}`, async () => {
        try {
          await changeApp(window, { language, theme });
          await showIn(app, window, FRAMES[0]);
          const at = typeof screen.at === 'string' ? screen.at : screen.at(office);
          await window.evaluate((hash) => void (location.hash = hash), at);
          await settled(window, say);
          await screen.open?.({ ...office, say });
          for (const frame of FRAMES) {
            await changeApp(window, { language, theme, zoomPercent: frame.zoomPercent });
            await showIn(app, window, frame);
            await settled(window, say);
            const variant = { screen: screen.name, language, theme, amount, frame };
            const axe = await axeFindings(window);
            const layout = await layoutFaults(window);
            const file = keepPicture(variant, await wholeWindow(window));
            seen.push({ ...variant, file, axe, layout });
            const found = [...axe.map(({ rule, element }) => `${rule}: ${element}`), ...layout.map(inWords)];
            expect.soft(found, nameOf(variant)).toEqual([]);
          }
        } catch (error) {
          // The others are looked at all the same.
          expect.soft(String(error), `${screen.name}, ${language}, ${theme}, ${amount} could not be shown`).toBe('');
        }
        if (screen.open !== undefined) await window.reload();
      });
      keepSeen(part, seen);
    }
  }
}

/** Nothing of the page changes for so long: then it is all there. */
const REST_MS = 150;

const inWords = ({ kind, where, detail }: SeenVariant['layout'][number]): string => `${kind}: ${where} (${detail})`;

function catalogue(language: string): (key: string) => string {
  const file = join(APP_FOLDER, 'resources', 'i18n', `${language}.json`);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as unknown;
  return (key) => {
    const text = key.split('.').reduce((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts);
    if (typeof text !== 'string') throw new Error(`No text ${key}`);
    return text;
  };
}

/** Gives the window this size and waits until the page has it. */
async function showIn(app: ElectronApplication, window: Page, { width, height, zoomPercent }: Frame): Promise<void> {
  // Now and then the answer of the main process gets lost.
  await expect(async () => {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
      width,
      height,
    ] as [number, number]);
  }).toPass({ timeout: 10_000 });
  await expect
    .poll(() => window.evaluate(() => Math.round(innerWidth * devicePixelRatio)))
    .toBeGreaterThanOrEqual(width - 2);
  await expect.poll(() => window.evaluate(() => Math.round(devicePixelRatio * 100))).toBe(zoomPercent);
}

/** Nothing is being loaded, and the page has come to rest: charts are drawn after everything else. */
async function settled(window: Page, say: (key: string) => string): Promise<void> {
  await expect(window.getByRole('heading', { level: 1 }).first()).toBeAttached();
  await expect(window.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(window.getByText(say('ui.state.loading'), { exact: true })).toHaveCount(0);
  await window.evaluate(
    (restMs) =>
      new Promise<void>((resolve) => {
        const rested = () => {
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(rested, restMs);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(rested, restMs);
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
    REST_MS,
  );
}

/** Playwright's own picture of a zoomed page shows a part of it. */
async function wholeWindow(window: Page): Promise<Buffer> {
  const session = await window.context().newCDPSession(window);
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  await session.detach();
  return Buffer.from(data, 'base64');
}
