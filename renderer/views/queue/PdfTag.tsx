import { useTranslation } from 'react-i18next';
import type { PdfState } from '../../../preload/contract/views';
import { SendIcon, UnsureIcon, WaitingIcon, type IconComponent } from '../../ui/icons';
import { StatusTag } from '../../ui/StatusTag';
import type { Tone } from '../../ui/tone';

const LOOK: Readonly<Record<PdfState, { tone: Tone | 'neutral' | 'accent'; icon?: IconComponent }>> = {
  waiting: { tone: 'neutral', icon: WaitingIcon },
  sending: { tone: 'accent', icon: SendIcon },
  unsure: { tone: 'warning', icon: UnsureIcon },
  done: { tone: 'success' },
  held: { tone: 'error' },
};

/** State of a PDF on its way to the accounting package. */
export function PdfTag({ state }: { state: PdfState }) {
  const { t } = useTranslation();
  return <StatusTag {...LOOK[state]}>{t(`ui.pdf.state.${state}`)}</StatusTag>;
}
