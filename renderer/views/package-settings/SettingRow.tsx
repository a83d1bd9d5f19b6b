import { CircleCheck, CircleX, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConnectorId, Json, SettingField, Settings } from '../../../preload/contract/model';
import { localized, problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/Icon';
import { StatusTag } from '../../ui/StatusTag';
import { SettingControl } from './SettingControl';
import { settingValue } from './settings-draft';
import type { CheckState } from './settings-form-store';
import styles from './SettingsForm.module.css';

type Props = {
  packageId: ConnectorId;
  field: SettingField;
  settings: Settings;
  savedValue: Json | undefined;
  check: CheckState | undefined;
  onChange: (value: Json) => void;
  onCheck: () => void;
};

/** One setting with its Controleer and what that said. */
export function SettingRow({ packageId, field, settings, savedValue, check, onChange, onCheck }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const value = settingValue(field, settings);
  const isChanged = JSON.stringify(value) !== JSON.stringify(savedValue ?? field.default);
  return (
    // Every row has a button of the same name; the group says whose it is.
    <div className={styles.row} role="group" aria-label={localized(field.label, language)}>
      <div>
        <SettingControl packageId={packageId} field={field} settings={settings} value={value} onChange={onChange} />
        {isChanged || field.extra ? (
          <div className={styles.marks}>
            {isChanged ? <StatusTag tone="accent">{t('ui.wizard.changed')}</StatusTag> : null}
            {field.extra ? <StatusTag tone="neutral">{t('ui.wizard.extra')}</StatusTag> : null}
          </div>
        ) : null}
      </div>
      <div className={styles.verdict}>
        <Button size="small" isBusy={check?.kind === 'checking'} onPress={onCheck}>
          {t('ui.wizard.check')}
        </Button>
        <Verdict check={check} />
      </div>
    </div>
  );
}

function Verdict({ check }: { check: CheckState | undefined }) {
  const language = useLanguage();
  if (check === undefined || check.kind === 'checking') return <p className={styles.result} role="status" />;
  if (check.kind === 'right') {
    return (
      <p className={classNames(styles.result, check.verified ? styles.right : styles.unsure)} role="status">
        <Icon of={check.verified ? CircleCheck : Info} />
        <span>{localized(check.detail, language)}</span>
      </p>
    );
  }
  const { message, action } = problemText(check.problem, language);
  return (
    <p className={classNames(styles.result, styles.wrong)} role="status">
      <Icon of={CircleX} />
      <span>
        {message} {action}
      </span>
    </p>
  );
}
