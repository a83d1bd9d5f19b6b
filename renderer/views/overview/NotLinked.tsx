import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { IntegrationIcon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';

/** In the place of the headline while no package is linked; `wasLinked`: one was, and is deactivated. */
export function NotLinked({ wasLinked }: { wasLinked: boolean }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <EmptyState
        icon={IntegrationIcon}
        title={wasLinked ? t('problems.link-deactivated.message') : t('ui.overview.notLinkedTitle')}
        actions={
          <Button variant="primary" onPress={() => navigate('integrations')}>
            {t('ui.overview.toIntegrations')}
          </Button>
        }
      >
        {wasLinked ? t('problems.link-deactivated.action') : t('ui.overview.notLinkedText')}
      </EmptyState>
    </Panel>
  );
}
