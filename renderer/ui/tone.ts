import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { IconComponent } from './Icon';

/** How serious a message is. Always shown by icon and words too. */
export type Tone = 'info' | 'warning' | 'error' | 'success';

export const TONE_ICON: Readonly<Record<Tone, IconComponent>> = {
  info: Info,
  warning: TriangleAlert,
  error: CircleX,
  success: CircleCheck,
};
