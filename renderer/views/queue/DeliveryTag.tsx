import { useTranslation } from 'react-i18next';
import type { DeliveryState } from '../../../preload/contract/views';
import { DoNotSendIcon, SendIcon, TakeBackIcon, UnsureIcon, WaitingIcon, type IconComponent } from '../../ui/icons';
import { StatusTag } from '../../ui/StatusTag';
import type { Tone } from '../../ui/tone';

const LOOK: Readonly<Record<DeliveryState, { tone: Tone | 'neutral' | 'accent'; icon?: IconComponent }>> = {
  waiting: { tone: 'neutral', icon: WaitingIcon },
  sending: { tone: 'accent', icon: SendIcon },
  unsure: { tone: 'warning', icon: UnsureIcon },
  booked: { tone: 'success' },
  skipped: { tone: 'neutral', icon: DoNotSendIcon },
  blocked: { tone: 'error' },
  withdrawn: { tone: 'neutral', icon: TakeBackIcon },
};

/** State of an archived work order on its way to the accounting package. */
export function DeliveryTag({ state, isHeld = false }: { state: DeliveryState; isHeld?: boolean }) {
  const { t } = useTranslation();
  return <StatusTag {...LOOK[state]}>{isHeld ? t('ui.delivery.held') : t(`ui.delivery.${state}`)}</StatusTag>;
}
