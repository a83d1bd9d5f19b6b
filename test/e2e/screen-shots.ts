/** Pictures of the screens, each also held against the rules for accessible pages. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { APP_FOLDER } from './koppel-process';

const FOLDER = join(APP_FOLDER, 'out/screens');
const README_FOLDER = join(APP_FOLDER, 'docs/images');
const SIZE = { width: 1280, height: 800 };

/** The size of the README's pictures; `height` for a screen that is looked at as a whole. */
export async function setSize(app: ElectronApplication, height = SIZE.height): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
    SIZE.width,
    height,
  ] as [number, number]);
}

/**
 * Saves a picture as out/screens/NAME.png and expects axe to find nothing wrong. With UPDATE_README_IMAGES=1 a picture
 * that the README shows is put where the README has it.
 */
export async function picture(window: Page, name: string, options: { readonly inReadme?: string } = {}): Promise<void> {
  await expect(window.locator('[aria-busy="true"]')).toHaveCount(0);
  await window.evaluate(() => document.fonts.ready);
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}.png`);
  await window.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  if (options.inReadme !== undefined && process.env.UPDATE_README_IMAGES === '1') {
    mkdirSync(README_FOLDER, { recursive: true });
    copyFileSync(file, join(README_FOLDER, options.inReadme));
  }
  const { violations } = await new AxeBuilder({ page: window })
    // Without it axe opens a page of its own, which an Electron window cannot.
    .setLegacyMode(true)
    // What react-aria has read aloud a moment ago may name a button that has gone since.
    .exclude('[data-live-announcer]')
    // Belongs to its button, wherever it stands in the page.
    .exclude('[role="tooltip"]')
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${name}, ${id}: ${help}\n  ${html}`),
  );
  expect.soft(found).toEqual([]);
}
