/** An office without a mouse. */
import type { Locator, Page } from '@playwright/test';

/** Far more than any screen has places to stop at. */
const MOST_STOPS = 120;

/** Presses Tab until the focus is there; throws when it never comes. */
export async function tabTo(window: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await window.keyboard.press('Tab');
  }
  throw new Error(`The focus never comes to ${String(target)}`);
}

/** Goes there by Tab and presses a key; Enter unless told otherwise. */
export async function pressAt(window: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(window, target);
  await window.keyboard.press(key);
}

/** Goes there by Tab and types over what stands there. */
export async function typeAt(window: Page, target: Locator, text: string): Promise<void> {
  await tabTo(window, target);
  await window.keyboard.press('ControlOrMeta+A');
  await window.keyboard.type(text);
}
