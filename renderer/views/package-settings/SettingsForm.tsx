import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Manifest } from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { useAppStore } from '../../shell/app-store';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { UndoIcon } from '../../ui/icons';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { Spoken } from '../../ui/Spoken';
import { Tabs } from '../../ui/Tabs';
import { DocumentExample } from './DocumentExample';
import { fieldToFocus, focusSetting, onSettingWanted, takeWantedSetting } from './setting-place';
import { SettingRow } from './SettingRow';
import { SettingsActions } from './SettingsActions';
import { differingFields, visibleFields } from './settings-draft';
import { createSettingsForm, shownFields } from './settings-form-store';
import { settingsJournal } from './settings-journal';
import styles from './SettingsForm.module.css';
import { SettingsHistory } from './SettingsHistory';
import { useSettingWords } from './use-setting-words';

type Props = {
  manifest: Manifest;
  stage: IntegrationStage;
  onSaved: (stage: IntegrationStage) => void;
  onCancel: () => void;
};

const PARTS = ['example', 'history'] as const;

/**
 * Instellingen of a package, drawn from its manifest, each with Controleer; beside them what the document becomes, and what
 * was saved before. Opslaan works once all are right.
 */
export function SettingsForm({ manifest, stage, onSaved, onCancel }: Props) {
  const { t } = useTranslation();
  const companyId = useAppStore((store) => store.app?.company.id ?? '');
  const [journal] = useState(() => settingsJournal(companyId, manifest.id, manifest.settings, stage.settings));
  const [typedBefore] = useState(() => journal.kept());
  const [form] = useState(() => createSettingsForm(manifest, stage.settings, stage.settingsVersion > 0, typedBefore));
  const state = useStore(form);
  const inWords = useSettingWords(form);
  const [part, setPart] = useState<(typeof PARTS)[number]>('example');
  const fields = shownFields(manifest, state);
  const differs = differingFields(manifest.settings, state.settings, stage.settings).length > 0;
  const waitsForAdministration = fields.length < visibleFields(manifest.settings, state.settings).length;

  useEffect(
    () =>
      form.subscribe(({ settings }, before) => {
        if (settings !== before.settings) journal.keep(settings);
      }),
    [form, journal],
  );

  useEffect(() => {
    const focusWanted = () => {
      const wanted = takeWantedSetting(manifest.id);
      const key = wanted === null ? null : fieldToFocus(manifest, shownFields(manifest, form.getState()), wanted);
      if (key !== null) focusSetting(key);
    };
    focusWanted();
    return onSettingWanted(focusWanted);
  }, [manifest, form]);

  const saved = (next: IntegrationStage) => {
    journal.forget();
    onSaved(next);
  };

  return (
    <div className={styles.settings}>
      <div className={styles.form}>
        <p className={styles.intro}>{t('ui.wizard.settingsText')}</p>
        {Object.keys(typedBefore).length > 0 && differs ? (
          <Banner
            tone="info"
            title={t('ui.wizard.typedBefore')}
            actions={
              <Button size="small" icon={UndoIcon} onPress={() => state.fill(stage.settings)}>
                {t('ui.workOrders.discard')}
              </Button>
            }
          >
            {t('ui.packageSettings.typedBefore')}
          </Banner>
        ) : null}
        <div className={styles.rows}>
          {fields.map((field) => (
            <SettingRow key={field.key} form={form} field={field} inWords={inWords} />
          ))}
        </div>
        {waitsForAdministration ? <p className={styles.intro}>{t('ui.wizard.administrationFirst')}</p> : null}
        {state.problem ? <ProblemBanner problem={state.problem} /> : null}
        <SettingsActions manifest={manifest} form={form} onSaved={saved} onCancel={onCancel} />
      </div>
      {/* Scrolls by itself, so that it stays beside the setting that is being changed. */}
      <aside className={styles.aside} aria-label={t('ui.packageSettings.aside')} tabIndex={0}>
        <h2>
          <Spoken>{t('ui.packageSettings.aside')}</Spoken>
        </h2>
        <Tabs
          label={t('ui.packageSettings.aside')}
          items={PARTS.map((id) => ({ id, label: t(`ui.packageSettings.${id}.tab`) }))}
          selected={part}
          onSelect={setPart}
        >
          {part === 'example' ? (
            <DocumentExample manifest={manifest} form={form} />
          ) : (
            <SettingsHistory manifest={manifest} form={form} current={stage.settingsVersion} />
          )}
        </Tabs>
      </aside>
    </div>
  );
}
