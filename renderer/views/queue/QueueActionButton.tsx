import { Ban, Copy, MessageCircleQuestionMark, RotateCw, Send, Settings, Undo2, Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import type { IconComponent } from '../../ui/Icon';
import { ACTION_KEY, type RowAction } from './row-action';

const ICON: Readonly<Record<RowAction, IconComponent>> = {
  'correct-article': Wrench,
  'correct-customer': Wrench,
  correct: Wrench,
  setting: Settings,
  answer: MessageCircleQuestionMark,
  retry: RotateCw,
  'send-after-all': Send,
  skip: Ban,
  'take-back': Undo2,
  'copy-number': Copy,
};

type Props = { action: RowAction; onAct: () => void };

/** The action of a row. The list has one tab stop, so that this is reached with its key, or beside the list. */
export function QueueActionButton({ action, onAct }: Props) {
  const { t } = useTranslation();
  return (
    <Button size="small" icon={ICON[action]} keys={ACTION_KEY} excludeFromTabOrder onPress={onAct}>
      {t(`ui.queue.action.${action}`)}
    </Button>
  );
}
