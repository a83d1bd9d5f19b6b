import { useTranslation } from 'react-i18next';
import type { SettingField } from '../../../preload/contract/model';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { EditIcon, UndoIcon } from '../../ui/icons';
import { focusSetting } from './setting-place';
import type { SettingsForm } from './settings-form-store';
import styles from './SettingRow.module.css';

/** That a setting differs from what is saved, with the way back. */
export function ChangedMark({ form, field, was }: { form: SettingsForm; field: SettingField; was: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={styles.changed}>
      <Icon of={EditIcon} size="small" />
      <span className={styles.was}>{t('ui.packageSettings.was', { value: was })}</span>
      <IconButton
        icon={UndoIcon}
        size="small"
        label={t('ui.packageSettings.undoOf', { field: localized(field.label, language) })}
        onPress={() => {
          form.getState().undo(field.key);
          // The button goes with the change.
          focusSetting(field.key);
        }}
      />
    </div>
  );
}
