import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevision } from '../../shell/app-store';
import type { Route } from '../../shell/routes';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { ActivationWizard } from '../activation-wizard/ActivationWizard';
import { ChangeSettings } from '../package-settings/ChangeSettings';
import { ActiveIntegration } from './ActiveIntegration';
import { IntegrationTiles } from './IntegrationTiles';
import { useIntegrationsStore } from './integrations-store';

/** Integraties: a tile per package; behind it the wizard, or the page of the active link. */
export function IntegrationsView({ route }: { route: Route }) {
  const { t } = useTranslation();
  const { integrations, failure, editing, load } = useIntegrationsStore();
  const revision = useRevision('integrations');
  useEffect(() => void load(), [load, revision]);

  if (!integrations) {
    return failure === null ? (
      <LoadingState />
    ) : (
      <Page title={t('ui.nav.integrations')}>
        <ErrorState failure={failure} onRetry={() => void load()} />
      </Page>
    );
  }
  const opened = integrations.find(({ manifest }) => manifest.id === route.detail);
  if (!opened) return <IntegrationTiles integrations={integrations} />;
  if (opened.stage.state !== 'active') return <ActivationWizard key={opened.manifest.id} integration={opened} />;
  return editing === opened.manifest.id ? (
    <ChangeSettings integration={opened} />
  ) : (
    <ActiveIntegration integration={opened} />
  );
}
