import type { ConnectionState } from '../../preload/contract/views';
import { LoginIcon, NotLinkedIcon, OfflineIcon, PauseIcon, SyncIcon, type IconComponent } from '../ui/icons';
import type { Tone } from '../ui/tone';

type Look = { readonly tone: Tone | 'neutral' | 'accent'; readonly icon?: IconComponent };

/** How each state of the link looks, everywhere it is shown. */
export const CONNECTION_LOOK: Readonly<Record<ConnectionState, Look>> = {
  'not-linked': { tone: 'neutral', icon: NotLinkedIcon },
  idle: { tone: 'success' },
  busy: { tone: 'accent', icon: SyncIcon },
  paused: { tone: 'neutral', icon: PauseIcon },
  offline: { tone: 'warning', icon: OfflineIcon },
  'needs-login': { tone: 'error', icon: LoginIcon },
  attention: { tone: 'warning' },
};
