/** Pictures of the screens, each also held against the rules for accessible pages. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { axeFindings, type AxeRules } from './axe';
import { expectAsCommitted } from './committed-pictures';
import { APP_FOLDER } from './koppel-process';

const FOLDER = join(APP_FOLDER, 'out/screens');
const SIZE = { width: 1280, height: 800 };

/** Whether every picture is kept: making one costs more than everything that is tested on it. */
const KEPT = process.env.EVERY_PICTURE === '1';

interface PictureOptions {
  /** The committed file that is this picture, such as `docs/images/queue.png`. */
  readonly committedAs?: string;
  /** It is committed as `test/e2e/pictures/NAME.png`, for the comparison only. */
  readonly isCompared?: boolean;
  readonly rules?: AxeRules;
}

/** The size of the README's pictures; `height` for a screen that is looked at as a whole. */
export async function setSize(app: ElectronApplication, height = SIZE.height): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
    SIZE.width,
    height,
  ] as [number, number]);
}

/**
 * Expects axe to find nothing wrong on what shows, and a picture that is committed to look the same. With EVERY_PICTURE=1
 * each one is saved as out/screens/NAME.png.
 */
export async function picture(window: Page, name: string, options: PictureOptions = {}): Promise<void> {
  const { isCompared = false, committedAs = isCompared ? `test/e2e/pictures/${name}.png` : undefined, rules } = options;
  await expect(window.locator('[aria-busy="true"]')).toHaveCount(0);
  if (KEPT) {
    await window.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
  }
  if (committedAs !== undefined) await expectAsCommitted(window, committedAs);
  const found = await axeFindings(window, rules);
  expect
    .soft(found.map(({ rule, help, element, detail }) => `${name}, ${rule}: ${help}\n${element}\n${detail}`))
    .toEqual([]);
}

/** A picture of the user guide, `docs/handleiding/images/NAME.png`: as it is committed, once it is. */
export async function guidePicture(window: Page, name: string): Promise<void> {
  await expect(window.locator('[aria-busy="true"]')).toHaveCount(0);
  const file = `docs/handleiding/images/${name}.png`;
  if (!existsSync(join(APP_FOLDER, file)) && process.env.UPDATE_README_IMAGES !== '1') return;
  const told = window.getByRole('region', { name: 'Meldingen' }).getByRole('button', { name: 'Sluiten' });
  while ((await told.count()) > 0) await told.first().click();
  await expectAsCommitted(window, file);
}
