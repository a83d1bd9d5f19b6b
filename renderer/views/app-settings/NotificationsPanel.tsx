import { useTranslation } from 'react-i18next';
import { NOTIFICATION_KINDS, WEEKDAYS, type QuietHours } from '../../../preload/contract/app-settings';
import { api } from '../../api';
import { useAppStore } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { CheckboxGroup } from '../../ui/CheckboxGroup';
import { ClockField } from '../../ui/ClockField';
import { GroupedCheckbox } from '../../ui/GroupedCheckbox';
import { NotificationIcon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';
import { Switch } from '../../ui/Switch';
import { showToast } from '../../ui/toasts';
import styles from './Settings.module.css';
import { useSettingsStore } from './settings-store';

/** What the office is disturbed for, and when it is not. */
export function NotificationsPanel() {
  const { t } = useTranslation();
  const settings = useAppStore((store) => store.app?.settings);
  const change = useSettingsStore((store) => store.change);
  if (!settings) return null;
  const { notifications, notificationKinds, quietHours } = settings;
  const setQuiet = (part: Partial<QuietHours>) => void change({ quietHours: { ...quietHours, ...part } });
  const test = async () => {
    const { shown } = await api.app.testNotification();
    if (!shown) showToast('error', t('ui.settings.testNotShown'));
  };

  return (
    <Panel
      title={t('ui.settings.notificationsTitle')}
      actions={
        <Button size="small" icon={NotificationIcon} onPress={() => void test()}>
          {t('ui.settings.testNotification')}
        </Button>
      }
    >
      <Switch
        isSelected={notifications}
        onChange={(isOn) => void change({ notifications: isOn })}
        help={t('ui.settings.notificationsHelp')}
      >
        {t('ui.settings.notifications')}
      </Switch>
      <CheckboxGroup
        label={t('ui.settings.kinds')}
        value={notificationKinds}
        onChange={(chosen) =>
          void change({ notificationKinds: NOTIFICATION_KINDS.filter((kind) => chosen.includes(kind)) })
        }
        isDisabled={!notifications}
      >
        {NOTIFICATION_KINDS.map((kind) => (
          <GroupedCheckbox key={kind} value={kind} label={t(`ui.settings.kind.${kind}`)} />
        ))}
      </CheckboxGroup>
      <Switch
        isSelected={quietHours.isOn}
        onChange={(isOn) => setQuiet({ isOn })}
        isDisabled={!notifications}
        help={t('ui.settings.quietHelp')}
      >
        {t('ui.settings.quiet')}
      </Switch>
      {quietHours.isOn ? (
        <>
          <div className={styles.row}>
            <ClockField
              label={t('ui.settings.quietFrom')}
              minuteOfDay={quietHours.fromMinute}
              onChange={(fromMinute) => (fromMinute === null ? undefined : setQuiet({ fromMinute }))}
            />
            <ClockField
              label={t('ui.settings.quietUntil')}
              minuteOfDay={quietHours.untilMinute}
              onChange={(untilMinute) => (untilMinute === null ? undefined : setQuiet({ untilMinute }))}
            />
          </div>
          <CheckboxGroup
            label={t('ui.settings.quietDays')}
            value={quietHours.quietDays.map(String)}
            onChange={(chosen) => setQuiet({ quietDays: WEEKDAYS.filter((day) => chosen.includes(String(day))) })}
          >
            {WEEKDAYS.map((day) => (
              <GroupedCheckbox key={day} value={String(day)} label={t(`ui.settings.day.${day}`)} />
            ))}
          </CheckboxGroup>
        </>
      ) : null}
    </Panel>
  );
}
