import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { showToast } from '../../ui/toasts';
import { SettingsForm } from './SettingsForm';
import { useIntegrationsStore, type Integration } from '../integrations/integrations-store';

/** Wijzig: the settings of an active link. They work from the moment they are saved, never backwards. */
export function ChangeSettings({ integration: { manifest, stage } }: { integration: Integration }) {
  const { t } = useTranslation();
  const { edit, putStage } = useIntegrationsStore();
  return (
    <Page title={t('ui.integrations.changeTitle', { name: manifest.label })} intro={t('ui.integrations.changeText')}>
      <Panel>
        <SettingsForm
          manifest={manifest}
          stage={stage}
          onCancel={() => edit(null)}
          onSaved={(saved) => {
            putStage(saved);
            edit(null);
            showToast('success', t('ui.integrations.changed'));
          }}
        />
      </Panel>
    </Page>
  );
}
