/** Runs in the main process: shows a login page in the system's own browser, where a person sees whose page it is. */
import { shell } from 'electron';
import type { Logger, OpenLoginPage } from '../ports';
import { isAllowedAddress } from './allowed-address';

/**
 * Only https, and http on this computer itself (a simulator), is opened; anything else is a bug. A computer without a
 * browser is none: the address stands on the screen as well.
 */
export function createOpenLoginPage(logger: Logger): OpenLoginPage {
  return async (url) => {
    const { protocol, host } = new URL(url);
    if (!isAllowedAddress(new URL(url))) throw new Error(`No login page is opened at ${protocol}//${host}`);
    try {
      await shell.openExternal(url);
    } catch (error) {
      logger.warn('login', 'the browser was not opened', { host, reason: String(error) });
    }
  };
}
