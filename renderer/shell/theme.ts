import type { AppSettings } from '../../preload/contract/views';

/** Shows the chosen theme; `system` follows the computer. */
export function showTheme(theme: AppSettings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
