import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Manifest } from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { CheckIcon } from '../../ui/icons';
import { StepActions } from '../activation-wizard/StepActions';
import { focusSetting } from './setting-place';
import { allRight, isChanged, shownFields, type SettingsForm } from './settings-form-store';
import styles from './SettingsForm.module.css';

type Props = {
  manifest: Manifest;
  form: SettingsForm;
  onSaved: (stage: IntegrationStage) => void;
  onCancel: () => void;
};

/** How far the settings are checked, what is not right yet, and Controleer alles and Opslaan. */
export function SettingsActions({ manifest, form, onSaved, onCancel }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useStore(form);
  const { checkingAll, checks } = state;
  const fields = shownFields(manifest, state);
  const right = fields.filter(({ key }) => checks[key]?.kind === 'right').length;
  const wrong = fields.filter(({ key }) => checks[key]?.kind === 'wrong');
  const changed = manifest.settings.filter((field) => isChanged(field, state)).length;
  const canSave = allRight(manifest, state);
  const save = async () => {
    const saved = await state.save();
    if (saved) onSaved(saved);
  };
  return (
    <div className={styles.footer}>
      {changed === 0 && (wrong.length === 0 || checkingAll !== null) ? null : (
        <div className={styles.open}>
          {changed === 0 ? null : <span>{t('ui.packageSettings.changes', { count: changed })}</span>}
          {wrong.length === 0 || checkingAll !== null ? null : (
            <>
              <span className={styles.wrong}>{t('ui.packageSettings.wrong')}</span>
              {wrong.map(({ key, label }) => (
                <Button key={key} size="small" onPress={() => focusSetting(key)}>
                  {localized(label, language)}
                </Button>
              ))}
            </>
          )}
        </div>
      )}
      <StepActions onBack={onCancel}>
        <span className={styles.counted} role="status">
          {checkingAll === null
            ? t('ui.wizard.checked', { right, total: fields.length })
            : t('ui.packageSettings.checkingAll', { done: checkingAll.done, total: checkingAll.total })}
        </span>
        {checkingAll === null ? (
          <Button icon={CheckIcon} variant={canSave ? 'secondary' : 'primary'} onPress={() => void state.checkAll()}>
            {t('ui.wizard.checkAll')}
          </Button>
        ) : (
          <Button onPress={state.stopCheckingAll}>{t('ui.packageSettings.stop')}</Button>
        )}
        <Button
          variant={canSave ? 'primary' : 'secondary'}
          isDisabled={!canSave}
          isBusy={state.isSaving}
          onPress={() => void save()}
        >
          {t('ui.action.save')}
        </Button>
      </StepActions>
    </div>
  );
}
