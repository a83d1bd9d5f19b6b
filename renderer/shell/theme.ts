import type { AppSettings } from '../../preload/contract/views';

type Theme = AppSettings['theme'];

const moreContrast = () => matchMedia('(prefers-contrast: more)');

/**
 * Shows the chosen theme. `system` follows the computer; `contrast` follows it too, as far as light and dark. Where the
 * computer asks for more contrast, every theme has it.
 */
export function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  else delete dataset.theme;
  if (theme === 'contrast' || moreContrast().matches) dataset.contrast = 'more';
  else delete dataset.contrast;
}

/** Shows the theme anew when the computer starts or stops asking for more contrast. */
export function followContrast(theme: () => Theme): void {
  moreContrast().addEventListener('change', () => showTheme(theme()));
}
