import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { classNames } from './class-names';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { DismissIcon } from './icons';
import styles from './ToastRegion.module.css';
import { toastQueue } from './toasts';
import { TONE_ICON } from './tone';

/** Where toasts appear. Once, in the frame of the app. F6 goes to it. */
export function ToastRegion() {
  const { t } = useTranslation();
  return (
    <AriaToastRegion queue={toastQueue} className={styles.region} aria-label={t('ui.shell.messages')}>
      {({ toast }) => (
        <Toast toast={toast} className={classNames(styles.toast, styles[toast.content.tone])}>
          <Icon of={TONE_ICON[toast.content.tone]} className={styles.icon} />
          <ToastContent className={styles.text}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action ? (
            <Button
              size="small"
              onPress={() => {
                toast.content.action?.onPress();
                toastQueue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          ) : null}
          <IconButton slot="close" icon={DismissIcon} size="small" label={t('ui.action.close')} />
        </Toast>
      )}
    </AriaToastRegion>
  );
}
