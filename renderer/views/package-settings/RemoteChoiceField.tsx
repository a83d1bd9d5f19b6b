import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Choice, Result } from '../../../preload/contract/model';
import { localized, problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import type { FieldProps } from '../../ui/Field';
import { LoadingState } from '../../ui/LoadingState';
import { Select } from '../../ui/Select';
import { ChoicesField } from './ChoicesField';
import type { SettingsForm } from './settings-form-store';

export type RemoteProps = FieldProps & {
  form: SettingsForm;
  settingKey: string;
};

/** The values that the package offers for a setting; undefined until it answered. */
export function useChoices({ form, settingKey }: Pick<RemoteProps, 'form' | 'settingKey'>) {
  useEffect(() => void form.getState().loadChoices(settingKey), [form, settingKey]);
  return useStore(form, ({ choices }): Result<readonly Choice[]> | undefined => choices[settingKey]);
}

const NONE = '';

/** One of the values that the package offers. What was chosen before stays visible, also when it is gone there. */
export function RemoteChoiceField({
  form,
  settingKey,
  value,
  onChange,
  ...field
}: RemoteProps & { value: string; onChange: (value: string) => void }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const loaded = useChoices({ form, settingKey });
  const choices = loaded?.ok ? loaded.value : [];
  const isKnown = value === NONE || choices.some((choice) => choice.value === value);
  return (
    <Select
      {...field}
      error={loaded && !loaded.ok ? problemText(loaded.problem, language).message : field.error}
      value={value}
      onChange={onChange}
      options={[
        { value: NONE, label: loaded === undefined ? t('ui.state.loading') : t('ui.wizard.noChoice') },
        ...(isKnown ? [] : [{ value, label: value }]),
        ...choices.map((choice) => ({ value: choice.value, label: localized(choice.label, language) })),
      ]}
    />
  );
}

/** Any of the values that the package offers. */
export function RemoteChoicesField({
  form,
  settingKey,
  value,
  onChange,
  ...field
}: RemoteProps & { value: readonly string[]; onChange: (value: readonly string[]) => void }): ReactElement {
  const language = useLanguage();
  const loaded = useChoices({ form, settingKey });
  if (loaded === undefined) return <LoadingState />;
  const choices = loaded.ok ? loaded.value : [];
  const gone = value
    .filter((chosen) => !choices.some((choice) => choice.value === chosen))
    .map((chosen) => ({ value: chosen, label: { nl: chosen, en: chosen } }));
  return (
    <ChoicesField
      {...field}
      error={loaded.ok ? field.error : problemText(loaded.problem, language).message}
      choices={[...choices, ...gone]}
      value={value}
      onChange={onChange}
    />
  );
}
