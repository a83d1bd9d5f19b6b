import { useTranslation } from 'react-i18next';
import type { Json, SettingField } from '../../../preload/contract/model';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { ChoicesField } from './ChoicesField';
import { NamesField } from './NamesField';
import { PerEmployeeField } from './PerEmployeeField';
import { RemoteChoiceField, RemoteChoicesField } from './RemoteChoiceField';
import type { SettingsForm } from './settings-form-store';

type Props = {
  form: SettingsForm;
  field: SettingField;
  value: Json;
  onChange: (value: Json) => void;
};

/** The control for a setting of the manifest. A kind, never a package, decides what it is. */
export function SettingControl({ form, field, value, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shared = {
    label: localized(field.label, language),
    help: localized(field.help, language),
    isRequired: field.required ?? false,
  };
  switch (field.kind) {
    case 'article':
      return <TextField {...shared} value={asText(value)} onChange={onChange} />;
    case 'text':
      return <TextField {...shared} value={asText(value)} onChange={onChange} maxLength={field.maxLength} />;
    case 'yes-no':
      return (
        <Select
          {...shared}
          value={value === true ? 'yes' : 'no'}
          onChange={(chosen) => onChange(chosen === 'yes')}
          options={[
            { value: 'yes', label: t('ui.answer.yes') },
            { value: 'no', label: t('ui.answer.no') },
          ]}
        />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          value={asText(value)}
          onChange={onChange}
          options={field.choices.map((choice) => ({ value: choice.value, label: localized(choice.label, language) }))}
        />
      );
    case 'choices':
      return <ChoicesField {...shared} value={asTexts(value)} onChange={onChange} choices={field.choices} />;
    case 'names':
      return <NamesField {...shared} value={asTexts(value)} onChange={onChange} />;
    case 'remote-choice':
      return (
        <RemoteChoiceField {...shared} form={form} settingKey={field.key} value={asText(value)} onChange={onChange} />
      );
    case 'remote-choices':
      return (
        <RemoteChoicesField {...shared} form={form} settingKey={field.key} value={asTexts(value)} onChange={onChange} />
      );
    case 'per-employee':
      return (
        <PerEmployeeField {...shared} form={form} settingKey={field.key} value={asRecord(value)} onChange={onChange} />
      );
  }
}

function asText(value: Json): string {
  return typeof value === 'string' ? value : '';
}

function asTexts(value: Json): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function asRecord(value: Json): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
