import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Json, SettingField } from '../../../preload/contract/model';
import { settingWords } from '../../../preload/contract/setting-words';
import { api } from '../../api';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { useLoaded } from '../../ui/use-loaded';
import type { SettingsForm } from './settings-form-store';

/** A value of a setting in words, by the names that the package gave as far as it was asked. */
export function useSettingWords(form: SettingsForm): (field: SettingField, value: Json) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const choices = useStore(form, (state) => state.choices);
  const employees = useLoaded(() => api.employees.list(), 'employees', useRevision('employees')).value;
  return (field, value) => {
    const offered = choices[field.key];
    const words = settingWords(field, value, {
      ofValue: (one) => (offered?.ok ? (offered.value.find((choice) => choice.value === one)?.label ?? null) : null),
      ofEmployee: (id) => employees?.find((employee) => String(employee.id) === id)?.name ?? null,
    });
    return words.kind === 'texts'
      ? words.texts.map((text) => localized(text, language)).join(', ')
      : t(`setting-words.${words.kind}`);
  };
}
