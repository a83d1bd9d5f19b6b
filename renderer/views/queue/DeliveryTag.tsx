import { Ban, Clock, SearchCheck, Send, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryState } from '../../../preload/contract/views';
import type { IconComponent } from '../../ui/Icon';
import { StatusTag } from '../../ui/StatusTag';
import type { Tone } from '../../ui/tone';

const LOOK: Readonly<Record<DeliveryState, { tone: Tone | 'neutral' | 'accent'; icon?: IconComponent }>> = {
  waiting: { tone: 'neutral', icon: Clock },
  sending: { tone: 'accent', icon: Send },
  unsure: { tone: 'warning', icon: SearchCheck },
  booked: { tone: 'success' },
  skipped: { tone: 'neutral', icon: Ban },
  blocked: { tone: 'error' },
  withdrawn: { tone: 'neutral', icon: Undo2 },
};

/** State of an archived work order on its way to the accounting package. */
export function DeliveryTag({ state, isHeld = false }: { state: DeliveryState; isHeld?: boolean }) {
  const { t } = useTranslation();
  return <StatusTag {...LOOK[state]}>{isHeld ? t('ui.delivery.held') : t(`ui.delivery.${state}`)}</StatusTag>;
}
