import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { LicencesDialog } from './LicencesDialog';

/** Which app this is, where its data are, and what it is made of. */
export function AboutPanel() {
  const { t } = useTranslation();
  const app = useAppStore((store) => store.app);
  const [showsLicences, setShowsLicences] = useState(false);
  if (!app) return null;
  const { version, dataFolder, keychain } = app;
  return (
    <Panel
      title={t('ui.settings.about')}
      actions={
        <Button size="small" onPress={() => setShowsLicences(true)}>
          {t('ui.settings.licences')}
        </Button>
      }
    >
      <Facts
        facts={[
          { label: t('ui.settings.version'), value: version, isNumber: true },
          { label: t('ui.settings.dataFolder'), value: dataFolder },
          {
            label: t('ui.settings.keychain'),
            value: keychain.available ? (
              <StatusTag tone="success">{t('ui.settings.keychainWorks')}</StatusTag>
            ) : (
              <>
                <StatusTag tone="error">{t('ui.settings.keychainFails')}</StatusTag> {keychain.detail}
              </>
            ),
          },
        ]}
      />
      {showsLicences ? <LicencesDialog onClose={() => setShowsLicences(false)} /> : null}
    </Panel>
  );
}
