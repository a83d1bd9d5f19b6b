import { expect, type Page } from '@playwright/test';
import type { AppSettings } from '../../preload/contract/views';
import { ask } from './bridge';

/** The settings of the app, with these ones changed and the others as they come. */
export async function changeApp(window: Page, settings: Partial<AppSettings>): Promise<void> {
  await ask(window, 'app:save-settings', {
    language: 'nl',
    theme: 'light',
    startWithComputer: false,
    notifications: true,
    pullIntervalMinutes: null,
    ...settings,
  });
  await expect(window.locator('html')).toHaveAttribute('lang', settings.language ?? 'nl');
}
