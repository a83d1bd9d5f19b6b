import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Manifest } from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { Button } from '../../ui/Button';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { SettingRow } from './SettingRow';
import { visibleFields } from './settings-draft';
import { allRight, createSettingsForm, shownFields } from './settings-form-store';
import { StepActions } from '../activation-wizard/StepActions';
import styles from './SettingsForm.module.css';

type Props = {
  manifest: Manifest;
  stage: IntegrationStage;
  onSaved: (stage: IntegrationStage) => void;
  onCancel: () => void;
};

/** Instellingen of a package, drawn from its manifest, each with Controleer. Opslaan works once all are right. */
export function SettingsForm({ manifest, stage, onSaved, onCancel }: Props) {
  const { t } = useTranslation();
  const [form] = useState(() => createSettingsForm(manifest, stage.settings, stage.settingsVersion > 0));
  const state = useStore(form);
  const [isCheckingAll, setIsCheckingAll] = useState(false);
  const fields = shownFields(manifest, state);
  const waitsForAdministration = fields.length < visibleFields(manifest.settings, state.settings).length;
  const right = fields.filter(({ key }) => state.checks[key]?.kind === 'right').length;
  const canSave = allRight(manifest, state);

  const save = async () => {
    const saved = await state.save();
    if (saved) onSaved(saved);
  };

  return (
    <>
      <p className={styles.intro}>{t('ui.wizard.settingsText')}</p>
      <div className={styles.rows}>
        {fields.map((field) => (
          <SettingRow
            key={field.key}
            packageId={manifest.id}
            field={field}
            settings={state.settings}
            savedValue={stage.settings[field.key]}
            check={state.checks[field.key]}
            onChange={(value) => state.change(field.key, value)}
            onCheck={() => void state.check(field.key)}
          />
        ))}
      </div>
      {waitsForAdministration ? <p className={styles.intro}>{t('ui.wizard.administrationFirst')}</p> : null}
      {state.problem ? <ProblemBanner problem={state.problem} /> : null}
      <StepActions onBack={onCancel}>
        <span className={styles.counted} role="status">
          {t('ui.wizard.checked', { right, total: fields.length })}
        </span>
        <Button
          icon={CheckCheck}
          variant={canSave ? 'secondary' : 'primary'}
          isBusy={isCheckingAll}
          onPress={() => {
            setIsCheckingAll(true);
            void state.checkAll().finally(() => setIsCheckingAll(false));
          }}
        >
          {t('ui.wizard.checkAll')}
        </Button>
        <Button
          variant={canSave ? 'primary' : 'secondary'}
          isDisabled={!canSave}
          isBusy={state.isSaving}
          onPress={() => void save()}
        >
          {t('ui.action.save')}
        </Button>
      </StepActions>
    </>
  );
}
