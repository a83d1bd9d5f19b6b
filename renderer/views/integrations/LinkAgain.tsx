import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { Panel } from '../../ui/Panel';
import { LinkForm } from '../activation-wizard/LinkForm';
import { useIntegrationsStore } from './integrations-store';

/** A new key for a link that the package refuses; settings, marks and queue stay as they are. */
export function LinkAgain({ manifest, stage }: { manifest: Manifest; stage: IntegrationStage }) {
  const { t } = useTranslation();
  const putStage = useIntegrationsStore((store) => store.putStage);
  return (
    <Panel title={t('ui.shell.linkAgain')}>
      <p>{t('ui.integrations.linkAgainText', { name: manifest.label })}</p>
      <LinkForm manifest={manifest} stage={stage} onLinked={putStage} />
    </Panel>
  );
}
