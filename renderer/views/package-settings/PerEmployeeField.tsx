import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { localized, problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Banner } from '../../ui/Banner';
import { LoadingState } from '../../ui/LoadingState';
import { Select } from '../../ui/Select';
import { useLoaded } from '../../ui/use-loaded';
import { useChoices, type RemoteProps } from './RemoteChoiceField';
import styles from './PerEmployeeField.module.css';

type Props = RemoteProps & {
  /** Employee id -> value of the package. */
  value: Readonly<Record<string, string>>;
  onChange: (value: Readonly<Record<string, string>>) => void;
};

const NONE = '';

/** A value of the package for each employee. */
export function PerEmployeeField({ value, onChange, ...remote }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const employees = useLoaded(() => api.employees.list(), 'employees', useRevision('employees')).value;
  const choices = useChoices(remote);
  if (!employees || !choices) return <LoadingState />;
  const change = (employeeId: string, chosen: string) => {
    const entries = Object.entries({ ...value, [employeeId]: chosen });
    onChange(Object.fromEntries(entries.filter(([, kept]) => kept !== NONE)));
  };
  return (
    <fieldset className={styles.employees}>
      <legend>{remote.label}</legend>
      {remote.help ? <p className={styles.help}>{remote.help}</p> : null}
      {employees.length === 0 ? <p>{t('ui.wizard.noEmployees')}</p> : null}
      {choices.ok ? null : <Banner tone="error" title={problemText(choices.problem, language).message} />}
      {employees.map((employee) => (
        <Select
          key={employee.id}
          label={employee.name}
          value={value[String(employee.id)] ?? NONE}
          onChange={(chosen) => change(String(employee.id), chosen)}
          options={[
            { value: NONE, label: t('ui.wizard.noChoice') },
            ...(choices.ok
              ? choices.value.map((choice) => ({ value: choice.value, label: localized(choice.label, language) }))
              : []),
          ]}
        />
      ))}
    </fieldset>
  );
}
