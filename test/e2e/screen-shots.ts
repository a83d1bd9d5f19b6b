/** Pictures of the screens, each also held against the rules for accessible pages. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { axeFindings, type AxeRules } from './axe';
import { APP_FOLDER } from './koppel-process';

const FOLDER = join(APP_FOLDER, 'out/screens');
const README_FOLDER = join(APP_FOLDER, 'docs/images');
const GUIDE_FOLDER = join(APP_FOLDER, 'docs/handleiding/images');
const SIZE = { width: 1280, height: 800 };

/** Whether every picture is kept: making one costs more than everything that is tested on it. */
const KEPT = process.env.EVERY_PICTURE === '1';

interface PictureOptions {
  /** The file in docs/images that is this picture. */
  readonly inReadme?: string;
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
 * Expects axe to find nothing wrong on what shows. With EVERY_PICTURE=1 it is saved as out/screens/NAME.png; with
 * UPDATE_README_IMAGES=1 a picture that the README shows is put where the README has it.
 */
export async function picture(window: Page, name: string, options: PictureOptions = {}): Promise<void> {
  const { inReadme, rules } = options;
  await expect(window.locator('[aria-busy="true"]')).toHaveCount(0);
  const renewed = inReadme !== undefined && process.env.UPDATE_README_IMAGES === '1';
  if (KEPT || renewed) {
    await window.evaluate(() => document.fonts.ready);
    mkdirSync(FOLDER, { recursive: true });
    const file = join(FOLDER, `${name}.png`);
    await window.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    if (renewed) {
      mkdirSync(README_FOLDER, { recursive: true });
      copyFileSync(file, join(README_FOLDER, inReadme));
    }
  }
  const found = await axeFindings(window, rules);
  expect
    .soft(found.map(({ rule, help, element, detail }) => `${name}, ${rule}: ${help}\n${element}\n${detail}`))
    .toEqual([]);
}

/** With UPDATE_README_IMAGES=1: makes what shows the picture `images/NAME.png` of the user guide. Else it costs nothing. */
export async function guidePicture(window: Page, name: string): Promise<void> {
  if (process.env.UPDATE_README_IMAGES !== '1') return;
  await expect(window.locator('[aria-busy="true"]')).toHaveCount(0);
  await window.evaluate(() => document.fonts.ready);
  mkdirSync(GUIDE_FOLDER, { recursive: true });
  await window.screenshot({ path: join(GUIDE_FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
