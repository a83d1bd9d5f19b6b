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
import { DeactivatedIntegration } from './DeactivatedIntegration';
import { IntegrationTiles } from './IntegrationTiles';
import { TakeBackDialog } from './TakeBackDialog';
import { useIntegrationsStore, type Integration } from './integrations-store';

/** Integraties: a tile per package; behind it the wizard, or the page of the active link. */
export function IntegrationsView({ route }: { route: Route }) {
  const { t } = useTranslation();
  const { integrations, failure, load } = useIntegrationsStore();
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
  return (
    <>
      <Opened integrations={integrations} packageId={route.detail} />
      <TakeBackDialog />
    </>
  );
}

type OpenedProps = { integrations: readonly Integration[]; packageId: Route['detail'] };

function Opened({ integrations, packageId }: OpenedProps) {
  const { editing, startingOver } = useIntegrationsStore();
  const opened = integrations.find(({ manifest }) => manifest.id === packageId);
  if (!opened) return <IntegrationTiles integrations={integrations} />;
  if (opened.stage.canGoOn && startingOver !== opened.manifest.id) {
    return <DeactivatedIntegration key={opened.manifest.id} integration={opened} />;
  }
  if (opened.stage.state !== 'active') return <ActivationWizard key={opened.manifest.id} integration={opened} />;
  return editing === opened.manifest.id ? (
    <ChangeSettings integration={opened} />
  ) : (
    <ActiveIntegration integration={opened} />
  );
}
