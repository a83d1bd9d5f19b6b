import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import {
  AnswerIcon,
  CopyIcon,
  CorrectIcon,
  DoNotSendIcon,
  GoToSettingIcon,
  RetryIcon,
  SendIcon,
  TakeBackIcon,
  type IconComponent,
} from '../../ui/icons';
import { ACTION_KEY, type RowAction } from './row-action';

const ICON: Readonly<Record<RowAction, IconComponent>> = {
  'correct-article': CorrectIcon,
  'correct-customer': CorrectIcon,
  correct: CorrectIcon,
  setting: GoToSettingIcon,
  answer: AnswerIcon,
  retry: RetryIcon,
  'send-after-all': SendIcon,
  skip: DoNotSendIcon,
  'take-back': TakeBackIcon,
  'copy-number': CopyIcon,
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
