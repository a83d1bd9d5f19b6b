import type { View } from '../../../preload/contract/events';
import type { GuidePage } from './guide-pages';

/**
 * The page of the guide that goes on where the explanation of a screen ends. The explanation itself is `ui.help` in the
 * catalogue, by the name of the screen.
 */
export const GUIDE_OF: Readonly<Record<View, GuidePage>> = {
  overview: 'overview',
  'work-orders': 'making',
  planning: 'planning',
  customers: 'master',
  articles: 'master',
  forms: 'forms',
  queue: 'sending',
  integrations: 'linking',
  log: 'log',
  settings: 'settings',
};
