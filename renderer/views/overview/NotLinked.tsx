import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevision } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { IntegrationIcon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';
import { useIntegrationsStore, type Integration } from '../integrations/integrations-store';

/**
 * In the place of the headline while no package is linked: straight to the one that was begun with or deactivated, else the
 * choice of a package. `wasLinked`: one was, and is deactivated.
 */
export function NotLinked({ wasLinked }: { wasLinked: boolean }) {
  const { t } = useTranslation();
  const { integrations, load } = useIntegrationsStore();
  const revision = useRevision('integrations');
  useEffect(() => void load(), [load, revision]);
  const begun = begunWith(integrations ?? []);
  return (
    <Panel>
      <EmptyState
        icon={IntegrationIcon}
        title={wasLinked ? t('problems.link-deactivated.message') : t('ui.overview.notLinkedTitle')}
        actions={
          begun === undefined ? (
            integrations?.map(({ manifest }) => (
              <Button key={manifest.id} onPress={() => navigate('integrations', manifest.id)}>
                {manifest.label}
              </Button>
            ))
          ) : (
            <>
              <Button variant="primary" onPress={() => navigate('integrations', begun.manifest.id)}>
                {t(`ui.overview.begun.${begun.stage.state === 'activating' ? 'activating' : 'deactivated'}`, {
                  name: begun.manifest.label,
                })}
              </Button>
              <Button onPress={() => navigate('integrations')}>{t('ui.overview.toIntegrations')}</Button>
            </>
          )
        }
      >
        <p>{wasLinked ? t('problems.link-deactivated.action') : t('ui.overview.notLinkedText')}</p>
        {begun === undefined ? <p>{t('ui.overview.whichPackage')}</p> : null}
      </EmptyState>
    </Panel>
  );
}

/** The package whose activation was left half way, else one that can go on. */
const begunWith = (integrations: readonly Integration[]): Integration | undefined =>
  integrations.find(({ stage }) => stage.state === 'activating') ?? integrations.find(({ stage }) => stage.canGoOn);
