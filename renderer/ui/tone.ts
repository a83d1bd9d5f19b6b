import { ErrorIcon, InfoIcon, SuccessIcon, WarningIcon, type IconComponent } from './icons';

/** How serious a message is. Always shown by icon and words too. */
export type Tone = 'info' | 'warning' | 'error' | 'success';

export const TONE_ICON: Readonly<Record<Tone, IconComponent>> = {
  info: InfoIcon,
  warning: WarningIcon,
  error: ErrorIcon,
  success: SuccessIcon,
};
