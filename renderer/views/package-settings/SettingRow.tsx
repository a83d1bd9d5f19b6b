import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Json, SettingField } from '../../../preload/contract/model';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { StatusTag } from '../../ui/StatusTag';
import { ChangedMark } from './ChangedMark';
import { FilterWordTester } from './FilterWordTester';
import { SettingControl } from './SettingControl';
import { settingValue } from './settings-draft';
import { isChanged, type SettingsForm } from './settings-form-store';
import styles from './SettingRow.module.css';
import { Verdict } from './Verdict';

type Props = {
  form: SettingsForm;
  field: SettingField;
  inWords: (field: SettingField, value: Json) => string;
};

/** One setting with its Controleer, what that said, and what it was. */
export function SettingRow({ form, field, inWords }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { settings, saved, checks, change, check } = useStore(form);
  const value = settingValue(field, settings);
  const label = localized(field.label, language);
  const state = checks[field.key];
  return (
    // Every row has a button of the same name; the group says whose it is.
    <div
      className={classNames(styles.row, field.visibleWhen !== undefined && styles.nested)}
      role="group"
      aria-label={label}
      data-setting={field.key}
    >
      <div className={styles.field}>
        <SettingControl form={form} field={field} value={value} onChange={(next) => change(field.key, next)} />
        {field.extra ? <StatusTag tone="neutral">{t('ui.wizard.extra')}</StatusTag> : null}
        {saved !== null && isChanged(field, { settings, saved }) ? (
          <ChangedMark form={form} field={field} was={inWords(field, settingValue(field, saved))} />
        ) : null}
        {field.filterWord !== undefined && typeof value === 'string' && value.trim() !== '' ? (
          <FilterWordTester effect={field.filterWord} word={value} />
        ) : null}
      </div>
      <div className={styles.verdict}>
        <Button size="small" isBusy={state?.kind === 'checking'} onPress={() => void check(field.key)}>
          {t('ui.wizard.check')}
        </Button>
        <Verdict check={state} />
      </div>
    </div>
  );
}
