import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, ConnectorId, Settings } from '../../../preload/contract/model';
import { api } from '../../api';
import { localized, problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import type { FieldProps } from '../../ui/Field';
import { LoadingState } from '../../ui/LoadingState';
import { Select } from '../../ui/Select';
import { useLoaded, type Loaded } from '../../ui/use-loaded';
import { ChoicesField } from './ChoicesField';
import type { Result } from '../../../preload/contract/model';

export type RemoteProps = FieldProps & {
  packageId: ConnectorId;
  settingKey: string;
  settings: Settings;
};

/** The values that the package offers for a setting. */
export function useChoices({ packageId, settingKey, settings }: RemoteProps): Loaded<Result<readonly Choice[]>> {
  return useLoaded(
    () => api.integrations.choices({ package: packageId, key: settingKey, settings: { ...settings } }),
    `${packageId}/${settingKey}`,
    0,
  );
}

const NONE = '';

/** One of the values that the package offers. What was chosen before stays visible, also when it is gone there. */
export function RemoteChoiceField({
  packageId,
  settingKey,
  settings,
  value,
  onChange,
  ...field
}: RemoteProps & { value: string; onChange: (value: string) => void }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const loaded = useChoices({ packageId, settingKey, settings, ...field }).value;
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
  packageId,
  settingKey,
  settings,
  value,
  onChange,
  ...field
}: RemoteProps & { value: readonly string[]; onChange: (value: readonly string[]) => void }): ReactElement {
  const language = useLanguage();
  const loaded = useChoices({ packageId, settingKey, settings, ...field }).value;
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
