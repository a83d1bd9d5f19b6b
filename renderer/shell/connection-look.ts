import { CirclePause, LogIn, RefreshCw, Unplug, WifiOff } from 'lucide-react';
import type { ConnectionState } from '../../preload/contract/views';
import type { IconComponent } from '../ui/Icon';
import type { Tone } from '../ui/tone';

type Look = { readonly tone: Tone | 'neutral' | 'accent'; readonly icon?: IconComponent };

/** How each state of the link looks, everywhere it is shown. */
export const CONNECTION_LOOK: Readonly<Record<ConnectionState, Look>> = {
  'not-linked': { tone: 'neutral', icon: Unplug },
  idle: { tone: 'success' },
  busy: { tone: 'accent', icon: RefreshCw },
  paused: { tone: 'neutral', icon: CirclePause },
  offline: { tone: 'warning', icon: WifiOff },
  'needs-login': { tone: 'error', icon: LogIn },
  attention: { tone: 'warning' },
};
