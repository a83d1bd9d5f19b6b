import type { Page } from '@playwright/test';
import { changeApp } from './app-settings';
import { picture } from './screen-shots';

/** Pictures in both themes, held against the rules for accessible pages; in the dark against those about colours. */
export async function lightAndDark(window: Page, name: string): Promise<void> {
  await changeApp(window, { theme: 'dark' });
  await picture(window, `nl-dark-${name}`, { rules: 'colours' });
  await changeApp(window, { theme: 'light' });
  await picture(window, `nl-${name}`);
}
