/** Runs in the main process: shows a page of a vendor in the system's own browser, where a person sees whose page it is. */
import { shell } from 'electron';
import type { Logger } from '../ports';
import { isAllowedAddress } from './allowed-address';

/**
 * Only https, and http on this computer itself (a simulator), is opened; anything else is a bug. False: this computer opened
 * no browser.
 */
export function createOpenInBrowser(logger: Logger): (url: string) => Promise<boolean> {
  return async (url) => {
    const { protocol, host } = new URL(url);
    if (!isAllowedAddress(new URL(url))) throw new Error(`No page is opened at ${protocol}//${host}`);
    try {
      await shell.openExternal(url);
      return true;
    } catch (error) {
      logger.warn('browser', 'the browser was not opened', { host, reason: String(error) });
      return false;
    }
  };
}
